// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/json_writer.hpp"
#include "peersupport/review/text_finding.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

inline void write_count(json_writer& to, std::string_view name, std::size_t value) { to.key(name).integer(static_cast<std::int64_t>(value)); }

inline void write_texts(json_writer& to, std::string_view name, const std::vector<std::string>& values) {
    to.key(name).begin_inline_array();
    for (const std::string& value : values) to.string(value);
    to.end_array();
}

/// A place of a text in every unit, as members of a report.
inline void write_span(json_writer& to, const text_span& s) {
    write_count(to, "start", s.begin);
    write_count(to, "end", s.end);
    write_count(to, "byte_start", s.byte_begin);
    write_count(to, "byte_end", s.byte_end);
    write_count(to, "utf16_start", s.utf16_begin);
    write_count(to, "utf16_end", s.utf16_end);
    write_count(to, "line", s.line);
    write_count(to, "column", s.column);
    write_count(to, "end_line", s.end_line);
    write_count(to, "end_column", s.end_column);
}

}  // namespace peersupport::exchange
