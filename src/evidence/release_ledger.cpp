// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/release_ledger.hpp"

#include "evidence/release_audit.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <tuple>
#include <utility>

namespace peersupport {
namespace {

constexpr std::int64_t most_people = std::int64_t{1} << 40;

template <class T>
bool ascends(const std::vector<T>& values) {
    return std::adjacent_find(values.begin(), values.end(), std::greater_equal<T>()) == values.end();
}

bool is_sound(const release_population& p) {
    const bool persons = p.persons.empty() || (static_cast<std::int64_t>(p.persons.size()) == p.people &&
                                               p.persons.front() != 0 && ascends(p.persons));
    return p.people >= 0 && p.people <= most_people && persons && is_well_formed(p.key);
}

bool is_sound(const release_record& of, const release_figure& figure) {
    if (figure.populations.empty() || (figure.shown && figure.guarded) || (figure.by_units && !figure.shown) ||
        !ascends(figure.populations))
        return false;
    if (figure.populations.back() >= of.populations.size()) return false;
    const release_population& first = of.populations[figure.populations.front()];
    return std::all_of(figure.populations.begin(), figure.populations.end(), [&](std::size_t p) {
        return of.populations[p].scale == first.scale && of.populations[p].key.form == first.key.form;
    });
}

bool is_sound(const release_record& of) {
    if (of.minimum_people < 2 || of.minimum_people > most_people) return false;
    const auto out_of_order = [](const release_population& a, const release_population& b) {
        return std::tie(a.key, a.scale) >= std::tie(b.key, b.scale);
    };
    return std::adjacent_find(of.populations.begin(), of.populations.end(), out_of_order) == of.populations.end() &&
           std::all_of(of.populations.begin(), of.populations.end(), [](const auto& p) { return is_sound(p); }) &&
           std::all_of(of.figures.begin(), of.figures.end(), [&](const auto& f) { return is_sound(of, f); });
}

}  // namespace

result<release_ledger> release_ledger::of(std::vector<release_record> earlier) {
    for (std::size_t r = 0; r < earlier.size(); ++r)
        if (!is_sound(earlier[r])) return error(status::ledger_malformed, "/releases/" + std::to_string(r));
    release_ledger to;
    to.releases_ = std::move(earlier);
    return to;
}

status release_ledger::check(const release_record& next) const {
    if (!is_sound(next)) return status::ledger_malformed;
    std::vector<const release_record*> all;
    for (const release_record& earlier : releases_)
        if (earlier.instrument_digest == next.instrument_digest) all.push_back(&earlier);
    all.push_back(&next);
    return evidence::release_audit(all).check_last();
}

status release_ledger::add(release_record next) {
    const status s = check(next);
    if (s == status::ok) releases_.push_back(std::move(next));
    return s;
}

}  // namespace peersupport
