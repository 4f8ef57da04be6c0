/* SPDX-License-Identifier: Apache-2.0 */
/* A job description in sections, and an activity log. */
#pragma once

static const char small_role_json[] =
    "{\"format\": \"peersupport-role-description-1\", \"language\": \"en\", \"text\": \"You administer medication at night.\", "
    "\"sections\": {\"out_of_scope\": [\"Search rooms\"], \"pay\": \"$31 an hour, with benefits\"}}";
static const char small_log_json[] =
    "{\"format\": \"peersupport-role-description-1\", \"language\": \"en\", \"activities\": [{\"activity\": \"Collected urine samples\", "
    "\"minutes\": 30}, {\"activity\": \"Emails\", \"minutes\": 45, \"code\": \"administration\"}]}";
