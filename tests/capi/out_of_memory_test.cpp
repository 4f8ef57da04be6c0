// SPDX-License-Identifier: Apache-2.0
// Every call that allocates, with its N-th allocation refused, N = 0, 1, 2 … until the call succeeds; once and
// for ever. At every point: PEERSUPPORT_OUT_OF_MEMORY, nothing leaks, nothing was written, the next call works.
// Refuses operator new; with PEERSUPPORT_TEST_MALLOC the C allocator itself, so that the memory of exceptions
// is refused too.
#include "refused_call.hpp"
#include "small_instrument.h"
#include "small_integrity.h"
#include "small_programme.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <initializer_list>

namespace {

int32_t open_bundled() {
    peersupport_instrument* made = nullptr;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    const int32_t status = peersupport_instrument_open("wai-sr", 6, &made, &error);
    CHECK(error.code == status && (status == PEERSUPPORT_OK) == (made != nullptr));
    peersupport_instrument_free(made);
    return status;
}

int32_t read_json(const char* json, size_t size) {
    peersupport_instrument* made = nullptr;
    peersupport_problems* problems = nullptr;
    const int32_t status = peersupport_instrument_from_json(json, size, &made, &problems, nullptr);
    CHECK((status == PEERSUPPORT_OK) == (made != nullptr));
    if (status == PEERSUPPORT_OUT_OF_MEMORY) CHECK(!problems);
    peersupport_problems_free(problems);
    peersupport_instrument_free(made);
    return status;
}

int32_t write_json(const peersupport_instrument* from) {
    peersupport_string* json = nullptr;
    const int32_t status = peersupport_instrument_to_json(from, &json, nullptr);
    CHECK((status == PEERSUPPORT_OK) == (json != nullptr));
    peersupport_string_free(json);
    return status;
}

int32_t make_plan(const peersupport_instrument* from, const char* form) {
    peersupport_plan* plan = nullptr;
    const peersupport_plan_options options = {sizeof options, 1};
    const int32_t status = peersupport_plan_create(from, form, form ? strlen(form) : 0, &options, &plan, nullptr);
    CHECK((status == PEERSUPPORT_OK) == (plan != nullptr));
    peersupport_plan_free(plan);
    return status;
}

int32_t batch(const peersupport_plan* plan, int32_t wrong, int32_t policy) {
    const int32_t codes[2][4] = {{1, 2, 3, 4}, {4, wrong, 2, 1}};
    peersupport_column columns[4];
    double values[4] = {7, 7, 7, 7};
    peersupport_invalid_cell places[3];
    peersupport_outputs outputs = PEERSUPPORT_OUTPUTS_INIT;
    peersupport_invalid_report report = PEERSUPPORT_INVALID_REPORT_INIT;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    small_columns(&codes[0][0], columns);
    outputs.f64.data = values;
    outputs.f64.size = 4;
    report.places = places;
    report.capacity = 3;
    const int32_t status = peersupport_score_batch(plan, columns, 4, 2, policy, &outputs, &report, &error);
    if (status == PEERSUPPORT_OUT_OF_MEMORY)
        for (const double v : values) CHECK(v == 7);
    return status;
}

int32_t one(const peersupport_plan* plan) {
    const int32_t codes[4] = {1, 2, 3, 4};
    peersupport_score scores[2];
    return peersupport_score_one(plan, codes, 4, scores, 2, nullptr, nullptr);
}

int32_t tally(const peersupport_plan* plan, bool finish) {
    const int32_t codes[4] = {1, 2, 3, 4};
    int64_t tally[512] = {};
    size_t size = 0;
    peersupport_column columns[4];
    peersupport_sample_score results[2];
    small_columns(codes, columns);
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_sample_tally_size(plan, 1, &size));
    if (finish) return peersupport_sample_finish(plan, tally, size, 1, results, 2, nullptr, nullptr);
    return peersupport_sample_tally(plan, columns, 4, 1, nullptr, 1, 0, tally, size, nullptr, nullptr);
}

int32_t open_canonical() {
    peersupport_definition* made = nullptr;
    const int32_t status = peersupport_definition_canonical(&made, nullptr);
    CHECK((status == PEERSUPPORT_OK) == (made != nullptr));
    peersupport_definition_free(made);
    return status;
}

/// Loads a definition, or lays an overlay over `base`.
int32_t read_definition(const peersupport_definition* base, const char* json) {
    peersupport_definition* made = nullptr;
    peersupport_problems* problems = nullptr;
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    const int32_t status = base ? peersupport_definition_lay_over(base, json, strlen(json), &made, &problems, &error)
                                : peersupport_definition_from_json(json, strlen(json), &made, &problems, &error);
    CHECK(error.code == status && (status == PEERSUPPORT_OK) == (made != nullptr));
    if (status == PEERSUPPORT_OUT_OF_MEMORY) CHECK(!problems);
    peersupport_problems_free(problems);
    peersupport_definition_free(made);
    return status;
}

int32_t export_definition(const peersupport_definition* from, int32_t layout) {
    peersupport_string* json = nullptr;
    const int32_t status = peersupport_definition_to_json(from, layout, &json, nullptr);
    CHECK((status == PEERSUPPORT_OK) == (json != nullptr));
    peersupport_string_free(json);
    return status;
}

int32_t search(const peersupport_definition* in, size_t capacity) {
    peersupport_search_hit hits[8];
    size_t needed = 77;
    const int32_t status =
        peersupport_definition_search(in, "people", 6, PEERSUPPORT_ANY_LANGUAGE, hits, capacity, &needed, nullptr);
    CHECK((needed == 77) == (status == PEERSUPPORT_OUT_OF_MEMORY));
    if (status == PEERSUPPORT_OK) CHECK(needed == 2 && hits[0].table < hits[1].table);
    return status;
}

int32_t check_programme(const peersupport_definition* by, const char* json) {
    peersupport_string* report = nullptr;
    peersupport_problems* problems = nullptr;
    const int32_t status =
        peersupport_programme_check(by, json, strlen(json), "2026-06-30", 10, &report, &problems, nullptr);
    CHECK((status == PEERSUPPORT_OK) == (report != nullptr));
    if (status == PEERSUPPORT_OUT_OF_MEMORY) CHECK(!problems);
    peersupport_problems_free(problems);
    peersupport_string_free(report);
    return status;
}

void sweep_definitions() {
    static const char wrong_json[] =
        "{\"format\": \"peersupport-definition-1\", \"version\": 7, \"tables\": {\"drift\": [{}, 3]}}";
    static const char wrong_overlay[] = SMALL_OVERLAY_HEAD ", \"off\": [\"hope\", \"nothing\", \"drift-errands\"]}";
    static const char wrong_programme[] =
        "{\"format\": \"peersupport-programme-1\", \"id\": 7, \"positions\": [{}, 3]}";
    peersupport_definition* small = small_definition();
    peersupport_definition* canonical = canonical_definition();
    sweep("definition_canonical", PEERSUPPORT_OK, open_canonical);
    sweep("definition_load", PEERSUPPORT_OK, [] { return read_definition(nullptr, small_definition_json); });
    sweep("definition_load, wrong", read_definition(nullptr, wrong_json),
          [] { return read_definition(nullptr, wrong_json); });
    sweep("definition_lay_over", PEERSUPPORT_OK, [=] { return read_definition(small, small_overlay_json); });
    sweep("definition_lay_over, wrong", PEERSUPPORT_ROW_FIXED, [=] { return read_definition(small, wrong_overlay); });
    for (const int32_t layout : {PEERSUPPORT_INDENTED, PEERSUPPORT_CANONICAL})
        sweep("definition_export_json", PEERSUPPORT_OK, [=] { return export_definition(small, layout); });
    sweep(
        "definition_search", PEERSUPPORT_OK, [=] { return search(small, 8); }, refused::may_do_without);
    sweep(
        "definition_search, small", PEERSUPPORT_BUFFER_TOO_SMALL, [=] { return search(small, 0); },
        refused::may_do_without);
    sweep("definition_find, unknown", PEERSUPPORT_NOT_FOUND, [=] {
        size_t table = 0, row = 0;
        return peersupport_definition_find(small, "nothing", 7, &table, &row, nullptr);
    });
    sweep(
        "programme_check", PEERSUPPORT_OK, [=] { return check_programme(canonical, small_programme_json); },
        refused::may_do_without);
    sweep("programme_check, wrong", check_programme(canonical, wrong_programme),
          [=] { return check_programme(canonical, wrong_programme); });
    peersupport_definition_free(small);
    peersupport_definition_free(canonical);
}

enum class integrity_call { assess, assess_answers, snapshot, publish };

/// FNV-1a of what the call made when it was first made; every later one has to be the same.
void same_as_first(integrity_call which, const peersupport_string* made) {
    static std::uint64_t first[4] = {};
    std::uint64_t hash = 0xcbf29ce484222325;
    const char* text = peersupport_string_data(made);
    for (size_t i = 0; i < peersupport_string_size(made); ++i)
        hash = (hash ^ static_cast<unsigned char>(text[i])) * 0x100000001b3;
    std::uint64_t& known = first[static_cast<int>(which)];
    if (known == 0) known = hash;
    CHECK(hash == known);
}

/// One call; what it made is freed, and nothing may have been made unless it is OK.
int32_t integrity(integrity_call which, const peersupport_definition* by, const peersupport_instrument* survey,
                  const peersupport_tally* of, const char* request, size_t size) {
    peersupport_string *made = nullptr, *kept = nullptr;
    peersupport_problems* problems = nullptr;
    int32_t status = PEERSUPPORT_INTERNAL;
    switch (which) {
        case integrity_call::assess:
            status = peersupport_integrity_assess(by, survey, of, request, size, &made, &problems, nullptr);
            break;
        case integrity_call::assess_answers:
            status = peersupport_integrity_assess_answers(by, survey, request, size, &made, &problems, nullptr);
            break;
        case integrity_call::snapshot:
            status = peersupport_integrity_snapshot(by, survey, of, request, size, &made, &problems, nullptr);
            break;
        case integrity_call::publish:
            status = peersupport_tally_publish(by, survey, of, request, size, empty_ledger, sizeof empty_ledger - 1,
                                               &made, &kept, &problems, nullptr);
            CHECK((status == PEERSUPPORT_OK) == (kept != nullptr));
    }
    CHECK((status == PEERSUPPORT_OK) == (made != nullptr));
    if (made != nullptr) same_as_first(which, made);
    if (status == PEERSUPPORT_OUT_OF_MEMORY) CHECK(!problems);
    peersupport_problems_free(problems);
    peersupport_string_free(made);
    peersupport_string_free(kept);
    return status;
}

void sweep_integrity(const peersupport_instrument* survey) {
    static char request[INTEGRITY_TEXT], answered[INTEGRITY_TEXT], wrong[INTEGRITY_TEXT];
    peersupport_definition* by = canonical_definition();
    peersupport_tally* of = integrity_tally(survey);
    const size_t size = integrity_request(request, ""), answered_size = answered_request(survey, answered);
    const size_t wrong_size = integrity_request(wrong, ", \"more\": [1], \"own_unit\": 3");
    const auto call = [=](integrity_call which, const char* text, size_t n) {
        return [=] { return integrity(which, by, survey, of, text, n); };
    };
    sweep("integrity_assess", PEERSUPPORT_OK, call(integrity_call::assess, request, size), refused::may_do_without);
    sweep("integrity_assess, wrong", PEERSUPPORT_FIELD_UNKNOWN, call(integrity_call::assess, wrong, wrong_size));
    sweep("integrity_assess_answers", PEERSUPPORT_OK, call(integrity_call::assess_answers, answered, answered_size),
          refused::may_do_without);
    sweep("integrity_snapshot", PEERSUPPORT_OK, call(integrity_call::snapshot, request, size), refused::may_do_without);
    sweep("tally_publish", PEERSUPPORT_OK, call(integrity_call::publish, publish_request, sizeof publish_request - 1));
    peersupport_tally_free(of);
    peersupport_definition_free(by);
}

template <class Make>
int32_t one_tally(Make make) {
    peersupport_tally* made = nullptr;
    const int32_t status = make(&made);
    CHECK((status == PEERSUPPORT_OK) == (made != nullptr));
    peersupport_tally_free(made);
    return status;
}

void sweep_tallies(const peersupport_instrument* survey) {
    peersupport_tally* of = integrity_tally(survey);
    peersupport_tally_plan* plan = nullptr;
    peersupport_tally* other = nullptr;
    peersupport_string* bytes = nullptr;
    static const peersupport_text forms[] = {{"person", 6}, {"peer-supporter", 14}};
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_plan_create(survey, forms, 2, nullptr, &plan, nullptr));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_create(plan, 0, 2, &other, nullptr));
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_tally_write(of, &bytes, nullptr));
    sweep("tally_plan_create", PEERSUPPORT_OK, [=] {
        peersupport_tally_plan* made = nullptr;
        const int32_t status = peersupport_tally_plan_create(survey, forms, 2, nullptr, &made, nullptr);
        peersupport_tally_plan_free(made);
        return status;
    });
    for (const auto key_of : {peersupport_person_key, peersupport_worker_key})
        sweep(key_of == peersupport_person_key ? "person_key" : "worker_key", PEERSUPPORT_OK, [=] {
            uint64_t key = 0;
            return key_of("a secret of an agency", 21, "an id", 5, &key, nullptr);
        });
    const auto made = [](auto make) { return [=] { return one_tally(make); }; };
    sweep("tally_create", PEERSUPPORT_OK,
          made([=](auto to) { return peersupport_tally_create(plan, 0, 3, to, nullptr); }));
    sweep("tally_merge", PEERSUPPORT_OK,
          made([=](auto to) { return peersupport_tally_merge(of, other, to, nullptr); }));
    sweep("tally_mark_simulated", PEERSUPPORT_OK,
          made([=](auto to) { return peersupport_tally_mark_simulated(of, to, nullptr); }));
    sweep("tally_read", PEERSUPPORT_OK, made([=](auto to) {
              return peersupport_tally_read(peersupport_string_data(bytes), peersupport_string_size(bytes), 0, to,
                                            nullptr);
          }));
    sweep("tally_write", PEERSUPPORT_OK, [=] {
        peersupport_string* written = nullptr;
        const int32_t status = peersupport_tally_write(of, &written, nullptr);
        peersupport_string_free(written);
        return status;
    });
    peersupport_string_free(bytes);
    peersupport_tally_free(other);
    peersupport_tally_free(of);
    peersupport_tally_plan_free(plan);
}

}  // namespace

int main() {
    static char printed[1 << 12];
    std::setvbuf(stdout, printed, _IOLBF, sizeof printed);  // printing allocates nothing
    static const char wrong_json[] = "{\"format\": \"peersupport-instrument-1\", \"id\": 7, \"items\": [{}, 3]}";
    peersupport_instrument* small = small_instrument();
    peersupport_plan* plan = small_plan();
    peersupport_instrument* survey = nullptr;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_instrument_open("integrity-survey", 16, &survey, nullptr));
    const int32_t wrong = read_json(wrong_json, sizeof wrong_json - 1);
    CHECK(wrong >= 100);

    sweep("open", PEERSUPPORT_OK, open_bundled);
    sweep("from_json", PEERSUPPORT_OK, [] { return read_json(small_json, sizeof small_json - 1); });
    sweep("from_json, wrong", wrong, [] { return read_json(wrong_json, sizeof wrong_json - 1); });
    sweep("from_json, syntax", PEERSUPPORT_JSON_SYNTAX, [] { return read_json("{\"id\": ?", 8); });
    sweep("to_json", PEERSUPPORT_OK, [=] { return write_json(small); });
    sweep("plan_create", PEERSUPPORT_OK, [=] { return make_plan(small, "full"); });
    sweep("plan_create, survey", PEERSUPPORT_OK, [=] { return make_plan(survey, nullptr); });
    sweep("plan_create, no form", PEERSUPPORT_FORM_REQUIRED, [=] { return make_plan(small, nullptr); });
    sweep("plan_create, wrong form", PEERSUPPORT_FORM_UNKNOWN, [=] { return make_plan(small, "none"); });
    sweep("score_one", PEERSUPPORT_OK, [=] { return one(plan); });
    sweep("score_batch", PEERSUPPORT_OK, [=] { return batch(plan, 3, PEERSUPPORT_INVALID_RAISE); });
    sweep("score_batch, refused", PEERSUPPORT_INVALID_CODE, [=] { return batch(plan, 77, PEERSUPPORT_INVALID_RAISE); });
    sweep("score_batch, marked", PEERSUPPORT_OK, [=] { return batch(plan, 77, PEERSUPPORT_INVALID_MARK); });
    sweep("sample_tally", PEERSUPPORT_OK, [=] { return tally(plan, false); });
    sweep("sample_finish", PEERSUPPORT_OK, [=] { return tally(plan, true); });
    sweep("self_test", PEERSUPPORT_OK, [] { return peersupport_self_test(nullptr); });
    sweep_definitions();
    sweep_tallies(survey);
    sweep_integrity(survey);
    std::printf("%ld points in all\n", points);
    CHECK(points > 100);

    peersupport_instrument_free(survey);
    peersupport_instrument_free(small);
    peersupport_plan_free(plan);
    return check_result();
}
