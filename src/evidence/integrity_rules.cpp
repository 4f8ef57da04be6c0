// SPDX-License-Identifier: Apache-2.0
#include "evidence/integrity_rules.hpp"

namespace peersupport::evidence {
namespace {

template <class T>
void take(const definition& from, std::string_view id, T& to, T divisor = T{1}) {
    const integrity_rule* row = from.find<integrity_rule>(id);
    if (row != nullptr && row->number.given) to = static_cast<T>(row->number.value) / divisor;
}

}  // namespace

integrity_rules rules_of(const definition& from) {
    integrity_rules to;
    take(from, "integrity-end-respondents", to.interval.ends, 100.0);
    take(from, "integrity-confidence", to.interval.confidence, 100.0);
    take(from, "integrity-views-margin", to.views_margin);
    take(from, "integrity-views-error", to.views_error, 100.0);
    take(from, "integrity-change-error", to.change_error, 100.0);
    take(from, "integrity-often-options", to.often_options);
    take(from, "integrity-region-units", to.region_units);
    take(from, "integrity-unnamed-units", to.unnamed_units);
    take(from, "integrity-waves-for-chart", to.waves_for_chart);
    take(from, "integrity-plan-ideas", to.plan_ideas);
    take(from, "integrity-look-again", to.look_again_waves);
    return to;
}

localized_string message_text(const definition& from, std::string_view id) {
    const integrity_message* row = from.find<integrity_message>(id);
    return row == nullptr ? localized_string{} : owned(row->text);
}

}  // namespace peersupport::evidence
