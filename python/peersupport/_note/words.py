# SPDX-License-Identifier: Apache-2.0
"""Severities, fields, kinds and reasons of a note report in words. Screens and pages share them."""
from __future__ import annotations

from .._language import language, say
from .._programme.words import counted as counted

Pair = tuple[str, str]

# severity: (heading, before a mark or on a line of the screen)
SEVERITIES: dict[str, tuple[Pair, Pair]] = {
    "error": (("Look at first", "À regarder d’abord"), ("look first", "d’abord")),
    "warning": (("Look at again", "À relire"), ("look again", "à relire")),
    "info": (("Good to know", "Bon à savoir"), ("good to know", "à savoir")),
}

FIELDS: dict[str, Pair] = {
    "text": ("The note", "La note"),
    "service_date": ("Date", "Date"),
    "start": ("Start", "Début"),
    "end": ("End", "Fin"),
    "written_at": ("Written on", "Écrite le"),
    "mode": ("How you met", "Façon de se rencontrer"),
    "place": ("Where", "Lieu"),
    "service_type": ("Kind of support", "Genre de soutien"),
    "author_role": ("Role of the writer", "Rôle de la personne qui écrit"),
    "signature": ("Signature", "Signature"),
    "people_present": ("Who was there", "Qui était là"),
    "persons_words": ("In the person’s words", "Dans les mots de la personne"),
    "goal": ("What matters to the person", "Ce qui compte pour la personne"),
    "choices": ("What the person chose", "Ce que la personne a choisi"),
    "shared": ("What was shared or offered", "Ce qui a été partagé ou offert"),
    "strengths": ("Strengths and what helps", "Les forces et ce qui aide"),
    "response": ("How the person found it", "Comment la personne l’a vécu"),
    "next_step": ("Next step", "Prochaine étape"),
    "next_step_owner": ("Whose step it is", "Qui s’en charge"),
    "reviewed_together": ("Read together", "Relue ensemble"),
    "consent": ("Consent", "Consentement"),
    "follow_ups": ("Later", "Suites"),
    "first_contact": ("First meeting", "Première rencontre"),
}

KINDS: dict[str, Pair] = {
    "individual": ("a note about a meeting of two", "une note sur une rencontre à deux"),
    "group": ("a group note", "une note de groupe"),
    "crisis": ("a note about a crisis", "une note sur une situation de crise"),
    "late": ("a note written late", "une note tardive"),
    "minimal": ("a note that holds as little as possible", "une note qui en dit le moins possible"),
}

LANGUAGES: dict[str, Pair] = {"en": ("English", "anglais"), "fr": ("French", "français")}

STATES: dict[str, Pair] = {
    "present": ("here", "présent"),
    "missing": ("not found", "pas trouvé"),
    "not-asked": ("not asked for", "non demandé"),
}

# Why a finding carries no weight.
LEFT_ALONE: dict[str, Pair] = {
    "negation": ("the note says that it is not so", "la note dit que ce n’est pas le cas"),
    "hypothesis": ("only supposed", "seulement supposé"),
    "mention": ("spoken of as a word or a name", "mentionné comme mot ou comme nom"),
    "profile": ("this profile does not ask about it", "ce profil ne le demande pas"),
    "baseline": ("agreed on earlier", "convenu auparavant"),
}
QUOTED: dict[str, Pair] = {
    "persons-words": ("said by the person", "dit par la personne"),
    "authors-words": ("the writer’s own words, quoted", "vos propres mots, cités"),
    "others-words": ("said by somebody else", "dit par quelqu’un d’autre"),
}


def in_language(pair: Pair) -> str:
    return pair[language() == "fr"]


def heading(severity: str) -> str:
    return in_language(SEVERITIES[severity][0])


def short(severity: str) -> str:
    return in_language(SEVERITIES[severity][1])


def field_name(field: str) -> str:
    return in_language(FIELDS[field]) if field in FIELDS else field


def left_alone(suppressed_by: str, context: tuple[str, ...]) -> str:
    """Why nothing is asked here."""
    if suppressed_by == "quotation":
        quoted = next((QUOTED[c] for c in QUOTED if c in context), None)
        return in_language(quoted) if quoted else say("quoted words", "mots cités")
    return in_language(LEFT_ALONE[suppressed_by]) if suppressed_by in LEFT_ALONE else suppressed_by


def opening(places: int, lacks: int, agreed: bool) -> str:
    """3 places to look at again, 2 elements a reader may miss. You decide. agreed: a baseline took the weight from some."""
    you = say("You decide.", "C’est vous qui décidez.")
    if not places and not lacks and agreed:
        return say("Nothing beyond what was agreed on earlier.", "Rien de plus que ce qui a été convenu auparavant.")
    if not places and not lacks:
        return say("Nothing stood out, and what is asked for is here.", "Rien n’est ressorti, et ce qui est demandé s’y trouve.")
    told = counted(places, ("place to look at again", "places to look at again"), ("endroit à relire", "endroits à relire"))
    if not places:
        told = say("No place to look at again", "Aucun endroit à relire")
    if lacks:
        may = ("élément pourrait manquer à qui vous lira", "éléments pourraient manquer à qui vous lira")
        told += ", " + counted(lacks, ("element a reader may miss", "elements a reader may miss"), may)
    return f"{told}. {you}"
