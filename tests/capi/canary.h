/* SPDX-License-Identifier: Apache-2.0 */
/* A text no error may ever hold, and where to put it: in place of each string value of a good file. */
#ifndef PEERSUPPORT_TEST_CANARY_H
#define PEERSUPPORT_TEST_CANARY_H

#include "check.h"

static const char canary[] = "Jane Roe 1961-03-04";
static const char quoted_canary[] = "\"Jane Roe 1961-03-04\"";

static inline int holds_canary(const char *text, size_t size) {
    for (size_t i = 0; i + 8 <= size; ++i)
        if (memcmp(text + i, canary, 8) == 0) return 1;
    return 0;
}

static inline void search_for_canary(const peersupport_problems *problems, const peersupport_error *error) {
    CHECK(!holds_canary((const char *)error, sizeof *error));
    for (size_t i = 0; i < peersupport_problems_count(problems); ++i) {
        peersupport_text path;
        CHECK_STATUS(PEERSUPPORT_OK, peersupport_problems_path(problems, i, &path));
        CHECK(!holds_canary(path.data, path.size));
    }
}

/* The next string at or after `from` that is no name of a member, from its quote on, and its size with both quotes;
   NULL when there is none. */
static inline const char *next_string_value(const char *from, size_t *size) {
    for (const char *at = strchr(from, '"'); at;) {
        const char *end = strchr(at + 1, '"');
        while (end[-1] == '\\') end = strchr(end + 1, '"');
        *size = (size_t)(end + 1 - at);
        const char *after = end + 1 + strspn(end + 1, " \n");
        if (*after != ':') return at;
        at = strchr(end + 1, '"');
    }
    return NULL;
}

#endif
