// SPDX-License-Identifier: Apache-2.0
// Any bytes as a collection, a snapshot, a ledger, or a request with or without answers: reading and assessing must not
// crash, what was read is written as it was, and the same input gives the same bytes.
#include "error_check.hpp"
#include "peersupport/evidence/integrity_assessment.hpp"
#include "peersupport/exchange/collection_json.hpp"
#include "peersupport/exchange/instrument_json.hpp"
#include "peersupport/exchange/integrity_json.hpp"
#include "peersupport/exchange/ledger_json.hpp"
#include "peersupport/exchange/published_json.hpp"
#include "peersupport/exchange/snapshot_json.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

/// Errors of a ledger that contradicts itself have a path and no offset.
void check_any_error(const peersupport::error& e, std::string_view input) {
    if (e.problems.front().offset != peersupport::problem::no_offset) check_error(e, input);
    else require(e.total >= 1 && e.code() != peersupport::status::internal);
}

template <class Read, class Write>
void check_round_trip(std::string_view input, Read read, Write write) {
    const auto once = read(input);
    if (!once) return check_any_error(once.problems(), input);
    const std::string written = write(*once);
    const auto twice = read(written);
    require(twice.has_value() && *twice == *once && write(*twice) == written);
}

void check_answers(std::string_view input) {
    static const peersupport::instrument survey = *peersupport::open_instrument("integrity-survey");
    const auto read = peersupport::read_answered_request(input, survey, peersupport::canonical());
    if (!read) return check_any_error(read.problems(), input);
    const auto bytes = read->answers.to_bytes();
    const auto again = peersupport::tally::from_bytes(bytes);
    require(again.has_value() && *again == read->answers);
    const auto profile = peersupport::assess_integrity(read->answers, survey, peersupport::canonical(), read->request);
    if (!profile) return check_any_error(profile.problems(), input);
    const auto same = peersupport::assess_integrity(*again, survey, peersupport::canonical(), read->request);
    require(same && write_integrity_profile(*same) == write_integrity_profile(*profile));
    const auto taken =
        peersupport::take_snapshot(read->answers, survey, peersupport::canonical(),
                                   read->request.collection.value_or(peersupport::collection{}), read->request.wave);
    if (taken) check_round_trip(write_snapshot(*taken), peersupport::read_snapshot, peersupport::write_snapshot);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    check_round_trip(input, peersupport::read_collection, peersupport::write_collection);
    check_round_trip(input, peersupport::read_snapshot, peersupport::write_snapshot);
    check_round_trip(input, peersupport::read_ledger, peersupport::write_ledger);
    const auto asked = peersupport::read_integrity_request(input, peersupport::canonical());
    if (!asked) check_any_error(asked.problems(), input);
    const auto published = peersupport::read_publish_request(input, peersupport::canonical());
    if (!published) check_any_error(published.problems(), input);
    check_answers(input);
    return 0;
}
