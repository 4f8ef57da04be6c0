// SPDX-License-Identifier: Apache-2.0
#include "review/place.hpp"

#include <array>
#include <charconv>
#include <tuple>

namespace peersupport::review {

namespace {

/// In the order of programme_member.
constexpr std::array<std::string_view, 13> names{
    "definition",  "regions",  "funder", "funding_framework", "hub",        "agencies",   "positions",
    "supervisors", "networks", "tables", "baseline",          "evaluation", "improvement"};

void append_row(std::string& to, std::size_t row) {
    if (row == place::none) return;
    char digits[20];
    to += '/';
    to.append(digits, std::to_chars(digits, digits + sizeof digits, row).ptr);
}

}  // namespace

std::string place::pointer() const {
    std::string out("/");
    out += names[static_cast<std::size_t>(member)];
    append_row(out, row);
    if (!inner.empty()) out.append("/").append(inner);
    append_row(out, inner_row);
    return out;
}

std::strong_ordering place::order(const place& other) const noexcept {
    // none + 1 is 0.
    return std::tuple(member, row + 1, inner_row + 1) <=> std::tuple(other.member, other.row + 1, other.inner_row + 1);
}

}  // namespace peersupport::review
