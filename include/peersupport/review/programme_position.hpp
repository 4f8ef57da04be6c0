// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/date.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// That a component of training was completed, and when.
struct training_record {
    std::string component;  ///< id in `training_components`
    date day{};
    friend bool operator==(const training_record&, const training_record&) = default;
};

/// A position for a peer: filled since a day or vacant since one, never both. It is not a person and has no name.
struct programme_position {
    std::string id;
    std::size_t agency = 0;
    std::string role;    ///< id in `roles`
    bool funded = true;  ///< whether the programme's funder pays for it
    std::optional<date> started;
    std::optional<date> vacant_since;
    std::optional<std::size_t> supervisor;
    std::vector<std::size_t> networks;
    std::vector<training_record> training;
    friend bool operator==(const programme_position&, const programme_position&) = default;
};

/// Who supervises positions, by an id only.
struct programme_supervisor {
    std::string id;
    std::size_t agency = 0;
    date started{};
    std::vector<std::size_t> networks;
    std::vector<training_record> training;
    friend bool operator==(const programme_supervisor&, const programme_supervisor&) = default;
};

}  // namespace peersupport
