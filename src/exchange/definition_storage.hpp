// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/exchange/definition_json.hpp"

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

/// What the rows of a definition that was read look at. Nothing moves once it is kept.
class definition_storage {
public:
    [[nodiscard]] std::string_view keep(std::string_view text) {
        return strings_.emplace_back(text);
    }
    [[nodiscard]] std::span<const std::string_view> keep(std::vector<std::string_view> list) {
        return lists_.emplace_back(std::move(list));
    }
    [[nodiscard]] std::span<const cue> keep(std::vector<cue> cues) {
        return cues_.emplace_back(std::move(cues));
    }
    /// Room for so many empty rows of a table.
    [[nodiscard]] std::byte* make_rows(const table_description& table, std::size_t count) {
        rows_.push_back(std::make_unique<std::byte[]>(count * table.row_size));
        table.construct(rows_.back().get(), count);
        return rows_.back().get();
    }
    void keep_alive(definition_pointer base) { base_ = std::move(base); }

    /// The definition, which keeps its storage alive.
    [[nodiscard]] static definition_pointer finish(std::shared_ptr<definition_storage> storage,
                                                   const definition& made) {
        storage->made_.push_back(made);
        const definition* at = &storage->made_.back();
        return {std::move(storage), at};
    }

private:
    std::deque<std::string> strings_;
    std::deque<std::vector<std::string_view>> lists_;
    std::deque<std::vector<cue>> cues_;
    std::vector<std::unique_ptr<std::byte[]>> rows_;
    std::vector<definition> made_;  ///< one, at the end
    definition_pointer base_;
};

}  // namespace peersupport::exchange
