// SPDX-License-Identifier: Apache-2.0
// Whatever a job description, its sections and an activity log are written with: as note_check_places_test.cpp.
#include "other_spellings.hpp"
#include "random_text.hpp"
#include "slow_places.hpp"

#include "peersupport/exchange/role_json.hpp"
#include "peersupport/review/role_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {
namespace {

using namespace testing;

const rule_set& rules() { return canonical_role_rules().value(); }

const phrase_book& phrases(language in) {
    static const phrase_book books[]{phrases_of(rules(), language::en), phrases_of(rules(), language::fr)};
    return books[static_cast<std::size_t>(in)];
}

language any_language(raw_numbers& by) { return by.one_in(2) ? language::fr : language::en; }

/// A description that keeps its texts.
struct written_role {
    std::string text;
    std::vector<std::string> names, sections, rows;
    std::optional<language> in;
    std::vector<role_section> section_views{};
    std::vector<role_activity> row_views{};

    role_description what() {
        section_views.clear();
        row_views.clear();
        for (std::size_t i = 0; i < sections.size(); ++i) section_views.push_back({names[i], sections[i]});
        for (const std::string& row : rows) row_views.push_back({row, static_cast<std::int64_t>(row.size() % 480), {}});
        role_description made;
        made.text = text;
        made.sections = section_views;
        made.activities = row_views;
        made.written_in = in;
        return made;
    }
};

template <class Write>
written_role random_role(raw_numbers& by, language in, Write write) {
    constexpr std::string_view prefix = "jd-";
    written_role made;
    made.in = in;
    made.text = write(by, phrases(in));
    for (const job_description_component& row : canonical().job_description_components())
        if (by.one_in(10)) {
            made.names.emplace_back(row.id.substr(prefix.size()));
            made.sections.push_back(write(by, phrases(in)));
        }
    for (std::size_t left = by.below(4); left > 0; --left) made.rows.push_back(write(by, phrases(in)));
    return made;
}

role_report checked(role_checker& by, written_role& in) {
    auto report = by.check(in.what());
    EXPECT_TRUE(report.has_value());
    return report ? *std::move(report) : role_report{};
}

/// The text a place counts in; nullptr for none of them.
const std::string* text_of(const written_role& in, std::string_view field, std::size_t entry) {
    if (entry) return field == "activity" && entry <= in.rows.size() ? &in.rows[entry - 1] : nullptr;
    if (field == "text") return &in.text;
    const auto at = std::ranges::find(in.names, field);
    return at == in.names.end() ? nullptr : &in.sections[static_cast<std::size_t>(at - in.names.begin())];
}

/// Counts the places that were looked at.
std::size_t expect_places(const written_role& in, const role_report& report) {
    std::size_t looked = 0;
    for (const role_finding& f : report.findings) {
        const std::string* text = text_of(in, f.found.field, f.entry);
        if (!text) ADD_FAILURE() << "a place in nothing: " << f.found.field;
        else EXPECT_TRUE(slow_places(*text).holds(f.found.span)) << ::testing::PrintToString(*text);
        ++looked;
    }
    for (const role_component& c : report.components) {
        if (c.span == text_span{}) continue;
        const std::string* text = text_of(in, c.field, 0);
        if (!text) ADD_FAILURE() << "a place in nothing: " << c.field;
        else EXPECT_TRUE(slow_places(*text).holds(c.span)) << ::testing::PrintToString(*text);
        ++looked;
    }
    return looked;
}

/// The same report once its code points are counted in the text with its letters taken apart.
role_report moved(role_report report, const role_report& apart, const std::vector<std::size_t>& places) {
    const auto move = [&](text_span& span, const text_span& to) {
        EXPECT_EQ(places[span.begin], to.begin);
        EXPECT_EQ(places[span.end], to.end);
        span = to;
    };
    for (std::size_t i = 0; i < report.findings.size() && i < apart.findings.size(); ++i)
        move(report.findings[i].found.span, apart.findings[i].found.span);
    for (std::size_t i = 0; i < report.components.size() && i < apart.components.size(); ++i)
        move(report.components[i].span, apart.components[i].span);
    return report;
}

/// Checks a text and the same in another spelling; counts what was found where bytes are no longer code points.
std::size_t expect_same_findings(role_checker& checker, const std::string& text, const respelled_text& respelled) {
    written_role as_it_was, other;
    as_it_was.text = text;
    other.text = respelled.text;
    const role_report a = checked(checker, as_it_was), b = checked(checker, other);
    EXPECT_EQ(moved(a, b, respelled.places), b);
    expect_places(other, b);
    if (::testing::Test::HasFailure()) ADD_FAILURE() << text;
    return static_cast<std::size_t>(std::ranges::count_if(
        b.findings, [](const role_finding& f) { return f.found.span.byte_begin != f.found.span.begin; }));
}

}  // namespace

TEST(role_check_places, agree_in_every_unit_and_lie_between_characters) {
    raw_numbers by(20260311);
    role_checker checker(rules());
    std::size_t looked = 0;
    for (int i = 0; i < 700 && !HasFailure(); ++i) {
        written_role in = random_role(by, any_language(by), strange_text);
        if (by.one_in(2)) in.in.reset();
        looked += expect_places(in, checked(checker, in));
    }
    EXPECT_GT(looked, 2000U);
}

TEST(role_check_places, the_same_description_gives_the_same_bytes_whatever_was_checked_before) {
    raw_numbers by(20260312);
    role_checker used(rules());
    for (int i = 0; i < 200 && !HasFailure(); ++i) {
        written_role in = random_role(by, any_language(by), strange_text),
                     other = random_role(by, any_language(by), strange_text);
        const role_report first = checked(used, in);
        (void)checked(used, other);
        const role_report again = checked(used, in);
        role_checker fresh(rules());
        const role_report elsewhere = checked(fresh, in);
        for (const language shown : {language::en, language::fr}) {
            const std::string json = write_role_report(first, rules(), canonical(), shown);
            EXPECT_EQ(json, write_role_report(again, rules(), canonical(), shown));
            EXPECT_EQ(json, write_role_report(elsewhere, rules(), canonical(), shown));
            EXPECT_EQ(write_role_sarif(first, rules(), shown, "r").value(),
                      write_role_sarif(elsewhere, rules(), shown, "r").value());
            EXPECT_EQ(suggested_description(in.what(), first, rules(), canonical(), shown),
                      suggested_description(in.what(), elsewhere, rules(), canonical(), shown));
        }
    }
}

TEST(role_check_places, letters_and_their_accents_taken_apart_give_the_same_findings) {
    raw_numbers by(20260313);
    role_checker checker(rules());
    std::size_t found = 0;
    for (int i = 0; i < 1000 && !HasFailure(); ++i) {
        const std::string text = written_text(by, phrases(by.one_in(4) ? language::en : language::fr));
        const bool all = by.one_in(2);
        found += expect_same_findings(checker, text, taken_apart(text, [&] { return all || by.one_in(2); }));
    }
    EXPECT_GT(found, 500U);
}

TEST(role_check_places, apostrophes_as_printers_set_them_give_the_same_findings) {
    raw_numbers by(20260315);
    role_checker checker(rules());
    std::size_t found = 0;
    for (int i = 0; i < 1000 && !HasFailure(); ++i) {
        const std::string text = written_text(by, phrases(any_language(by)));
        found += expect_same_findings(checker, text, printed(text));
    }
    EXPECT_GT(found, 500U);
}

TEST(role_check_places, a_paragraph_that_says_nothing_changes_nothing) {
    raw_numbers by(20260314);
    role_checker checker(rules());
    for (int i = 0; i < 700 && !HasFailure(); ++i) {
        const language in = any_language(by);
        written_role what;
        what.text = saying_nothing(by, in);
        what.in = in;
        const std::string nothing = "\n\n" + what.text;
        const role_report alone = checked(checker, what);
        EXPECT_TRUE(alone.findings.empty());
        for (const role_component& c : alone.components) EXPECT_EQ(c.state, component_state::missing);
        what = random_role(by, in, strange_text);
        what.text += by.any_of(unfinished_ends);
        const role_report before = checked(checker, what);
        what.text += nothing;
        EXPECT_EQ(before, checked(checker, what)) << what.text;
    }
}

}  // namespace peersupport
