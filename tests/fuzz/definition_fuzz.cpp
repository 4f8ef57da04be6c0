// SPDX-License-Identifier: Apache-2.0
// Any bytes: reading must not crash; what was read must survive being written and read again, unchanged.
#include "error_check.hpp"
#include "peersupport/definition/search.hpp"
#include "peersupport/exchange/definition_json.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto first = peersupport::read_definition(input);
    if (!first) {
        check_error(first.problems(), input);
        return 0;
    }
    const std::string written = peersupport::write_definition(**first);
    const auto second = peersupport::read_definition(written);
    require(second.has_value() && (*first)->digest().size() == 64);
    require(peersupport::write_definition(**second) == written);
    (void)peersupport::search(**first, "peer hope");
    return 0;
}
