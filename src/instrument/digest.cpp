// SPDX-License-Identifier: Apache-2.0
// Texts and lists are written with their length in front, so that no two instruments give the same bytes. Members are
// taken by structured bindings, which stop compiling when a struct gets another member.
#include "peersupport/instrument/digest.hpp"

#include "text/sha256.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace peersupport {
namespace {

/// Collects members in the order in which they are put.
class digest_bytes {
public:
    template <class T>
    requires std::integral<T> || std::is_enum_v<T>
    void put(T number) {
        const auto bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(number));
        for (unsigned shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(bits >> shift & 0xFF);
    }
    void put(const std::string& text) {
        put(text.size());
        bytes_ += text;
    }
    template <class T>
    void put(const std::vector<T>& list) {
        put(list.size());
        for (const T& one : list) put(one);
    }
    template <class T>
    void put(const std::optional<T>& one) {
        put(one.has_value());
        if (one) put(*one);
    }
    template <class... Members>
    requires(sizeof...(Members) > 1) void put(const Members&... members) { (put(members), ...); }

    void put(const localized_string& s) {
        const auto& [en, fr] = s;
        put(en, fr);
    }
    void put(const ratio& r) {
        const auto& [numerator, denominator] = r;
        put(numerator, denominator);
    }
    void put(const decimal& d) {
        const auto& [digits, exponent] = d;
        put(digits, exponent);
    }
    void put(const verification& v) {
        const auto& [state, missing, note] = v;
        put(state, missing, note);
    }
    void put(const rights& r) {
        const auto& [holder, licence, wording_included, note] = r;
        put(holder, licence, wording_included, note);
    }
    void put(const instrument_source& s) {
        const auto& [id, title, url, standing, note] = s;
        put(id, title, url, standing, note);
    }
    void put(const named_text& t) {
        const auto& [id, text] = t;
        put(id, text);
    }
    void put(const facet& f) {
        const auto& [id, kind, name] = f;
        put(id, kind, name);
    }
    void put(const answer_option& o) {
        const auto& [code, kind, points, label] = o;
        put(code, kind, points, label);
    }
    void put(const code_range& r) {
        const auto& [from, to] = r;
        put(from, to);
    }
    void put(const response_scale& r) {
        const auto& [id, options, range] = r;
        put(id, options, range);
    }
    void put(const importance_gate& g) {
        const auto& [item, open] = g;
        put(item, open);
    }
    void put(const item& i) {
        const auto& [id, response_scale, reverse, weight, code_divisor, gate, facets, topic, text] = i;
        put(id, response_scale, reverse, weight, code_divisor, gate, facets, topic, text);
    }
    void put(const missing_policy& m) {
        const auto& [rule, count, share] = m;
        put(rule, count, share);
    }
    void put(const table_row& r) {
        const auto& [sum, value] = r;
        put(sum, value);
    }
    void put(const graded_item& i) {
        const auto& [discrimination, thresholds] = i;
        put(discrimination, thresholds);
    }
    void put(const graded_response_model& m) {
        const auto& [items, points, from, to, intercept, slope] = m;
        put(items, points, from, to, intercept, slope);
    }
    void put(const scale& s) {
        const auto& [id, name, items, scored_items, facets, direction, rule, subset_of, multiplier, missing, table,
                     model] = s;
        put(id, name, items, scored_items, facets, direction, rule, subset_of, multiplier, missing, table, model);
    }
    void put(const sample_scale& s) {
        const auto& [id, name, rule, items, positive, combine, scale, cut, side, inclusive] = s;
        put(id, name, rule, items, positive, combine, scale, cut, side, inclusive);
    }
    void put(const item_wording& w) {
        const auto& [item, text] = w;
        put(item, text);
    }
    void put(const form& f) {
        const auto& [id, kind, name, perspective, items, scales, sample_scales, wording, intro, recall_days,
                     minimum_contacts, modes] = f;
        put(id, kind, name, perspective, items, scales, sample_scales, wording, intro, recall_days, minimum_contacts,
            modes);
    }
    void put(const co_production& c) {
        const auto& [co_written_by, tested_by, adopted_by] = c;
        put(co_written_by, tested_by, adopted_by);
    }
    void put(const instrument& i) {
        const auto& [id, version, released, name, about, subject, standing, verification, rights, citation, sources,
                     facets, response_scales, items, scales, sample_scales, forms, open_questions, collection_rules,
                     co_production] = i;
        put(id, version, released, name, about, subject, standing, verification, rights, citation);
        put(sources, facets, response_scales, items, scales, sample_scales, forms, open_questions, collection_rules);
        put(co_production);
    }

    [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }

private:
    std::string bytes_ = "peersupport-instrument-digest-1";
};

}  // namespace

std::string instrument_digest(const instrument& of) {
    digest_bytes bytes;
    bytes.put(of);
    return sha256(bytes.bytes());
}

}  // namespace peersupport
