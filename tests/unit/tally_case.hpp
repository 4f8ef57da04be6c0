// SPDX-License-Identifier: Apache-2.0
// Small tables to count in tests.
#pragma once

#include "instrument_builder.hpp"
#include "peersupport/evidence/person_key.hpp"
#include "peersupport/evidence/tally.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace peersupport::testing {

/// One response as a test writes it.
struct response {
    std::vector<std::int32_t> codes;
    tally_key key{"", "unit-a", "2025-2", "en", ""};
    std::string person{};
    std::string worker{};
    std::int32_t day = no_day;
};

/// Responses as the arguments of tally::add().
class response_table {
public:
    explicit response_table(const std::vector<response>& from, bool skip_blank = false) {
        const std::size_t items = from.empty() ? 1 : from.front().codes.size();
        columns_.resize(items);
        for (const response& r : from) {
            codes_.insert(codes_.end(), r.codes.begin(), r.codes.end());
            const auto [at, fresh] = number_.try_emplace(r.key, static_cast<std::uint32_t>(number_.size()));
            if (fresh) keys_.push_back(r.key);
            group_.push_back(at->second);
            person_.push_back(person_key("secret", r.person));
            worker_.push_back(worker_key("secret", r.worker));
            day_.push_back(r.day);
        }
        present_.assign(items,
                        std::vector<std::uint8_t>(from.size() / 8 + 1));  // blanks by a bitmap, as Arrow has them
        for (std::size_t row = 0; row < from.size(); ++row)
            for (std::size_t i = 0; i < items; ++i)
                if (codes_[row * items + i] != blank_code)
                    present_[i][row / 8] = static_cast<std::uint8_t>(present_[i][row / 8] | 1U << row % 8);
        codes_.resize(std::max(codes_.size(), items));
        for (std::size_t i = 0; i < items; ++i)
            columns_[i] = {codes_.data() + i, cell_type::i32, static_cast<std::ptrdiff_t>(items * sizeof(std::int32_t)),
                           present_[i].data(), 0};
        rows_ = from.size();
        skip_blank_ = skip_blank;
    }

    [[nodiscard]] answers of() const { return {columns_, rows_}; }
    [[nodiscard]] tally_rows by() const { return {keys_, group_, person_, worker_, day_, skip_blank_}; }

private:
    std::vector<std::int32_t> codes_;
    std::vector<std::vector<std::uint8_t>> present_;
    std::vector<answer_column> columns_;
    std::map<tally_key, std::uint32_t> number_;
    std::vector<tally_key> keys_;
    std::vector<std::uint32_t> group_;
    std::vector<std::uint64_t> person_, worker_;
    std::vector<std::int32_t> day_;
    std::size_t rows_ = 0;
    bool skip_blank_ = false;
};

inline tally_plan plan_of(const instrument& from, std::vector<std::string_view> forms,
                          const tally_options& options = {}) {
    auto made = tally_plan::compile(from, forms, options);
    if (!made) throw std::runtime_error(std::string(status_name(made.problems().code())));
    return made.value();
}

inline status add(tally& to, const tally_plan& by, const std::vector<response>& rows, std::size_t form = 0,
                  invalid_policy policy = invalid_policy::raise, invalid_report* report = nullptr) {
    const response_table table(rows);
    return to.add(by, form, table.of(), table.by(), policy, report);
}

inline tally counted(const tally_plan& by, shard_id shard, const std::vector<response>& rows, std::size_t form = 0) {
    tally made(by, shard);
    EXPECT_EQ(add(made, by, rows, form, invalid_policy::mark), status::ok);
    return made;
}

}  // namespace peersupport::testing
