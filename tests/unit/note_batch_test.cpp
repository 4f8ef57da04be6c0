// SPDX-License-Identifier: Apache-2.0
// Many notes at once say what each says by itself.
#include "peersupport/exchange/baseline_json.hpp"
#include "peersupport/review/note_batch.hpp"
#include "review_case.hpp"

#include <algorithm>
#include <cstdint>

using namespace peersupport;
using namespace peersupport::testing;

namespace {

const std::vector<note_cell>& notes() {
    static const std::vector<note_cell> cells{
        "Met at the library. Patient refused group. \"I am an addict,\" she said.",
        std::nullopt,
        "",
        "On s’est vus à la bibliothèque. La patiente a refusé le groupe. « Je suis une toxicomane », a-t-elle dit.",
        "😀 é: he is not a frequent flyer, and the client was non-compliant again.",
    };
    return cells;
}

note_batch batch_of(std::span<const note_cell> cells, const note_batch_options& options = {}, std::size_t first = 0) {
    note_checker by(*canonical_rules());
    note_batch made;
    EXPECT_EQ(check_notes(by, cells, first, options, made).total, 0U);
    return made;
}

void expect_same(const finding_columns& c, std::size_t i, std::size_t row, const text_finding& f) {
    EXPECT_EQ(c.note[i], static_cast<std::int64_t>(row));
    EXPECT_EQ(static_cast<std::size_t>(c.rule[i]), f.rule);
    EXPECT_EQ(static_cast<review_severity>(c.severity[i]), f.severity);
    EXPECT_EQ(static_cast<review_sureness>(c.sureness[i]), f.sureness);
    EXPECT_EQ(c.field[i] == 0 ? std::string_view("text") : name_of(static_cast<note_field>(c.field[i] - 1)), f.field);
    EXPECT_EQ(static_cast<std::uint8_t>(c.context[i]), f.context);
    EXPECT_EQ(static_cast<suppression>(c.suppressed_by[i]), f.suppressed_by);
    const auto at = [&](finding_offset which) { return static_cast<std::size_t>(c.offsets[static_cast<std::size_t>(which)][i]); };
    EXPECT_EQ(at(finding_offset::start), f.span.begin);
    EXPECT_EQ(at(finding_offset::end), f.span.end);
    EXPECT_EQ(at(finding_offset::byte_start), f.span.byte_begin);
    EXPECT_EQ(at(finding_offset::byte_end), f.span.byte_end);
    EXPECT_EQ(at(finding_offset::utf16_start), f.span.utf16_begin);
    EXPECT_EQ(at(finding_offset::utf16_end), f.span.utf16_end);
    EXPECT_EQ(c.fingerprints.substr(i * finding_columns::fingerprint_size, finding_columns::fingerprint_size), f.fingerprint);
}

}  // namespace

TEST(note_batch, says_of_each_note_what_it_says_by_itself) {
    const note_batch made = batch_of(notes());
    ASSERT_EQ(made.notes.size(), notes().size());
    std::size_t at = 0;
    note_checker by(*canonical_rules());
    for (std::size_t row = 0; row < notes().size(); ++row) {
        EXPECT_EQ(made.notes.checked[row] != 0, notes()[row].has_value());
        if (!notes()[row]) continue;
        const auto report = by.check(note{*notes()[row]});
        ASSERT_TRUE(report.has_value());
        EXPECT_EQ(static_cast<language>(made.notes.written_in[row]), report->in);
        EXPECT_EQ(static_cast<note_kind>(made.notes.kind[row]), report->kind);
        for (std::size_t s = 0; s < 3; ++s) EXPECT_EQ(static_cast<std::size_t>(made.notes.counts[s][row]), report->counts()[s]);
        for (const text_finding& f : report->findings) {
            ASSERT_LT(at, made.findings.size());
            expect_same(made.findings, at++, row, f);
        }
    }
    EXPECT_EQ(at, made.findings.size());
    EXPECT_GT(at, 5U);
}

TEST(note_batch, parts_put_together_are_the_whole) {
    const note_batch whole = batch_of(notes());
    for (std::size_t cut = 0; cut <= notes().size(); ++cut) {
        const std::span<const note_cell> all = notes();
        note_batch together = batch_of(all.first(cut));
        together.append(batch_of(all.subspan(cut), {}, cut));
        EXPECT_EQ(together, whole) << cut;
    }
}

TEST(note_batch, options_hold_for_every_note) {
    note_batch_options french;
    french.written_in = language::fr;
    french.kind = note_kind::minimal;
    french.check.profile = "minimal-record";
    const note_batch made = batch_of(notes(), french);
    for (std::size_t row = 0; row < made.notes.size(); ++row) {
        if (!made.notes.checked[row]) continue;
        EXPECT_EQ(static_cast<language>(made.notes.written_in[row]), language::fr);
        EXPECT_EQ(static_cast<note_kind>(made.notes.kind[row]), note_kind::minimal);
    }
}

TEST(note_batch, tells_every_row_that_cannot_be_read) {
    const std::string broken = "fine \xC3( not", large(std::size_t{1} + (1U << 20U), 'a');
    const std::vector<note_cell> cells{"fine", broken, std::nullopt, large, "\x80"};
    note_checker by(*canonical_rules());
    note_batch to;
    const error wrong = check_notes(by, cells, 40, {}, to);
    ASSERT_EQ(wrong.total, 3U);
    EXPECT_EQ(wrong.problems[0], (problem{status::json_not_utf8, 5, "/41"}));
    EXPECT_EQ(wrong.problems[1].code, status::too_large);
    EXPECT_EQ(wrong.problems[1].path, "/43");
    EXPECT_EQ(wrong.problems[2], (problem{status::json_not_utf8, 0, "/44"}));
}

TEST(note_batch, wrong_options_are_told_once) {
    note_checker by(*canonical_rules());
    note_batch_options options;
    options.check.now = "yesterday";
    note_batch to;
    const error wrong = check_notes(by, notes(), 0, options, to);
    ASSERT_EQ(wrong.total, 1U);
    EXPECT_EQ(wrong.problems.front().path, "/now");
}
