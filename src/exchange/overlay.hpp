// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/definition_storage.hpp"
#include "exchange/problem_list.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peersupport::exchange {

/// What an overlay file says, resolved against its base. Views look at the base or the storage.
struct overlay {
    std::string id;
    std::string version;
    std::map<std::string_view, json_value> off;  ///< row id, and where the file says it
    std::map<std::string_view, std::vector<std::pair<const definition_field*, field_value>>> replaced;
    std::map<std::string_view, std::vector<const void*>> added;  ///< by table
};

/// The base's tables with the overlay on them. Rows that are switched off disappear from the lists
/// of other rows; problems: row_in_use where a row cannot do without one.
[[nodiscard]] definition_tables apply(const overlay& what, const definition& base,
                                      definition_storage& storage, problem_list& problems);
[[nodiscard]] overlay_changes changes_of(const overlay& what, definition_storage& storage);

}  // namespace peersupport::exchange
