// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/note_json.hpp"
#include "peersupport/exchange/role_json.hpp"
#include "peersupport/exchange/rule_pack_json.hpp"
#include "peersupport/review/bundled_rules.hpp"

#include <iterator>
#include <span>
#include <utility>
#include <vector>

namespace peersupport {

namespace {

result<rule_set> compile_with(std::span<const bundled_rules> own, std::vector<rule_pack> more) {
    std::vector<rule_pack> packs;
    for (const bundled_rules& file : own) {
        auto pack = read_rule_pack(file.json);
        if (!pack) return pack.problems();
        packs.push_back(*std::move(pack));
    }
    packs.insert(packs.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
    return rule_set::compile(std::move(packs));
}

}  // namespace

result<rule_set> compile_rules(std::vector<rule_pack> more) { return compile_with(bundled_rule_packs(), std::move(more)); }

const result<rule_set>& canonical_rules() {
    static const result<rule_set> made = compile_rules({});
    return made;
}

result<rule_set> compile_role_rules(std::vector<rule_pack> more) { return compile_with(bundled_role_rule_packs(), std::move(more)); }

const result<rule_set>& canonical_role_rules() {
    static const result<rule_set> made = compile_role_rules({});
    return made;
}

}  // namespace peersupport
