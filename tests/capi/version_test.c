/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <fenv.h>

static void versions_are_consistent(void) {
    unsigned major = 0, minor = 0, patch = 0;
    CHECK(sscanf(peersupport_version(), "%u.%u.%u", &major, &minor, &patch) == 3);
    CHECK(peersupport_version_number() == major * 10000 + minor * 100 + patch);
    CHECK(peersupport_abi_version() == PEERSUPPORT_ABI_VERSION);
    CHECK(strcmp(peersupport_version(), PEERSUPPORT_TEST_VERSION) == 0);
    CHECK(sscanf(peersupport_definition_version(), "%u.%u.%u", &major, &minor, &patch) == 3);
    CHECK(strlen(peersupport_definition_version()) < 20); /* it ends in a NUL */
}

static void arithmetic_is_the_documented_one(void) {
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_self_test(&error));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_self_test(NULL));
}

static void another_rounding_mode_is_noticed(void) {
    static const int modes[] = {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    for (size_t i = 0; i < sizeof modes / sizeof *modes; ++i) {
        if (fesetround(modes[i])) continue;
        const int32_t status = peersupport_self_test(NULL);
        fesetround(FE_TONEAREST);
        CHECK_STATUS(PEERSUPPORT_INTERNAL, status);
    }
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_self_test(NULL));
}

int main(void) {
    versions_are_consistent();
    arithmetic_is_the_documented_one();
    another_rounding_mode_is_noticed();
    return check_result();
}
