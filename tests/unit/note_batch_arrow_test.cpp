// SPDX-License-Identifier: Apache-2.0
// Findings as Arrow tables: what consumers rely on.
#include "peersupport/exchange/note_batch_arrow.hpp"
#include "review_case.hpp"

#include <cstdint>
#include <map>
#include <set>

using namespace peersupport;

namespace {

std::shared_ptr<const note_batch> found() {
    static const std::vector<note_cell> cells{"Patient refused group. \"Addict or not, I earned these five years,\" they said.", std::nullopt, "We met."};
    auto made = std::make_shared<note_batch>();
    note_checker by(*canonical_rules());
    EXPECT_EQ(check_notes(by, cells, 0, {}, *made).total, 0U);
    return made;
}

/// A table taken out of a stream, as a consumer does.
struct taken {
    explicit taken(ArrowArrayStream& stream) {
        EXPECT_EQ(stream.get_schema(&stream, &schema), 0);
        EXPECT_EQ(stream.get_next(&stream, &batch), 0);
        ArrowArray end{};
        EXPECT_EQ(stream.get_next(&stream, &end), 0);
        EXPECT_EQ(end.release, nullptr);
        stream.release(&stream);
        for (std::int64_t i = 0; i < schema.n_children; ++i) place[schema.children[i]->name] = i;
    }
    taken(const taken&) = delete;
    taken& operator=(const taken&) = delete;
    ~taken() {
        if (schema.release) schema.release(&schema);
        if (batch.release) batch.release(&batch);
    }
    [[nodiscard]] const ArrowArray& column(const char* name) const { return *batch.children[place.at(name)]; }

    ArrowSchema schema{};
    ArrowArray batch{};
    std::map<std::string, std::int64_t> place;
};

std::string_view text_at(const ArrowArray& of, std::int64_t row) {
    const auto* offsets = static_cast<const std::int64_t*>(of.buffers[1]);
    return {static_cast<const char*>(of.buffers[2]) + offsets[row], static_cast<std::size_t>(offsets[row + 1] - offsets[row])};
}

bool is_null(const ArrowArray& of, std::int64_t row) {
    return of.buffers[0] && !(static_cast<const std::uint8_t*>(of.buffers[0])[row / 8] >> (row % 8) & 1);
}

}  // namespace

TEST(note_batch_arrow, a_row_a_finding_outlives_the_batch) {
    ArrowArrayStream stream{};
    std::size_t rows = 0;
    std::vector<std::string> rules;
    {
        const auto batch = found();
        rows = batch->findings.size();
        for (const auto r : batch->findings.rule) rules.push_back(canonical_rules()->rules()[static_cast<std::size_t>(r)].id);
        write_note_findings(batch, *canonical_rules(), {{"made", "with"}}, &stream);
    }
    const taken table(stream);
    ASSERT_EQ(table.batch.length, static_cast<std::int64_t>(rows));
    EXPECT_EQ(table.schema.n_children, 18);
    const ArrowArray& rule = table.column("rule");
    for (std::size_t i = 0; i < rows; ++i) EXPECT_EQ(text_at(*rule.dictionary, static_cast<const std::int32_t*>(rule.buffers[1])[i]), rules[i]);
    EXPECT_EQ(text_at(table.column("fingerprint"), 0).size(), 16U);
}

TEST(note_batch_arrow, a_dictionary_has_each_word_once) {
    ArrowArrayStream stream{};
    write_note_findings(found(), *canonical_rules(), {}, &stream);
    const taken table(stream);
    for (const char* name : {"rule", "category", "kind", "severity", "sureness", "field", "suppressed_by", "message_en", "message_fr"}) {
        const ArrowArray& words = *table.column(name).dictionary;
        std::set<std::string_view> once;
        for (std::int64_t i = 0; i < words.length; ++i) once.insert(text_at(words, i));
        EXPECT_EQ(once.size(), static_cast<std::size_t>(words.length)) << name;
        EXPECT_FALSE(once.contains("")) << name;
    }
}

TEST(note_batch_arrow, what_carries_weight_was_left_alone_by_nothing) {
    const auto batch = found();
    ArrowArrayStream stream{};
    write_note_findings(batch, *canonical_rules(), {}, &stream);
    const taken table(stream);
    const ArrowArray& why = table.column("suppressed_by");
    std::int64_t nulls = 0, quoted = 0;
    for (std::int64_t i = 0; i < why.length; ++i) {
        const auto is = static_cast<suppression>(batch->findings.suppressed_by[static_cast<std::size_t>(i)]);
        EXPECT_EQ(is_null(why, i), is == suppression::none);
        nulls += is_null(why, i);
        if (is != suppression::quotation) continue;
        ++quoted;
        EXPECT_EQ(text_at(*why.dictionary, static_cast<const std::int8_t*>(why.buffers[1])[i]), "quotation");
        const ArrowArray& context = table.column("context");
        const auto* ends = static_cast<const std::int64_t*>(context.buffers[1]);
        ASSERT_GT(ends[i + 1], ends[i]);
        EXPECT_EQ(text_at(*context.children[0], ends[i]), "persons-words");
    }
    EXPECT_EQ(why.null_count, nulls);
    EXPECT_GT(quoted, 0);
}

TEST(note_batch_arrow, a_row_without_a_note_says_nothing) {
    ArrowArrayStream stream{};
    write_note_rows(found(), {}, &stream);
    const taken table(stream);
    ASSERT_EQ(table.batch.length, 3);
    EXPECT_EQ(static_cast<const std::uint8_t*>(table.column("checked").buffers[1])[0] & 7, 5);
    for (const char* name : {"language", "kind", "errors", "warnings", "infos"}) {
        EXPECT_EQ(table.column(name).null_count, 1) << name;
        EXPECT_TRUE(is_null(table.column(name), 1)) << name;
    }
    EXPECT_EQ(static_cast<const std::int64_t*>(table.column("note").buffers[1])[2], 2);
}

TEST(note_batch_arrow, no_finding_is_a_table_too) {
    ArrowArrayStream stream{};
    write_note_findings(std::make_shared<note_batch>(), *canonical_rules(), {}, &stream);
    const taken table(stream);
    EXPECT_EQ(table.batch.length, 0);
    EXPECT_EQ(table.column("severity").dictionary->length, 3);
}
