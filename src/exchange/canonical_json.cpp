// SPDX-License-Identifier: Apache-2.0
#include "exchange/canonical_json.hpp"

#include "exchange/json_writer.hpp"

#include <algorithm>
#include <vector>

namespace peersupport::exchange {
namespace {

/// Whether UTF-8 `a` comes before `b` in UTF-16 units. Bytes sort alike, but for characters beyond
/// U+FFFF (lead byte F0 and up), whose surrogates come before U+E000 to U+FFFF (EE and EF).
bool before_in_utf16(std::string_view a, std::string_view b) {
    const auto [at, other] = std::ranges::mismatch(a, b);
    if (at == a.end() || other == b.end()) return at == a.end() && other != b.end();
    const auto x = static_cast<unsigned char>(*at);
    const auto y = static_cast<unsigned char>(*other);
    if ((x >= 0xF0) != (y >= 0xF0) && x >= 0xEE && y >= 0xEE) return x >= 0xF0;
    return x < y;
}

// The depth is limited where the document is parsed.
void write(json_writer& out, json_value value) {  // NOLINT(misc-no-recursion)
    switch (value.kind()) {
        case json_kind::null: return out.plain("null");
        case json_kind::boolean: return out.boolean(value.truth());
        // The one whole number that can be written in two ways.
        case json_kind::number: return out.plain(value.text() == "-0" ? "0" : value.text());
        case json_kind::string: return out.string(value.text());
        case json_kind::array:
            out.begin_array();
            for (const json_value each : json_elements(value)) write(out, each);
            return out.end_array();
        case json_kind::object: break;
    }
    std::vector<json_member> members;
    for (const json_member each : json_members(value)) members.push_back(each);
    std::ranges::sort(members, before_in_utf16, [](const json_member& m) { return m.key.text(); });
    out.begin_object();
    for (const json_member& each : members) {
        out.key(each.key.text());
        write(out, each.value);
    }
    out.end_object();
}

}  // namespace

std::string canonical_json(json_value value) {
    json_writer out(json_layout::canonical);
    write(out, value);
    return std::move(out).finish();
}

}  // namespace peersupport::exchange
