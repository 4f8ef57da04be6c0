// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/note_json.hpp"
#include "peersupport/exchange/rule_pack_json.hpp"
#include "peersupport/review/bundled_rules.hpp"

#include <iterator>
#include <utility>
#include <vector>

namespace peersupport {

result<rule_set> compile_rules(std::vector<rule_pack> more) {
    std::vector<rule_pack> packs;
    for (const bundled_rules& file : bundled_rule_packs()) {
        auto pack = read_rule_pack(file.json);
        if (!pack) return pack.problems();
        packs.push_back(*std::move(pack));
    }
    packs.insert(packs.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
    return rule_set::compile(std::move(packs));
}

const result<rule_set>& canonical_rules() {
    static const result<rule_set> made = compile_rules({});
    return made;
}

}  // namespace peersupport
