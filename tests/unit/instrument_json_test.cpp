// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/instrument_json.hpp"

#include "peersupport/instrument/bundled.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

using namespace peersupport;

namespace {

std::string file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Seeds of the fuzz target: the smallest instrument, and one with every rule of the format.
std::string seed(const std::string& name) {
    return file_text(std::filesystem::path(PEERSUPPORT_SOURCE_DIR) / "tests/fuzz/corpus/instrument" / name);
}

/// The text with the first occurrence of each `from` replaced by its `to`. A ^ in a `to` (or put by the pair
/// {"", "^"} before the first byte) marks where the problem is expected, and is taken out.
struct marked_text {
    std::string text;
    std::size_t mark = problem::no_offset;
};

using replacements = std::vector<std::pair<std::string, std::string>>;

marked_text changed(std::string text, const replacements& all) {
    for (const auto& [from, to] : all) {
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
    }
    const std::size_t mark = text.find('^');
    if (mark != std::string::npos) text.erase(mark, 1);
    return {std::move(text), mark};
}

struct expectation {
    const char* base;
    replacements changes;
    status code;
    const char* path;
};

void check(const expectation& e) {
    const marked_text input = changed(seed(e.base), e.changes);
    const auto read = read_instrument(input.text);
    ASSERT_FALSE(read) << input.text;
    const auto& problems = read.problems().problems;
    std::string all;
    for (const problem& p : problems)
        all.append(status_name(p.code))
            .append(" ")
            .append(std::to_string(p.offset))
            .append(" ")
            .append(p.path)
            .append("\n");
    const problem expected{e.code, input.mark, e.path};
    EXPECT_EQ(std::ranges::count(problems, expected), 1)
        << status_name(e.code) << " expected at " << input.mark << " " << e.path << " in\n"
        << input.text << "\nfound\n"
        << all;
}

constexpr const char* tiny = "minimal.json";
constexpr const char* full = "every-rule.json";

void expect_only(const expectation& e) {
    check(e);
    EXPECT_EQ(read_instrument(changed(seed(e.base), e.changes).text).problems().total, 1U) << e.path;
}

}  // namespace

TEST(instrument_json, reads_the_smallest_instrument) {
    const auto read = read_instrument(seed(tiny));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->id, "tiny");
    EXPECT_EQ(read->name.fr, "Minuscule");
    ASSERT_EQ(read->items.size(), 2U);
    EXPECT_EQ(read->response_scales.at(0).options.at(4).points, 4);
    ASSERT_EQ(read->forms.size(), 1U);
    EXPECT_EQ(read->forms[0].id, "default");
    EXPECT_EQ(read->forms[0].name.en, "Whole form");
    EXPECT_EQ(read->forms[0].name.fr, "Formulaire complet");
    EXPECT_EQ(read->forms[0].perspective, perspective_kind::person);
    EXPECT_EQ(read->forms[0].items, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(read->forms[0].scales, (std::vector<std::size_t>{0}));
}

TEST(instrument_json, reads_every_rule_of_the_format) {
    const auto read = read_instrument(seed(full));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->released, "2026-02-28");
    const auto& options = read->response_scales.at(0).options;
    EXPECT_EQ(options.at(1).points, 2);
    EXPECT_EQ(options.at(2).kind, option_kind::does_not_apply);
    EXPECT_EQ(options.at(4).code, -1);
    EXPECT_EQ(read->response_scales.at(1).range, (code_range{0, 100}));
    EXPECT_TRUE(read->items.at(0).reverse);
    EXPECT_EQ(read->items.at(1).gate, (importance_gate{0, {1}}));
    EXPECT_EQ(read->items.at(3).code_divisor, 100);
    EXPECT_EQ(read->scales.at(0).multiplier, (ratio{25, 1}));
    EXPECT_EQ(read->scales.at(1).missing, (missing_policy{missing_rule::prorate_up_to_count, 1, {}}));
    EXPECT_EQ(read->scales.at(2).missing, (missing_policy{missing_rule::prorate_up_to_share, 0, {1, 2}}));
    EXPECT_EQ(read->scales.at(5).subset_of, score_rule::pomp);
    EXPECT_EQ(read->scales.at(5).scored_items, (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(read->scales.at(6).table.at(0), (table_row{0, {-15, -1}}));
    EXPECT_EQ(read->scales.at(6).table.at(2), (table_row{2, {225, -1}}));
    EXPECT_EQ(read->scales.at(7).model.items.at(0), (graded_item{{125, -2}, {{-5, -1}}}));
    EXPECT_EQ(read->scales.at(7).model.slope, (decimal{10, 0}));
    EXPECT_EQ(read->sample_scales.at(1).cut, (decimal{495, -1}));
    EXPECT_EQ(read->forms.at(0).items, (std::vector<std::size_t>{3, 2, 1, 0}));
    EXPECT_EQ(read->forms.at(0).wording.at(0).item, 1U);
    EXPECT_EQ(read->forms.at(0).modes, (std::vector<std::string>{"paper", "in-person"}));
    EXPECT_EQ(read->co_production.adopted_by.at(0), std::string("B\0\n\"\\/\t", 7));
}

TEST(instrument_json, an_incomplete_instrument_may_lack_its_lists) {
    const auto read = read_instrument(seed("incomplete.json"));
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->items.empty());
    EXPECT_TRUE(read->forms.empty());
    const auto sparse =
        changed(seed("incomplete.json"),
                {{"\"citation\"",
                  "\"items\":[],\"forms\":[{\"id\":\"f\",\"kind\":\"core\",\"name\":{\"en\":\"F\",\"fr\":\"F\"},"
                  "\"perspective\":\"person\",\"items\":[],\"scales\":[]}],\"citation\""}});
    EXPECT_TRUE(read_instrument(sparse.text));
}

TEST(instrument_json, passes_on_what_is_wrong_with_the_json) {
    check({tiny, {{",\"id\"", ",^,\"id\""}}, status::json_syntax, ""});
    check({tiny,
           {{"\"id\":\"tiny\"", "\"id\":" + std::string(31, '[') + "^[" + std::string(32, ']')}},
           status::json_too_deep,
           ""});
    check({tiny, {{"\"version\"", "^\"i\\u0064\""}}, status::json_duplicate_key, ""});
    check({tiny, {{"Minuscule", "Min^\xED\xA0\x80"}}, status::json_not_utf8, ""});
    check({tiny, {{"\"code\":0", "\"code\":^1e99999999999"}}, status::json_number, ""});
}

TEST(instrument_json, numbers_are_exact_or_refused) {
    const char* code = "/response_scales/0/options/0/code";
    expect_only({tiny, {{"\"code\":0", "\"code\":^9223372036854775808"}}, status::json_number, code});
    expect_only({tiny, {{"\"code\":0", "\"code\":^0.5"}}, status::field_type, code});
    expect_only({tiny, {{"\"code\":0", "\"code\":^1.0"}}, status::field_type, code});
    expect_only({tiny, {{"\"code\":0", "\"code\":^0e0"}}, status::field_type, code});
    expect_only({tiny, {{"\"code\":0", "\"code\":^\"0\""}}, status::field_type, code});
    expect_only({tiny, {{"\"code\":0", "\"code\":^true"}}, status::field_type, code});
    expect_only({tiny, {{"\"code\":0", "\"code\":^1000001"}}, status::field_value, code});
    expect_only({tiny, {{"\"code\":0", "\"code\":^-1000001"}}, status::field_value, code});
    expect_only({full, {{"49.5", "^0.12345678901234567"}}, status::json_number, "/sample_scales/1/cut"});
    expect_only({full, {{"49.5", "^1e-23"}}, status::json_number, "/sample_scales/1/cut"});
    expect_only({full, {{"49.5", "^\"49.5\""}}, status::field_type, "/sample_scales/1/cut"});
    EXPECT_TRUE(read_instrument(changed(seed(tiny), {{"\"code\":0", "\"code\":-0"}}).text));
    EXPECT_TRUE(read_instrument(changed(seed(tiny), {{"\"code\":0", "\"code\":-1000000"}}).text));
}

TEST(instrument_json, names_members_that_are_missing) {
    for (const char* name : {"format", "id", "version", "name", "about", "subject", "standing", "verification",
                             "rights", "citation", "sources", "response_scales", "items", "scales"})
        check({tiny,
               {{"{", "^{"}, {"\"" + std::string(name) + "\":", "\"x\":"}},
               status::field_missing,
               ("/" + std::string(name)).c_str()});
    expect_only({tiny, {{"{\"rule\":\"mean\"}", "^{}"}}, status::field_missing, "/scales/0/score/rule"});
    expect_only({tiny,
                 {{"\"direction\":\"neither\",", ""}, {"{\"id\":\"all\"", "^{\"id\":\"all\""}},
                 status::field_missing,
                 "/scales/0/direction"});
    expect_only({full,
                 {{"{\"rule\":\"minimum_answered\",\"count\":1}", "^{\"rule\":\"minimum_answered\"}"}},
                 status::field_missing,
                 "/scales/4/missing/count"});
    expect_only({full,
                 {{"{\"rule\":\"prorate_up_to\",\"count\":1}", "^{\"rule\":\"prorate_up_to\"}"}},
                 status::field_missing,
                 "/scales/1/missing/count"});
    expect_only({full,
                 {{"{\"rule\":\"minimum_share\",\"share\":[1,2]}", "^{\"rule\":\"minimum_share\"}"}},
                 status::field_missing,
                 "/scales/3/missing/share"});
    expect_only({full,
                 {{"\"of\":\"pomp\",", ""}, {"{\"rule\":\"subset\"", "^{\"rule\":\"subset\""}},
                 status::field_missing,
                 "/scales/5/score/of"});
    expect_only({full,
                 {{"\"from\":-6,", ""}, {"{\"points\":61", "^{\"points\":61"}},
                 status::field_missing,
                 "/scales/7/score/quadrature/from"});
    expect_only({tiny,
                 {{"\"options\":", "\"range\":{\"from\":0,\"to\":1},\"x\":"}, {"\"x\":", "^\"x\":"}},
                 status::field_unknown,
                 "/response_scales/0/x"});
    check({tiny,
           {{"{\"id\":\"five\",\"options\"", "^{\"id\":\"five\",\"x\""}},
           status::field_missing,
           "/response_scales/0/options"});
    expect_only({"incomplete.json",
                 {{",\"missing\":[\"items\"]", ""}, {"{\"state\"", "^{\"state\""}},
                 status::field_missing,
                 "/verification/missing"});
}

TEST(instrument_json, refuses_members_it_does_not_know) {
    expect_only({tiny, {{"\"version\"", "^\"a/b~c\":1,\"version\""}}, status::field_unknown, "/a~1b~0c"});
    expect_only({tiny,
                 {{"\"rule\":\"mean\"", "\"rule\":\"mean\",^\"rows\":[]"}},
                 status::field_unknown,
                 "/scales/0/score/rows"});
    expect_only({tiny,
                 {{"\"rule\":\"none_missing\"", "\"rule\":\"none_missing\",^\"count\":1"}},
                 status::field_unknown,
                 "/scales/0/missing/count"});
    expect_only(
        {tiny, {{"\"fr\":\"Minuscule\"", "\"fr\":\"Minuscule\",^\"de\":\"x\""}}, status::field_unknown, "/name/de"});
    expect_only(
        {tiny, {{"\"version\"", "^\"" + std::string(65, 'k') + "\":1,\"version\""}}, status::field_unknown, ""});
}

TEST(instrument_json, refuses_wrong_types) {
    expect_only({tiny, {{"{\"en\":\"Tiny\",\"fr\":\"Minuscule\"}", "^\"Tiny\""}}, status::field_type, "/name"});
    expect_only({tiny, {{"\"Tiny\"", "^1"}}, status::field_type, "/name/en"});
    check({tiny,
           {{"[{\"id\":\"a\"", "^{\"x\":[{\"id\":\"a\""}, {"],\"scales\"", "]},\"scales\""}},
           status::field_type,
           "/items"});
    expect_only({tiny, {{"{\"state\":\"verified\"}", "^null"}}, status::field_type, "/verification"});
    expect_only({full, {{"\"reverse\":true", "\"reverse\":^1"}}, status::field_type, "/items/0/reverse"});
    const auto scalar = read_instrument("[]");
    ASSERT_FALSE(scalar);
    EXPECT_EQ(scalar.problems().problems, (std::vector<problem>{{status::field_type, 0, ""}}));
}

TEST(instrument_json, refuses_values_outside_their_range) {
    for (const char* version : {"1.0", "1.0.0.0", "1.02.3", "v1.0.0", "1.0.0-beta", "1..0", "1.0.", "1234567890.0.0"})
        expect_only({tiny, {{"\"1.0.0\"", "^\"" + std::string(version) + "\""}}, status::field_value, "/version"});
    expect_only({tiny, {{"\"respondent\"", "^\"person\""}}, status::field_value, "/subject"});
    expect_only({tiny, {{"\"Us 2026\"", "^\"Us\\n2026\""}}, status::field_value, "/citation"});
    expect_only({tiny, {{"\"holder\":\"Us\"", "\"holder\":^\"\""}}, status::field_value, "/rights/holder"});
    check({tiny, {{"[\"a\",\"b\"]", "^[]"}}, status::field_value, "/scales/0/items"});
    expect_only({full, {{"\"weight\":2", "\"weight\":^1001"}}, status::field_value, "/items/0/weight"});
    expect_only({full, {{"\"weight\":2", "\"weight\":^0"}}, status::field_value, "/items/0/weight"});
    expect_only({full, {{"\"to\":100", "\"to\":^-1"}}, status::field_value, "/response_scales/1/range/to"});
    expect_only({full, {{"[25,1]", "[25,^0]"}}, status::field_value, "/scales/0/score/multiplier/1"});
    expect_only({full, {{"[25,1]", "^[25]"}}, status::field_value, "/scales/0/score/multiplier"});
    expect_only({full,
                 {{"\"minimum_answered\",\"count\":1", "\"minimum_answered\",\"count\":^2"}},
                 status::field_value,
                 "/scales/4/missing/count"});
    expect_only({full,
                 {{"\"prorate_up_to\",\"count\":1", "\"prorate_up_to\",\"count\":^3"}},
                 status::field_value,
                 "/scales/1/missing/count"});
    expect_only({full,
                 {{"\"prorate_up_to\",\"share\":[1,2]", "\"prorate_up_to\",\"share\":^[2,2]"}},
                 status::field_value,
                 "/scales/2/missing/share"});
    expect_only({full,
                 {{"\"minimum_share\",\"share\":[1,2]", "\"minimum_share\",\"share\":^[0,2]"}},
                 status::field_value,
                 "/scales/3/missing/share"});
    EXPECT_TRUE(read_instrument(
        changed(seed(full), {{"\"minimum_share\",\"share\":[1,2]", "\"minimum_share\",\"share\":[2,2]"}}).text));
    EXPECT_TRUE(read_instrument(
        changed(seed(full), {{"\"prorate_up_to\",\"share\":[1,2]", "\"prorate_up_to\",\"share\":[0,2]"}}).text));
    expect_only({full, {{"[1,0]", "[^0,0]"}}, status::field_value, "/scales/6/score/rows/1/0"});
    expect_only({full, {{"\"a\":1.25", "\"a\":^-1"}}, status::field_value, "/scales/7/score/items/0/a"});
    expect_only({full, {{"\"to\":6", "\"to\":^-6.0"}}, status::field_value, "/scales/7/score/quadrature/to"});
    expect_only({full, {{"\"slope\":10", "\"slope\":^0"}}, status::field_value, "/scales/7/score/norm/slope"});
    expect_only({full, {{"\"in-person\"", "^\"paper\""}}, status::field_value, "/forms/0/modes/1"});
    expect_only({full, {{"\"recall_days\":30", "\"recall_days\":^0"}}, status::field_value, "/forms/0/recall_days"});
    expect_only({"incomplete.json", {{"[\"items\"]", "^[]"}}, status::field_value, "/verification/missing"});
}

TEST(instrument_json, checks_days) {
    expect_only({full, {{"\"2026-02-28\"", "^\"2026-02-29\""}}, status::date_out_of_range, "/released"});
    expect_only({full, {{"\"2026-02-28\"", "^\"28.2.2026\""}}, status::date_malformed, "/released"});
}

TEST(instrument_json, checks_ids) {
    for (const std::string& id :
         {std::string("A"), std::string("a_b"), std::string("a--b"), std::string("-a"), std::string("a-"),
          std::string("\xC3\xA9"), std::string("a\\u0000"), std::string(65, 'a'), std::string()})
        check({tiny, {{"\"tiny\"", "^\"" + id + "\""}}, status::id_malformed, "/id"});
    EXPECT_TRUE(read_instrument(changed(seed(tiny), {{"\"tiny\"", "\"" + std::string(64, 'a') + "\""}}).text));
    check({tiny, {{"{\"id\":\"b\"", "{\"id\":^\"B\""}}, status::id_malformed, "/items/1/id"});
    check({tiny, {{"{\"id\":\"b\"", "{\"id\":^\"a\""}}, status::id_duplicate, "/items/1/id"});
    expect_only({tiny, {{"[\"a\",\"b\"]", "[\"a\",\"b\",^\"a\"]"}}, status::id_duplicate, "/scales/0/items/2"});
    expect_only({full, {{"{\"id\":\"short\"", "{\"id\":^\"whole\""}}, status::id_duplicate, "/forms/1/id"});
}

TEST(instrument_json, resolves_references) {
    expect_only({tiny, {{"[\"a\",\"b\"]", "[\"a\",^\"z\"]"}}, status::reference_unknown, "/scales/0/items/1"});
    check({tiny,
           {{"\"response_scale\":\"five\"", "\"response_scale\":^\"six\""}},
           status::reference_unknown,
           "/items/0/response_scale"});
    expect_only({full,
                 {{"\"gate\":{\"item\":\"a\"", "\"gate\":{\"item\":^\"z\""}},
                 status::reference_unknown,
                 "/items/1/gate/item"});
    expect_only({full,
                 {{"\"facets\":[\"hope\"],\"topic\"", "\"facets\":[^\"joy\"],\"topic\""}},
                 status::reference_unknown,
                 "/items/0/facets/0"});
    expect_only({full, {{"\"scale\":\"o\"", "\"scale\":^\"z\""}}, status::reference_unknown, "/sample_scales/1/scale"});
    expect_only(
        {full, {{"\"wording\":{\"b\"", "\"wording\":{^\"z\""}}, status::reference_unknown, "/forms/0/wording/z"});
    expect_only({full,
                 {{"\"sample_scales\":[\"pos\"]", "\"sample_scales\":[^\"s\"]"}},
                 status::reference_unknown,
                 "/forms/0/sample_scales/0"});
}

TEST(instrument_json, wants_both_languages) {
    expect_only({tiny,
                 {{"\"name\":{\"en\":\"Tiny\",\"fr\":\"Minuscule\"}", "\"name\":^{\"en\":\"Tiny\"}"}},
                 status::translation_missing,
                 "/name/fr"});
    expect_only({tiny, {{"\"Minuscule\"", "^\"\""}}, status::translation_missing, "/name/fr"});
    expect_only({full,
                 {{"{\"en\":\"Yes\",\"fr\":\"Oui\"}", "^{\"fr\":\"Oui\"}"}},
                 status::translation_missing,
                 "/response_scales/0/options/1/label/en"});
}

TEST(instrument_json, another_format_version_is_the_only_thing_said) {
    const auto read = read_instrument(R"({"unknown": 1, "format": "peersupport-instrument-2"})");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.problems().problems, (std::vector<problem>{{status::format_unsupported, 25, "/format"}}));
}

TEST(instrument_json, finds_rules_that_contradict_each_other) {
    const status conflict = status::rule_conflict;
    expect_only({tiny,
                 {{"{\"state\":\"verified\"", "{\"state\":\"verified\",\"missing\":^[\"x\"]"}},
                 conflict,
                 "/verification/missing"});
    expect_only({tiny, {{"\"code\":1", "\"code\":^0"}}, conflict, "/response_scales/0/options/1/code"});
    expect_only({full, {{"\"code\":999", "\"code\":^99"}}, conflict, "/response_scales/1/options/0/code"});
    expect_only({full,
                 {{"\"kind\":\"declined\"", "\"kind\":\"declined\",\"points\":^0"}},
                 conflict,
                 "/response_scales/0/options/3/points"});
    check(
        {tiny,
         {{"[{\"code\":0},{\"code\":1},{\"code\":2},{\"code\":3},{\"code\":4}]", "^[{\"code\":9,\"kind\":\"blank\"}]"}},
         conflict,
         "/response_scales/0/options"});
    expect_only({full, {{"\"open\":[1]", "\"open\":[1,^7]"}}, conflict, "/items/1/gate/open/1"});
    expect_only({full, {{"\"open\":[1]", "\"open\":[1,^9]"}}, conflict, "/items/1/gate/open/1"});
    expect_only({full, {{"\"open\":[1]", "\"open\":[1,^1]"}}, conflict, "/items/1/gate/open/1"});
    expect_only({full, {{"\"gate\":{\"item\":\"a\"", "\"gate\":{\"item\":^\"b\""}}, conflict, "/items/1/gate/item"});
    check({full,
           {{"\"wording\":\"included\"", "\"wording\":\"not-included\""},
            {"\"text\":{\"en\":\"x\"", "\"text\":^{\"en\":\"x\""}},
           conflict,
           "/items/0/text"});
    check(
        {full,
         {{"\"wording\":\"included\"", "\"wording\":\"not-included\""}, {"\"wording\":{\"b\"", "\"wording\":^{\"b\""}},
         conflict,
         "/forms/0/wording"});
    check({full,
           {{"\"items\":[\"a\",\"b\"],\"direction\"", "\"items\":[\"a\",^\"d\"],\"direction\""}},
           conflict,
           "/scales/2/items/1"});
    expect_only(
        {full, {{"\"scored\":[\"a\",\"c\"]", "\"scored\":[\"a\",^\"d\"]"}}, conflict, "/scales/5/score/scored/1"});
    expect_only({full, {{"\"b\":[-0.5]", "\"b\":^[-0.5,1]"}}, conflict, "/scales/7/score/items/0/b"});
    expect_only({full, {{"\"items\":[{\"a\":1.25,\"b\":[-0.5]},", "\"items\":^["}}, conflict, "/scales/7/score/items"});
    expect_only(
        {full,
         {{"{\"rule\":\"prorate_up_to\",\"count\":1}", "{\"rule\":\"prorate_up_to\",\"count\":^1,\"share\":[1,2]}"}},
         conflict,
         "/scales/1/missing/count"});
    expect_only({full, {{"\"positive\":[1]", "\"positive\":[1,^9]"}}, conflict, "/sample_scales/0/positive/1"});
    expect_only({full,
                 {{"\"items\":[\"a\",\"b\"],\"positive\":[1]", "\"items\":[^\"a\",\"d\"],\"positive\":[50]"}},
                 conflict,
                 "/sample_scales/0/items/0"});
    expect_only({full,
                 {{"\"items\":[\"a\"],\"scales\":[]", "\"items\":[\"a\"],\"scales\":[^\"s\"]"}},
                 conflict,
                 "/forms/1/scales/0"});
    expect_only({full,
                 {{"\"items\":[\"a\"],\"scales\":[]", "\"items\":[\"b\"],\"scales\":[^\"g\"]"}},
                 conflict,
                 "/forms/1/scales/0"});
    expect_only({full,
                 {{"\"items\":[\"a\"],\"scales\":[]", "\"items\":[\"a\"],\"scales\":[],\"sample_scales\":[^\"pos\"]"}},
                 conflict,
                 "/forms/1/sample_scales/0"});
    expect_only(
        {full,
         {{"\"items\":[\"a\"],\"scales\":[]", "\"items\":[\"a\",\"c\"],\"scales\":[],\"sample_scales\":[^\"cut\"]"}},
         conflict,
         "/forms/1/sample_scales/0"});
    expect_only({full,
                 {{"\"items\":[\"a\"],\"scales\":[]",
                   "\"items\":[\"a\"],\"scales\":[],\"wording\":{^\"b\":{\"en\":\"x\",\"fr\":\"x\"}}"}},
                 conflict,
                 "/forms/1/wording/b"});
}

TEST(instrument_json, thresholds_must_ascend) {
    const std::string three =
        "[{\"code\":0},{\"code\":1,\"points\":2,\"label\":{\"en\":\"Yes\",\"fr\":\"Oui\"}},{\"code\":2},{\"code\":8";
    expect_only(
        {full,
         {{"[{\"code\":0},{\"code\":1,\"points\":2,\"label\":{\"en\":\"Yes\",\"fr\":\"Oui\"}},{\"code\":8", three},
          {"[-0.5]", "[-0.5,^-0.50]"},
          {"[0.01]", "[1e-2,0.011]"}},
         status::field_value,
         "/scales/7/score/items/0/b/1"});
}

TEST(instrument_json, says_all_problems_at_once_in_the_order_of_the_file) {
    const auto text = changed(seed(tiny), {{"\"1.0.0\"", "\"1\""},
                                           {"\"Minuscule\"", "\"\""},
                                           {"\"citation\"", "\"zitat\""},
                                           {"[\"a\",\"b\"]", "[\"a\",\"z\"]"},
                                           {"\"code\":3", "\"code\":2"}})
                          .text;
    const auto read = read_instrument(text);
    ASSERT_FALSE(read);
    const auto at = [&](const char* what) { return text.find(what); };
    const std::vector<problem> expected{
        {status::field_missing, 0, "/citation"},
        {status::field_value, at("\"1\""), "/version"},
        {status::translation_missing, at("\"\""), "/name/fr"},
        {status::field_unknown, at("\"zitat\""), "/zitat"},
        {status::rule_conflict, at("2},{\"code\":4"), "/response_scales/0/options/3/code"},
        {status::reference_unknown, at("\"z\""), "/scales/0/items/1"},
    };
    EXPECT_EQ(read.problems().problems, expected);
    EXPECT_EQ(read.problems().total, expected.size());
}

TEST(instrument_json, keeps_the_first_hundred_problems_and_counts_all) {
    std::string many = "\"sources\":[1";
    for (int i = 0; i < 399; ++i) many += ",1";
    const auto read = read_instrument(changed(seed(tiny), {{"\"sources\":[", many + ","}}).text);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.problems().total, 400U);
    ASSERT_EQ(read.problems().problems.size(), error::limit);
    EXPECT_EQ(read.problems().problems.back().path, "/sources/99");
}

TEST(instrument_json, a_file_of_a_million_mistakes_costs_little) {
    std::string many = "{\"co_production\":{\"tested_by\":[0";
    for (int i = 0; i < 990'000; ++i) many += ",0";
    const auto read = read_instrument(many + "]}}");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.problems().total, 990'001U + 14U);
    EXPECT_EQ(read.problems().problems.size(), error::limit);
    EXPECT_EQ(read.problems().problems.back().path, "/co_production/tested_by/85");
}

TEST(instrument_json, refuses_lists_longer_than_the_format_allows) {
    std::string many = "\"items\":^[";
    for (int i = 0; i < 2'001; ++i) many += "{\"id\":\"i" + std::to_string(i) + "\",\"response_scale\":\"five\"},";
    check({tiny, {{"\"items\":[", many}}, status::too_large, "/items"});
}

TEST(instrument_json, opens_with_a_byte_order_mark) {
    const auto read = read_instrument(seed("bom.json"));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, *read_instrument(seed(tiny)));
}

TEST(instrument_json, reads_and_round_trips_every_instrument_file_of_the_project) {
    std::size_t count = 0;
    for (const char* folder : {"src/instrument/bundled", "tests/oracle/instruments"}) {
        const auto path = std::filesystem::path(PEERSUPPORT_SOURCE_DIR) / folder;
        if (!std::filesystem::exists(path)) continue;
        for (const auto& entry : std::filesystem::directory_iterator(path)) {
            if (entry.path().extension() != ".json") continue;
            SCOPED_TRACE(entry.path().string());
            ++count;
            const auto read = read_instrument(file_text(entry.path()));
            if (!read) {
                for (const problem& p : read.problems().problems)
                    ADD_FAILURE() << status_name(p.code) << " at byte " << p.offset << ", " << p.path;
                continue;
            }
            EXPECT_EQ(read->id, entry.path().stem().string());
            const std::string written = write_instrument(*read);
            const auto again = read_instrument(written);
            ASSERT_TRUE(again);
            EXPECT_TRUE(*again == *read);
            EXPECT_EQ(write_instrument(*again), written);
        }
    }
    EXPECT_GE(count, 16U);
}

TEST(instrument_json, round_trips_every_rule) {
    const auto read = read_instrument(seed(full));
    ASSERT_TRUE(read);
    const auto again = read_instrument(write_instrument(*read));
    ASSERT_TRUE(again);
    EXPECT_TRUE(*again == *read);
}

TEST(instrument_json, writes_members_in_the_documented_order_without_defaults) {
    const std::string written = write_instrument(*read_instrument(seed(tiny)));
    EXPECT_EQ(written.substr(0, 66), "{\n  \"format\": \"peersupport-instrument-1\",\n  \"id\": \"tiny\",\n  \"versi");
    EXPECT_NE(written.find("      \"items\": [\"a\", \"b\"],\n"), std::string::npos);
    for (const char* absent :
         {"forms", "reverse", "weight", "points", "facets", "multiplier", "released", "co_production", "kind"})
        EXPECT_EQ(written.find("\"" + std::string(absent) + "\""), std::string::npos) << absent;
    std::size_t before = 0;
    const std::string every = write_instrument(*read_instrument(seed(full)));
    for (const char* member :
         {"format",   "id",           "version",       "name",     "about",          "released",   "subject",
          "standing", "verification", "rights",        "citation", "sources",        "facets",     "response_scales",
          "items",    "scales",       "sample_scales", "forms",    "open_questions", "collection", "co_production"}) {
        const std::size_t at = every.find("\n  \"" + std::string(member) + "\": ");
        ASSERT_NE(at, std::string::npos) << member;
        EXPECT_LE(before, at) << member;
        before = at;
    }
}

TEST(instrument_json, opens_bundled_instruments_by_id) {
    for (const bundled_instrument& one : bundled_instruments()) {
        const auto read = open_instrument(one.id);
        ASSERT_TRUE(read) << one.id;
        EXPECT_EQ(read->id, one.id);
    }
    const auto none = open_instrument("no-such-instrument");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.problems().code(), status::not_found);
}
