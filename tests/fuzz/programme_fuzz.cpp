// SPDX-License-Identifier: Apache-2.0
// Any bytes as a programme: reading and checking must not crash, and the same input gives the same report.
#include "error_check.hpp"
#include "peersupport/exchange/programme_json.hpp"
#include "peersupport/review/programme_check.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto read = peersupport::read_programme(input, peersupport::canonical());
    if (!read) {
        check_error(read.problems(), input);
        return 0;
    }
    for (const peersupport::date as_of : {peersupport::date{2020, 2, 29}, peersupport::date{2026, 6, 30}}) {
        const auto report = peersupport::check_programme(*read, peersupport::canonical(), as_of);
        if (!report) continue;
        const auto again = peersupport::check_programme(*read, peersupport::canonical(), as_of);
        require(again.has_value());
        require(peersupport::write_programme_report(*report) == peersupport::write_programme_report(*again));
    }
    return 0;
}
