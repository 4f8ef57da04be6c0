# SPDX-License-Identifier: Apache-2.0
"""What the command line says about calls that cannot be done as they stand: (English, French)."""
from __future__ import annotations

from .._language import language

CALL_SAY: dict[str, tuple[str, str]] = {
    "policy-unknown": (
        "There is no policy with this name. Choose from: {names}.",
        "Aucune règle d’affichage ne porte ce nom. Au choix : {names}.",
    ),
    "policy-example": (
        "--policy says what may be shown, for example: --policy k11",
        "--policy dit ce qui peut être montré, par exemple : --policy k11",
    ),
    "collection-example": (
        "--collection says how people were asked: a file, or none.",
        "--collection dit comment les gens ont été invités : un fichier, ou none.",
    ),
    "audience-example": (
        "--audience says who will read it, for example: --audience public",
        "--audience dit pour qui, par exemple : --audience public",
    ),
    "cuts-unknown": (
        "There are no cut-offs with this name. Choose from: {names}.",
        "Aucun ensemble de seuils ne porte ce nom. Au choix : {names}.",
    ),
    "no-cuts": (
        "The definition has no cut-offs. Leave --cuts out: then no level is given.",
        "La définition n’a pas de seuils. Retirez --cuts : aucun niveau n’est alors donné.",
    ),
    "for-team-only": ("--workers-agreed goes with --audience team.", "--workers-agreed va avec --audience team."),
    "no-baseline": (
        "This is not a baseline; make one with --snapshot-out.",
        "Ce n’est pas un point de départ; faites-en un avec --snapshot-out.",
    ),
    "no-collection": (
        'This is not a collection file: "format" must be "peersupport-collection-1".',
        "Ce n’est pas un fichier de collecte : « format » doit être \"peersupport-collection-1\".",
    ),
    "choose-from": ("Choose from: {names}.", "Au choix : {names}."),
    "no-done": (
        'This file holds no list "done". See docs/integrity-report.md.',
        "Ce fichier ne contient pas de liste « done ». Voir docs/integrity-report.fr.md.",
    ),
    "no-process": (
        'This file holds no list "process". See docs/integrity-report.md.',
        "Ce fichier ne contient pas de liste « process ». Voir docs/integrity-report.fr.md.",
    ),
    "period": (
        "Give two days, the first before the second: --period 2025-01-01/2025-07-01",
        "Donnez deux jours, le premier avant le second : --period 2025-01-01/2025-07-01",
    ),
    "count-again": (
        "These counts do not hold this group. Count the answers again with --stratum, or leave the option out.",
        "Ces comptes ne contiennent pas ce groupe. Comptez de nouveau les réponses avec --stratum, ou retirez l’option.",
    ),
    "more-invited": (
        "More people were invited than could have been. Correct invited or eligible.",
        "Plus de personnes ont été invitées qu’il n’y en avait à inviter. Corrigez invited ou eligible.",
    ),
    "more-than-invited": (
        "More people answered or said no than were invited. Correct responded, refused or invited.",
        "Plus de personnes ont répondu ou refusé qu’il n’y en a eu d’invitées. Corrigez responded, refused ou invited.",
    ),
    "column-unknown": (
        "No column of {file} has this name. Correct the name, or leave the option out.",
        "Aucune colonne de {file} ne porte ce nom. Corrigez le nom, ou retirez l’option.",
    ),
    "column-unit": (
        "The column unit is missing: it says which service an answer is about. Add it, or rename the one that says so.",
        "Il manque la colonne unit : elle dit de quel service parle la réponse. Ajoutez-la, ou renommez celle qui le dit.",
    ),
    "column-perspective": (
        "The column perspective is missing: it says whose answer it is (person, peer-supporter, supervisor). Add it, or "
        "rename the one that says so.",
        "Il manque la colonne perspective : elle dit qui a répondu (person, peer-supporter, supervisor). Ajoutez-la, ou "
        "renommez celle qui le dit.",
    ),
    "named-twice": (
        "This file is named twice. Name each file of counts once.",
        "Ce fichier est nommé deux fois. Nommez chaque fichier de comptes une seule fois.",
    ),
    "no-workers": (
        "Nobody said how many peer supporters there are in {units} of {of} services, so nothing about these is shown. "
        "Say it: {ways}.",
        "On ne sait pas combien de personnes aidantes il y a dans {units} des {of} services; rien n’y est donc montré. "
        "Dites-le : {ways}.",
    ),
    "no-workers-1": (
        "Nobody said how many peer supporters there are, so nothing is shown. Say it: {ways}.",
        "On ne sait pas combien de personnes aidantes il y a; rien n’est donc montré. Dites-le : {ways}.",
    ),
    "no-workers-counts": (
        "Nobody said how many peer supporters there are, so next to nothing can be shown. Say it: “workers” in the file "
        "of --collection, or --worker when you count.",
        "On ne sait pas combien de personnes aidantes il y a; presque rien ne peut donc être montré. Dites-le : "
        "« workers » dans le fichier de --collection, ou --worker au moment de compter.",
    ),
    "workers-or-column": (
        "“workers” in the collection file, or --worker with the column that tells workers apart",
        "« workers » dans le fichier de collecte, ou --worker avec la colonne qui distingue les membres de l’équipe",
    ),
    "workers-collection": (
        "“workers” in the file of --collection, or --worker when you count",
        "« workers » dans le fichier de --collection, ou --worker au moment de compter",
    ),
    "own-page-only": (
        "Whoever has all the pages can tell which mark is whose. Give each service its own page only.",
        "Qui a toutes les pages peut savoir à qui est chaque marque. Remettez à chaque service sa page seulement.",
    ),
}


def call_say(key: str, **parts: object) -> str:
    text = CALL_SAY[key][language() == "fr"]
    return text.format(**parts) if parts else text


def hint(option: str) -> str:
    """What could be given to an option that is always said."""
    return call_say(f"{option}-example")
