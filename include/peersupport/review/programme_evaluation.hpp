// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// The first look, before anything is changed.
struct programme_baseline {
    date day{};
    std::vector<std::string> perspectives;  ///< ids in `perspectives`: who was asked
    friend bool operator==(const programme_baseline&, const programme_baseline&) = default;
};

/// An evaluation of whether what people receive is peer support that lives its values.
struct integrity_evaluation {
    date from{};
    std::optional<date> known;              ///< when its results were there
    std::vector<std::string> perspectives;  ///< ids in `perspectives`
    friend bool operator==(const integrity_evaluation&, const integrity_evaluation&) = default;
};

/// An evaluation of what peer support brings about.
struct impact_evaluation {
    date from{};
    friend bool operator==(const impact_evaluation&, const impact_evaluation&) = default;
};

struct programme_evaluation {
    bool evaluator = false;  ///< whether somebody looks after evaluation
    std::vector<integrity_evaluation> integrity;
    std::vector<impact_evaluation> impact;
    friend bool operator==(const programme_evaluation&, const programme_evaluation&) = default;
};

enum class cycle_decision : std::uint8_t { adapt, adopt, abandon };

/// One cycle of improvement: something is tried, looked at and decided on.
struct programme_improvement {
    std::string id;
    date started{};
    std::string change_idea;  ///< id in `change_ideas`, or empty
    std::string gap;          ///< id in `gaps`, or empty
    std::optional<date> decided;
    std::optional<cycle_decision> decision;  ///< given exactly when `decided` is
    friend bool operator==(const programme_improvement&, const programme_improvement&) = default;
};

}  // namespace peersupport
