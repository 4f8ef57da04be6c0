// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/showing.hpp"

namespace peersupport {

std::string_view message_of(showing of) noexcept {
    switch (of) {
        case showing::shown: break;
        case showing::too_few_people: return "msg-too-few-people";
        case showing::too_few_workers: return "msg-too-few-workers";
        case showing::no_worker_count: return "msg-no-worker-count";
        case showing::hidden_to_protect: return "msg-hidden-to-protect";
        case showing::nobody: return "msg-nobody-answered";
    }
    return {};
}

}  // namespace peersupport
