// SPDX-License-Identifier: Apache-2.0
#include "peersupport/text/status.hpp"

#include "peersupport/text/localized_text.hpp"

#include <algorithm>
#include <array>

namespace peersupport {
namespace {

using namespace std::string_view_literals;

struct status_row {
    status code;
    std::string_view name;
    localized_text text;
    localized_text advice;
};

constexpr status_row table[] = {
#include "status_table.inc"
};

constexpr auto codes = [] {
    std::array<status, std::size(table)> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = table[i].code;
    return all;
}();

const status_row* find(status code) noexcept {
    const auto* row = std::lower_bound(std::begin(table), std::end(table), code,
                                       [](const status_row& r, status c) { return r.code < c; });
    return row != std::end(table) && row->code == code ? row : nullptr;
}

}  // namespace

std::string_view status_name(status code) noexcept {
    const auto* row = find(code);
    return row ? row->name : "UNKNOWN"sv;
}

std::string_view status_text(status code, language l) noexcept {
    const auto* row = find(code);
    if (row) return row->text.in(l);
    return l == language::fr ? "Code inconnu : l’appel a échoué."sv : "Unknown code: the call failed."sv;
}

std::string_view status_advice(status code, language l) noexcept {
    const auto* row = find(code);
    return row ? row->advice.in(l) : std::string_view{};
}

std::span<const status> statuses() noexcept { return codes; }

}  // namespace peersupport
