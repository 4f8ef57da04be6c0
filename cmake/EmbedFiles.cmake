# SPDX-License-Identifier: Apache-2.0
# cmake -DWHAT=instrument -DHEADER=peersupport/instrument/bundled.hpp -DALL=bundled_instruments -DFILES=a.json;b.json -DOUT=bundled.cpp -P EmbedFiles.cmake
# Writes bundled files (WHAT: instrument, rules) into one C++ file, ascending by id. Bytes are copied in pieces because
# compilers limit the length of one literal.
list(SORT FILES)
set(text "// Generated from the bundled JSON files.\n#include \"${HEADER}\"\n\n#include <algorithm>\n\nnamespace peersupport {\nnamespace {\n\nusing namespace std::string_view_literals;\n\n")
set(rows "")
foreach(path IN LISTS FILES)
  get_filename_component(id "${path}" NAME_WE)
  string(REPLACE "-" "_" name "${id}")
  file(READ "${path}" hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escaped "${hex}")
  # One literal a line, 100 bytes each; adjacent literals join.
  string(REPEAT "." 400 line)
  string(REGEX REPLACE "(${line})" "\"\\1\"\n" escaped "${escaped}")
  string(REGEX REPLACE "(^|\n)([^\"\n]+)$" "\\1\"\\2\"" escaped "${escaped}")
  string(REGEX REPLACE "\n$" "" escaped "${escaped}")
  string(APPEND text "constexpr std::string_view ${name} =\n${escaped}sv;\n\n")
  string(APPEND rows "    {\"${id}\"sv, ${name}},\n")
endforeach()
string(APPEND text "constexpr bundled_${WHAT} rows[] = {\n${rows}};\n\n}  // namespace\n\nstd::span<const bundled_${WHAT}> ${ALL}() noexcept { return rows; }\n\nconst bundled_${WHAT}* find_bundled_${WHAT}(std::string_view id) noexcept {\n    const auto at = std::ranges::find(rows, id, &bundled_${WHAT}::id);\n    return at == std::end(rows) ? nullptr : at;\n}\n\n}  // namespace peersupport\n")
file(WRITE "${OUT}" "${text}")
