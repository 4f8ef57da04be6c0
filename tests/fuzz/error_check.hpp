// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdlib>
#include <string_view>

inline void require(bool holds) {
    if (!holds) std::abort();
}

/// Whether a reader was given one text, whose problems come in their order, or several, each with offsets of its own.
enum class input_texts { one, several };

/// What every error of a reader must be, whatever the input.
inline void check_error(const peersupport::error& e, std::string_view input, input_texts texts = input_texts::one) {
    require(e.total >= 1 && !e.problems.empty() && e.problems.size() <= peersupport::error::limit);
    require(e.problems.size() <= e.total);
    std::size_t before = 0;
    for (const peersupport::problem& p : e.problems) {
        require(p.offset >= before && p.offset <= input.size());
        require(!peersupport::status_name(p.code).empty() && p.code != peersupport::status::internal);
        require(p.path.empty() || p.path.front() == '/');
        if (texts == input_texts::one) before = p.offset;
    }
}
