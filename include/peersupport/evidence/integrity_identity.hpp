// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/identity.hpp"

#include <string>

namespace peersupport {

/// Which instrument an output was made with.
struct used_instrument {
    std::string id;
    std::string version;
    std::string digest;  ///< SHA-256 of its structure, 64 hexadecimal digits
    friend bool operator==(const used_instrument&, const used_instrument&) = default;
};

/// Which definition. Owns its words, so that an output outlives the definition.
struct used_definition {
    std::string version;
    std::string digest;
    std::string overlay_id;  ///< empty without an overlay
    std::string overlay_version;
    std::string overlay_digest;
    friend bool operator==(const used_definition&, const used_definition&) = default;
};

[[nodiscard]] used_definition used(const definition_identity& identity);

}  // namespace peersupport
