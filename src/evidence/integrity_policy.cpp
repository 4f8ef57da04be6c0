// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/integrity_policy.hpp"

namespace peersupport {

result<integrity_policy> policy_of(const definition& from, std::string_view id, readership audience,
                                   bool workers_agreed) {
    const auto row = from.table("showing_policies")->find(id);
    const showing_policy* found = row ? from.find<showing_policy>(row->id()) : nullptr;
    if (found == nullptr) return error(status::not_found);
    return integrity_policy{std::string(found->id), found->minimum_people, found->minimum_workers, audience,
                            workers_agreed};
}

}  // namespace peersupport
