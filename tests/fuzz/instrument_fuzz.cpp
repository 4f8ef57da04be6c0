// SPDX-License-Identifier: Apache-2.0
// Any bytes: reading must not crash; what was read must survive being written and read again, unchanged.
#include "peersupport/exchange/instrument_json.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_error(const peersupport::error& e, std::string_view input) {
    require(e.total >= 1 && !e.problems.empty() && e.problems.size() <= peersupport::error::limit);
    require(e.problems.size() <= e.total);
    std::size_t before = 0;
    for (const peersupport::problem& p : e.problems) {
        require(p.offset >= before && p.offset <= input.size());
        require(!peersupport::status_name(p.code).empty() && p.code != peersupport::status::internal);
        require(p.path.empty() || p.path.front() == '/');
        before = p.offset;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto first = peersupport::read_instrument(input);
    if (!first) {
        check_error(first.problems(), input);
        return 0;
    }
    const std::string written = peersupport::write_instrument(*first);
    const auto second = peersupport::read_instrument(written);
    require(second.has_value() && *second == *first);
    require(peersupport::write_instrument(*second) == written);
    return 0;
}
