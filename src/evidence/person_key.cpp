// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/person_key.hpp"

#include "text/hmac.hpp"

#include <string>

namespace peersupport {
namespace {

using namespace std::string_view_literals;

// With the zero byte no label is the beginning of another.
std::string_view label_of(key_role role) noexcept { return role == key_role::person ? "person\0"sv : "worker\0"sv; }

}  // namespace

keyed_hash::keyed_hash(std::string_view secret, key_role role) : label_(label_of(role)) {
    const hmac_sha256 keyed(secret);
    inner_ = keyed.inner.words;
    outer_ = keyed.outer.words;
}

std::uint64_t keyed_hash::operator()(std::string_view id) const {
    if (id.empty()) return no_person;
    const sha256_words digest = hmac_sha256(inner_, outer_)(std::string(label_).append(id));
    const std::uint64_t key = std::uint64_t{digest[0]} << 32 | digest[1];
    return key == no_person ? 1 : key;
}

std::uint64_t person_key(std::string_view secret, std::string_view id) {
    return keyed_hash(secret, key_role::person)(id);
}
std::uint64_t worker_key(std::string_view secret, std::string_view id) {
    return keyed_hash(secret, key_role::worker)(id);
}

}  // namespace peersupport
