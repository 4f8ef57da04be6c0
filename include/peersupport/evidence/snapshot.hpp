// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/evidence/collection.hpp"
#include "peersupport/evidence/integrity_identity.hpp"
#include "peersupport/evidence/score_bin.hpp"
#include "peersupport/evidence/tally_header.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// The scores of one value in one unit, form and language, exactly.
struct snapshot_cell {
    std::string unit;
    std::string perspective;
    std::string form;
    std::string language;  ///< "en", "fr" or "" when it was not said
    std::string value;
    std::int64_t people = 0;              ///< with a score: the sum of the bins
    std::optional<std::int64_t> workers;  ///< distinct workers rated
    std::vector<score_bin> bins;          ///< ascending by answered, numerator, denominator
    friend bool operator==(const snapshot_cell&, const snapshot_cell&) = default;
};

/// How often people met what an eroded item describes.
struct snapshot_eroded {
    std::string unit;
    std::string perspective;
    std::string form;
    std::string language;
    std::string item;
    std::int64_t people = 0;  ///< who answered it
    std::int64_t ever = 0;
    std::int64_t often = 0;
    friend bool operator==(const snapshot_eroded&, const snapshot_eroded&) = default;
};

/// The state of one wave, against which change is measured later. `peersupport-snapshot-1`. **Private**: it holds exact
/// counts, so it stays inside the trust boundary as a tally does.
struct snapshot {
    used_instrument instrument;
    used_definition definition;
    peersupport::counted_by counted_by = peersupport::counted_by::response;
    peersupport::collection collection;
    std::string wave;
    std::vector<snapshot_cell> cells;     ///< ascending by unit, perspective, form, language, value
    std::vector<snapshot_eroded> eroded;  ///< in the same order, by item
    friend bool operator==(const snapshot&, const snapshot&) = default;
};

}  // namespace peersupport
