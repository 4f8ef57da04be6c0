// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/localized_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace peersupport {

struct programme_region {
    std::string id;
    localized_string name;  ///< may be empty
    friend bool operator==(const programme_region&, const programme_region&) = default;
};

/// An organization that offers peer support or takes part in planning it.
struct programme_agency {
    std::string id;
    localized_string name;  ///< may be empty
    std::size_t region = 0;
    std::string setting;                     ///< id in `settings`
    std::vector<std::string> core_elements;  ///< ids in `core_elements`
    std::vector<std::string> service_forms;  ///< ids in `service_forms`
    friend bool operator==(const programme_agency&, const programme_agency&) = default;
};

}  // namespace peersupport
