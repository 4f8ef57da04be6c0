// SPDX-License-Identifier: Apache-2.0
#include "evidence/integrity_messages.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace peersupport::evidence {
namespace {

using message_ids = std::set<std::string_view>;

void about_instrument(const assessment& at, message_ids& say) {
    say.insert({"msg-no-norms", "msg-not-for-appraisal", "msg-about-the-service", "msg-no-person-scores",
                "msg-integrity-from-receivers", "msg-interval", "msg-impact-never-caused"});
    if (at.by.standing == standing::proposed) say.insert("msg-not-validated");
    const co_production& with = at.by.co_production;
    if (with.co_written_by.empty() && with.tested_by.empty() && with.adopted_by.empty())
        say.insert("msg-not-co-produced");
    if (!at.by.open_questions.empty()) say.insert("msg-comments-elsewhere");
    if (std::ranges::any_of(at.against.integrity_rules(),
                            [](const integrity_rule& r) { return r.standing == standing::proposed; }))
        say.insert("msg-rules-proposed");
}

void about_collection(const assessment& at, const integrity_profile& found, message_ids& say) {
    if (found.counted_by == counted_by::response) say.insert("msg-counted-by-response");
    if (found.collection.simulated) say.insert("msg-simulated-data");
    if (!found.collection.described) say.insert("msg-collection-missing");
    bool invited = false, not_invited = false;
    for (const unit_profile& u : found.units) {
        for (const heard_people& h : u.heard) {
            if (h.perspective != at.structure.receivers().perspective || h.showing == showing::nobody) continue;
            if (h.leavers_invited) (*h.leavers_invited ? invited : not_invited) = true;
            const collection_heard* stated = stated_of(at, u.unit, u.wave, h.perspective);
            const bool counted = stated != nullptr && stated->invited;  // it may be known and not shown
            if (h.showing == showing::shown && !counted) say.insert("msg-response-rate-unknown");
        }
        for (const integrity_cell& c : u.cells) {
            if (c.languages.size() > 1) say.insert("msg-language-pooled");
            if (c.if_not_heard) say.insert("msg-non-response-bounds");
            if (c.complete_case) say.insert("msg-complete-case");
            if (c.perspective == "family") say.insert("msg-family-own-voice");
        }
    }
    if (not_invited && !invited) say.insert("msg-leavers-not-invited");  // of some units each says so itself
}

void about_request(const assessment& at, const integrity_request& asked, const integrity_profile& found,
                   message_ids& say) {
    if (!found.cut_set) say.insert("msg-no-cut-set");
    else if (found.cut_set->standing == standing::proposed) say.insert("msg-cut-set-not-adopted");
    if (!asked.overall) say.insert("msg-overall-off");
    if (at.policy.audience == readership::team && at.policy.workers_agreed) say.insert("msg-worker-agreement");
    if (!asked.own_unit.empty()) say.insert("msg-units-unnamed");
    if (found.units.size() > 1) say.insert("msg-no-comparison-of-services");
    if (found.region) say.insert("msg-region-by-units");
    if (found.equity) say.insert("msg-one-stratifier");
    const bool measured = std::ranges::any_of(found.units, [](const unit_profile& u) { return u.change.measured; });
    if (!measured) say.insert("msg-change-not-measurable");
}

}  // namespace

std::vector<named_text> messages_of(const assessment& at, const integrity_request& asked,
                                    const integrity_profile& found) {
    message_ids say;
    about_instrument(at, say);
    about_collection(at, found, say);
    about_request(at, asked, found, say);
    std::vector<named_text> to;
    for (const integrity_message& row : at.against.integrity_messages())
        if (say.contains(row.id)) to.push_back({std::string(row.id), owned(row.text)});
    return to;
}

}  // namespace peersupport::evidence
