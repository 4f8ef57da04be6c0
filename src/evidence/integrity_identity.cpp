// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/integrity_identity.hpp"

namespace peersupport {

used_definition used(const definition_identity& identity) {
    return {std::string(identity.version), std::string(identity.digest), std::string(identity.overlay_id),
            std::string(identity.overlay_version), std::string(identity.overlay_digest)};
}

}  // namespace peersupport
