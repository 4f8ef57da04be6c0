// SPDX-License-Identifier: Apache-2.0
// Whatever a note is written with: places agree in all units and lie between characters, the same note gives the same
// bytes, accents may be taken apart, and a paragraph that says nothing changes nothing said of the others.
#include "other_spellings.hpp"
#include "random_text.hpp"
#include "slow_places.hpp"

#include "peersupport/exchange/note_json.hpp"
#include "peersupport/review/note_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {
namespace {

using namespace testing;

const rule_set& rules() { return canonical_rules().value(); }

const phrase_book& phrases(language in) {
    static const phrase_book books[]{phrases_of(rules(), language::en), phrases_of(rules(), language::fr)};
    return books[static_cast<std::size_t>(in)];
}

language any_language(raw_numbers& by) { return by.one_in(2) ? language::fr : language::en; }

/// A note that keeps its texts: some fields filled in, mostly with sentences.
struct written_note {
    std::string text;
    std::array<std::string, note_fields> fields;
    std::optional<language> in;
    std::optional<note_kind> kind;

    [[nodiscard]] note what() const {
        note made{text, {}, in, kind};
        for (std::size_t i = 0; i < note_fields; ++i) made.fields[i] = fields[i];
        return made;
    }
};

template <class Write>
written_note random_note(raw_numbers& by, Write write) {
    written_note made;
    const language in = any_language(by);
    made.text = write(by, phrases(in));
    for (std::string& field : made.fields)
        if (by.one_in(8)) field = write(by, phrases(in));
    if (by.one_in(2)) made.in = in;
    if (by.one_in(3)) made.kind = static_cast<note_kind>(by.below(note_kinds));
    return made;
}

note_report checked(note_checker& by, const note& what) {
    auto report = by.check(what);
    EXPECT_TRUE(report.has_value());
    return report ? *std::move(report) : note_report{};
}

bool is_absence(const text_finding& f) { return rules().rules()[f.rule].kind == review_kind::absent; }

/// What is missing names the field that would hold it; what comes near it stands in the text.
const std::string& text_of(const written_note& in, const text_finding& f) {
    const auto field = find_note_field(f.field);
    return field && !is_absence(f) ? in.fields[static_cast<std::size_t>(*field)] : in.text;
}

/// Counts the places that were looked at.
std::size_t expect_places(const written_note& in, const note_report& report) {
    std::size_t looked = 0;
    const auto expect = [&](const text_span& span, const std::string& text) {
        if (span == text_span{}) return;
        EXPECT_TRUE(slow_places(text).holds(span)) << ::testing::PrintToString(text);
        ++looked;
    };
    for (const text_finding& f : report.findings) {
        EXPECT_TRUE(f.field == "text" || find_note_field(f.field)) << f.field;
        expect(f.span, text_of(in, f));
    }
    for (const note_element& e : report.elements) {
        EXPECT_EQ(e.state == element_state::present, !e.field.empty()) << e.rule;
        EXPECT_EQ(e.field == "text", !(e.span == text_span{})) << e.rule << ": only what the text shows has a place";
        expect(e.span, in.text);
    }
    return looked;
}

void expect_moved(const text_span& from, const text_span& to, const std::vector<std::size_t>& places) {
    EXPECT_EQ(places[from.begin], to.begin);
    EXPECT_EQ(places[from.end], to.end);
}

/// Everything a finding says but where it stands in bytes.
void expect_same_but_moved(const text_finding& as_it_was, const text_finding& respelled,
                           const std::vector<std::size_t>& places) {
    text_finding moved = as_it_was;
    moved.span = respelled.span;
    EXPECT_EQ(moved, respelled) << rules().rules()[as_it_was.rule].id << " " << rules().rules()[respelled.rule].id;
    expect_moved(as_it_was.span, respelled.span, places);
}

std::vector<text_finding> without_absences(std::vector<text_finding> all) {
    std::erase_if(all, is_absence);
    return all;
}

/// Checks a text and the same in another spelling; counts findings that moved.
std::size_t expect_same_findings(note_checker& checker, const std::string& text, const respelled_text& respelled) {
    const written_note as_it_was{text, {}, {}, {}}, other{respelled.text, {}, {}, {}};
    const note_report a = checked(checker, as_it_was.what()), b = checked(checker, other.what());
    EXPECT_EQ(a.in, b.in);
    EXPECT_EQ(a.kind, b.kind);
    EXPECT_EQ(a.findings.size(), b.findings.size());
    for (std::size_t f = 0; f < a.findings.size() && f < b.findings.size(); ++f)
        expect_same_but_moved(a.findings[f], b.findings[f], respelled.places);
    for (std::size_t e = 0; e < a.elements.size(); ++e) {
        EXPECT_EQ(a.elements[e].state, b.elements[e].state);
        EXPECT_EQ(a.elements[e].field, b.elements[e].field);
        expect_moved(a.elements[e].span, b.elements[e].span, respelled.places);
    }
    expect_places(other, b);
    if (::testing::Test::HasFailure()) ADD_FAILURE() << text;
    return static_cast<std::size_t>(
        std::ranges::count_if(b.findings, [](const text_finding& f) { return f.span.byte_begin != f.span.begin; }));
}

}  // namespace

TEST(note_check_places, agree_in_every_unit_and_lie_between_characters) {
    raw_numbers by(20260301);
    note_checker checker(rules());
    std::size_t looked = 0;
    for (int i = 0; i < 1000 && !HasFailure(); ++i) {
        const written_note in = random_note(by, strange_text);
        looked += expect_places(in, checked(checker, in.what()));
    }
    EXPECT_GT(looked, 3000U);
}

TEST(note_check_places, the_same_note_gives_the_same_bytes_whatever_was_checked_before) {
    raw_numbers by(20260302);
    note_checker used(rules());
    for (int i = 0; i < 300 && !HasFailure(); ++i) {
        const written_note in = random_note(by, strange_text);
        const note_report first = checked(used, in.what());
        (void)checked(used, random_note(by, strange_text).what());
        const note_report again = checked(used, in.what());
        note_checker fresh(rules());
        const note_report elsewhere = checked(fresh, in.what());
        for (const language shown : {language::en, language::fr}) {
            const std::string json = write_note_report(first, rules(), shown);
            EXPECT_EQ(json, write_note_report(again, rules(), shown));
            EXPECT_EQ(json, write_note_report(elsewhere, rules(), shown));
            EXPECT_EQ(write_note_sarif(first, rules(), shown, "n").value(),
                      write_note_sarif(elsewhere, rules(), shown, "n").value());
        }
    }
}

TEST(note_check_places, letters_and_their_accents_taken_apart_give_the_same_findings) {
    raw_numbers by(20260303);
    note_checker checker(rules());
    std::size_t moved = 0;
    for (int i = 0; i < 1000 && !HasFailure(); ++i) {
        const std::string text = written_text(by, phrases(by.one_in(4) ? language::en : language::fr));
        const bool all = by.one_in(2);
        moved += expect_same_findings(checker, text, taken_apart(text, [&] { return all || by.one_in(2); }));
    }
    EXPECT_GT(moved, 500U);
}

TEST(note_check_places, apostrophes_as_printers_set_them_give_the_same_findings) {
    raw_numbers by(20260305);
    note_checker checker(rules());
    std::size_t moved = 0;
    for (int i = 0; i < 1000 && !HasFailure(); ++i) {
        const std::string text = written_text(by, phrases(any_language(by)));
        moved += expect_same_findings(checker, text, printed(text));
    }
    EXPECT_GT(moved, 500U);
}

TEST(note_check_places, a_paragraph_that_says_nothing_changes_no_other_finding) {
    raw_numbers by(20260304);
    note_checker checker(rules());
    for (int i = 0; i < 1000 && !HasFailure(); ++i) {
        const language in = any_language(by);
        const std::string nothing(saying_nothing(by, in));
        EXPECT_TRUE(without_absences(checked(checker, written_note{nothing, {}, in, {}}.what()).findings).empty());
        written_note what = random_note(by, strange_text);
        what.in = in;
        what.text += by.any_of(unfinished_ends);
        const note_report before = checked(checker, what.what());
        what.text += "\n\n" + nothing;
        const note_report after = checked(checker, what.what());
        // What is missing may be asked for now that the note is longer, and the paragraph may show it.
        EXPECT_EQ(without_absences(before.findings), without_absences(after.findings));
        EXPECT_EQ(before.kind, after.kind);
        ASSERT_EQ(before.elements.size(), after.elements.size());
        for (std::size_t e = 0; e < before.elements.size(); ++e)
            EXPECT_TRUE(before.elements[e].field != "text" || before.elements[e] == after.elements[e]) << e;
        if (HasFailure()) ADD_FAILURE() << what.text;
    }
}

}  // namespace peersupport
