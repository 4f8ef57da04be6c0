// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/integrity_json.hpp"

#include "peersupport/evidence/integrity_assessment.hpp"
#include "peersupport/exchange/snapshot_json.hpp"

namespace peersupport {

namespace {

result<std::string> profile_of(const tally& from, const instrument& by, const definition& against,
                               const integrity_request& asked) {
    const auto profile = assess_integrity(from, by, against, asked);
    if (!profile) return profile.problems();
    return write_integrity_profile(*profile);
}

result<std::string> snapshot_of(const tally& from, const instrument& by, const definition& against,
                                const integrity_request& asked) {
    const auto taken = take_snapshot(from, by, against, asked.collection.value_or(collection{}), asked.wave);
    if (!taken) return taken.problems();
    return write_snapshot(*taken);
}

}  // namespace

result<std::string> assess_integrity_json(const tally& from, const instrument& by, const definition& against,
                                          std::string_view request) {
    const auto asked = read_integrity_request(request, against);
    if (!asked) return asked.problems();
    return profile_of(from, by, against, *asked);
}

result<std::string> assess_integrity_json(const instrument& by, const definition& against, std::string_view request) {
    const auto asked = read_answered_request(request, by, against);
    if (!asked) return asked.problems();
    return profile_of(asked->answers, by, against, asked->request);
}

result<std::string> take_snapshot_json(const tally& from, const instrument& by, const definition& against,
                                       std::string_view request) {
    const auto asked = read_integrity_request(request, against);
    if (!asked) return asked.problems();
    return snapshot_of(from, by, against, *asked);
}

result<std::string> take_snapshot_json(const instrument& by, const definition& against, std::string_view request) {
    const auto asked = read_answered_request(request, by, against);
    if (!asked) return asked.problems();
    return snapshot_of(asked->answers, by, against, asked->request);
}

}  // namespace peersupport
