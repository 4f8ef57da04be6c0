// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/tally_key.hpp"

#include "evidence/key_text.hpp"

namespace peersupport {

bool is_well_formed(const tally_key& key) noexcept {
    const bool language = key.language.empty() || key.language == "en" || key.language == "fr";
    return language && !key.unit.empty() && evidence::is_key_text(key.form) && evidence::is_key_text(key.unit) &&
           evidence::is_key_text(key.wave) && evidence::is_key_text(key.stratum);
}

}  // namespace peersupport
