// SPDX-License-Identifier: Apache-2.0
#include "review/applied_profile.hpp"

#include <algorithm>

namespace peersupport::review {
namespace {

class application {
public:
    application(std::span<const review_rule> rules, error& problems) : rules_(rules), problems_(problems) {}

    void apply(const note_profile& what, applied_profile& to) {
        to.settings.resize(note_kinds * rules_.size());
        for (const element_request& asked : what.asked)
            if (rule_setting* at = setting(what, to, asked.kind, asked.rule)) at->level = asked.level;
        for (const rule_change& change : what.changes)
            for (std::size_t k = 0; k < note_kinds; ++k) {
                const auto kind = static_cast<note_kind>(k);
                if (!change.notes.empty() && std::ranges::find(change.notes, kind) == change.notes.end()) continue;
                rule_setting* at = setting(what, to, kind, change.rule);
                if (!at) break;
                at->off = !change.severity;
                at->severity = change.severity;
            }
        if (what.late) to.late = *what.late;
        as_individual(to, what);
    }

private:
    /// A minimal note is asked for what an individual one is, unless the profile speaks of it.
    void as_individual(applied_profile& to, const note_profile& what) const {
        if (std::ranges::any_of(what.asked, [](const element_request& e) { return e.kind == note_kind::minimal; })) return;
        for (std::size_t r = 0; r < rules_.size(); ++r)
            to.settings[static_cast<std::size_t>(note_kind::minimal) * rules_.size() + r].level = to.at(note_kind::individual, r).level;
    }

    rule_setting* setting(const note_profile& what, applied_profile& to, note_kind kind, const std::string& rule) {
        const auto at = std::ranges::find(rules_, rule, &review_rule::id);
        if (at == rules_.end()) {
            problems_.add(status::reference_unknown, "/profiles/" + what.id + "/" + rule);
            return nullptr;
        }
        return &to.settings[static_cast<std::size_t>(kind) * rules_.size() + static_cast<std::size_t>(at - rules_.begin())];
    }

    std::span<const review_rule> rules_;
    error& problems_;
};

}  // namespace

std::vector<applied_profile> apply_profiles(std::span<const note_profile> profiles, std::span<const review_rule> rules, error& problems) {
    std::vector<applied_profile> made;
    application application(rules, problems);
    for (std::size_t p = 0; p < profiles.size(); ++p) {
        applied_profile& to = made.emplace_back();
        if (!profiles[p].extends.empty()) {
            const auto before = profiles.first(p);
            const auto parent = std::ranges::find(before, profiles[p].extends, &note_profile::id);
            if (parent == before.end()) problems.add(status::reference_unknown, "/profiles/" + profiles[p].id + "/extends");
            else to = made[static_cast<std::size_t>(parent - before.begin())];
        }
        application.apply(profiles[p], to);
    }
    return made;
}

}  // namespace peersupport::review
