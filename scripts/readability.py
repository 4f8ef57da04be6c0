#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure the reading level of a peersupport instrument file, form by form and item by item.

English, spoken syllables:
  grade  Flesch-Kincaid grade level = 0.39 w + 11.8 s - 15.59
         (Kincaid, Fishburne, Rogers & Chissom 1975, Navy Research Branch Report 8-75)
  ease   Flesch reading ease = 206.835 - 1.015 w - 84.6 s   (Flesch 1948, J. Appl. Psychol. 32:221)
French:
  ease   Kandel-Moles = 207 - 1.015 w - 73.6 s  (Kandel & Moles 1958, "Application de l'indice de
         Flesch à la langue française", Cahiers d'études de radio-télévision 19:253. The article
         itself was not read: 207 and 0.736 x syllables per 100 words are as given on
         http://www.cordial.fr/descr_technique/lisibilite.htm; other constants circulate too.)
  lix    words per sentence + 100 x long words / words, long = more than 6 letters
         (Björnsson 1968, "Läsbarhet"; used across languages in Anderson 1983, J. Reading 26:490)
w = words per sentence, s = syllables per word. LIX is reported, never a limit.

A word is what stands between spaces: "co-worker" and "l'équipe" are one word each, so an elided
article adds no short word. For LIX, the longest part between apostrophes or hyphens is the length.
French syllables are counted as spoken in standard French (final mute e silent, "soutien" = 2);
--count-mute-e counts every final mute e as well, the strictest reading.

A form is its intro and its items, in the form's own wording. Formulas see length, not meaning:
passing is no proof that people understand. Short single items swing widely, so limits apply to
forms. Exit code: 0 every form within the limits, 1 some form outside them, 2 file or use error.
"""
from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

DEFAULT_FILE = (Path(__file__).resolve().parent.parent
                / "src" / "instrument" / "bundled" / "integrity-survey.json")

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?…]+")
APOSTROPHE_OR_HYPHEN = re.compile(r"['’-]")

# Words the rules below miscount. Value: spoken syllables.
EN_EXCEPTIONS = {
    "3": 1, "area": 3, "being": 2, "belief": 2, "business": 2, "doing": 2, "every": 2,
    "everyday": 3, "evening": 2, "experience": 4, "going": 2, "having": 2, "idea": 3, "ideas": 3,
    "people": 2, "quiet": 2, "real": 1, "really": 2, "science": 2, "seeing": 2,
    "someone": 2, "something": 2, "sometimes": 2, "trying": 2, "whole": 1, "worse": 1,
}
FR_EXCEPTIONS = {"3": 1, "pays": 2, "abbaye": 3, "août": 1, "faim": 1, "est": 1, "et": 1}

# Third-person plural verbs in -ment end in a silent syllable; every other -ment is spoken.
FR_SILENT_MENT = {"aiment", "expriment", "forment", "nomment", "animent", "entament"}
FR_SPOKEN_ENT = {"souvent", "vent", "argent", "accent", "agent", "cent", "client", "content",
                 "différent", "dent", "excellent", "fréquent", "lent", "parent", "présent",
                 "récent", "talent", "urgent", "patient", "absent"}

FR_VOWELS = "aàâäeéèêëiîïoôöuùûüyœæ"


def count_english(word: str) -> int:
    """Syllables of an English word, by its vowel groups and its ending."""
    return max(1, sum(_english_part(p) for p in re.split(r"-", word.lower())))


def _english_part(part: str) -> int:
    spoken_not = 1 if re.search(r"[ds]n['’]t$", part) else 0     # did-n't, is-n't
    part = re.sub(r"(n['’]t|['’](s|re|ve|ll|d|m))$", "", part)
    if part in EN_EXCEPTIONS:
        return EN_EXCEPTIONS[part] + spoken_not
    part = re.sub(r"[^a-z]", "", part)
    part = re.sub(r"^some(?=[a-z]{3})", "sum", part)         # someone, something
    if re.search(r"[^aeiouy](e|es|ed)$", part) and not re.search(
            r"([^aeiouyl]l|[cgsxz]|[cs]h)es$|[^aeiouyl]l(e|ed)$|[td]ed$", part):
        part = re.sub(r"e[sd]?$", "", part)                  # silent ending: share, times, asked
    part = re.sub(r"(?<=[aeiouy][^aeiouy])e(?=(ly|ment|ments|ful|less|ness|body)$)", "", part)
    groups = re.findall(r"[aeiouy]+", part)
    said_apart = r"i(?:a(?!l$|n$)|o(?!u|n)|um)|(?<![cgtx])iou|eo(?!u)|[aeo]ing$|ua[lt]"
    extra = len(re.findall(said_apart, part))
    return max(1, len(groups) + extra) + spoken_not


def count_french(word: str, mute_e: bool = False) -> int:
    """Spoken syllables of a French word; elided and hyphenated parts are counted with it."""
    parts = [p for p in APOSTROPHE_OR_HYPHEN.split(word.lower()) if p]
    return max(1, sum(_french_part(p, mute_e, len(parts) > 1) for p in parts))


def _french_part(part: str, mute_e: bool, joined: bool) -> int:
    if part in FR_EXCEPTIONS:
        return FR_EXCEPTIONS[part]
    if not any(letter in FR_VOWELS for letter in part):      # l', d', s'
        return 0 if joined else 1
    original = part
    part = part.replace("œ", "oe").replace("æ", "ae")
    part = re.sub(r"qu(?=[aàâeéèêiîoô]|$)", "k", part)
    part = re.sub(r"gu(?=[eéèêiî])", "g", part)
    if not any(letter in FR_VOWELS for letter in part):      # qu' in qu'on
        return 0 if joined else 1
    part = re.sub(r"aient$", "ai", part)
    if part.endswith("ent") and not _spoken_ent(original):
        part = part[:-2]
    stem = re.sub(r"es?$", "", part)
    if stem == part or not any(letter in FR_VOWELS for letter in stem):   # souvent; je, les
        return _french_nuclei(part)
    after_consonant = stem[-1] not in FR_VOWELS
    return _french_nuclei(stem) + (1 if mute_e and after_consonant else 0)


def _spoken_ent(word: str) -> bool:
    if word.endswith("ment"):
        return word not in FR_SILENT_MENT
    return word in FR_SPOKEN_ENT or len(word) <= 4


def _french_nuclei(stem: str) -> int:
    """Vowel groups, with a break where two vowels are said apart."""
    v = FR_VOWELS
    stem = re.sub(rf"(?<=[{v}])y(?=[{v}])", "-", stem)                    # pa-yé, vo-yait
    stem = re.sub(r"([bcdfgptv][lr])(i)(?=[aàâeéèêoô])", r"\1\2-", stem)   # cli-ent, pri-ère
    stem = re.sub(r"([bcdfgptv][lr])(u|ou)(?=[aàâeéèêoô])", r"\1\2-", stem)  # cru-el
    stem = re.sub(rf"([{v}])(?=[ïëöü])", r"\1-", stem)                     # na-ïf
    stem = re.sub(rf"é(?=[{v}])", "é-", stem)                              # cré-é, ré-a
    stem = re.sub(r"([ao])(?=[éè])", r"\1-", stem)                         # po-ésie
    stem = re.sub(r"o(?=[oa])", "o-", stem)                                # co-opérer
    return len(re.findall(rf"[{v}]+", stem))


@dataclass(frozen=True)
class Counts:
    words: int
    sentences: int
    syllables: int
    long_words: int


def count(text: str, lang: str, mute_e: bool = False) -> Counts:
    words = WORD.findall(text)
    sentences = sum(1 for s in SENTENCE_END.split(text) if WORD.search(s))
    if lang == "en":
        syllables = sum(count_english(w) for w in words)
    else:
        syllables = sum(count_french(w, mute_e) for w in words)
    long_words = sum(1 for w in words if max(map(len, APOSTROPHE_OR_HYPHEN.split(w))) > 6)
    return Counts(len(words), max(1, sentences), syllables, long_words)


def measure(text: str, lang: str, mute_e: bool = False) -> dict:
    c = count(text, lang, mute_e)
    if c.words == 0:
        raise ValueError("a text has no words")
    w, s = c.words / c.sentences, c.syllables / c.words
    out: dict = {"words": c.words, "sentences": c.sentences, "syllables": c.syllables}
    if lang == "en":
        out["grade"] = round(0.39 * w + 11.8 * s - 15.59, 2)
        out["ease"] = round(206.835 - 1.015 * w - 84.6 * s, 1)
    else:
        out["ease"] = round(207 - 1.015 * w - 73.6 * s, 1)
        out["lix"] = round(w + 100 * c.long_words / c.words, 1)
    return out


def forms_of(instrument: dict) -> list[dict]:
    """Each form with its intro and [(item id, text)] in form order; items without text left out."""
    texts = {i["id"]: i.get("text") for i in instrument.get("items", [])}
    forms = instrument.get("forms") or [{"id": "default", "items": list(texts)}]
    out = []
    for form in forms:
        wording = form.get("wording", {})
        items = [(i, wording.get(i) or texts.get(i)) for i in form["items"]]
        out.append({"id": form["id"], "intro": form.get("intro"),
                    "items": [(i, t) for i, t in items if t]})
    return out


def other_texts(instrument: dict) -> list[tuple[str, list[dict]]]:
    rules = [r["text"] for r in instrument.get("collection", {}).get("rules", [])]
    questions = [q["text"] for q in instrument.get("open_questions", [])]
    return [(n, t) for n, t in (("open-questions", questions), ("collection-rules", rules)) if t]


def report(instrument: dict, langs: list[str], limits: dict, mute_e: bool) -> dict:
    rows = []
    for lang in langs:
        for form in forms_of(instrument):
            parts = ([form["intro"]] if form["intro"] else []) + [t for _, t in form["items"]]
            if not parts:
                continue
            m = measure("\n".join(p[lang] for p in parts), lang, mute_e)
            items = [{"id": i, **measure(t[lang], lang, mute_e)} for i, t in form["items"]]
            ok = (m["grade"] <= limits["max_grade"] if lang == "en"
                  else m["ease"] >= limits["min_kandel_moles"])
            rows.append({"form": form["id"], "lang": lang, "limit": True, "ok": ok, **m,
                         "items": items})
        for name, texts in other_texts(instrument):
            m = measure("\n".join(t[lang] for t in texts), lang, mute_e)
            rows.append({"form": name, "lang": lang, "limit": False, "ok": True, **m, "items": []})
    return {"instrument": instrument.get("id"), "version": instrument.get("version"),
            "limits": limits, "count_mute_e": mute_e, "rows": rows,
            "ok": all(r["ok"] for r in rows)}


def print_text(result: dict, show_items: bool) -> None:
    print(f"{result['instrument']} {result['version']}: limits, English grade <= "
          f"{result['limits']['max_grade']}, French Kandel-Moles >= "
          f"{result['limits']['min_kandel_moles']}")
    for lang, second in (("en", "grade"), ("fr", "lix")):
        rows = [r for r in result["rows"] if r["lang"] == lang]
        if not rows:
            continue
        print(f"\n{lang}  {'text':24} {'words':>6} {'sentences':>9} {second:>7} {'ease':>7}  "
              f"{'hardest item'}")
        for r in rows:
            hardest = min(r["items"], key=lambda i: i["ease"], default=None)
            note = f"{hardest['id']} ({hardest['ease']})" if hardest else ""
            state = "" if r["ok"] else "  OUTSIDE THE LIMIT"
            name = r["form"] if r["limit"] else f"[{r['form']}]"
            print(f"    {name:24} {r['words']:6} {r['sentences']:9} {r[second]:7} {r['ease']:7}  "
                  f"{note}{state}")
            if show_items:
                for i in r["items"]:
                    print(f"      {i['id']:40} words {i['words']:3}  {second} {i[second]:6}  "
                          f"ease {i['ease']:6}")
    print("\nRows in [brackets] are measured without a limit.")


EN_TEST = {
    "peer": 1, "supporters": 3, "here": 1, "talked": 1, "about": 2, "possible": 3, "people": 2,
    "someone": 2, "choice": 1, "service": 2, "services": 3, "times": 1, "asked": 1, "wanted": 2,
    "noticed": 2, "language": 2, "community": 4, "curious": 3, "diagnosis": 4, "experience": 4,
    "values": 2, "life": 1, "lives": 1, "trouble": 2, "table": 2, "together": 3, "ready-made": 3,
    "co-workers": 3, "being": 2, "idea": 3, "decides": 2, "whole": 1, "wellness": 2, "safe": 1,
    "open": 2, "openly": 3, "supervision": 4, "supervisor": 4, "time": 1, "change": 1,
    "changes": 2, "private": 2, "culture": 2, "welcome": 2, "treatment": 2, "everyday": 3,
    "shared": 1, "learned": 1, "answers": 2, "reports": 2, "training": 2, "picture": 2,
    "don't": 1, "didn’t": 2, "people’s": 2, "can't": 1,
}
FR_TEST = {
    "soutien": 2, "pairs": 1, "équipe": 2, "l’équipe": 2, "vécu": 2, "possible": 2, "moi": 1,
    "choix": 1, "c’était": 2, "parlait": 2, "parlaient": 2, "parlent": 1, "souvent": 2,
    "clairement": 3, "client": 2, "prière": 2, "réponses": 2, "question": 2, "expérience": 3,
    "rien": 1, "vie": 1, "journée": 2, "langue": 1, "quelque": 1, "d’ici": 2, "histoire": 2,
    "travail": 2, "accueil": 2, "accueillait": 3, "voyais": 2, "payées": 2, "réalité": 4,
    "créé": 2, "je": 1, "les": 1, "elle": 1, "être": 1, "aujourd’hui": 3, "obtenons": 3,
    "rapports": 2, "besoin": 2, "prennent": 1, "naïf": 2, "coopérer": 4, "plaisir": 2,
    "qu’on": 1, "quelqu’un": 2, "qu’est-ce": 2, "quotidien": 3, "conviennent": 2, "regarde": 2,
}


def self_test() -> int:
    wrong = [f"en {w}: {count_english(w)}, expected {n}" for w, n in EN_TEST.items()
             if count_english(w) != n]
    wrong += [f"fr {w}: {count_french(w)}, expected {n}" for w, n in FR_TEST.items()
              if count_french(w) != n]
    if count_french("possible", mute_e=True) != 3 or count_french("vie", mute_e=True) != 1:
        wrong.append("fr: --count-mute-e")
    m = measure("The cat sat on the mat. It was happy.", "en")   # 9 words, 2 sentences, 10 syllables
    if (m["grade"], m["ease"]) != (-0.72, 108.3):
        wrong.append(f"en formulas: {m}")
    m = measure("Le chat dort. Il est heureux.", "fr")           # 6 words, 2 sentences, 7 syllables
    if (m["ease"], m["lix"]) != (118.1, 19.7):
        wrong.append(f"fr formulas: {m}")
    print("\n".join(wrong) if wrong else f"self-test: {len(EN_TEST) + len(FR_TEST) + 3} checks pass")
    return 1 if wrong else 0


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("path", nargs="?", type=Path, default=DEFAULT_FILE)
    parser.add_argument("--lang", choices=("en", "fr", "both"), default="both")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--items", action="store_true", help="list every item (text format)")
    parser.add_argument("--max-grade", type=float, default=6.0, help="English, per form")
    parser.add_argument("--min-kandel-moles", type=float, default=65.0, help="French, per form")
    parser.add_argument("--count-mute-e", action="store_true", help="French: count final mute e")
    parser.add_argument("--self-test", action="store_true")
    args = parser.parse_args(argv)
    if args.self_test:
        return self_test()
    try:
        instrument = json.loads(args.path.read_text(encoding="utf-8"))
        langs = ["en", "fr"] if args.lang == "both" else [args.lang]
        limits = {"max_grade": args.max_grade, "min_kandel_moles": args.min_kandel_moles}
        result = report(instrument, langs, limits, args.count_mute_e)
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"readability: {args.path}: {error!r}", file=sys.stderr)
        return 2
    if not result["rows"]:
        print(f"readability: {args.path}: no wording to measure", file=sys.stderr)
        return 2
    if args.format == "json":
        print(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        print_text(result, args.items)
    return 0 if result["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
