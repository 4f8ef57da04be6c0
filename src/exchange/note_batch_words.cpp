// SPDX-License-Identifier: Apache-2.0
#include "exchange/finding_words.hpp"
#include "peersupport/exchange/note_batch_arrow.hpp"

#include <array>

namespace peersupport {

namespace {

using words = std::vector<std::string_view>;

constexpr std::array<std::string_view, finding_offsets> offset_names{"start", "end", "byte_start", "byte_end", "utf16_start", "utf16_end"};

template <class T, std::size_t N>
words numbered(const std::array<exchange::word<T>, N>& of) {
    words made(N);
    for (std::size_t i = 0; i < N; ++i) made[i] = exchange::name_of(static_cast<T>(i), of);
    return made;
}

template <class Get>
words of_rules(const rule_set& rules, Get get) {
    words made;
    for (const review_rule& rule : rules.rules()) made.push_back(get(rule));
    return made;
}

words fields() {
    words made{"text"};
    for (std::size_t i = 0; i < note_fields; ++i) made.push_back(name_of(static_cast<note_field>(i)));
    return made;
}

words contexts() {
    words made;
    for (const auto& context : exchange::context_names) made.push_back(context.text);
    return made;
}

}  // namespace

std::vector<std::string_view> batch_words(std::string_view column) {
    using namespace exchange;
    if (column == "severity") return numbered(severity_words);
    if (column == "sureness") return numbered(sureness_words);
    if (column == "field") return fields();
    if (column == "context") return contexts();
    if (column == "suppressed_by") return {suppression_names.begin() + 1, suppression_names.end()};
    if (column == "language") return {"en", "fr"};
    if (column == "note_kind") return numbered(note_kind_words);
    if (column == "offset") return {offset_names.begin(), offset_names.end()};
    return {};
}

std::vector<std::string_view> batch_words(std::string_view column, const rule_set& rules) {
    using namespace exchange;
    const auto message = [](language in) { return [in](const review_rule& r) -> std::string_view { return r.words_in(in).message; }; };
    if (column == "rule") return of_rules(rules, [](const review_rule& r) -> std::string_view { return r.id; });
    if (column == "category") return of_rules(rules, [](const review_rule& r) { return name_of(r.category, category_words); });
    if (column == "kind") return of_rules(rules, [](const review_rule& r) { return name_of(r.kind, review_kind_words); });
    if (column == "message_en") return of_rules(rules, message(language::en));
    if (column == "message_fr") return of_rules(rules, message(language::fr));
    return {};
}

}  // namespace peersupport
