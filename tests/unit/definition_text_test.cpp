// SPDX-License-Identifier: Apache-2.0
#include "peersupport/definition.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {
namespace {

struct shown_text {
    std::string_view id;
    localized_text text;
};

std::vector<shown_text> names() {
    std::vector<shown_text> all;
    const auto add = [&all](const auto& rows) {
        for (const auto& row : rows) all.push_back({row.id, row.name});
    };
    add(canonical().values());
    add(canonical().principles());
    add(canonical().perspectives());
    add(canonical().levels_of_influence());
    return all;
}

std::vector<shown_text> cues() {
    std::vector<shown_text> all;
    const auto add = [&all](const auto& rows) {
        for (const auto& row : rows) {
            for (const cue& c : row.present_cues) all.push_back({c.id, c.text});
            for (const cue& c : row.eroded_cues) all.push_back({c.id, c.text});
        }
    };
    add(canonical().values());
    add(canonical().principles());
    return all;
}

bool is_one_of(std::string_view id, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, id) != list.end();
}

/// Names that others gave: frameworks, codes, titles. They stand as they are.
bool holds_foreign_names(std::string_view table) {
    return is_one_of(table, {"frameworks", "crosswalk", "reporting_codes", "external_codes", "resources",
                             "french_terms", "sources", "training_benchmarks"});
}

/// Every text of every row, cues among them, but for the names that others gave.
std::vector<shown_text> own_texts() {
    std::vector<shown_text> all = cues();
    for (const table_description& description : table_descriptions()) {
        if (holds_foreign_names(description.id)) continue;
        const definition_table table(description, canonical().tables());
        for (std::size_t i = 0; i < table.size(); ++i) {
            for (const definition_field& field : description.fields) {
                const field_value value = table[i].value(field);
                if (field.kind == field_kind::text && value.given) all.push_back({table[i].id(), value.text});
            }
        }
    }
    return all;
}

/// Texts in which somebody who receives support is spoken to or of.
std::vector<shown_text> names_of_people_tables() {
    std::vector<shown_text> all;
    for (const shown_text& shown : own_texts()) {
        const auto row = canonical().row(shown.id);
        if (!row || is_one_of(row->table().id, {"values", "principles", "perspectives", "statements", "roles",
                                                "competencies", "duties", "person_guidance", "role_texts"}))
            all.push_back(shown);
    }
    return all;
}

/// ASCII letters only: the words looked for have no accents.
std::string lower(std::string_view text);

/// A text without the names in which others use a word that we do not.
std::string without_names(std::string text) {
    for (const std::string_view name : {"patient ombudsman", "ombudsman des patients", "case management"}) {
        const std::size_t at = text.find(name);
        if (at != std::string::npos) text.replace(at, name.size(), "a name");
    }
    return text;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
        return c < 128 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
    });
    return out;
}

void expect_without(const std::vector<shown_text>& texts,
                    std::initializer_list<std::string_view> words) {
    for (const shown_text& shown : texts) {
        for (const auto l : {language::en, language::fr}) {
            const std::string text = without_names(lower(shown.text.in(l)));
            for (const auto word : words) {
                EXPECT_EQ(text.find(word), std::string::npos)
                    << shown.id << " says \"" << word << "\": " << shown.text.in(l);
            }
        }
    }
}

TEST(definition_text, everything_exists_in_both_languages) {
    for (const shown_text& shown : own_texts()) {
        EXPECT_FALSE(shown.text.en.empty()) << shown.id;
        EXPECT_FALSE(shown.text.fr.empty()) << shown.id;
    }
}

TEST(definition_text, french_is_not_the_english_again) {
    for (const shown_text& shown : own_texts()) {
        if (shown.text.en.find(' ') == std::string_view::npos) continue;  // one word may be alike
        EXPECT_NE(shown.text.en, shown.text.fr) << shown.id;
    }
}

TEST(definition_text, titles_exist_in_both_languages) {
    for (const source& row : canonical().sources()) {
        EXPECT_FALSE(row.title.en.empty()) << row.id;
        EXPECT_FALSE(row.title.fr.empty()) << row.id;
    }
}

TEST(definition_text, every_value_has_three_to_five_cues_each_way) {
    for (const value& row : canonical().values()) {
        EXPECT_GE(row.present_cues.size(), 3u) << row.id;
        EXPECT_LE(row.present_cues.size(), 5u) << row.id;
        EXPECT_GE(row.eroded_cues.size(), 3u) << row.id;
        EXPECT_LE(row.eroded_cues.size(), 5u) << row.id;
    }
}

TEST(definition_text, every_principle_has_two_or_three_cues_each_way) {
    for (const principle& row : canonical().principles()) {
        EXPECT_GE(row.present_cues.size(), 2u) << row.id;
        EXPECT_LE(row.present_cues.size(), 3u) << row.id;
        EXPECT_GE(row.eroded_cues.size(), 2u) << row.id;
        EXPECT_LE(row.eroded_cues.size(), 3u) << row.id;
    }
}

TEST(definition_text, no_phrase_stands_twice) {
    std::set<std::string_view> seen_en;
    std::set<std::string_view> seen_fr;
    for (const shown_text& shown : cues()) {
        EXPECT_TRUE(seen_en.insert(shown.text.en).second) << shown.id;
        EXPECT_TRUE(seen_fr.insert(shown.text.fr).second) << shown.id;
    }
}

TEST(definition_text, cues_are_short_phrases) {
    for (const shown_text& shown : cues()) {
        EXPECT_LE(shown.text.en.size(), 100u) << shown.id;
        EXPECT_LE(shown.text.fr.size(), 125u) << shown.id;
        EXPECT_NE(shown.text.en.back(), '.') << shown.id;
        EXPECT_NE(shown.text.fr.back(), '.') << shown.id;
    }
}

TEST(definition_text, nothing_is_left_to_be_written) {
    expect_without(own_texts(), {"todo", "tbd", "fixme", "xxx", "lorem", "  "});
}

TEST(definition_text, people_are_called_people) {
    expect_without(own_texts(), {"sufferer", "mentally ill", "addict ", "schizophrenic"});
    expect_without(names_of_people_tables(), {"patient", "client", "consumer", "usager", "case "});
}

TEST(definition_text, names_are_plain_and_judge_nobody) {
    expect_without(names(), {"eroded", "weak", "strong", "erosion", "faible", "fort ", "drift"});
}

TEST(definition_text, eroded_is_a_word_for_data_only) {
    expect_without(own_texts(), {"eroded", "erode"});
}

TEST(definition_text, french_names_peer_supporters_in_both_genders) {
    for (const shown_text& shown : own_texts()) {
        const std::string text = lower(shown.text.fr);
        if (text.find("pair aidant") != std::string::npos ||
            text.find("pairs aidants") != std::string::npos) {
            if (text.find("aqrp") != std::string::npos) continue;  // the name of a course
            EXPECT_NE(text.find("paire"), std::string::npos) << shown.id << ": " << shown.text.fr;
        }
    }
}

TEST(definition_text, french_keeps_canadian_spacing) {
    expect_without(own_texts(), {" ;", " ?", " !"});
}

}  // namespace
}  // namespace peersupport
