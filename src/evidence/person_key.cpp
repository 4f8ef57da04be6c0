// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/person_key.hpp"

#include "evidence/key_hash.hpp"

namespace peersupport {

std::uint64_t person_key(std::string_view secret, std::string_view id) {
    if (id.empty()) return no_person;
    const std::uint64_t key = evidence::word_of_digest(sha256(std::string(secret).append(id)), 0);
    return key == no_person ? 1 : key;
}

}  // namespace peersupport
