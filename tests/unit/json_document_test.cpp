// SPDX-License-Identifier: Apache-2.0
#include "exchange/json_document.hpp"

#include "exchange/decimal_text.hpp"
#include "text/utf8_check.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

using namespace peersupport;
using exchange::json_document;
using exchange::json_elements;
using exchange::json_kind;
using exchange::json_limits;
using exchange::json_member;
using exchange::json_members;
using namespace std::string_literals;

namespace {

struct refusal {
    status code = status::ok;
    std::size_t offset = 0;
    bool operator==(const refusal&) const = default;
};

void PrintTo(const refusal& r, std::ostream* to) { *to << status_name(r.code) << " at " << r.offset; }

refusal refused(std::string_view text) {
    const auto read = json_document::parse(text);
    if (read) return {};
    EXPECT_EQ(read.problems().total, 1U);
    return {read.problems().problems.front().code, read.problems().problems.front().offset};
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST(json_document, keeps_values_their_offsets_and_their_text) {
    const std::string text =
        " {\"a\" : [1, -2.50e+1 ,true,\tfalse,null],\n\"b\\u00e9\":\"x\\n\\\"\\ud83d\\ude00\" , \"o\":{}}";
    const auto document = json_document::parse(text);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->root().kind(), json_kind::object);
    EXPECT_EQ(document->root().offset(), 1U);
    EXPECT_EQ(document->root().size(), 3U);

    std::vector<json_member> members;
    for (const json_member m : json_members(document->root())) members.push_back(m);
    ASSERT_EQ(members.size(), 3U);
    EXPECT_EQ(members[0].key.text(), "a");
    EXPECT_EQ(members[0].key.offset(), 2U);
    EXPECT_EQ(members[1].key.text(), "b\xC3\xA9");
    EXPECT_EQ(members[1].value.text(), "x\n\"\xF0\x9F\x98\x80");
    EXPECT_EQ(members[1].value.offset(), text.find("\"x\\n"));
    EXPECT_EQ(members[2].value.kind(), json_kind::object);
    EXPECT_EQ(members[2].value.offset(), text.find("{}"));

    std::vector<std::size_t> offsets;
    for (const auto element : json_elements(members[0].value)) offsets.push_back(element.offset());
    const std::vector<std::size_t> expected{text.find("1,"), text.find("-2.5"), text.find("true"), text.find("false"),
                                            text.find("null")};
    EXPECT_EQ(offsets, expected);
    EXPECT_EQ(members[0].value.first().next().text(), "-2.50e+1");
}

TEST(json_document, spells_pointers_with_escapes_and_indexes) {
    const auto document = json_document::parse(R"({"x":0,"a/b~c":[10,{"":[true]}]})");
    ASSERT_TRUE(document);
    std::vector<std::string> pointers;
    for (json_document::index i = 0; i < 10; ++i) pointers.push_back(document->pointer_to(i));
    const std::vector<std::string> expected{"",           "/x",         "/x",          "/a~1b~0c",    "/a~1b~0c",
                                            "/a~1b~0c/0", "/a~1b~0c/1", "/a~1b~0c/1/", "/a~1b~0c/1/", "/a~1b~0c/1//0"};
    EXPECT_EQ(pointers, expected);
}

TEST(json_document, a_long_key_is_not_repeated_in_pointers) {
    const auto document = json_document::parse("{\"o\":{\"" + std::string(65, 'k') + "\":1}}");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->pointer_to(3), "/o");
    EXPECT_EQ(document->pointer_to(4), "/o");
}

TEST(json_document, accepts_what_json_allows) {
    for (const std::string& text : {"0"s,
                                    "-0"s,
                                    "-0.0e-0"s,
                                    "1E5"s,
                                    "1e+5"s,
                                    "10.01"s,
                                    "true"s,
                                    "false"s,
                                    "null"s,
                                    "\"\""s,
                                    "[]"s,
                                    "{}"s,
                                    " [ ] "s,
                                    "\t\r\n {\"a\":1}\n"s,
                                    "[[],{},\"\",0,null]"s,
                                    "\"\x7F\""s,
                                    "\"\\u0000\""s,
                                    "\"\\uD834\\uDD1E\""s,
                                    "\"\\/\\b\\f\""s,
                                    "\"\xE2\x80\xA8\""s,
                                    "\"\xF4\x8F\xBF\xBF\""s,
                                    "{\"\":0}"s,
                                    "{\"a\":{\"a\":{\"a\":1}}}"s,
                                    "\xEF\xBB\xBF{}"s,
                                    "[1,2]\r\n"s,
                                    "\"\xEF\xBB\xBF\""s,
                                    "[\"\\uFFFF\"]"s,
                                    "\"\\\\\""s,
                                    "[\"\\\\\",\"\\\"\"]"s,
                                    "123456789012345678901234567890"s,
                                    "1.7976931348623158e308"s,
                                    "1e9999"s,
                                    "1e-00009999"s,
                                    "{\"\xC3\xA9\":1,\"e\xCC\x81\":2}"s})
        EXPECT_EQ(refused(text), refusal{}) << text;
}

TEST(json_document, refuses_what_json_forbids) {
    for (const std::string& text : {""s,
                                    " "s,
                                    "\xEF\xBB\xBF"s,
                                    "["s,
                                    "]"s,
                                    "{"s,
                                    "}"s,
                                    "[1,]"s,
                                    "[,1]"s,
                                    "[1 2]"s,
                                    "[1,,2]"s,
                                    "{\"a\"}"s,
                                    "{\"a\":}"s,
                                    "{\"a\":1,}"s,
                                    "{a:1}"s,
                                    "{'a':1}"s,
                                    "{1:1}"s,
                                    "{\"a\" 1}"s,
                                    "{\"a\":1 \"b\":2}"s,
                                    "{\"a\"::1}"s,
                                    "{,}"s,
                                    "[1}"s,
                                    "{\"a\":1]"s,
                                    "\"a"s,
                                    "'a'"s,
                                    "\"\\x\""s,
                                    "\"\\u12\""s,
                                    "\"\\u12G4\""s,
                                    "\"\t\""s,
                                    "\"\n\""s,
                                    "\"a\0b\""s,
                                    "a"s,
                                    "nul"s,
                                    "True"s,
                                    "nulls"s,
                                    "NaN"s,
                                    "-Infinity"s,
                                    "Infinity"s,
                                    "+1"s,
                                    "-"s,
                                    "01"s,
                                    "-01"s,
                                    "1."s,
                                    ".5"s,
                                    "1.e5"s,
                                    "1e"s,
                                    "1e+"s,
                                    "0x1"s,
                                    "1_000"s,
                                    "--1"s,
                                    "1 2"s,
                                    "[]]"s,
                                    "{}{}"s,
                                    "[] x"s,
                                    "// c\n1"s,
                                    "/* c */1"s,
                                    "1 // c"s,
                                    "# c\n1"s,
                                    "[1,/**/2]"s,
                                    "\xEF\xBB\xBF\xEF\xBB\xBF{}"s,
                                    "{}\xEF\xBB\xBF"s,
                                    "\xC2\xA0[]"s,
                                    "\x0C[]"s,
                                    "\0"s,
                                    "[]\0"s,
                                    "\"\\uD800\""s,
                                    "\"\\uDC00\""s,
                                    "\"\\uD800\\u0041\""s,
                                    "\"\\uD800x\""s,
                                    "\"\\uDC00\\uD800\""s,
                                    "\"\\u\""s,
                                    "\"\\\""s,
                                    "[\"\\"s,
                                    "\xFF\xFE[\0]\0"s,
                                    "[\"a\",\n4\n,1,"s,
                                    "<x/>"s,
                                    "\xE2\x81\xA0"s})
        EXPECT_NE(refused(text).code, status::ok) << text;
}

TEST(json_document, says_where_the_syntax_breaks) {
    EXPECT_EQ(refused(""), (refusal{status::json_syntax, 0}));
    EXPECT_EQ(refused("{\"a\":1"), (refusal{status::json_syntax, 6}));
    EXPECT_EQ(refused("[1,]"), (refusal{status::json_syntax, 3}));
    EXPECT_EQ(refused("[1] x"), (refusal{status::json_syntax, 4}));
    EXPECT_EQ(refused("\xEF\xBB\xBF[1,]"), (refusal{status::json_syntax, 6}));
    EXPECT_EQ(refused("\xEF\xBB\xBF"), (refusal{status::json_syntax, 3}));
    EXPECT_EQ(refused("{'a':1}"), (refusal{status::json_syntax, 1}));
}

TEST(json_document, offsets_count_from_the_callers_first_byte_also_behind_a_byte_order_mark) {
    const auto document = json_document::parse("\xEF\xBB\xBF [7]");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->root().offset(), 4U);
    EXPECT_EQ(document->root().first().offset(), 5U);
}

TEST(json_document, refuses_bytes_that_are_not_utf8_and_says_which) {
    EXPECT_EQ(refused("[\"\xC0\xAF\"]"), (refusal{status::json_not_utf8, 2}));          // overlong
    EXPECT_EQ(refused("[\"ab\xED\xA0\x80\"]"), (refusal{status::json_not_utf8, 4}));    // surrogate
    EXPECT_EQ(refused("[\"\xF4\x90\x80\x80\"]"), (refusal{status::json_not_utf8, 2}));  // above U+10FFFF
    EXPECT_EQ(refused("[\"\xE2\x82\"]"), (refusal{status::json_not_utf8, 2}));          // cut short
    EXPECT_EQ(refused("{\"\xFF\":1}"), (refusal{status::json_not_utf8, 2}));            // in a key
    EXPECT_EQ(refused("[1] \x80"), (refusal{status::json_not_utf8, 4}));                // between tokens
}

TEST(json_document, allows_32_levels_and_refuses_the_33rd) {
    EXPECT_EQ(refused(nested(32)), refusal{});
    EXPECT_EQ(refused(nested(33)), (refusal{status::json_too_deep, 32}));
    EXPECT_EQ(refused(nested(100'000)), (refusal{status::json_too_deep, 32}));
    std::string objects;
    for (int i = 0; i < 33; ++i) objects += "{\"a\":";
    EXPECT_EQ(refused(objects), (refusal{status::json_too_deep, 32 * 5}));
}

TEST(json_document, refuses_equal_keys_however_they_are_spelled) {
    EXPECT_EQ(refused(R"({"key":1,"other":2,"k\u0065y":3})"), (refusal{status::json_duplicate_key, 19}));
    EXPECT_EQ(refused(R"({"a":1, "b":2, "b":3, "a":4})"), (refusal{status::json_duplicate_key, 15}));
    EXPECT_EQ(refused(R"([{"x":{"":1,"":2}}])"), (refusal{status::json_duplicate_key, 12}));
    EXPECT_EQ(refused("{\"a\\u0000\":1,\"a\\u0000\":2}"), (refusal{status::json_duplicate_key, 13}));
    EXPECT_EQ(refused("{\"a\":1,\"a\\u0000\":2}"), refusal{});
}

TEST(json_document, keeps_nul_inside_strings) {
    const auto document = json_document::parse("\"a\\u0000b\"");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->root().text(), "a\0b"s);
}

TEST(json_document, limits_digits_and_exponents_of_numbers) {
    EXPECT_EQ(refused("[" + std::string(64, '1') + "]"), refusal{});
    EXPECT_EQ(refused("[" + std::string(65, '1') + "]"), (refusal{status::json_number, 1}));
    EXPECT_EQ(refused("[0, -0." + std::string(64, '0') + "]"), (refusal{status::json_number, 4}));
    EXPECT_EQ(refused("[1e10000]"), (refusal{status::json_number, 1}));
    EXPECT_EQ(refused("[0,  0e99999999999]"), (refusal{status::json_number, 5}));
    EXPECT_EQ(refused("{\"a\" : 1e-99999999999}"), (refusal{status::json_number, 7}));
}

TEST(json_document, limits_members_strings_values_and_bytes) {
    std::string members = "{";
    for (std::size_t i = 0; i < json_limits::members; ++i) members += "\"" + std::to_string(i) + "\":0,";
    EXPECT_EQ(refused(members.substr(0, members.size() - 1) + "}"), refusal{});
    EXPECT_EQ(refused(members + "\"x\":0}"), (refusal{status::too_large, members.size()}));

    const std::string longest(json_limits::string_bytes, 's');
    EXPECT_EQ(refused("[\"" + longest + "\"]"), refusal{});
    EXPECT_EQ(refused("[ \"" + longest + "s\"]"), (refusal{status::too_large, 2}));
    EXPECT_EQ(refused("{\"" + longest + "s\":1}"), (refusal{status::too_large, 1}));

    std::string values = "[0";
    while (values.size() < 2 * json_limits::values - 2) values += ",0";
    EXPECT_EQ(refused(values + "]"), refusal{});
    EXPECT_EQ(refused(values + ",0]"), (refusal{status::too_large, values.size() + 1}));

    EXPECT_EQ(refused(std::string(json_limits::bytes, ' ') + "1"), (refusal{status::too_large, json_limits::bytes}));
}

TEST(json_document, reads_a_buffer_that_is_not_followed_by_anything) {
    // Exact-size heap buffers: a read behind the end is seen by the address sanitizer and valgrind.
    for (const char* text : {"1", "-0.5e1", "\"a\"", "\"a", "tru", "[1", "{\"a\"", "\"\\u00e9", "1e", "\xEF\xBB"}) {
        const std::size_t size = std::strlen(text);
        const auto exact = std::make_unique<char[]>(size);
        std::memcpy(exact.get(), text, size);
        (void)json_document::parse({exact.get(), size});
    }
    EXPECT_EQ(refused(std::string_view()), (refusal{status::json_syntax, 0}));
}

TEST(utf8_check, finds_exactly_the_scalar_values_among_all_sequences) {
    std::size_t valid = 0;
    const auto count = [&](std::string_view s) {
        if (first_invalid_utf8(s) == std::string_view::npos) ++valid;
    };
    // Leading byte decides the length; every other byte takes all 256 values where it can matter.
    for (int a = 0; a < 256; ++a) {
        char s[4] = {static_cast<char>(a)};
        count({s, 1});
        for (int b = 0; b < 256 && a >= 0x80; ++b) {
            s[1] = static_cast<char>(b);
            count({s, 2});
            for (int c = 0x7F; c < 0xC1 && a >= 0xE0; ++c) {
                s[2] = static_cast<char>(c);
                count({s, 3});
                for (int d = 0x7F; d < 0xC1 && a >= 0xF0; ++d) {
                    s[3] = static_cast<char>(d);
                    count({s, 4});
                }
            }
        }
    }
    EXPECT_EQ(valid, 1'112'064U);
}

TEST(decimal_text, reads_exactly_or_not_at_all) {
    using exchange::parse_decimal;
    EXPECT_EQ(parse_decimal("0"), (decimal{0, 0}));
    EXPECT_EQ(parse_decimal("-0.00e5"), (decimal{0, 0}));
    EXPECT_EQ(parse_decimal("0.1"), (decimal{1, -1}));
    EXPECT_EQ(parse_decimal("-1.50"), (decimal{-15, -1}));
    EXPECT_EQ(parse_decimal("120"), (decimal{120, 0}));
    EXPECT_EQ(parse_decimal("1.2e2"), (decimal{120, 0}));
    EXPECT_EQ(parse_decimal("1200e-1"), (decimal{120, 0}));
    EXPECT_EQ(parse_decimal("9007199254740992"), (decimal{9'007'199'254'740'992, 0}));
    EXPECT_EQ(parse_decimal("9007199254740993"), std::nullopt);
    EXPECT_EQ(parse_decimal("90071992547409920"), (decimal{9'007'199'254'740'992, 1}));
    EXPECT_EQ(parse_decimal("0.9007199254740993"), std::nullopt);
    EXPECT_EQ(parse_decimal("1e-22"), (decimal{1, -22}));
    EXPECT_EQ(parse_decimal("1e-23"), std::nullopt);
    EXPECT_EQ(parse_decimal("10e-23"), (decimal{1, -22}));
    EXPECT_EQ(parse_decimal("1e22"), (decimal{1'000'000'000'000'000, 7}));
    EXPECT_EQ(parse_decimal("1e38"), std::nullopt);
    EXPECT_EQ(parse_decimal("1e9999"), std::nullopt);
    EXPECT_EQ(parse_decimal("0e9999"), (decimal{0, 0}));
    EXPECT_EQ(parse_decimal("1.000000000000000000000000000000"), (decimal{1, 0}));
}

TEST(decimal_text, writes_what_reads_back_equal) {
    for (const decimal value : {decimal{0, 0},
                                {1, -1},
                                {-15, -1},
                                {120, 0},
                                {5, -22},
                                {-123456, -3},
                                {9'007'199'254'740'992, 22},
                                {9'007'199'254'740'991, -22},
                                {1, -3}}) {
        std::string text;
        exchange::append_decimal(text, value);
        EXPECT_EQ(exchange::parse_decimal(text), value) << text;
    }
    std::string text;
    exchange::append_decimal(text, {-5, -3});
    EXPECT_EQ(text, "-0.005");
}

TEST(decimal_text, compares_by_value) {
    using exchange::compare;
    EXPECT_TRUE(compare({1, 0}, {10, -1}) == 0);
    EXPECT_TRUE(compare({1, -22}, {1, 22}) < 0);
    EXPECT_TRUE(compare({-1, -22}, {-1, 22}) > 0);
    EXPECT_TRUE(compare({-1, 0}, {0, 0}) < 0);
    EXPECT_TRUE(compare({0, 22}, {1, -22}) < 0);
    EXPECT_TRUE(compare({9'007'199'254'740'992, 0}, {9'007'199'254'740'991, 0}) > 0);
    EXPECT_TRUE(compare({299, -2}, {3, 0}) < 0);
    EXPECT_TRUE(compare({9'007'199'254'740'992, 22}, {9'007'199'254'740'991, 22}) > 0);
}
