# SPDX-License-Identifier: Apache-2.0
"""Instruments as a person reads them: the list, and one in full."""
from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from .. import _core
from .._language import language, say
from .causes import missing_part
from .layout import Heading, columns, program, wrapped
from .results import missing_words, range_words, score_range
from .words import PERSPECTIVES, in_language

STATES = {
    "verified": ("Ready to use (verified)", "Prêts à utiliser (vérifiés)"),
    "unverified": (
        "Not compared with the official manual yet (unverified: score needs --allow-unverified)",
        "Pas encore comparés au manuel officiel (non vérifiés : score demande --allow-unverified)",
    ),
    "incomplete": (
        "Listed only, cannot be scored yet (incomplete: “show” says what is missing)",
        "Listés seulement, calcul encore impossible (incomplets : « show » dit ce qui manque)",
    ),
}
STATE = {
    "verified": ("verified", "vérifié"),
    "unverified": (
        "unverified – not compared with the official manual; score needs --allow-unverified",
        "non vérifié – pas comparé au manuel officiel; score demande --allow-unverified",
    ),
    "incomplete": ("incomplete – cannot be scored yet", "incomplet – calcul encore impossible"),
}
SUBJECTS = {
    "service": ("a service", "un service"),
    "respondent": ("who answered", "qui a répondu"),
}
RULES = {
    "pomp": ("share of the possible range, 0 to 100", "part de l’étendue possible, de 0 à 100"),
    "mean": ("mean of the answers", "moyenne des réponses"),
    "sum": ("sum of the answers", "somme des réponses"),
    "percent_of_maximum": ("percent of the highest possible sum", "pourcentage de la somme la plus élevée possible"),
    "gated_mean": (
        "mean of the answers to what was marked important",
        "moyenne des réponses à ce qui a été jugé important",
    ),
    "table": ("sum, looked up in a score table", "somme, cherchée dans une table de scores"),
    "grm_eap": ("graded response model with fixed parameters", "modèle à réponses graduées, paramètres fixes"),
}
SAMPLE_RULES = {
    "percent_positive": ("share of positive answers", "part de réponses favorables"),
    "threshold_share": ("share of people past a cut", "part des personnes au-delà d’un seuil"),
}
MODES = {
    "paper": ("on paper", "sur papier"),
    "online": ("online", "en ligne"),
    "phone": ("by phone", "par téléphone"),
    "in-person": ("in person", "en personne"),
}
SPECIAL = {
    "does-not-apply": ("does not apply", "ne s’applique pas"),
    "declined": ("prefers not to answer", "préfère ne pas répondre"),
    "blank": ("left blank", "laissé vide"),
}


def list_lines(all: Iterable[_core.Instrument]) -> list[str]:
    """Every instrument under what can be done with it."""
    found = list(all)
    lines: list[str] = [Heading(say(f"{len(found)} instruments", f"{len(found)} instruments")), ""]
    top = ["id", say("about", "sur"), say("name", "nom")]
    for state, pair in STATES.items():
        rows = [[i.id, in_language(SUBJECTS[i.subject]), str(i.name)] for i in found if i.state == state]
        if rows:
            lines += [Heading(line) for line in wrapped(in_language(pair))]
            lines += [*_aligned([top, *rows], found), ""]
    one = say("One in full (questions, columns, codes):", "Un instrument au complet (questions, colonnes, codes) :")
    return [*lines, one, f"  {program()} instruments show integrity-survey"]


def _aligned(rows: list[list[str]], all: list[_core.Instrument]) -> list[str]:
    """The same column widths in every part."""
    ids = max(len(i.id) for i in all)
    about = max(len(in_language(pair)) for pair in SUBJECTS.values())
    return columns([[row[0].ljust(ids), row[1].ljust(about), row[2]] for row in rows], indent="  ")


# ---- one instrument


def show_lines(i: _core.Instrument, form: _core.Form | None = None) -> list[str]:
    """What it is, its forms with their items, its scales, rights, sources, and how to cite it."""
    parts = [
        _facts(i),
        _codes(i),
        *[_form(i, f) for f in ([form] if form else i.forms)],
        [] if form else _scales(i),
        _rights(i),
        _sources(i),
    ]
    return [line for n, part in enumerate(p for p in parts if p) for line in ([""] if n else []) + part]


def _label(label: str, text: str) -> list[str]:
    return wrapped(text, f"{label}{say(': ', ' : ')}", "    ")


def _facts(i: _core.Instrument) -> list[str]:
    lines: list[str] = [Heading(line) for line in wrapped(f"{i.name} ({i.id} {i.version})")]
    lines += wrapped(str(i.about))
    lines += _label(say("About", "Porte sur"), in_language(SUBJECTS[i.subject]))
    lines += _label(say("State", "État"), in_language(STATE[i.state]))
    if i.missing:
        lines += _label(say("Missing", "Il manque"), "; ".join(missing_part(m) for m in i.missing))
    if i.verification.note is not None:
        lines += _label(say("What was checked", "Ce qui a été vérifié"), str(i.verification.note))
    people = i.co_production
    with_whom = [*people.co_written_by, *people.tested_by, *people.adopted_by]
    nobody = say("nobody recorded", "personne n’est mentionné")
    if i.standing == "proposed":
        nobody = say("not co-produced, not validated", "ni coproduit, ni validé")
    return lines + _label(say("Co-production", "Coproduction"), "; ".join(with_whom) or nobody)


def _codes(i: _core.Instrument) -> list[str]:
    if not i.response_scales:
        return []
    lines: list[str] = [Heading(say("Answers: code and meaning", "Réponses : code et sens"))]
    for r in i.response_scales:
        parts = []
        for o in r.options:
            label = str(o.label) if o.label is not None else in_language(SPECIAL[o.kind]) if o.kind in SPECIAL else ""
            parts.append(f"{o.code} {label}".strip())
        if r.range is not None:
            parts.insert(0, range_words((Fraction(r.range[0]), Fraction(r.range[1]))))
        lines += wrapped("; ".join(parts), f"  {r.id}{say(': ', ' : ')}", "    ")
    return lines + wrapped(say("An empty cell is a question left out.", "Une cellule vide est une question passée."), "  ")


def _form(i: _core.Instrument, form: _core.Form) -> list[str]:
    """A form: who answers, the window, and each item with its wording where that may be shown."""
    title = f"{say('Form', 'Formulaire')} {form.id}{say(': ', ' : ')}{form.name}"
    lines: list[str] = [Heading(line) for line in wrapped(title, "", "    ")]
    facts = [in_language(PERSPECTIVES[form.perspective]) if form.perspective in PERSPECTIVES else form.perspective]
    facts.append(f"{len(form.items)} items")
    if form.recall_days:
        facts.append(say(f"the last {form.recall_days} days", f"les {form.recall_days} derniers jours"))
    if form.minimum_contacts:
        n = form.minimum_contacts
        facts.append(say(f"from {n} contact{'s'[:n > 1]} on", f"dès {n} contact{'s'[:n > 1]}"))
    facts += [in_language(MODES[m]) for m in form.modes if m in MODES]
    lines += wrapped(", ".join(facts), "  ")
    if i.rights.wording == "included" and form.intro is not None:
        lines += wrapped(str(form.intro), "  ")
    by_id = {item.id: item for item in i.items}
    for id in form.items:
        lines += _item(i, form, by_id[id])
    if form.items and i.rights.wording != "included":
        lines += wrapped(
            say(
                "The wording belongs to its holder and is not shown; only the topic is, in our words.",
                "Le libellé appartient à son titulaire et n’est pas montré; seul le thème l’est, dans nos mots.",
            ),
            "  ",
        )
    return lines


def _item(i: _core.Instrument, form: _core.Form, item: _core.Item) -> list[str]:
    words = form.words(item.id) if i.rights.wording == "included" else None
    text = str(words if words is not None else item.topic or "")
    if item.reverse:
        text = f"{text} {say('(counted in reverse)', '(compté à l’envers)')}".strip()
    return wrapped(f"{item.id}  {text}", "  ", "      ")


def _scales(i: _core.Instrument) -> list[str]:
    if not i.scales and not i.sample_scales:
        return []
    lines: list[str] = [Heading(say("Scales", "Échelles"))]
    for s in i.scales:
        kind = in_language(RULES[s.rule]) if s.rule in RULES else s.rule
        limits = range_words(score_range(i, s))
        if limits and s.rule != "pomp":
            kind = f"{kind} ({limits})"
        elif s.multiplier != (1, 1):
            kind = f"{kind} × {s.multiplier[0]}" + (f"/{s.multiplier[1]}" if s.multiplier[1] != 1 else "")
        needs = say("needs ", "demande ")
        lines += wrapped(f"{s.id}  {s.name}{say(': ', ' : ')}{kind}; {needs}{missing_words(s)}", "  ", "      ")
    for t in i.sample_scales:
        kind = in_language(SAMPLE_RULES[t.rule]) if t.rule in SAMPLE_RULES else t.rule
        lines += wrapped(f"{t.id}  {t.name}{say(': ', ' : ')}{kind}{say(', for a group', ', pour un groupe')}", "  ", "      ")
    return lines


def _rights(i: _core.Instrument) -> list[str]:
    r = i.rights
    lines: list[str] = [Heading(say("Rights", "Droits"))]
    lines += wrapped(r.holder, say("  Holder: ", "  Titulaire : "), "    ")
    lines += wrapped(r.licence, say("  Licence: ", "  Licence : "), "    ")
    if r.note is not None:
        lines += wrapped(str(r.note), "  ")
    return lines


def _sources(i: _core.Instrument) -> list[str]:
    """Sources as published; our notes on them are in English, so the French screen leaves them out."""
    lines: list[str] = [Heading("Sources")]
    for s in i.sources:
        lines += wrapped(s.title, "  ", "      ")
        if s.url:
            lines.append(f"      {s.url}")
        if s.note and language() == "en":
            lines += wrapped(s.note, "      ")
    lines += ["", Heading(say("How to cite", "Comment citer")), *wrapped(i.cite(), "  ")]
    return lines
