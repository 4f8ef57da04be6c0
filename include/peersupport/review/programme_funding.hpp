// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/localized_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

struct programme_funder {
    std::string id;
    localized_string name;  ///< may be empty
    friend bool operator==(const programme_funder&, const programme_funder&) = default;
};

/// How many positions of one agency are funded; an agency may have several lines, one for each form of service.
struct funding_line {
    std::size_t agency = 0;
    std::int32_t count = 0;
    std::string service_form;  ///< id in `service_forms`, or empty
    friend bool operator==(const funding_line&, const funding_line&) = default;
};

struct funding_framework {
    std::vector<funding_line> positions;
    std::optional<std::int32_t> system_leads;  ///< beside the lines
    friend bool operator==(const funding_framework&, const funding_framework&) = default;
};

}  // namespace peersupport
