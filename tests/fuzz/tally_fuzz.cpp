// SPDX-License-Identifier: Apache-2.0
// Any bytes as a tally: as they are, and with a digest that fits, so that what lies behind it is reached. What is read
// is written as the same bytes, and adds up with itself only as far as shards allow. A header that names the survey is
// the survey's in all its forms, or refused by everything that reads an instrument's forms in a tally.
#include "error_check.hpp"
#include "peersupport/definition/definition.hpp"
#include "peersupport/evidence/integrity_assessment.hpp"
#include "peersupport/evidence/published_table.hpp"
#include "peersupport/evidence/tally.hpp"
#include "peersupport/evidence/tally_plan.hpp"
#include "peersupport/exchange/instrument_json.hpp"
#include "text/sha256.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace peersupport;

bool has_forms_of(const tally& of, const instrument& survey) {
    std::vector<std::string_view> ids;
    for (const tally_form& form : of.header().forms) ids.push_back(form.id);
    const auto plan = tally_plan::compile(survey, ids);
    return plan && plan->header().forms == of.header().forms;
}

void check_figures(const published_table& of) {
    for (const published_figure& f : of.figures())
        if (f.mean) require(*f.mean >= 0 && *f.mean <= 100);
}

void check_use(const tally& of) {
    static const instrument survey = *open_instrument("integrity-survey");
    integrity_request asked;
    asked.policy = {"", 5, 3, readership::general_public, false};
    const auto profile = assess_integrity(of, survey, canonical(), asked);
    const auto taken = take_snapshot(of, survey, canonical(), {}, {});
    publish_request parts;
    parts.policy = asked.policy;
    parts.groupings = {{true, false, false}, {}};
    const auto published = publish(of, survey, parts);
    if (!has_forms_of(of, survey)) return require(!profile && !taken && !published);
    if (profile) require(profile->collection.simulated == of.simulated());
    if (published) check_figures(published->table);
}

void check_one(std::string_view input) {
    const auto read = tally::from_bytes(input);
    if (!read) return check_error(read.problems(), input);
    require(read->to_bytes() == input);
    check_use(*read);
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
