// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guarded.hpp"
#include "peersupport/scoring/score.hpp"

#include <vector>

namespace peersupport::capi {

/// The arguments every batch call shares, checked and turned into the C++ ones. May throw std::bad_alloc.
class batch {
public:
    batch(const plan& by, const peersupport_column* columns, std::size_t column_count, std::size_t rows,
          std::int32_t policy, peersupport_invalid_report* into);

    /// ok, or why the arguments are refused.
    [[nodiscard]] status check() const noexcept { return check_; }
    [[nodiscard]] answers of() const noexcept { return {columns_, rows_}; }
    [[nodiscard]] invalid_policy policy() const noexcept { return policy_; }
    [[nodiscard]] invalid_report* found() noexcept { return &found_; }
    /// Tells the caller which cells were invalid, after a call that ended with `code`; returns its number.
    std::int32_t finish(status code, peersupport_error* detail) const noexcept;

private:
    status convert(const peersupport_column* columns, std::size_t count);

    std::size_t rows_;
    peersupport_invalid_report* into_;
    invalid_policy policy_ = invalid_policy::raise;
    std::vector<answer_column> columns_;
    std::vector<invalid_cell> places_;
    invalid_report found_;
    status check_ = status::ok;
};

}  // namespace peersupport::capi
