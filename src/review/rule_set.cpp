// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/rule_set.hpp"

#include "review/compiled_rules.hpp"
#include "review/rule_compiler.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <utility>

namespace peersupport {

result<rule_set> rule_set::compile(std::vector<rule_pack> packs) {
    error problems;
    auto made = std::make_shared<review::compiled_rules>();
    review::compile_language(language::en, packs, *made, problems);
    review::compile_language(language::fr, packs, *made, problems);
    std::string digests;
    for (rule_pack& pack : packs) {
        digests += pack.digest + "\n";
        for (review_rule& rule : pack.rules) {
            if (std::ranges::find(made->rules, rule.id, &review_rule::id) != made->rules.end()) problems.add(status::id_duplicate, rule.id);
            if (rule.finder != review_finder::none) made->with_finder.push_back(static_cast<std::uint32_t>(made->rules.size()));
            made->rules.push_back(std::move(rule));
        }
        for (note_profile& profile : pack.profiles) {
            if (std::ranges::find(made->profiles, profile.id, &note_profile::id) != made->profiles.end()) problems.add(status::id_duplicate, profile.id);
            made->profiles.push_back(std::move(profile));
        }
    }
    made->without_profile.settings.resize(note_kinds * made->rules.size());
    made->applied = review::apply_profiles(made->profiles, made->rules, problems);
    if (problems.total) return problems;
    made->digest = sha256(digests);
    rule_set set;
    set.rules_ = std::move(made);
    return set;
}

std::span<const review_rule> rule_set::rules() const noexcept { return rules_->rules; }

const review_rule* rule_set::find(std::string_view id) const noexcept {
    const auto at = std::ranges::find(rules_->rules, id, &review_rule::id);
    return at == rules_->rules.end() ? nullptr : &*at;
}

std::span<const note_profile> rule_set::profiles() const noexcept { return rules_->profiles; }

const note_profile* rule_set::find_profile(std::string_view id) const noexcept {
    const auto at = std::ranges::find(rules_->profiles, id, &note_profile::id);
    return at == rules_->profiles.end() ? nullptr : &*at;
}

std::string_view rule_set::digest() const noexcept { return rules_->digest; }

}  // namespace peersupport
