// SPDX-License-Identifier: Apache-2.0
// Any bytes as a tally: as they are, and with a digest that fits, so that what lies behind it is reached. What is read
// is written as the same bytes, and adds up with itself only as far as shards allow.
#include "error_check.hpp"
#include "peersupport/evidence/tally.hpp"
#include "text/sha256.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace peersupport;

void check_one(std::string_view input) {
    const auto read = tally::from_bytes(input);
    if (!read) return check_error(read.problems(), input);
    require(read->to_bytes() == input);
    tally both = *read;
    const status again = both.merge(*read);
    require(read->shards().empty() ? again == status::ok : again == status::shard_repeated);
    require(both == *read);
    tally from_nothing;
    require(from_nothing.merge(*read) == status::ok && from_nothing == *read);
    tally joined = *read;
    const status s = joined.join(*read);  // every count doubled, or refused as a whole
    require(s == status::ok || joined == *read);
    if (s == status::ok) require(tally::from_bytes(joined.to_bytes(), std::size_t{1} << 31).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    check_one(input);
    const std::string body(input.substr(0, size > 64 ? size - 64 : size));
    check_one(body + sha256(body));
    return 0;
}
