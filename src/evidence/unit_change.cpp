// SPDX-License-Identifier: Apache-2.0
#include "evidence/unit_change.hpp"

#include <algorithm>

namespace peersupport::evidence {
namespace {

struct change_test {
    std::size_t value = 0;
    double p = 1;
};

value_change change_in(const assessment& at, const unit_counts& now, const unit_counts& then, std::size_t value,
                       std::vector<change_test>& tests) {
    value_change to;
    to.value = at.structure.values[value].id;
    if (now.values[value] != showing::shown || then.values[value] != showing::shown) return to;
    const score_moments before = moments_of(bins_of(at.structure.receivers(), then.group, value));
    const score_moments after = moments_of(bins_of(at.structure.receivers(), now.group, value));
    const mean_difference d = difference_of(after, before, at.rules.interval);
    to.then = mean_figure(before, at.rules.interval);
    to.now = mean_figure(after, at.rules.interval);
    to.difference = d.difference;
    tests.push_back({value, d.p});
    return to;
}

void judge(const assessment& at, const std::vector<change_test>& tests, std::vector<value_change>& values) {
    std::vector<double> p;
    for (const change_test& t : tests) p.push_back(t.p);
    const std::vector<double> adjusted = holm(p);
    for (std::size_t t = 0; t < tests.size(); ++t) {
        value_change& v = values[tests[t].value];
        v.adjusted = adjusted[t];
        v.verdict = adjusted[t] > at.rules.change_error          ? change_verdict::cannot_tell
                    : v.difference->low + v.difference->high > 0 ? change_verdict::higher
                                                                 : change_verdict::lower;
    }
}

bool same_versions(const assessment& at, const snapshot& baseline) {
    const tally_header& now = at.from.header();
    return baseline.instrument.id == now.instrument_id && baseline.instrument.digest == now.instrument_digest &&
           baseline.counted_by == now.counted_by && same_major(baseline.definition.version, at.against.version()) &&
           baseline.definition.overlay_digest == at.against.identity().overlay_digest;
}

}  // namespace

bool same_major(std::string_view first, std::string_view second) noexcept {
    return first.substr(0, first.find('.')) == second.substr(0, second.find('.'));
}

unit_change change_of(const assessment& at, const wave_table& table, std::size_t unit, const baseline_table* from) {
    unit_change to;
    if (from == nullptr) {
        to.reason = "msg-no-baseline";
        return to;
    }
    const snapshot& baseline = *from->stored;
    to.baseline = change_baseline{baseline.wave, baseline.instrument.version, baseline.instrument.digest,
                                  baseline.definition.version, baseline.definition.digest};
    if (!same_versions(at, baseline)) {
        to.reason = "msg-version-differs";
        return to;
    }
    const auto place = std::ranges::find(from->then.units, table.units[unit]);
    if (place == from->then.units.end()) {
        to.reason = "msg-no-baseline";
        return to;
    }
    const unit_counts& now = table.counts[0][unit];
    const unit_counts& then = from->then.counts[0][static_cast<std::size_t>(place - from->then.units.begin())];
    std::vector<change_test> tests;
    std::vector<value_change> values;
    for (std::size_t v = 0; v < at.structure.values.size(); ++v) values.push_back(change_in(at, now, then, v, tests));
    if (tests.empty()) {
        const bool now_shown = std::ranges::find(now.values, showing::shown) != now.values.end();
        to.reason = now_shown ? "msg-baseline-hidden" : "msg-not-established";
        return to;
    }
    judge(at, tests, values);
    to.measured = true;
    to.values = std::move(values);
    return to;
}

}  // namespace peersupport::evidence
