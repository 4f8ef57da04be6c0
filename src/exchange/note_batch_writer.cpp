// SPDX-License-Identifier: Apache-2.0
#include "exchange/arrow_export.hpp"
#include "exchange/shared_table.hpp"
#include "peersupport/exchange/note_batch_arrow.hpp"

#include <algorithm>
#include <deque>
#include <numeric>
#include <utility>

namespace peersupport {

namespace {

using namespace exchange;

/// What the arrays point to beside the batch; a deque, so that nothing moves.
struct batch_memory {
    std::shared_ptr<const note_batch> batch;
    std::deque<std::string> characters;
    std::deque<std::vector<std::uint8_t>> bits;
    std::deque<std::vector<std::int64_t>> offsets;
    std::deque<std::vector<std::int32_t>> numbers;
    std::deque<std::vector<std::int8_t>> codes;
};

template <class T>
const char* format_of() noexcept {
    return sizeof(T) == 1 ? "c" : sizeof(T) == 4 ? "i" : "l";
}

class table_maker {
public:
    table_maker(std::shared_ptr<const note_batch> batch, std::size_t rows, const batch_metadata& metadata) : memory_(std::make_shared<batch_memory>()) {
        memory_->batch = std::move(batch);
        table_.rows = static_cast<std::int64_t>(rows);
        table_.metadata = encode_metadata(metadata);
    }

    /// A column of numbers that lie in the batch.
    template <class T>
    shared_column& numbers(std::string_view name, const std::vector<T>& from) {
        shared_column& made = table_.columns.emplace_back();
        made.name = name;
        made.format = format_of<T>();
        made.rows = static_cast<std::int64_t>(from.size());
        made.buffers[1] = from.data();
        return made;
    }
    /// Numbers of words that are all different.
    template <class T>
    shared_column& coded(std::string_view name, const std::vector<T>& from, const std::vector<std::string_view>& words) {
        shared_column& made = numbers(name, from);
        made.words = std::make_shared<shared_column>(texts(words));
        return made;
    }
    /// What rules say: several may say the same, and a dictionary has each word once.
    void of_rules(std::string_view name, const std::vector<std::int32_t>& rules, const std::vector<std::string_view>& words);
    /// Why, or null; "none" is no word.
    void suppressions(const std::vector<std::int8_t>& from, const std::vector<std::string_view>& words) {
        std::vector<std::int8_t>& codes = memory_->codes.emplace_back(from.size());
        std::ranges::transform(from, codes.begin(), [](std::int8_t s) { return static_cast<std::int8_t>(s > 0 ? s - 1 : 0); });
        absent(coded("suppressed_by", codes, words), from, [](std::int8_t s) { return s == static_cast<std::int8_t>(suppression::none); });
    }
    void contexts(const std::vector<std::int8_t>& from, const std::vector<std::string_view>& words);
    void fingerprints(const std::string& from);
    void flags(std::string_view name, const std::vector<std::int8_t>& from);
    /// 0, 1, 2, …
    const std::vector<std::int64_t>& row_numbers() {
        std::vector<std::int64_t>& made = memory_->offsets.emplace_back(static_cast<std::size_t>(table_.rows));
        std::iota(made.begin(), made.end(), std::int64_t{0});
        return made;
    }
    /// Nulls where the predicate says so of a number.
    template <class T, class Absent>
    void absent(shared_column& of, const std::vector<T>& by, Absent is_absent);

    void write(ArrowArrayStream* into) && {
        table_.owner = std::move(memory_);
        write_stream(std::make_shared<const shared_table>(std::move(table_)), into);
    }

private:
    shared_column texts(const std::vector<std::string_view>& words);
    std::uint8_t* new_bits() { return memory_->bits.emplace_back(static_cast<std::size_t>(table_.rows / 8 + 1)).data(); }

    std::shared_ptr<batch_memory> memory_;
    shared_table table_;
};

shared_column table_maker::texts(const std::vector<std::string_view>& words) {
    std::string& characters = memory_->characters.emplace_back();
    std::vector<std::int64_t>& offsets = memory_->offsets.emplace_back(1, 0);
    for (const std::string_view word : words) {
        characters += word;
        offsets.push_back(static_cast<std::int64_t>(characters.size()));
    }
    shared_column made;
    made.format = "U";
    made.rows = static_cast<std::int64_t>(words.size());
    made.buffer_count = 3;
    made.buffers = {nullptr, offsets.data(), characters.data()};
    return made;
}

void table_maker::of_rules(std::string_view name, const std::vector<std::int32_t>& rules, const std::vector<std::string_view>& words) {
    std::vector<std::string_view> once;
    std::vector<std::int32_t> place;
    for (const std::string_view word : words) {
        const auto at = std::ranges::find(once, word);
        place.push_back(static_cast<std::int32_t>(at - once.begin()));
        if (at == once.end()) once.push_back(word);
    }
    std::vector<std::int32_t>& codes = memory_->numbers.emplace_back(rules.size());
    std::ranges::transform(rules, codes.begin(), [&](std::int32_t rule) { return place[static_cast<std::size_t>(rule)]; });
    coded(name, codes, once);
}

void table_maker::contexts(const std::vector<std::int8_t>& from, const std::vector<std::string_view>& words) {
    std::vector<std::int64_t>& ends = memory_->offsets.emplace_back(1, 0);
    std::vector<std::string_view> each;
    for (const std::int8_t bits : from) {
        for (std::size_t i = 0; i < words.size(); ++i)
            if (bits >> i & 1) each.push_back(words[i]);
        ends.push_back(static_cast<std::int64_t>(each.size()));
    }
    shared_column& made = table_.columns.emplace_back();
    made.name = "context";
    made.format = "+L";
    made.rows = static_cast<std::int64_t>(from.size());
    made.buffers[1] = ends.data();
    shared_column elements = texts(each);
    elements.name = "item";
    made.elements = std::make_shared<const shared_column>(std::move(elements));
}

void table_maker::fingerprints(const std::string& from) {
    constexpr auto size = static_cast<std::int64_t>(finding_columns::fingerprint_size);
    std::vector<std::int64_t>& offsets = memory_->offsets.emplace_back(static_cast<std::size_t>(table_.rows) + 1);
    for (std::size_t i = 0; i < offsets.size(); ++i) offsets[i] = static_cast<std::int64_t>(i) * size;
    shared_column& made = table_.columns.emplace_back();
    made.name = "fingerprint";
    made.format = "U";
    made.rows = table_.rows;
    made.buffer_count = 3;
    made.buffers = {nullptr, offsets.data(), from.data()};
}

void table_maker::flags(std::string_view name, const std::vector<std::int8_t>& from) {
    std::uint8_t* bits = new_bits();
    for (std::size_t i = 0; i < from.size(); ++i)
        if (from[i]) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1U << (i % 8));
    shared_column& made = table_.columns.emplace_back();
    made.name = name;
    made.format = "b";
    made.rows = static_cast<std::int64_t>(from.size());
    made.buffers[1] = bits;
}

template <class T, class Absent>
void table_maker::absent(shared_column& of, const std::vector<T>& by, Absent is_absent) {
    std::uint8_t* bits = new_bits();
    for (std::size_t i = 0; i < by.size(); ++i) {
        if (is_absent(by[i])) ++of.nulls;
        else bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1U << (i % 8));
    }
    of.nullable = true;
    if (of.nulls) of.buffers[0] = bits;
}

}  // namespace

void write_note_findings(std::shared_ptr<const note_batch> from, const rule_set& rules, const batch_metadata& metadata, ArrowArrayStream* into) {
    const finding_columns& f = from->findings;
    table_maker to(from, f.size(), metadata);
    to.numbers("note", f.note);
    for (const char* column : {"rule", "category", "kind"}) to.of_rules(column, f.rule, batch_words(column, rules));
    to.coded("severity", f.severity, batch_words("severity"));
    to.coded("sureness", f.sureness, batch_words("sureness"));
    to.coded("field", f.field, batch_words("field"));
    const auto offsets = batch_words("offset");
    for (std::size_t i = 0; i < finding_offsets; ++i) to.numbers(offsets[i], f.offsets[i]);
    to.contexts(f.context, batch_words("context"));
    to.suppressions(f.suppressed_by, batch_words("suppressed_by"));
    for (const char* column : {"message_en", "message_fr"}) to.of_rules(column, f.rule, batch_words(column, rules));
    to.fingerprints(f.fingerprints);
    std::move(to).write(into);
}

void write_note_rows(std::shared_ptr<const note_batch> from, const batch_metadata& metadata, ArrowArrayStream* into) {
    const note_row_columns& n = from->notes;
    table_maker to(from, n.size(), metadata);
    const auto no_note = [](std::int8_t checked) { return checked == 0; };
    to.numbers("note", to.row_numbers());
    to.flags("checked", n.checked);
    to.absent(to.coded("language", n.written_in, batch_words("language")), n.checked, no_note);
    to.absent(to.coded("kind", n.kind, batch_words("note_kind")), n.checked, no_note);
    to.absent(to.numbers("errors", n.counts[static_cast<std::size_t>(review_severity::error)]), n.checked, no_note);
    to.absent(to.numbers("warnings", n.counts[static_cast<std::size_t>(review_severity::warning)]), n.checked, no_note);
    to.absent(to.numbers("infos", n.counts[static_cast<std::size_t>(review_severity::info)]), n.checked, no_note);
    std::move(to).write(into);
}

}  // namespace peersupport
