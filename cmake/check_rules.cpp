// SPDX-License-Identifier: Apache-2.0
// check_rules [--role] FILE…: reads files of rules, of the role check when told so, tries every example of theirs, and fails when one does not come out right.
#include "peersupport/exchange/rule_pack_json.hpp"
#include "peersupport/review/rule_examples.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace peersupport;

void tell(const error& problems, const std::string& file) {
    for (const problem& p : problems.problems) std::cerr << file << p.path << ": " << status_text(p.code, language::en) << "\n";
}

}  // namespace

int main(int count, char** files) {
    std::vector<rule_pack> packs;
    const bool of_roles = count > 1 && std::string_view(files[1]) == "--role";
    for (int i = of_roles ? 2 : 1; i < count; ++i) {
        std::ifstream in(files[i], std::ios::binary);
        const std::string json{std::istreambuf_iterator<char>(in), {}};
        auto pack = read_rule_pack(json);
        if (!pack) return tell(pack.problems(), files[i]), 1;
        packs.push_back(*std::move(pack));
    }
    const auto rules = rule_set::compile(std::move(packs));
    if (!rules) return tell(rules.problems(), "rules"), 1;
    const auto failing = of_roles ? failing_role_examples(*rules) : failing_examples(*rules);
    for (const failing_example& f : failing) {
        const auto& said = *rules->find(f.rule)->languages[static_cast<std::size_t>(f.in)];
        std::cerr << f.rule << (f.in == language::fr ? " (fr)" : " (en)") << (f.bad ? " stays silent: " : " false alarm: ") << (f.bad ? said.bad : said.ok)[f.place] << "\n";
    }
    return failing.empty() ? 0 : 1;
}
