// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/json_document.hpp"
#include "peersupport/text/result.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

/// Collects everything that is wrong with one document. Problems are kept as places in the tree; pointers
/// are spelled out only for those that end up in the error, so a file of a million mistakes stays cheap.
class problem_list {
public:
    explicit problem_list(const json_document& document) noexcept : document_(&document) {}

    void add(status code, json_value at) { put({code, at.position(), at.position(), {}, total_}); }
    /// The same for a key whose text may be a person's: the pointer ends at the object it stands in.
    void add_unnamed(status code, json_value object, json_value key) {
        put({code, key.position(), object.position(), {}, total_});
    }
    /// A member that an object lacks; `name` must outlive the list (a literal).
    void add_missing(status code, json_value object, std::string_view name) {
        put({code, object.position(), object.position(), name, total_});
    }
    [[nodiscard]] bool empty() const noexcept { return total_ == 0; }
    /// The first problems in the order of the document, and how many there are.
    [[nodiscard]] error to_error();

private:
    struct entry {
        status code;
        json_document::index position;  ///< by which problems are ordered
        json_document::index pointer;   ///< what the path names
        std::string_view missing;
        std::size_t order;
    };
    void put(const entry& e);
    void keep_first();

    const json_document* document_;
    std::vector<entry> entries_;
    std::size_t total_ = 0;
};

}  // namespace peersupport::exchange
