// SPDX-License-Identifier: Apache-2.0
// The calls of the note check, as out_of_memory_test.cpp does with the others.
#include "refused_call.hpp"
#include "small_note.h"
#include "small_role.h"

#include <cstring>

namespace {

int32_t check_note(const peersupport_rules* by, const char* json, bool as_text) {
    peersupport_note_report* report = nullptr;
    peersupport_problems* problems = nullptr;
    const int32_t status = as_text ? peersupport_note_check_text(by, json, strlen(json), PEERSUPPORT_ANY_LANGUAGE, &report, nullptr)
                                   : peersupport_note_check(by, json, strlen(json), &report, &problems, nullptr);
    CHECK((status == PEERSUPPORT_OK) == (report != nullptr));
    if (status == PEERSUPPORT_OUT_OF_MEMORY) CHECK(!problems);
    peersupport_problems_free(problems);
    peersupport_note_report_free(report);
    return status;
}

int32_t write_note_report(const peersupport_note_report* report, bool sarif) {
    peersupport_string* made = nullptr;
    const int32_t status = sarif ? peersupport_note_report_sarif(report, PEERSUPPORT_ANY_LANGUAGE, "n", 1, &made, nullptr)
                                 : peersupport_note_report_json(report, PEERSUPPORT_FRENCH, &made, nullptr);
    CHECK((status == PEERSUPPORT_OK) == (made != nullptr));
    peersupport_string_free(made);
    return status;
}

/// Compiling all rules asks for memory a million times: looked at where it is refused early, late and in between.
void sample_rules() {
    const peersupport_text pack = {small_pack_json, sizeof small_pack_json - 1};
    for (long n = 0;; n = n * 3 + 1) {
        const long base = memory.live;
        peersupport_rules* rules = nullptr;
        memory = {.on = true, .for_ever = false, .left = n, .refused = 0, .live = base};
        const int32_t status = peersupport_rules_create(&pack, 1, &rules, nullptr, nullptr);
        memory.on = false;
        const bool refused_any = memory.refused > 0;
        if (refused_any) CHECK_STATUS(PEERSUPPORT_OUT_OF_MEMORY, status);
        else CHECK_STATUS(PEERSUPPORT_OK, status);
        CHECK((status == PEERSUPPORT_OK) == (rules != nullptr));
        peersupport_rules_free(rules);
        CHECK(memory.live == base);
        if (!refused_any || check_failures > 5) break;
        ++points;
    }
}

void sweep_notes() {
    static const char wrong_note[] = "{\"format\": \"peersupport-note-1\", \"text\": 7, \"fields\": {\"x\": 1}, \"kind\": 3}";
    peersupport_rules* rules = nullptr;
    peersupport_note_report* report = nullptr;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_rules_create(nullptr, 0, &rules, nullptr, nullptr));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_note_check(rules, small_note_json, sizeof small_note_json - 1, &report, nullptr, nullptr));
    sweep("note_check", PEERSUPPORT_OK, [=] { return check_note(rules, small_note_json, false); }, refused::may_do_without);
    sweep("note_check, wrong", PEERSUPPORT_FIELD_TYPE, [=] { return check_note(rules, wrong_note, false); });
    sweep("note_check_text", PEERSUPPORT_OK, [=] { return check_note(rules, "She is an addict.", true); }, refused::may_do_without);
    sweep("note_report_json", PEERSUPPORT_OK, [=] { return write_note_report(report, false); });
    sweep("note_report_sarif", PEERSUPPORT_OK, [=] { return write_note_report(report, true); });
    sample_rules();
    peersupport_note_report_free(report);
    peersupport_rules_free(rules);
}

int32_t check_role(const peersupport_rules* by, const char* json) {
    peersupport_role_report* report = nullptr;
    peersupport_problems* problems = nullptr;
    const int32_t status = peersupport_role_check(by, json, strlen(json), &report, &problems, nullptr);
    CHECK((status == PEERSUPPORT_OK) == (report != nullptr));
    if (status == PEERSUPPORT_OUT_OF_MEMORY) CHECK(!problems);
    peersupport_problems_free(problems);
    peersupport_role_report_free(report);
    return status;
}

int32_t write_role(const peersupport_role_report* report, int what) {
    peersupport_string* made = nullptr;
    const int32_t status = what == 0   ? peersupport_role_report_json(report, PEERSUPPORT_FRENCH, &made, nullptr)
                           : what == 1 ? peersupport_role_report_sarif(report, PEERSUPPORT_FRENCH, "r", 1, &made, nullptr)
                                       : peersupport_role_report_suggest(report, small_role_json, sizeof small_role_json - 1, PEERSUPPORT_ENGLISH, &made, nullptr, nullptr);
    CHECK((status == PEERSUPPORT_OK) == (made != nullptr));
    peersupport_string_free(made);
    return status;
}

void sweep_roles() {
    peersupport_rules* rules = nullptr;
    peersupport_role_report* report = nullptr;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_rules_create(nullptr, 0, &rules, nullptr, nullptr));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_role_check(rules, small_role_json, sizeof small_role_json - 1, &report, nullptr, nullptr));
    sweep("role_check", PEERSUPPORT_OK, [=] { return check_role(rules, small_role_json); }, refused::may_do_without);
    sweep("role_check, log", PEERSUPPORT_OK, [=] { return check_role(rules, small_log_json); }, refused::may_do_without);
    sweep("role_report_json", PEERSUPPORT_OK, [=] { return write_role(report, 0); });
    sweep("role_report_sarif", PEERSUPPORT_OK, [=] { return write_role(report, 1); });
    sweep("role_report_suggest", PEERSUPPORT_OK, [=] { return write_role(report, 2); }, refused::may_do_without);
    peersupport_role_report_free(report);
    peersupport_rules_free(rules);
}

}  // namespace

int main() {
    static char printed[1 << 12];
    std::setvbuf(stdout, printed, _IOLBF, sizeof printed);  // printing allocates nothing
    sweep_notes();
    sweep_roles();
    std::printf("%ld points in all\n", points);
    CHECK(points > 100);
    return check_result();
}
