# SPDX-License-Identifier: Apache-2.0
"""Why something could not be done, and what to do: (English, French)."""
from __future__ import annotations

from .._language import language

CAUSES: dict[str, tuple[str, str]] = {
    "missing": (
        "There is no such file. Check the name and the folder.",
        "Ce fichier n’existe pas. Vérifiez le nom et le dossier.",
    ),
    "no-match": (
        "No file has a name like this. Check the folder and the pattern.",
        "Aucun fichier ne porte un tel nom. Vérifiez le dossier et le motif.",
    ),
    "folder": (
        "This is a folder. Name the files in it, for example 'folder/*.csv'.",
        "C’est un dossier. Nommez les fichiers qu’il contient, par exemple 'dossier/*.csv'.",
    ),
    "not-allowed": (
        "You may not read this file. Ask whoever keeps it.",
        "Vous n’avez pas le droit de lire ce fichier. Demandez à la personne qui le garde.",
    ),
    "empty": (
        "The file is empty. Export it again.",
        "Le fichier est vide. Exportez-le de nouveau.",
    ),
    "header-only": (
        "The file has a header and no answers. Check that the right file was exported.",
        "Le fichier a un en-tête, mais aucune réponse. Vérifiez que c’est le bon fichier.",
    ),
    "header-broken": (
        "The header takes more than one line. Remove the line break or the stray quote in a column name.",
        "L’en-tête prend plus d’une ligne. Retirez le saut de ligne ou le guillemet de trop dans un nom de colonne.",
    ),
    "utf-16": (
        "The text is UTF-16, not UTF-8. In a spreadsheet, save it again as “CSV UTF-8”.",
        "Le texte est en UTF-16, pas en UTF-8. Dans un tableur, enregistrez-le de nouveau en « CSV UTF-8 ».",
    ),
    "not-utf-8": (
        "The text is not UTF-8 (perhaps Latin-1). In a spreadsheet, save it again as “CSV UTF-8”.",
        "Le texte n’est pas en UTF-8 (peut-être Latin-1). Dans un tableur, enregistrez-le de nouveau en « CSV UTF-8 ».",
    ),
    "damaged": (
        "The compressed file is damaged or cut short. Copy or compress it again.",
        "Le fichier compressé est endommagé ou incomplet. Copiez-le ou compressez-le de nouveau.",
    ),
    "not-parquet": (
        "This is not a Parquet file, or it is damaged. Export it again, or name it after what it is (.csv, .ndjson).",
        "Ce n’est pas un fichier Parquet, ou il est endommagé. Exportez-le de nouveau ou corrigez son extension (.csv, .ndjson).",
    ),
    "json-shape": (
        "This cannot be read as NDJSON. Write one object a line, from { to }, with no list around them.",
        "Ceci ne se lit pas comme du NDJSON. Écrivez un objet par ligne, de { à }, sans liste autour.",
    ),
    "items-json": (
        "This is not a JSON object. Write {{\"item id\": \"column name\"}}.",
        "Ce n’est pas un objet JSON. Écrivez {{\"item\": \"colonne\"}}.",
    ),
    "unknown": (
        "The file cannot be read. Open it in the program it came from and export it again.",
        "Le fichier ne peut pas être lu. Ouvrez-le dans le logiciel d’origine et exportez-le de nouveau.",
    ),
    "out-no-folder": (
        "The scores cannot be written: this folder does not exist. Create it or choose another one.",
        "Les scores ne peuvent pas être écrits : ce dossier n’existe pas. Créez-le ou choisissez-en un autre.",
    ),
    "out-folder": (
        "The scores cannot be written: this is a folder. Give the name of a file.",
        "Les scores ne peuvent pas être écrits : c’est un dossier. Donnez le nom d’un fichier.",
    ),
    "out-not-allowed": (
        "The scores cannot be written here. Choose another folder.",
        "Les scores ne peuvent pas être écrits ici. Choisissez un autre dossier.",
    ),
    "out-kind": (
        "The name must end in .csv, .parquet or .json.",
        "Le nom doit finir par .csv, .parquet ou .json.",
    ),
    "did-you-mean": ("Did you mean {id}?", "Vouliez-vous dire {id}?"),
    "instrument-unknown": (
        "peersupport instruments list shows them all; the name of an instrument file ends in .json.",
        "peersupport --lang fr instruments list les montre tous; le nom d’un fichier d’instrument finit par .json.",
    ),
    "forms": ("The forms: {names}.", "Les formulaires : {names}."),
    "columns-missing": (
        "{n} item columns are missing: {names}. Add them, say with --items which columns hold the items, or choose "
        "another form.",
        "Il manque {n} colonnes d’items : {names}. Ajoutez-les, précisez avec --items quelles colonnes contiennent les "
        "items, ou choisissez un autre formulaire.",
    ),
    "columns-missing-1": (
        "The column {names} is missing. Add it, say with --items which column holds the item, or choose another form.",
        "Il manque la colonne {names}. Ajoutez-la, précisez avec --items quelle colonne contient l’item, ou choisissez "
        "un autre formulaire.",
    ),
    "one-column": (
        "The file seems to have one column: a comma, a semicolon, a tab or | must separate them.",
        "Le fichier semble n’avoir qu’une colonne : il faut une virgule, un point-virgule, une tabulation ou | entre elles.",
    ),
    "columns-twice": (
        "{n} columns stand more than once: {names}. Rename or remove the extra ones.",
        "{n} colonnes figurent plus d’une fois : {names}. Renommez ou retirez celles de trop.",
    ),
    "columns-twice-1": (
        "The column {names} stands more than once. Rename or remove the extra one.",
        "La colonne {names} figure plus d’une fois. Renommez ou retirez celle de trop.",
    ),
    "many": ("{total} places need a correction; nothing was scored.", "{total} endroits à corriger; rien n’a été calculé."),
    "many-places": ("{total} places need a correction.", "{total} endroits à corriger."),
    "and-more": ("… and {n} more", "… et {n} de plus"),
}

ADVICE: dict[str, tuple[str, str]] = {
    "INVALID_CODE": (
        "Correct the cell, or add --invalid mark to score the rest (the codes: instruments show ID).",
        "Corrigez la cellule, ou ajoutez --invalid mark pour calculer le reste (les codes : instruments show ID).",
    ),
    "NOT_INTEGRAL": (
        "Write a whole-number code, or leave the cell empty.",
        "Écrivez un code entier ou laissez la cellule vide.",
    ),
    "INSTRUMENT_UNVERIFIED": (
        "Compare it with the manual yourself, then add --allow-unverified.",
        "Comparez-la vous-même au manuel, puis ajoutez --allow-unverified.",
    ),
    "JSON_SYNTAX": ("Correct the text there.", "Corrigez le texte à cet endroit."),
    "COLUMN_TYPE": (
        "Store the answers as whole numbers and export the file again.",
        "Enregistrez les réponses en nombres entiers et exportez de nouveau le fichier.",
    ),
}

# What bundled instruments say is missing; the files hold it in English only.
MISSING = {
    "item map for both forms": "répartition des items des deux formulaires",
    "item map for staff, environment, discharge and overall experience": "répartition des items sur le personnel, le milieu, le départ et l’expérience d’ensemble",
    "items": "items",
    "items of each of the three forms": "items de chacun des trois formulaires",
    "items of the 17-item form": "items du formulaire de 17 items",
    "missing-data rule": "règle pour les réponses manquantes",
    "number of items in each domain": "nombre d’items de chaque domaine",
    "response codes, and the code for does not apply": "codes de réponse, dont celui de « ne s’applique pas »",
    "codes for does not apply": "codes de « ne s’applique pas »",
    "response scale": "échelle de réponse",
    "response scale and anchors": "échelle de réponse et repères",
    "reverse-keyed items, official list for both sections": "items inversés, liste officielle des deux sections",
    "scales and item map": "échelles et répartition des items",
    "scales: which items belong to which of the eight factors": "échelles : quels items appartiennent à chacun des huit facteurs",
    "score rule": "règle de calcul",
    "which items do not use the agreement scale": "items qui n’utilisent pas l’échelle d’accord",
}


def missing_part(text: str) -> str:
    """One thing an instrument lacks, in the language of this run where we have it."""
    return MISSING.get(text, text) if language() == "fr" else text


def cause(key: str, **parts: object) -> str:
    """A sentence by its id; `n` = 1 takes the singular where there is one."""
    if parts.get("n") == 1 and f"{key}-1" in CAUSES:
        key += "-1"
    text = CAUSES[key][language() == "fr"]
    return text.format(**parts) if parts or "{{" in text else text


def words_of(code: str, detail: str) -> str | None:
    """What to do about a code on the command line, where the library's advice would not help."""
    if code in ("FORM_UNKNOWN", "FORM_REQUIRED"):
        return cause("forms", names=detail)
    if code == "INSTRUMENT_INCOMPLETE":
        parts = "; ".join(missing_part(part) for part in detail.split("; "))
        return f"{'Il manque : ' if language() == 'fr' else 'Missing: '}{parts}."
    if code in ("NOT_FOUND", "WAVE_UNKNOWN", "UNIT_UNKNOWN", "CUT_SET_UNKNOWN") and detail:
        return detail
    return ADVICE[code][language() == "fr"] if code in ADVICE else None
