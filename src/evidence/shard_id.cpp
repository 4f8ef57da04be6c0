// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/shard_id.hpp"

#include "evidence/key_hash.hpp"

namespace peersupport {

shard_id shard_named(std::string_view name) {
    const std::string digest = sha256(name);
    return {evidence::word_of_digest(digest, 0), evidence::word_of_digest(digest, 1)};
}

}  // namespace peersupport
