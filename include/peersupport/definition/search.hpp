// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/text/language.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace peersupport {

/// A row that was found, and where the words stand first.
struct search_hit {
    definition_row row;
    const definition_field* field = nullptr;  ///< nullptr: the id
    language in = language::en;
    std::size_t begin = 0;  ///< bytes in that text
    std::size_t end = 0;
};

/// Rows in which each word of the query begins a word of one text. Case and accents do not matter,
/// and endings matter little: "accompany" also finds "accompanied". The best first: found in an id,
/// in a name, in another text; then in the order of tables and rows. Each row comes once.
///
/// `in`: look at the texts of one language only. An empty query finds nothing; of a long one the
/// first 32 different words count. Throws
/// std::bad_alloc only.
[[nodiscard]] std::vector<search_hit> search(const definition& of, std::string_view query,
                                             std::optional<language> in = {});

}  // namespace peersupport
