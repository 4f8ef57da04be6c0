// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/optional_number.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `training_benchmarks`. What programmes have published. They count different things: benchmarks, not norms.
struct training_benchmark {
    std::string_view id;
    localized_text name;
    std::string_view jurisdiction;
    localized_text course;
    localized_text practice;
    optional_number course_hours_min{};
    optional_number course_hours_max{};
    optional_number practice_hours_min{};
    optional_number practice_hours_max{};
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
