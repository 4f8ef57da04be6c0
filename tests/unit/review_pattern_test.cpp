// SPDX-License-Identifier: Apache-2.0
// What each element of a pattern matches (docs/rule-format.md), told by what is underlined.
#include "review_case.hpp"

using namespace peersupport;
using namespace peersupport::testing;

TEST(review_pattern, a_word_whatever_its_case_and_accents) {
    const rule_set rules = one_rule("fr", R"(["drogué"])");
    EXPECT_EQ(found(rules, "Un DROGUÉ, un drogue, un Drogué.", language::fr), (words{"DROGUÉ", "drogue", "Drogué"}));
}

TEST(review_pattern, an_exact_word_has_exactly_its_accents) {
    EXPECT_EQ(found(one_rule("fr", R"(["=interné"])"), "Un interne interné.", language::fr), words{"interné"});
    EXPECT_EQ(found(one_rule("fr", R"(["=parle"])"), "Elle parle, elle a parlé.", language::fr), words{"parle"});
}

TEST(review_pattern, composed_and_decomposed_letters_are_the_same_and_keep_their_own_places) {
    const rule_set rules = one_rule("fr", R"(["drogué"])");
    const std::string composed = "été: drogu\xC3\xA9 ici", decomposed = "e\xCC\x81t\x65\xCC\x81: drogue\xCC\x81 ici";
    EXPECT_EQ(found(rules, composed, language::fr), words{"drogu\xC3\xA9"});
    EXPECT_EQ(found(rules, decomposed, language::fr), words{"drogue\xCC\x81"});
}

TEST(review_pattern, nouns_and_verbs_in_their_forms) {
    EXPECT_EQ(found(one_rule("en", R"(["junkie~n"])"), "A junkie and two junkies."), (words{"junkie", "junkies"}));
    EXPECT_EQ(found(one_rule("en", R"(["refuse~v"])"), "He refused, refuses, is refusing; will refuse."), (words{"refused", "refuses", "refusing", "refuse"}));
    EXPECT_EQ(found(one_rule("fr", R"(["toxicomane~n"])"), "Des toxicomanes; une toxicomane.", language::fr), (words{"toxicomanes", "toxicomane"}));
    EXPECT_EQ(found(one_rule("fr", R"(["manipuler~v"])"), "Il manipule, elle a manipulé, ils manipulaient.", language::fr), (words{"manipule", "manipulé", "manipulaient"}));
}

TEST(review_pattern, inclusive_endings_belong_to_their_word) {
    const rule_set rules = one_rule("fr", R"(["drogué~n"])");
    for (const std::string word : {"drogué·e·s", "drogué(e)s", "drogué-e-s", "drogué.e.s", "drogué·e", "drogué/e"})
        EXPECT_EQ(found(rules, "Des " + word + " ici.", language::fr), words{word});
}

TEST(review_pattern, what_is_elided_stands_alone) {
    const rule_set rules = one_rule("fr", R"(["addict~n"])");
    EXPECT_EQ(found(rules, "L’addict et l'addict.", language::fr), (words{"addict", "addict"}));
    EXPECT_EQ(found(one_rule("en", R"(["did n't"])"), "She didn't, he didn’t."), (words{"didn't", "didn’t"}));
}

TEST(review_pattern, hyphens_may_be_spaces) {
    const rule_set rules = one_rule("en", R"(["high-functioning"])");
    EXPECT_EQ(found(rules, "A high-functioning, high functioning man."), (words{"high-functioning", "high functioning"}));
}

TEST(review_pattern, groups_options_and_gaps) {
    EXPECT_EQ(found(one_rule("en", R"(["(poor|lack of) insight"])"), "Poor insight. Lack of insight. Insight."), (words{"Poor insight", "Lack of insight"}));
    EXPECT_EQ(found(one_rule("en", R"(["very? stubborn man"])"), "A stubborn man, a very stubborn man."), (words{"stubborn man", "very stubborn man"}));
    const rule_set gap = one_rule("en", R"(["made *2 bed"])");
    EXPECT_EQ(found(gap, "She made bed, made her bed, made her own bed, made her own old bed."), (words{"made bed", "made her bed", "made her own bed"}));
    EXPECT_TRUE(found(gap, "She made. Her bed").empty()) << "a gap ends with its sentence";
    EXPECT_TRUE(found(gap, "She made; bed").empty());
}

TEST(review_pattern, only_what_stands_in_brackets_is_underlined) {
    EXPECT_EQ(found(one_rule("en", R"(["<person> *1 [refused] meds"])"), "She again refused meds. He refused meds."), (words{"refused", "refused"}));
}

TEST(review_pattern, classes_and_shapes) {
    EXPECT_EQ(found(one_rule("en", R"(["<person> drinks"])"), "He drinks. Sam drinks. My mother drinks. The sea drinks."), (words{"He drinks", "Sam drinks"}));
    EXPECT_EQ(found(one_rule("en", R"(["room #1-2"])"), "Room 7, room 12, room 123."), (words{"Room 7", "room 12"}));
    EXPECT_EQ(found(one_rule("en", R"(["<acronym> unit"])"), "The ICU unit. The big unit."), words{"ICU unit"});
    EXPECT_EQ(found(one_rule("en", R"(["initial <letter>"])"), "initial J; initials J"), words{"initial J"});
}

TEST(review_pattern, a_pattern_may_ask_for_the_beginning_of_a_sentence) {
    const rule_set rules = one_rule("en", R"(["^ met"])");
    EXPECT_EQ(found(rules, "Met Sam. We met. Met again.\n- met\n• Met\n“Met him,” he said."), (words{"Met", "Met", "met", "Met", "Met"}));
}

TEST(review_pattern, marks_are_words_and_may_open_a_sentence) {
    EXPECT_EQ(found(one_rule("en", R"x(["\\( no show \\)"])x"), "(no show)\nThen: (no show)"), (words{"(no show)", "(no show)"}));
    EXPECT_EQ(found(one_rule("en", R"(["c / o"])"), "c/o pain"), words{"c/o"});
}

TEST(review_pattern, exceptions_before_after_and_around) {
    EXPECT_EQ(found(one_rule("en", R"([{"find": "addict", "not_before": ["services"]}])"), "addict services, addict"), words{"addict"});
    EXPECT_EQ(found(one_rule("en", R"([{"find": "clean", "not_after": ["squeaky"], "not_before": ["clothes"]}])"), "clean clothes, squeaky clean, clean"), words{"clean"});
    EXPECT_EQ(found(one_rule("en", R"([{"find": "alcoholic~n", "not_within": ["alcoholics anonymous"]}])"), "Alcoholics Anonymous. An alcoholic."), words{"alcoholic"});
    EXPECT_EQ(found(one_rule("en", R"(["addict"])", {}, R"(, "except": ["not my addict"])"), "not my addict, my addict"), words{"addict"});
}

TEST(review_pattern, a_gap_at_the_end_reaches_on_in_exceptions_only) {
    EXPECT_EQ(found(one_rule("en", R"([{"find": "addict *2", "not_within": ["so-called addict *3"]}])"), "A so-called addict by name. An addict by name."), words{"addict"});
    EXPECT_TRUE(found(one_rule("en", R"([{"find": "[had ocd *1]", "not_after": ["my aunt"]}])"), "My aunt had OCD, she said.").empty());
}

TEST(review_pattern, first_names_and_initials_are_names_where_a_sentence_begins) {
    const rule_set rules = one_rule("en", R"(["<name> [resisted]"])");
    EXPECT_EQ(found(rules, "E resisted. I resisted. A resisted."), (words{"resisted"}));
}

TEST(review_pattern, of_what_overlaps_the_longest_speaks) {
    const rule_set rules = compiled({pack_json(rule_json("STIG-901", "en", R"(["addict"])") + "," + rule_json("STIG-902", "en", R"(["drug addict behaviour"])"))});
    const note_report report = checked(rules, "drug addict behaviour");
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(rules.rules()[report.findings.front().rule].id, "STIG-902");
}

TEST(review_pattern, a_term_may_belong_to_two_categories) {
    std::string other = rule_json("CLIN-901", "en", R"(["addict"])");
    other.replace(other.find("STIG\", \"sev"), 4, "CLIN");
    const rule_set rules = compiled({pack_json(rule_json("STIG-901", "en", R"(["addict"])") + "," + other)});
    EXPECT_EQ(checked(rules, "an addict").findings.size(), 2U);
}

TEST(review_pattern, what_cannot_be_read_is_told_with_its_place) {
    for (const std::string wrong : {"(a|b", "a)", "[a", "*0 a", "<nobody-knows>", "a *99 b", ""}) {
        auto pack = read_rule_pack(pack_json(rule_json("STIG-900", "en", "[\"good\", \"" + wrong + "\"]")));
        if (!pack) {
            EXPECT_EQ(wrong, "") << "only an empty text is refused while reading";
            continue;
        }
        const auto made = rule_set::compile({*std::move(pack)});
        ASSERT_FALSE(made.has_value()) << wrong;
        EXPECT_EQ(made.problems().problems.front().path, "/0/rules/0/en/patterns/1") << wrong;
    }
}

TEST(review_pattern, a_long_text_takes_time_by_its_length) {
    // Quadratic work in 400,000 words would not end within the test's limit.
    const rule_set rules = one_rule("en", R"([{"find": "very *6 [addict]", "not_after": ["no"], "not_within": ["an addict of sorts"]}, "addict *3 addict"])");
    std::string text;
    for (int i = 0; i < 100000; ++i) text += "very addict ";
    EXPECT_GT(checked(rules, std::string_view(text).substr(0, 1U << 20U)).findings.size(), 1000U);
}
