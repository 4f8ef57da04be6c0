// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/localized_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// A grouping of items other than a scale: a value, principle, level of influence, component, module, topic.
struct facet {
    std::string id;
    std::string kind;
    localized_string name;
    friend bool operator==(const facet&, const facet&) = default;
};

/// The item counts in a gated mean only where its gate item was answered with one of these codes.
struct importance_gate {
    std::size_t item = 0;  ///< index into instrument::items
    std::vector<std::int32_t> open;
    friend bool operator==(const importance_gate&, const importance_gate&) = default;
};

/// One question: how its codes become points.
struct item {
    std::string id;
    std::size_t response_scale = 0;  ///< index into instrument::response_scales
    bool reverse = false;            ///< points become lowest + highest − points
    std::int32_t weight = 1;         ///< 1…1000
    std::int32_t code_divisor = 1;   ///< points are this many times the real value
    std::optional<importance_gate> gate;
    std::vector<std::size_t> facets;  ///< indices into instrument::facets
    localized_string topic;           ///< a few words of ours
    localized_string text;            ///< wording, only where it may be shipped
    friend bool operator==(const item&, const item&) = default;
};

}  // namespace peersupport
