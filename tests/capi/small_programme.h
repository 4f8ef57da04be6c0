/* SPDX-License-Identifier: Apache-2.0 */
/* A programme with one agency, two positions and little else; it works with rows of the canonical definition. */
#ifndef PEERSUPPORT_TEST_SMALL_PROGRAMME_H
#define PEERSUPPORT_TEST_SMALL_PROGRAMME_H

#include "small_definition.h"

static const char small_programme_json[] =
    "{\"format\": \"peersupport-programme-1\", \"id\": \"small\", \"name\": {\"en\": \"Small\", \"fr\": \"Petit\"},\n"
    " \"period\": {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"}, \"regions\": [{\"id\": \"north\"}],\n"
    " \"hub\": {\"id\": \"hub\"},\n"
    " \"agencies\": [{\"id\": \"agency-a\", \"region\": \"north\", \"setting\": \"emergency-department\",\n"
    "   \"core_elements\": [\"core-support-groups\"], \"service_forms\": []}],\n"
    " \"positions\": [{\"id\": \"one\", \"agency\": \"agency-a\", \"role\": \"peer-supporter\", \"started\": \"2026-02-02\",\n"
    "   \"networks\": [\"peers\"], \"training\": [{\"component\": \"train-foundations\", \"date\": \"2026-03-01\"}]},\n"
    "  {\"id\": \"two\", \"agency\": \"agency-a\", \"role\": \"role-peer-supporter\", \"vacant_since\": \"2026-01-05\",\n"
    "   \"networks\": [], \"training\": []}],\n"
    " \"supervisors\": [],\n"
    " \"networks\": [{\"id\": \"peers\", \"connection\": \"connection-peer-network\", \"joins_hub\": true,\n"
    "   \"meetings\": [\"2026-01-20\", \"2026-02-17\", \"2026-09-01\"]}],\n"
    " \"tables\": [], \"evaluation\": {\"evaluator\": false, \"integrity\": [], \"impact\": [{\"from\": \"2026-04-01\"}]}}\n";

static inline int32_t check_on(const peersupport_definition *by, const char *day, peersupport_string **report) {
    return peersupport_programme_check(by, small_programme_json, sizeof small_programme_json - 1, day, strlen(day),
                                       report, NULL, NULL);
}

#endif
