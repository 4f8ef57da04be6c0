// SPDX-License-Identifier: Apache-2.0
#include "review/finding_list.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::review {

finding_draft& finding_draft::id(std::string_view name, std::string_view value) {
    about_.emplace_back(value);
    words_.push_back({name, {std::string(value), std::string(value)}});
    return *this;
}

finding_draft& finding_draft::ids(std::string_view name, const std::vector<std::string>& values) {
    about_.insert(about_.end(), values.begin(), values.end());
    words_.push_back({name, list_of(values)});
    return *this;
}

finding_draft& finding_draft::row(std::string_view name, std::string_view id, const localized_text& label) {
    about_.emplace_back(id);
    const localized_text shown = label.empty() ? localized_text{id, id} : label;
    words_.push_back({name, {std::string(shown.en), std::string(shown.fr)}});
    return *this;
}

finding_draft& finding_draft::number(std::string_view name, std::int64_t value) {
    numbers_.push_back({name, value});
    return *this;
}

finding_draft& finding_draft::span(std::string_view name, const time_span& value) {
    words_.push_back({name, text_of(value)});
    return *this;
}

finding_draft& finding_draft::intervals(std::string_view name, std::int64_t count, const time_span& each) {
    words_.push_back({name, text_of(count, each)});
    return *this;
}

finding_draft& finding_draft::days(std::vector<date> all) {
    days_ = std::move(all);
    return *this;
}

finding_list::finding_list(const definition& of) : rules_(of.programme_rules()) {}

time_span finding_list::limit_of(std::string_view rule) const noexcept {
    const programme_rule* found = find_row(rules_, rule);
    if (found == nullptr || !found->limit.given) return {};
    return {found->limit.value, found->unit == interval_unit::none ? interval_unit::day : found->unit};
}

void finding_list::add(std::string_view rule, finding_draft&& draft) {
    const programme_rule* row = find_row(rules_, rule);
    if (row == nullptr) return;
    finding found;
    found.rule = row->id;
    found.need = row->need;
    found.level = row->level;
    found.gap = row->gap;
    found.change_ideas.assign(row->change_ideas.begin(), row->change_ideas.end());
    found.place = draft.where_.pointer();
    found.message = message_of(rule, draft.variant_, draft.words_, draft.numbers_);
    found.about = std::move(draft.about_);
    found.numbers = std::move(draft.numbers_);
    found.days = std::move(draft.days_);
    entries_.push_back({static_cast<std::size_t>(row - rules_.data()), draft.where_, std::move(found)});
}

void finding_list::finish(programme_report& report) && {
    std::stable_sort(entries_.begin(), entries_.end(), [](const entry& a, const entry& b) {
        if (a.rule != b.rule) return a.rule < b.rule;
        return a.where.order(b.where) < 0;
    });
    report.findings.reserve(entries_.size());
    for (entry& each : entries_) {
        switch (each.found.need) {
            case rule_need::missing: ++report.counts.missing; break;
            case rule_need::check: ++report.counts.check; break;
            case rule_need::say: ++report.counts.say; break;
        }
        report.findings.push_back(std::move(each.found));
    }
    entries_.clear();
}

}  // namespace peersupport::review
