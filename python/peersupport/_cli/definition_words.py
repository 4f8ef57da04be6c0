# SPDX-License-Identifier: Apache-2.0
"""What the command line says about the definition: (English, French)."""
from __future__ import annotations

from .._language import language

DEFINITION: dict[str, tuple[str, str]] = {
    "definition-size": ("{tables} tables, {rows} rows.", "{tables} tables, {rows} lignes."),
    "definition-next": ("One table, or one row in full:", "Une table, ou une ligne au complet :"),
    "table-row": ("1 row.", "1 ligne."),
    "table-rows": ("{rows} rows.", "{rows} lignes."),
    "row-next": ("One row in full:", "Une ligne au complet :"),
    "found-nothing": (
        "Nothing was found for: {query}. Try fewer words, or the beginning of a word.",
        "Rien n’a été trouvé pour : {query}. Essayez moins de mots, ou le début d’un mot.",
    ),
    "found-one": ("1 row for: {query}", "1 ligne pour : {query}"),
    "found": ("{rows} rows for: {query}", "{rows} lignes pour : {query}"),
    "found-more": (
        "… and {rows} more. Add a word, or choose a table with --table.",
        "… et {rows} de plus. Ajoutez un mot, ou choisissez une table avec --table.",
    ),
    "overlay-adds": ("Rows it adds: {rows}", "Lignes ajoutées : {rows}"),
    "overlay-replaces": ("Rows it words or sets in its own way: {rows}", "Lignes libellées ou réglées autrement : {rows}"),
    "overlay-off": ("Rows it switches off: {rows}", "Lignes retirées : {rows}"),
    "overlay-good": (
        "The overlay fits the format. Read the words it changes: nobody has checked them.",
        "L’adaptation respecte le format. Relisez les mots qu’elle change : personne ne les a vérifiés.",
    ),
    "page-written": ("1 file written: {path}", "1 fichier écrit : {path}"),
    "pages-written": ("{files} files written to {path}", "{files} fichiers écrits dans {path}"),
    "card-too-long": (
        "The card is in {path}, but its texts need more than one page. Shorten the texts of the overlay.",
        "La fiche est dans {path}, mais ses textes demandent plus d’une page. Raccourcissez ceux de l’adaptation.",
    ),
    "card-written": (
        "The card is in {path}. Open it in a browser and print it: one page, Letter or A4.",
        "La fiche est dans {path}. Ouvrez-la dans un navigateur et imprimez-la : une page, format lettre ou A4.",
    ),
}

CAUSES: dict[str, tuple[str, str]] = {
    "table-unknown": (
        "peersupport definition show lists the tables.",
        "peersupport --lang fr definition show énumère les tables.",
    ),
    "row-unknown": (
        "peersupport definition show lists the tables; peersupport definition search finds rows by their words.",
        "peersupport --lang fr definition show énumère les tables; peersupport --lang fr definition search trouve des "
        "lignes par leurs mots.",
    ),
    "role-unknown": (
        "peersupport definition show roles lists the roles.",
        "peersupport --lang fr definition show roles énumère les rôles.",
    ),
    "write-no-folder": (
        "This folder does not exist. Create it or choose another one.",
        "Ce dossier n’existe pas. Créez-le ou choisissez-en un autre.",
    ),
    "write-folder": (
        "This is a folder. Give the name of a file.",
        "C’est un dossier. Donnez le nom d’un fichier.",
    ),
    "is-file": (
        "This is a file. Several files are written: name a folder.",
        "C’est un fichier. Il y a plusieurs fichiers à écrire : nommez un dossier.",
    ),
    "write-not-allowed": (
        "Nothing can be written here. Choose another folder.",
        "Rien ne peut être écrit ici. Choisissez un autre dossier.",
    ),
    "folder-needed": (
        "Several files are written: name a folder with --out, or one table with --table.",
        "Il y a plusieurs fichiers à écrire : nommez un dossier avec --out, ou une table avec --table.",
    ),
    "meets-nobody": (
        "This role does not support people itself, so it has no card for them. Choose peer-supporter or another role "
        "that meets people, or --audience staff.",
        "Ce rôle ne soutient pas lui-même des personnes; il n’a donc pas de fiche pour elles. Choisissez peer-supporter "
        "ou un autre rôle qui rencontre des personnes, ou --audience staff.",
    ),
    "card-ending": ("The name must end in .html.", "Le nom doit finir par .html."),
}


def definition_cause(key: str) -> str:
    """Why something could not be done, and what to do."""
    return CAUSES[key][language() == "fr"]
