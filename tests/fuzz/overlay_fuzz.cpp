// SPDX-License-Identifier: Apache-2.0
// Any bytes as an overlay: laying it must not crash, and what everybody shares must still be there.
#include "error_check.hpp"
#include "peersupport/exchange/definition_json.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto made = peersupport::lay_over(peersupport::canonical_pointer(), input);
    if (!made) {
        check_error(made.problems(), input);
        return 0;
    }
    const peersupport::definition& d = **made;
    require(d.values().size() == 7 && d.digest() == peersupport::canonical().digest());
    require(d.identity().overlay_digest.size() == 64);
    for (const auto id : d.changes().off) require(!d.row(id).has_value());
    for (const auto id : d.changes().added) require(d.row(id).has_value());
    (void)peersupport::write_definition(d);
    return 0;
}
