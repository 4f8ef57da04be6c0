// SPDX-License-Identifier: Apache-2.0
#include "exchange/problem_list.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace peersupport::exchange {

void problem_list::put(const entry& e) {
    constexpr std::size_t worth_sorting = 40 * error::limit;
    entries_.push_back(e);
    ++total_;
    if (entries_.size() >= worth_sorting) keep_first();
}

void problem_list::keep_first() {
    std::ranges::sort(entries_, {}, [](const entry& e) { return std::pair(e.position, e.order); });
    if (entries_.size() > error::limit) entries_.resize(error::limit, entries_.front());
}

error problem_list::to_error() {
    keep_first();
    error out;
    for (const entry& e : entries_) {
        std::string path = document_->pointer_to(e.pointer);
        if (!e.missing.empty()) path.append("/").append(e.missing);
        out.add(e.code, std::move(path), document_->at(e.position).offset);
    }
    out.total = total_;
    return out;
}

}  // namespace peersupport::exchange
