// SPDX-License-Identifier: Apache-2.0
// A call with its N-th allocation refused, N = 0, 1, 2 … To be included once in a program.
#pragma once

#include "check.h"
#include "refused_memory.hpp"

#include <cstdint>
#include <cstdio>
#include <initializer_list>

namespace {

long points = 0;

/// Whether a call may end well although memory was refused: std::stable_sort asks for memory to be faster, and sorts
/// in place when there is none. The call itself checks that what it made is the same then.
enum class refused { always_told, may_do_without };

/// `call` returns a status and frees what it made, having checked that a failure made nothing.
template <class Call>
void sweep(const char* name, int32_t expected, Call call, refused then = refused::always_told) {
    CHECK_STATUS(expected, call());
    long swept = 0, done_without = 0;
    for (const bool for_ever : {false, true}) {
        for (long n = 0;; ++n) {
            const long base = memory.live;
            memory = {.on = true, .for_ever = for_ever, .left = n, .refused = 0, .live = base};
            const int32_t status = call();
            memory.on = false;
            CHECK(memory.live == base);
            if (memory.refused == 0) {
                CHECK(status == expected);
                break;
            }
            if (status == expected) ++done_without;
            else CHECK(status == PEERSUPPORT_OUT_OF_MEMORY);
            ++swept;
            if (check_failures > 5) break;
        }
        CHECK_STATUS(expected, call());
    }
    if (then == refused::always_told) CHECK(done_without == 0);
    points += swept;
    std::printf("%-28s %6ld points\n", name, swept);
}

}  // namespace
