/* SPDX-License-Identifier: Apache-2.0 */
/* A note with a word of each kind, and a pack of one rule. */
#pragma once

#define SMALL_NOTE_TEXT "Sam is an addict. \\u201CPeople call Joe an addict,\\u201D she said. \\uD83D\\uDE00 He refused his meds."
static const char small_note_json[] =
    "{\"format\": \"peersupport-note-1\", \"text\": \"" SMALL_NOTE_TEXT "\", \"language\": \"en\", "
    "\"fields\": {\"service_date\": \"2026-03-02\", \"start\": \"14:00\", \"end\": \"13:00\", \"reviewed_together\": true, "
    "\"people_present\": [\"Sam\", \"I\"]}, \"now\": \"2026-03-03T10:00\"}";
static const char small_pack_json[] =
    "{\"format\": \"peersupport-review-rules-1\", \"id\": \"ours\", \"version\": \"1.0.0\", \"rules\": [{\"id\": \"OURS-001\", "
    "\"category\": \"STIG\", \"severity\": \"error\", \"sureness\": \"high\", \"en\": {\"title\": \"t\", \"message\": \"Our word.\", "
    "\"explanation\": \"e\", \"patterns\": [\"frobnicator\"], \"bad\": [\"a\", \"b\", \"c\"], \"ok\": [\"d\", \"e\", \"f\"]}}]}";
