# SPDX-License-Identifier: Apache-2.0
"""What the words in the definition's rows are called for people: (English, French)."""
from __future__ import annotations

from collections.abc import Container, Iterable

from .._language import language

Pair = tuple[str, str]

GROUPS: dict[str, Pair] = {
    "foundations": ("What peer support is", "Ce qu’est le soutien par les pairs"),
    "role": ("The role", "Le rôle"),
    "organization": ("Hiring, training and supervision", "Embauche, formation et supervision"),
    "governance": ("Governance and networks", "Gouvernance et réseaux"),
    "evaluation": ("Evaluation", "Évaluation"),
    "integrity": ("Service integrity", "Intégrité du service"),
    "improvement": ("Improvement", "Amélioration"),
    "words": ("Words for people", "Des mots pour les gens"),
    "codes": ("Codes and sources", "Codes et sources"),
}

# How sure a row is: the word, and what it means to somebody who was not there when it was chosen.
STANDINGS: dict[str, tuple[Pair, Pair]] = {
    "published": (("published", "publié"), ("a source says it", "une source le dit")),
    "derived": (("derived", "déduit"), ("our wording of what a source says", "nos mots pour ce que dit une source")),
    "proposed": (("proposed", "proposé"), ("our own; no source says it", "de nous; aucune source ne le dit")),
}

# How much of a source was read.
READINGS: dict[str, Pair] = {
    "read": ("we read it", "nous l’avons lue"),
    "partly-read": ("we read part of it", "nous l’avons lue en partie"),
    "from-memory": ("from memory, not checked", "de mémoire, non vérifiée"),
    "ours": ("our own text", "un texte de nous"),
}

# Words with one meaning wherever they stand.
WORDS: dict[str, Pair] = {
    "official": ("official", "officiel"),
    "usage": ("in use", "en usage"),
    "working": ("working translation, not official", "traduction de travail, non officielle"),
    "is": ("is", "est"),
    "is-not": ("is not", "n’est pas"),
    "core": ("every peer role", "tous les rôles"),
    "special": ("some roles", "certains rôles"),
    "direct": ("direct", "directe"),
    "indirect": ("indirect", "indirecte"),
    "legitimizing": ("making the role understood", "faire reconnaître le rôle"),
    "outside": ("outside the role", "hors du rôle"),
    "review": ("needs a look", "à regarder"),
    "organization": ("assigned by others", "confié par d’autres"),
    "worker": ("slips in from the worker", "glissement de la personne paire aidante"),
    "either": ("either", "l’un ou l’autre"),
    "must": ("must", "nécessaire"),
    "should": ("should", "recommandé"),
    "could": ("could", "possible"),
    "role": ("when the role calls for it", "si le rôle le demande"),
    "conduct": ("conduct (the same for everyone)", "conduite (la même pour tout le monde)"),
    "boundary": ("boundary (made together)", "limite (convenue ensemble)"),
    "supports": ("helps", "aide"),
    "hinders": ("hinders", "nuit"),
    "macro": ("system (macro)", "système (macro)"),
    "meso": ("organization (meso)", "organisme (méso)"),
    "micro": ("team (micro)", "équipe (micro)"),
    "hub": ("hub", "noyau"),
    "network": ("network", "réseau"),
    "table": ("planning table", "table de planification"),
    "group": ("stewardship group", "groupe d’intendance"),
    "host": ("host", "hôte"),
    "ring": ("outer ring", "cercle élargi"),
    "members": ("members", "membres"),
    "day": ("day", "jour"),
    "week": ("week", "semaine"),
    "month": ("month", "mois"),
    "quarter": ("quarter", "trimestre"),
    "year": ("year", "année"),
    "innovation": ("from the pivot to spread", "du virage à la diffusion"),
    "test": ("test cycle (PDSA)", "cycle d’essai (PEÉA)"),
    "model": ("questions of the Model for Improvement", "questions du modèle d’amélioration"),
    "trial": ("trial", "essai"),
    "study": ("study", "étude"),
    "standard": ("standard", "norme"),
    "guidance": ("guidance", "lignes directrices"),
    "practice": ("practice experience", "expérience de pratique"),
    "consensus": ("consensus", "consensus"),
    "expect": ("what to expect", "à quoi s’attendre"),
    "may-refuse": ("what you may refuse", "ce que vous pouvez refuser"),
    "may-ask": ("what you may ask", "ce que vous pouvez demander"),
    "tell": ("whom to tell", "à qui en parler"),
    "everyone": ("everyone", "tout le monde"),
    "staff": ("staff teams", "équipes"),
    "applicants": ("applicants", "candidatures"),
    "people-supported": ("people who use peer support", "personnes qui utilisent le soutien par les pairs"),
    "funders": ("funders", "bailleurs de fonds"),
    "ohrs": ("OHRS/MIS", "SIOH/SIG"),
    "cds-mh": ("CDS-MH", "EDC-SM"),
    "ocan": ("OCAN", "OCAN"),
    "opoc": ("OPOC-MHA", "OPOC-MHA"),
    "mha-pds": ("MHA Provincial Data Set", "Ensemble provincial de données SMD"),
    "equivalent": ("same meaning", "même sens"),
    "wider": ("the code is wider", "code plus large"),
    "narrower": ("the code is narrower", "code plus étroit"),
    "related": ("related", "lié"),
    "high": ("high", "élevée"),
    "medium": ("medium", "moyenne"),
    "low": ("low", "faible"),
    "include": ("belongs in a note", "a sa place dans une note"),
    "leave-out": ("stays out of a note", "reste hors d’une note"),
    "missing": ("something is missing", "il manque quelque chose"),
    "check": ("something to look at", "quelque chose à regarder"),
    "say": ("good to know", "bon à savoir"),
    "people": ("people", "personnes"),
    "workers": ("workers", "pairs"),
    "units": ("services", "services"),
    "items": ("questions", "questions"),
    "points": ("points of 100", "points sur 100"),
    "percent": ("percent", "pour cent"),
    "hundredths": ("hundredths", "centièmes"),
    "days": ("days", "jours"),
    "waves": ("survey rounds", "tours de sondage"),
    "options": ("answer options", "choix de réponse"),
    "ideas": ("change ideas", "idées de changement"),
    "ever": ("at all", "ne serait-ce que rarement"),
    "often": ("often", "souvent"),
}

# The one word that means two things: (field, word).
IN_FIELD: dict[tuple[str, str], Pair] = {
    ("unit", "none"): ("not set", "non fixé"),
    ("match", "none"): ("no code found", "aucun code trouvé"),
}


def of(pair: Pair) -> str:
    """The one in the language of this context."""
    return pair[language() == "fr"]


def in_order(groups: Iterable[str]) -> list[str]:
    """Groups of tables, each once, as people meet them."""
    known = list(GROUPS)
    return sorted(dict.fromkeys(groups), key=lambda g: known.index(g) if g in GROUPS else len(known))


def group_title(group: str) -> str:
    return of(GROUPS[group]) if group in GROUPS else group


def standing_word(standing: str) -> str:
    """published, derived, proposed"""
    return of(STANDINGS[standing][0]) if standing in STANDINGS else standing


def standing_text(standing: str) -> str:
    """published: a source says it"""
    if standing not in STANDINGS:
        return standing
    word, meaning = STANDINGS[standing]
    return f"{of(word)}{of((': ', ' : '))}{of(meaning)}"


def standings(among: Container[str] = tuple(STANDINGS)) -> list[tuple[str, str]]:
    """(published, a source says it), … of those among `among`, surest first."""
    return [(of(word), of(meaning)) for id, (word, meaning) in STANDINGS.items() if id in among]


def word_text(field: str, word: str) -> str:
    """A word of a field as people say it; a word nobody knows stays as it is."""
    if word in STANDINGS:
        return standing_text(word)
    pair = IN_FIELD.get((field, word)) or READINGS.get(word) or WORDS.get(word)
    return of(pair) if pair else word
