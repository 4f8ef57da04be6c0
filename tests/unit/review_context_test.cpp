// SPDX-License-Identifier: Apache-2.0
// Quotation, reported speech, negation, mention: what takes the weight from a finding, and what does not.
#include "review_case.hpp"

using namespace peersupport;
using namespace peersupport::testing;

namespace {

const rule_set& english() {
    static const rule_set rules = one_rule("en", R"(["addict"])");
    return rules;
}
const rule_set& french() {
    static const rule_set rules = one_rule("fr", R"(["toxicomane"])");
    return rules;
}

}  // namespace

TEST(review_context, the_persons_quoted_words_are_theirs) {
    for (const std::string text : {"She said, \"I am an addict.\"", "“I am an addict,” she said.", "Sam said: ‘I am an addict and tired.’", "She said 'I'm an addict, the '90s'.",
                                   "\"I have always been an addict.\""})
        EXPECT_EQ(why(english(), text), suppression::quotation) << text;
    EXPECT_EQ(why(french(), "Elle a dit : « Je suis toxicomane. »", language::fr), suppression::quotation);
    EXPECT_EQ(why(french(), "Sam m'a dit : « Je suis toxicomane. »", language::fr), suppression::quotation);
}

TEST(review_context, quoted_words_of_others_and_of_the_writer_keep_their_weight) {
    EXPECT_EQ(why(english(), "The nurse said, \"He is an addict again.\""), suppression::none);
    EXPECT_EQ(why(english(), "I said, \"You are an addict like me.\""), suppression::none);
    EXPECT_EQ(why(french(), "L'infirmière m'a dit : « Il est toxicomane. »", language::fr), suppression::none);
}

TEST(review_context, apostrophes_open_no_quotation) {
    EXPECT_EQ(why(english(), "The neighbours' dog and the '90s; he's an addict, isn't he."), suppression::none);
}

TEST(review_context, a_quotation_ends_with_its_paragraph) {
    EXPECT_EQ(why(english(), "She said, \"I am tired.\n\nHe is an addict."), suppression::none);
}

TEST(review_context, reported_speech_is_the_persons_to_its_end) {
    EXPECT_EQ(why(english(), "She said that she is an addict."), suppression::quotation);
    EXPECT_EQ(why(english(), "She said she is tired. He is an addict."), suppression::none);
    EXPECT_EQ(why(english(), "I'm an addict, she told me."), suppression::quotation);
    EXPECT_EQ(why(english(), "He is an addict, the nurse told me."), suppression::none);
    EXPECT_EQ(why(english(), "He is an addict, she told me that last week and we laughed."), suppression::none);
    EXPECT_EQ(why(english(), "According to me she is an addict."), suppression::none);
    EXPECT_EQ(why(english(), "According to the nurse she is an addict."), suppression::none);
    EXPECT_EQ(why(french(), "Elle lui a dit être toxicomane.", language::fr), suppression::quotation);
}

TEST(review_context, negation_reaches_a_few_words_and_not_over_a_border) {
    EXPECT_EQ(why(english(), "He is not an addict."), suppression::negation);
    EXPECT_EQ(why(english(), "He isn't an addict."), suppression::negation);
    EXPECT_EQ(why(english(), "He is not here. An addict is."), suppression::none);
    EXPECT_EQ(why(english(), "He does not come, an addict."), suppression::none);
    EXPECT_EQ(why(english(), "He is not well but an addict."), suppression::none);
    EXPECT_EQ(why(english(), "He is not only an addict."), suppression::none);
    EXPECT_EQ(why(french(), "Il n'est pas toxicomane.", language::fr), suppression::negation);
    EXPECT_EQ(why(french(), "Il n'est que toxicomane.", language::fr), suppression::none) << "ne … que denies nothing";
}

TEST(review_context, a_denial_that_is_part_of_what_was_found_denies_nothing_else) {
    EXPECT_EQ(why(one_rule("fr", R"(["[collabore pas]"])"), "Il ne collabore pas.", language::fr), suppression::none);
}

TEST(review_context, a_word_that_is_talked_about_is_not_used) {
    EXPECT_EQ(why(english(), "We talked about the word addict."), suppression::mention);
}

TEST(review_context, the_rule_says_which_contexts_it_minds) {
    const rule_set keeps = one_rule("en", R"(["addict"])", R"("quotation": "keep", "negation": "keep", "mention": "keep", "hypothesis": "suppress", )");
    EXPECT_EQ(why(keeps, "She said, \"I am an addict.\""), suppression::none);
    EXPECT_EQ(why(keeps, "He is not an addict."), suppression::none);
    EXPECT_EQ(why(keeps, "If he is an addict"), suppression::hypothesis);
    const rule_set any = one_rule("en", R"(["addict"])", R"("quotation": "any", )");
    EXPECT_EQ(why(any, "The nurse said, \"He is an addict again.\""), suppression::quotation);
}

TEST(review_context, what_carries_no_weight_is_still_told) {
    const note_report report = checked(english(), "He is not an addict.");
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings.front().severity, review_severity::info);
    EXPECT_EQ(report.findings.front().context, static_cast<std::uint8_t>(finding_context::negated));
    EXPECT_EQ(report.counts(), (std::array<std::size_t, 3>{0, 0, 0}));
}

TEST(review_context, one_to_three_words_in_doubtful_marks_are_found_without_patterns) {
    const rule_set rules = one_rule("en", R"([])", R"("finder": "scare-quotes", "quotation": "keep", )");
    EXPECT_EQ(found(rules, "He claims he was \"sick\"."), words{"sick"});
    EXPECT_EQ(found(rules, "She missed it because of her \"anxiety\"."), words{"anxiety"});
    EXPECT_TRUE(found(rules, "She said, \"I was too sick to get out of bed.\"").empty());
    EXPECT_TRUE(found(rules, "The group \"Moving On\" met.").empty());
}
