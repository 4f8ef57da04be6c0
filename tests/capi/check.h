/* SPDX-License-Identifier: Apache-2.0 */
/* The checks of the C tests: a failed one is printed and counted, the program goes on and ends with 1. */
#ifndef PEERSUPPORT_TEST_CHECK_H
#define PEERSUPPORT_TEST_CHECK_H

#include "peersupport.h"

#include <stdio.h>
#include <string.h>

static int check_failures;

#define CHECK(condition)                                                        \
    do {                                                                        \
        if (!(condition)) {                                                     \
            printf("%s:%d: failed: %s\n", __FILE__, __LINE__, #condition);      \
            ++check_failures;                                                   \
        }                                                                       \
    } while (0)

#define CHECK_STATUS(expected, call)                                            \
    do {                                                                        \
        const int32_t got_ = (call);                                            \
        if (got_ != (expected)) {                                               \
            printf("%s:%d: %s: %s, expected %s\n", __FILE__, __LINE__, #call,   \
                   peersupport_status_name(got_), #expected);                   \
            ++check_failures;                                                   \
        }                                                                       \
    } while (0)

#define CHECK_TEXT(expected, view)                                              \
    CHECK((view).size == strlen(expected) && memcmp((view).data, expected, (view).size) == 0)

static inline int check_result(void) { return check_failures ? 1 : 0; }

#endif
