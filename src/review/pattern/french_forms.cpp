// SPDX-License-Identifier: Apache-2.0
// Works on folded words, so that présent and participe of évaluer are both "evalue".
#include "review/pattern/word_forms.hpp"

#include <array>
#include <span>

namespace peersupport::review {
namespace {

using namespace std::string_view_literals;
using endings = std::span<const std::string_view>;

constexpr std::array first_group{"e"sv, "es"sv, "ons"sv, "ez"sv, "ent"sv, "er"sv, "ais"sv, "ait"sv, "ions"sv, "iez"sv,
                                 "aient"sv, "a"sv, "ai"sv, "as"sv, "erent"sv, "era"sv, "erai"sv, "eras"sv, "erons"sv,
                                 "erez"sv, "eront"sv, "erais"sv, "erait"sv, "eraient"sv, "ant"sv, "ee"sv, "ees"sv};
constexpr std::array second_group{"is"sv, "it"sv, "issons"sv, "issez"sv, "issent"sv, "ir"sv, "issais"sv, "issait"sv,
                                  "issaient"sv, "ira"sv, "irai"sv, "iront"sv, "irait"sv, "iraient"sv, "issant"sv, "i"sv,
                                  "ie"sv, "ies"sv, "isse"sv};
/// prendre: stem "pr".
constexpr std::array like_prendre{"ends"sv, "end"sv, "enons"sv, "enez"sv, "ennent"sv, "endre"sv, "enais"sv, "enait"sv,
                                  "enaient"sv, "endra"sv, "endrai"sv, "endrait"sv, "enant"sv, "is"sv, "ise"sv, "ises"sv, "it"sv, "enne"sv};
/// mettre: stem "m".
constexpr std::array like_mettre{"ets"sv, "et"sv, "ettons"sv, "ettez"sv, "ettent"sv, "ettre"sv, "ettais"sv, "ettait"sv,
                                 "ettaient"sv, "ettra"sv, "ettrai"sv, "ettrait"sv, "ettant"sv, "is"sv, "ise"sv, "ises"sv, "it"sv, "ette"sv};
/// venir, tenir: stem "v", "t".
constexpr std::array like_venir{"iens"sv, "ient"sv, "enons"sv, "enez"sv, "iennent"sv, "enir"sv, "enais"sv, "enait"sv,
                                "enaient"sv, "iendra"sv, "iendrai"sv, "iendrait"sv, "enant"sv, "enu"sv, "enue"sv, "enus"sv, "enues"sv, "int"sv, "ienne"sv};
/// dire, interdire: stem "d".
constexpr std::array like_dire{"is"sv, "it"sv, "isons"sv, "ites"sv, "isent"sv, "ire"sv, "isais"sv, "isait"sv, "isaient"sv,
                               "ira"sv, "irai"sv, "irait"sv, "isant"sv, "ite"sv, "its"sv, "isez"sv, "ise"sv};
/// écrire, décrire, prescrire: stem "ecr".
constexpr std::array like_ecrire{"is"sv, "it"sv, "ivons"sv, "ivez"sv, "ivent"sv, "ire"sv, "ivais"sv, "ivait"sv,
                                 "ivaient"sv, "ira"sv, "irai"sv, "irait"sv, "ivant"sv, "ite"sv, "its"sv, "ites"sv, "ive"sv};
/// sentir, mentir, partir, sortir: stem "sen".
constexpr std::array like_sentir{"s"sv, "t"sv, "tons"sv, "tez"sv, "tent"sv, "tir"sv, "tais"sv, "tait"sv, "taient"sv,
                                 "tira"sv, "tirai"sv, "tirait"sv, "tant"sv, "ti"sv, "tie"sv, "tis"sv, "ties"sv, "te"sv};
/// offrir, souffrir, ouvrir: stem "souff".
constexpr std::array like_offrir{"re"sv, "res"sv, "rons"sv, "rez"sv, "rent"sv, "rir"sv, "rais"sv, "rait"sv, "raient"sv,
                                 "rira"sv, "rirai"sv, "rirait"sv, "rant"sv, "ert"sv, "erte"sv, "erts"sv, "ertes"sv};
/// craindre, plaindre, contraindre: stem "plai".
constexpr std::array like_craindre{"ns"sv, "nt"sv, "gnons"sv, "gnez"sv, "gnent"sv, "ndre"sv, "gnais"sv, "gnait"sv,
                                   "gnaient"sv, "ndra"sv, "ndrait"sv, "gnant"sv, "nte"sv, "nts"sv, "ntes"sv, "gne"sv};
/// conduire, réduire: stem "condui".
constexpr std::array like_conduire{"s"sv, "t"sv, "sons"sv, "sez"sv, "sent"sv, "re"sv, "sais"sv, "sait"sv, "saient"sv,
                                   "ra"sv, "rai"sv, "rait"sv, "sant"sv, "te"sv, "ts"sv, "tes"sv, "se"sv};
/// rendre, perdre, répondre: stem "rend".
constexpr std::array like_rendre{"s"sv, ""sv, "ons"sv, "ez"sv, "ent"sv, "re"sv, "ais"sv, "ait"sv, "aient"sv, "ra"sv,
                                 "rai"sv, "rait"sv, "ant"sv, "u"sv, "ue"sv, "us"sv, "ues"sv, "it"sv, "e"sv};
constexpr std::array like_suivre{"is"sv, "it"sv, "ivons"sv, "ivez"sv, "ivent"sv, "ivre"sv, "ivais"sv, "ivait"sv, "ivaient"sv,
                                 "ivra"sv, "ivrai"sv, "ivrait"sv, "ivant"sv, "ivi"sv, "ivie"sv, "ivis"sv, "ivies"sv, "ive"sv};
/// recevoir, percevoir: stem "re".
constexpr std::array like_recevoir{"cois"sv, "coit"sv, "cevons"sv, "cevez"sv, "coivent"sv, "cevoir"sv, "cevais"sv, "cevait"sv,
                                   "cevaient"sv, "cevra"sv, "cevrai"sv, "cevrait"sv, "cevant"sv, "cu"sv, "cue"sv, "cus"sv, "cues"sv, "coive"sv};

constexpr std::array etre{"suis"sv, "es"sv, "est"sv, "sommes"sv, "etes"sv, "sont"sv, "etre"sv, "etais"sv, "etait"sv, "etions"sv,
                          "etiez"sv, "etaient"sv, "sera"sv, "serai"sv, "seras"sv, "serons"sv, "serez"sv, "seront"sv, "serais"sv,
                          "serait"sv, "seraient"sv, "soit"sv, "soient"sv, "sois"sv, "fut"sv, "ete"sv, "etant"sv};
constexpr std::array avoir{"ai"sv, "as"sv, "a"sv, "avons"sv, "avez"sv, "ont"sv, "avoir"sv, "avais"sv, "avait"sv, "avions"sv,
                           "aviez"sv, "avaient"sv, "aura"sv, "aurai"sv, "auront"sv, "aurais"sv, "aurait"sv, "auraient"sv,
                           "ait"sv, "aient"sv, "aie"sv, "eu"sv, "eue"sv, "ayant"sv};
constexpr std::array aller{"vais"sv, "vas"sv, "va"sv, "allons"sv, "allez"sv, "vont"sv, "aller"sv, "allais"sv, "allait"sv,
                           "allaient"sv, "ira"sv, "irai"sv, "irons"sv, "iront"sv, "irait"sv, "alle"sv, "allee"sv, "alles"sv,
                           "allees"sv, "allant"sv, "aille"sv};
constexpr std::array faire{"fais"sv, "fait"sv, "faisons"sv, "faites"sv, "font"sv, "faire"sv, "faisais"sv, "faisait"sv,
                           "faisaient"sv, "fera"sv, "ferai"sv, "ferons"sv, "feront"sv, "ferait"sv, "faite"sv, "faits"sv,
                           "faisant"sv, "fasse"sv, "fassent"sv};
constexpr std::array pouvoir{"peux"sv, "peut"sv, "pouvons"sv, "pouvez"sv, "peuvent"sv, "pouvoir"sv, "pouvais"sv, "pouvait"sv,
                             "pouvaient"sv, "pourra"sv, "pourrai"sv, "pourront"sv, "pourrais"sv, "pourrait"sv, "pourraient"sv, "pu"sv, "pouvant"sv, "puisse"sv};
constexpr std::array vouloir{"veux"sv, "veut"sv, "voulons"sv, "voulez"sv, "veulent"sv, "vouloir"sv, "voulais"sv, "voulait"sv,
                             "voulaient"sv, "voudra"sv, "voudrai"sv, "voudront"sv, "voudrais"sv, "voudrait"sv, "voudraient"sv, "voulu"sv, "voulant"sv, "veuille"sv};
constexpr std::array devoir{"dois"sv, "doit"sv, "devons"sv, "devez"sv, "doivent"sv, "devoir"sv, "devais"sv, "devait"sv,
                            "devaient"sv, "devra"sv, "devrai"sv, "devront"sv, "devrais"sv, "devrait"sv, "devraient"sv, "du"sv, "devant"sv, "doive"sv};
constexpr std::array savoir{"sais"sv, "sait"sv, "savons"sv, "savez"sv, "savent"sv, "savoir"sv, "savais"sv, "savait"sv,
                            "savaient"sv, "saura"sv, "saurait"sv, "su"sv, "sachant"sv, "sache"sv};
constexpr std::array voir{"vois"sv, "voit"sv, "voyons"sv, "voyez"sv, "voient"sv, "voir"sv, "voyais"sv, "voyait"sv, "voyaient"sv,
                          "verra"sv, "verrai"sv, "verrons"sv, "verrait"sv, "vu"sv, "vue"sv, "vus"sv, "vues"sv, "voyant"sv};
constexpr std::array croire{"crois"sv, "croit"sv, "croyons"sv, "croyez"sv, "croient"sv, "croire"sv, "croyais"sv, "croyait"sv,
                            "croyaient"sv, "croira"sv, "croirait"sv, "cru"sv, "crue"sv, "croyant"sv};
constexpr std::array lire{"lis"sv, "lit"sv, "lisons"sv, "lisez"sv, "lisent"sv, "lire"sv, "lisais"sv, "lisait"sv, "lira"sv, "lu"sv, "lue"sv, "lus"sv, "lues"sv, "lisant"sv};
constexpr std::array boire{"bois"sv, "boit"sv, "buvons"sv, "buvez"sv, "boivent"sv, "boire"sv, "buvais"sv, "buvait"sv, "buvaient"sv, "boira"sv, "boirait"sv, "bu"sv, "bue"sv, "buvant"sv};

struct whole_verb {
    std::string_view infinitive;
    endings forms;
};
constexpr std::array whole{whole_verb{"etre", etre},       whole_verb{"avoir", avoir},   whole_verb{"aller", aller},
                           whole_verb{"faire", faire},     whole_verb{"pouvoir", pouvoir}, whole_verb{"vouloir", vouloir},
                           whole_verb{"devoir", devoir},   whole_verb{"savoir", savoir}, whole_verb{"voir", voir},
                           whole_verb{"croire", croire},   whole_verb{"lire", lire},     whole_verb{"boire", boire}};

/// A verb that ends so goes by this table; `cut` letters are taken off the infinitive.
struct verb_family {
    std::string_view ending;
    std::size_t cut;
    endings forms;
};
constexpr std::array families{
    verb_family{"prendre", 5, like_prendre},  verb_family{"mettre", 5, like_mettre},  verb_family{"venir", 4, like_venir},
    verb_family{"tenir", 4, like_venir},      verb_family{"crire", 3, like_ecrire},   verb_family{"dire", 3, like_dire},
    verb_family{"entir", 3, like_sentir},     verb_family{"artir", 3, like_sentir},   verb_family{"sortir", 3, like_sentir},
    verb_family{"ffrir", 3, like_offrir},     verb_family{"uvrir", 3, like_offrir},   verb_family{"indre", 4, like_craindre},
    verb_family{"uire", 2, like_conduire},    verb_family{"suivre", 4, like_suivre},  verb_family{"cevoir", 6, like_recevoir},
    verb_family{"dre", 2, like_rendre},       verb_family{"ir", 2, second_group}};

void add(std::vector<word_form>& to, std::string_view stem, endings with) {
    for (const std::string_view ending : with) to.push_back({std::string(stem) + std::string(ending), word_form_kind::base});
}

void add_first_group(std::vector<word_form>& to, std::string_view verb) {
    const std::string_view stem = verb.substr(0, verb.size() - 2);
    add(to, stem, first_group);
    if (stem.ends_with("g")) add(to, std::string(stem) + "e", std::array{"ons"sv, "ais"sv, "ait"sv, "aient"sv, "a"sv, "ant"sv});
    const auto silent = std::array{"e"sv, "es"sv, "ent"sv, "era"sv, "erai"sv, "eront"sv, "erait"sv, "eraient"sv};
    if (stem.ends_with("y")) add(to, std::string(stem.substr(0, stem.size() - 1)) + "i", silent);
    if (stem.ends_with("el") || stem.ends_with("et")) add(to, std::string(stem) + stem.back(), silent);
}

struct feminine {
    std::string_view masculine;
    std::string_view with;  ///< in its place
};
constexpr std::array feminines{feminine{"eux", "euse"}, feminine{"teur", "trice"}, feminine{"eur", "euse"}, feminine{"if", "ive"},
                               feminine{"el", "elle"},  feminine{"en", "enne"},    feminine{"on", "onne"}, feminine{"er", "ere"},
                               feminine{"il", "ille"},  feminine{"et", "ette"},    feminine{"eau", "elle"}, feminine{"ou", "olle"}, feminine{"c", "que"}, feminine{"f", "ve"}};

void add_plural(std::vector<word_form>& to, const std::string& word) {
    if (word.ends_with("s") || word.ends_with("x") || word.ends_with("z")) return;
    if (word.ends_with("al")) to.push_back({word.substr(0, word.size() - 1) + "ux", word_form_kind::plural});
    if (word.ends_with("au") || word.ends_with("eu")) to.push_back({word + "x", word_form_kind::plural});
    to.push_back({word + "s", word_form_kind::plural});
}

}  // namespace

std::vector<word_form> french_noun_forms(std::string_view masculine) {
    const std::string base(masculine);
    std::vector<word_form> forms{{base, word_form_kind::base}};
    add_plural(forms, base);
    const auto also = [&](std::string word) {
        forms.push_back({word, word_form_kind::base});
        forms.push_back({word + "s", word_form_kind::plural});
    };
    if (base.ends_with("e")) {
        also(base + "e");  // folded -é, -ée
        return forms;
    }
    also(base + "e");
    for (const feminine& f : feminines)
        if (base.ends_with(f.masculine)) also(base.substr(0, base.size() - f.masculine.size()) + std::string(f.with));
    return forms;
}

std::vector<word_form> french_verb_forms(std::string_view infinitive) {
    std::vector<word_form> forms{{std::string(infinitive), word_form_kind::base}};
    for (const whole_verb& verb : whole)
        if (verb.infinitive == infinitive) {
            add(forms, {}, verb.forms);
            return forms;
        }
    if (infinitive.ends_with("er") && infinitive.size() > 3) {
        add_first_group(forms, infinitive);
        return forms;
    }
    for (const verb_family& family : families)
        if (infinitive.ends_with(family.ending)) {
            add(forms, infinitive.substr(0, infinitive.size() - family.cut), family.forms);
            return forms;
        }
    return forms;
}

}  // namespace peersupport::review
