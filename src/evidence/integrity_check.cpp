// SPDX-License-Identifier: Apache-2.0
#include "evidence/integrity_check.hpp"

#include "evidence/tally_check.hpp"
#include "peersupport/text/day_number.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace peersupport::evidence {
namespace {

constexpr std::int64_t most_counted = std::int64_t{1} << 53;
// A line of a collection makes a whole unit of a profile, some thousand times as long.
constexpr std::size_t most_units = 2000;

std::string at_place(const std::string& path, std::size_t i) { return path + '/' + std::to_string(i); }

void check_period(date from, date to, const std::string& path, error& problems) {
    if (!is_valid(from) || !is_valid(to) || to <= from) problems.add(status::date_out_of_range, path);
}

void check_policy(const integrity_policy& policy, error& problems) {
    if (policy.minimum_people == 0) problems.add(status::policy_missing, "/policy");
    else if (policy.minimum_people < least_minimum_people)
        problems.add(status::policy_too_low, "/policy/minimum_people");
    if (policy.minimum_people != 0 && policy.minimum_workers < 1)
        problems.add(status::policy_too_low, "/policy/minimum_workers");
}

bool is_sound(const snapshot_cell& c) {
    std::int64_t people = 0;
    for (std::size_t i = 0; i < c.bins.size(); ++i) {
        const score_bin& b = c.bins[i];
        const bool inside = b.denominator > 0 && b.numerator >= 0 && b.numerator / 100 <= b.denominator &&
                            b.denominator <= most_counted;
        if (!inside || b.answered < 1 || b.people < 1 || b.people > most_counted) return false;
        if (i > 0 && score_bin::order(c.bins[i - 1], b) >= 0) return false;
        people += b.people;
        if (people > most_counted) return false;
    }
    return people == c.people && (!c.workers || *c.workers >= 0);
}

void check_baseline(const snapshot& baseline, error& problems) {
    for (std::size_t i = 0; i < baseline.cells.size(); ++i)
        if (!is_sound(baseline.cells[i])) problems.add(status::field_value, at_place("/baseline/cells", i));
    check_collection(baseline.collection, "/baseline/collection", problems);
}

bool is_indigenous(std::string_view stratifier) noexcept {
    for (const std::string_view word :
         {"indigenous", "autochtone", "first-nation", "premiere-nation", "premieres-nation", "inuit", "metis"})
        if (stratifier.find(word) != std::string_view::npos) return true;
    return false;
}

void check_stratifier(const tally& from, const integrity_request& asked, error& problems) {
    if (asked.stratifier.empty()) return;
    std::string folded = asked.stratifier;
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (is_indigenous(folded) && (asked.community_governance.en.empty() || asked.community_governance.fr.empty()))
        problems.add(status::governance_missing, "/stratifier");
    if (std::ranges::all_of(from.cells(), [](const tally_cell& c) { return c.key.stratum.empty(); }))
        problems.add(status::stratifier_unknown, "/stratifier");
}

void check_process(const std::vector<process_series>& process, error& problems) {
    for (std::size_t i = 0; i < process.size(); ++i)
        for (std::size_t p = 0; p < process[i].points.size(); ++p) {
            const process_count& c = process[i].points[p];
            if (c.events < 0 || c.of < 0 || c.of > most_counted / 1024 || c.events > most_counted / 1024)
                problems.add(status::field_value, at_place(at_place("/process", i) + "/points", p));
        }
}

/// Units of a wave, also those that only the collection names.
void check_units(const tally& from, const integrity_request& asked, error& problems) {
    std::map<std::string_view, std::set<std::string_view>> units;
    const auto too_many = [&units] {
        return std::ranges::any_of(units, [](const auto& wave) { return wave.second.size() > most_units; });
    };
    for (const tally_cell& c : from.cells()) units[c.key.wave].insert(c.key.unit);
    if (too_many()) return problems.add(status::too_large, "/wave");
    if (!asked.collection) return;
    for (const collection_heard& h : asked.collection->heard)
        if (const auto at = units.find(h.wave); at != units.end()) at->second.insert(h.unit);
    if (too_many()) problems.add(status::too_large, "/collection/heard");
}

/// First and last day of a wave, as stated or as answered.
using wave_days = std::optional<std::pair<std::int32_t, std::int32_t>>;

wave_days days_of(const tally& from, const collection* how, std::string_view wave) {
    if (how != nullptr)
        if (const collection_wave* w = find_wave(*how, wave))
            return std::pair(day_number(w->from), day_number(w->to) - 1);
    wave_days to;
    for (const tally_cell& c : from.cells()) {
        if (c.key.wave != wave || c.first_day == no_day) continue;
        to = to ? std::pair(std::min(to->first, c.first_day), std::max(to->second, c.last_day))
                : std::pair(c.first_day, c.last_day);
    }
    return to;
}

}  // namespace

const cut_set* find_cut_set(const definition& in, std::string_view id) {
    const auto row = in.table("cut_sets")->find(id);
    return row ? in.find<cut_set>(row->id()) : nullptr;
}

std::vector<std::string_view> waves_of(const tally& from, const collection* how, const day_period* period) {
    std::map<std::string_view, wave_days> days;
    for (const tally_cell& c : from.cells()) days.try_emplace(c.key.wave);
    bool all = true;
    for (auto& [wave, d] : days) all = (d = days_of(from, how, wave)).has_value() && all;
    std::vector<std::string_view> to;
    for (const auto& [wave, d] : days) {
        const bool inside =
            period == nullptr || (d && d->first >= day_number(period->from) && d->second < day_number(period->to));
        if (inside) to.push_back(wave);
    }
    if (all) std::ranges::stable_sort(to, {}, [&](std::string_view w) { return *days[w]; });
    return to;
}

void check_instrument(const tally& from, const instrument& by, error& problems) {
    if (by.subject != instrument_subject::service) problems.add(status::subject_refused, "/instrument");
    else if (!is_tally_of(from.header(), by)) problems.add(status::tally_other, "/instrument");
}

void check_collection(const collection& how, const std::string& path, error& problems) {
    for (std::size_t i = 0; i < how.waves.size(); ++i)
        check_period(how.waves[i].from, how.waves[i].to, at_place(path + "/waves", i), problems);
    for (std::size_t i = 0; i < how.heard.size(); ++i) {
        const collection_heard& h = how.heard[i];
        for (const auto& count : {h.eligible, h.invited, h.responded, h.refused, h.workers})
            if (count && (*count < 0 || *count > most_counted))
                problems.add(status::field_value, at_place(path + "/heard", i));
    }
}

void check_request(const tally& from, const definition& against, const integrity_request& asked,
                   const std::vector<std::string_view>& waves, error& problems) {
    check_policy(asked.policy, problems);
    check_units(from, asked, problems);
    if (waves.empty() || (!asked.wave.empty() && std::ranges::find(waves, std::string_view(asked.wave)) == waves.end()))
        problems.add(status::wave_unknown, "/wave");
    if (!asked.cut_set.empty() && find_cut_set(against, asked.cut_set) == nullptr)
        problems.add(status::cut_set_unknown, "/cut_set");
    if (asked.baseline) check_baseline(*asked.baseline, problems);
    if (asked.reliability &&
        (asked.reliability->people < 0 || !(asked.reliability->lower >= -1 && asked.reliability->lower <= 1)))
        problems.add(status::field_value, "/reliability");
    check_stratifier(from, asked, problems);
    check_process(asked.process, problems);
}

}  // namespace peersupport::evidence
