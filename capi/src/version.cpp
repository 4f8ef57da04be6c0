// SPDX-License-Identifier: Apache-2.0
#include "guarded.hpp"
#include "peersupport/definition/version.hpp"

#include <bit>

namespace {

// volatile keeps the compiler from computing these while it builds: the machine has to.
volatile const double one = 1.0;
volatile const double three = 3.0;
volatile const double seven = 7.0;
volatile const double hundred = 100.0;
volatile const double half_step = 0x1p-53;
volatile const double above_one = 1.0 + 0x1p-27;
volatile const double below_one = 1.0 - 0x1p-27;

bool rounds_to_nearest() noexcept {
    const double tie_up = one + half_step;
    const double tie_down = -one - half_step;
    const double past_tie = one + 3 * half_step / 2;
    return tie_up == 1.0 && tie_down == -1.0 && past_tie == 1.0 + 0x1p-52;
}

bool products_are_rounded() noexcept {
    // (1 + 2^-27)(1 - 2^-27) = 1 - 2^-54 rounds to 1; a fused or wider multiply-add would keep -2^-54.
    const double fused = above_one * below_one - one;
    return fused == 0.0;
}

bool quotients_are_exact() noexcept {
    return std::bit_cast<std::uint64_t>(one / three) == 0x3FD5555555555555U &&
           std::bit_cast<std::uint64_t>(hundred / seven) == 0x402C924924924925U &&
           std::bit_cast<std::uint64_t>(-seven / three) == 0xC002AAAAAAAAAAABU;
}

}  // namespace

const char* peersupport_version(void) { return PEERSUPPORT_VERSION; }

uint32_t peersupport_version_number(void) { return PEERSUPPORT_VERSION_NUMBER; }

uint32_t peersupport_abi_version(void) { return PEERSUPPORT_ABI_VERSION; }

// A string literal, so the view ends in a NUL; a test holds it to that.
const char* peersupport_definition_version(void) { return peersupport::tables::version.data(); }

int32_t peersupport_self_test(peersupport_error* error) {
    return peersupport::capi::guarded(error, [] {
        return rounds_to_nearest() && products_are_rounded() && quotients_are_exact() ? PEERSUPPORT_OK
                                                                                      : PEERSUPPORT_INTERNAL;
    });
}
