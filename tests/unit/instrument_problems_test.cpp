// SPDX-License-Identifier: Apache-2.0
#include "instrument_file.hpp"

using namespace peersupport;
using namespace peersupport::unit;

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
