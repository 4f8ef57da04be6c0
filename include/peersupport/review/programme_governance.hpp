// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/date.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// Days on which people met; none at all when nobody wrote them down, which says nothing.
using meeting_days = std::optional<std::vector<date>>;

struct programme_hub {
    std::string id;
    localized_string name;            ///< may be empty
    std::optional<std::size_t> host;  ///< an agency
    std::optional<std::int32_t> leads;
    friend bool operator==(const programme_hub&, const programme_hub&) = default;
};

/// People who do the same work, across agencies.
struct programme_network {
    std::string id;
    localized_string name;   ///< may be empty
    std::string connection;  ///< id in `connections`: which one it makes with the hub
    bool joins_hub = false;
    meeting_days meetings;
    friend bool operator==(const programme_network&, const programme_network&) = default;
};

/// Where agencies or allies sit together: a planning table, a stewardship group, a part of the outer ring.
struct programme_table {
    std::string id;
    localized_string name;   ///< may be empty
    std::string connection;  ///< id in `connections`
    bool hub_takes_part = false;
    std::vector<std::size_t> agencies;  ///< that sit there
    meeting_days meetings;
    friend bool operator==(const programme_table&, const programme_table&) = default;
};

/// What a link may lead from and to.
enum class link_end_kind : std::uint8_t { hub, agency, network, table };

struct link_end {
    link_end_kind kind{};
    std::size_t row = 0;  ///< in the list of its kind; 0 for the hub
    friend bool operator==(const link_end&, const link_end&) = default;
};

/// Another way in which an issue is carried on, in one direction.
struct programme_link {
    link_end from;
    link_end to;
    friend bool operator==(const programme_link&, const programme_link&) = default;
};

}  // namespace peersupport
