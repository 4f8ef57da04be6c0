/* SPDX-License-Identifier: Apache-2.0 */
/* Linked with a copy of capi/src/version.cpp that may fuse multiplication and addition: the self test must see it. */
#include "check.h"

int main(void) {
    if (!__builtin_cpu_supports("fma")) return 0;
    CHECK_STATUS(PEERSUPPORT_INTERNAL, peersupport_self_test(NULL));
    return check_result();
}
