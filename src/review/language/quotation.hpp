// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/language/token.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace peersupport::review {

/// Words between quotation marks: tokens begin … end − 1, marks not included.
struct quotation {
    std::uint32_t begin, end;
};

/// Quotations in the order they begin. Marks are paired by kind; apostrophes and '90s open nothing; what is not
/// closed ends with its paragraph.
void find_quotations(std::span<const token> tokens, std::vector<quotation>& to);

}  // namespace peersupport::review
