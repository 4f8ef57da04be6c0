// SPDX-License-Identifier: Apache-2.0
#include "review/pattern/word_forms.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace peersupport::review {
namespace {

using namespace std::string_view_literals;

struct irregular_verb {
    std::string_view base, past, participle;
};

constexpr irregular_verb irregular[] = {
    {"say", "said", "said"},          {"tell", "told", "told"},
    {"feel", "felt", "felt"},         {"think", "thought", "thought"},
    {"know", "knew", "known"},        {"give", "gave", "given"},
    {"take", "took", "taken"},        {"make", "made", "made"},
    {"get", "got", "gotten"},         {"keep", "kept", "kept"},
    {"let", "let", "let"},            {"put", "put", "put"},
    {"go", "went", "gone"},           {"do", "did", "done"},
    {"see", "saw", "seen"},           {"come", "came", "come"},
    {"become", "became", "become"},   {"find", "found", "found"},
    {"leave", "left", "left"},        {"hold", "held", "held"},
    {"bring", "brought", "brought"},  {"begin", "began", "begun"},
    {"buy", "bought", "bought"},      {"lose", "lost", "lost"},
    {"meet", "met", "met"},           {"pay", "paid", "paid"},
    {"read", "read", "read"},         {"run", "ran", "run"},
    {"send", "sent", "sent"},         {"sit", "sat", "sat"},
    {"speak", "spoke", "spoken"},     {"stand", "stood", "stood"},
    {"teach", "taught", "taught"},    {"understand", "understood", "understood"},
    {"write", "wrote", "written"},    {"choose", "chose", "chosen"},
    {"break", "broke", "broken"},     {"drive", "drove", "driven"},
    {"eat", "ate", "eaten"},          {"fall", "fell", "fallen"},
    {"forget", "forgot", "forgotten"},{"forbid", "forbade", "forbidden"},
    {"hear", "heard", "heard"},       {"hide", "hid", "hidden"},
    {"hit", "hit", "hit"},            {"hurt", "hurt", "hurt"},
    {"lead", "led", "led"},           {"lie", "lied", "lied"},
    {"quit", "quit", "quit"},         {"seek", "sought", "sought"},
    {"sell", "sold", "sold"},         {"set", "set", "set"},
    {"show", "showed", "shown"},      {"shut", "shut", "shut"},
    {"sleep", "slept", "slept"},      {"spend", "spent", "spent"},
    {"steal", "stole", "stolen"},     {"stick", "stuck", "stuck"},
    {"swear", "swore", "sworn"},      {"throw", "threw", "thrown"},
    {"wake", "woke", "woken"},        {"wear", "wore", "worn"},
    {"win", "won", "won"},            {"withdraw", "withdrew", "withdrawn"},
    {"undergo", "underwent", "undergone"}, {"overcome", "overcame", "overcome"},
    {"cut", "cut", "cut"},            {"drink", "drank", "drunk"},
    {"fight", "fought", "fought"},    {"lay", "laid", "laid"},
    {"rise", "rose", "risen"},        {"shoot", "shot", "shot"},
    {"smell", "smelled", "smelt"},    {"bid", "bid", "bid"},
    {"catch", "caught", "caught"},    {"draw", "drew", "drawn"},
    {"grow", "grew", "grown"},        {"build", "built", "built"},
    {"deal", "dealt", "dealt"},       {"bite", "bit", "bitten"},
    {"freak", "freaked", "freaked"},  {"uphold", "upheld", "upheld"},
    {"withhold", "withheld", "withheld"}, {"oversee", "oversaw", "overseen"},
    {"undertake", "undertook", "undertaken"}, {"mislead", "misled", "misled"},
};

/// Verbs of several syllables that double their last letter.
constexpr std::array doubling{"admit"sv, "commit"sv, "permit"sv, "refer"sv, "occur"sv, "regret"sv, "control"sv,
                              "compel"sv, "transfer"sv, "prefer"sv, "submit"sv, "omit"sv, "patrol"sv, "rebel"sv,
                              "counsel"sv, "label"sv, "cancel"sv, "equip"sv, "defer"sv, "concur"sv, "acquit"sv, "kidnap"sv};

bool is_vowel(char c) noexcept { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool doubles(std::string_view verb) noexcept {
    if (std::ranges::find(doubling, verb) != doubling.end()) return true;
    const std::size_t n = verb.size();
    if (n < 3 || is_vowel(verb[n - 1]) || std::string_view("wxy").find(verb[n - 1]) != std::string_view::npos) return false;
    if (!is_vowel(verb[n - 2]) || is_vowel(verb[n - 3])) return false;
    return std::ranges::count_if(verb, is_vowel) == 1;
}

bool ends_in(std::string_view word, std::string_view end) noexcept { return word.ends_with(end); }

std::string with_s(std::string_view word) {
    const std::size_t n = word.size();
    if (ends_in(word, "s") || ends_in(word, "x") || ends_in(word, "z") || ends_in(word, "ch") || ends_in(word, "sh"))
        return std::string(word) + "es";
    if (n > 1 && word[n - 1] == 'y' && !is_vowel(word[n - 2])) return std::string(word.substr(0, n - 1)) + "ies";
    if (n > 1 && word[n - 1] == 'o' && !is_vowel(word[n - 2])) return std::string(word) + "es";
    return std::string(word) + "s";
}

std::string with_ed(std::string_view verb) {
    const std::size_t n = verb.size();
    if (ends_in(verb, "e")) return std::string(verb) + "d";
    if (n > 1 && verb[n - 1] == 'y' && !is_vowel(verb[n - 2])) return std::string(verb.substr(0, n - 1)) + "ied";
    std::string made(verb);
    if (doubles(verb)) made += verb[n - 1];
    return made + "ed";
}

std::string with_ing(std::string_view verb) {
    const std::size_t n = verb.size();
    if (ends_in(verb, "ie")) return std::string(verb.substr(0, n - 2)) + "ying";
    if (ends_in(verb, "e") && !ends_in(verb, "ee") && !ends_in(verb, "ye")) return std::string(verb.substr(0, n - 1)) + "ing";
    std::string made(verb);
    if (doubles(verb)) made += verb[n - 1];
    return made + "ing";
}

}  // namespace

std::vector<word_form> english_noun_forms(std::string_view noun) {
    std::vector<word_form> forms{{std::string(noun), word_form_kind::base}};
    if (noun == "child") forms.push_back({"children", word_form_kind::plural});
    else if (ends_in(noun, "man")) forms.push_back({std::string(noun.substr(0, noun.size() - 2)) + "en", word_form_kind::plural});
    else if (noun == "person") forms.push_back({"people", word_form_kind::plural});
    else if (ends_in(noun, "wife")) forms.push_back({std::string(noun.substr(0, noun.size() - 2)) + "ves", word_form_kind::plural});
    else forms.push_back({with_s(noun), word_form_kind::plural});
    return forms;
}

std::vector<word_form> english_verb_forms(std::string_view infinitive) {
    const std::string base(infinitive);
    std::vector<word_form> forms{{base, word_form_kind::base}, {with_s(base), word_form_kind::third_person}};
    forms.push_back({with_ing(base), word_form_kind::gerund});
    const auto known = std::ranges::find(irregular, infinitive, &irregular_verb::base);
    if (known == std::end(irregular)) {
        forms.push_back({with_ed(base), word_form_kind::past});
        // British and American spelling of verbs in -l.
        if (ends_in(base, "l")) {
            forms.push_back({base + "ed", word_form_kind::past});
            forms.push_back({base + "ing", word_form_kind::gerund});
            forms.push_back({base + "led", word_form_kind::past});
            forms.push_back({base + "ling", word_form_kind::gerund});
        }
        return forms;
    }
    forms.push_back({std::string(known->past), word_form_kind::past});
    forms.push_back({std::string(known->participle), word_form_kind::participle});
    return forms;
}

}  // namespace peersupport::review
