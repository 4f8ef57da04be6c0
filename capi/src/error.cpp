// SPDX-License-Identifier: Apache-2.0
#include "guarded.hpp"
#include "handles.hpp"
#include "peersupport/text/wiped_string.hpp"

#include <algorithm>

namespace peersupport::capi {
namespace {

/// The longest start of `text` that fits in `room` bytes and ends between two UTF-8 characters.
std::string_view cut(std::string_view text, std::size_t room) noexcept {
    if (text.size() <= room) return text;
    while (room > 0 && (static_cast<unsigned char>(text[room]) & 0xC0U) == 0x80U) --room;
    return text.substr(0, room);
}

std::uint64_t place_of(std::size_t offset) noexcept {
    return offset == problem::no_offset ? PEERSUPPORT_NO_PLACE : offset;
}

}  // namespace

void clear(peersupport_error& into) noexcept { into = PEERSUPPORT_ERROR_INIT; }

void write_problem(const problem& what, std::size_t total, peersupport_error& into) noexcept {
    clear(into);
    into.code = code_of(what.code);
    into.offset = place_of(what.offset);
    into.total = total;
    const auto path = cut(what.path, sizeof into.path - 1);
    std::copy(path.begin(), path.end(), into.path);  // clear() left the rest NUL
}

std::int32_t report(const error& what, peersupport_error* into) noexcept {
    if (into && !what.problems.empty()) write_problem(what.problems.front(), what.total, *into);
    return code_of(what.code());
}

}  // namespace peersupport::capi

namespace capi = peersupport::capi;

const char* peersupport_string_data(const peersupport_string* string) {
    return string ? string->value.c_str() : nullptr;
}

size_t peersupport_string_size(const peersupport_string* string) { return string ? string->value.size() : 0; }

/// The draft of a job description quotes the one it was made from; other strings are wiped along with it.
void peersupport_string_free(peersupport_string* string) {
    if (string) peersupport::wipe(string->value.data(), string->value.size());
    delete string;
}

size_t peersupport_problems_count(const peersupport_problems* problems) {
    return problems ? problems->value.problems.size() : 0;
}

uint64_t peersupport_problems_total(const peersupport_problems* problems) {
    return problems ? problems->value.total : 0;
}

int32_t peersupport_problems_at(const peersupport_problems* problems, size_t index, peersupport_error* problem) {
    const auto* row = problems ? capi::row_of(problems->value.problems, index) : nullptr;
    if (!row || !problem) return PEERSUPPORT_INVALID_ARGUMENT;
    if (!capi::known_size(problem)) return PEERSUPPORT_BAD_STRUCT_SIZE;
    capi::write_problem(*row, problems->value.total, *problem);
    return PEERSUPPORT_OK;
}

int32_t peersupport_problems_path(const peersupport_problems* problems, size_t index, peersupport_text* path) {
    const auto* row = problems ? capi::row_of(problems->value.problems, index) : nullptr;
    return row && path ? capi::give(row->path, path) : PEERSUPPORT_INVALID_ARGUMENT;
}

void peersupport_problems_free(peersupport_problems* problems) { delete problems; }
