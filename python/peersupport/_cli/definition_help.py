# SPDX-License-Identifier: Apache-2.0
"""The help of the definition's commands: (English, French)."""
from __future__ import annotations

DEFINITION_HELP: dict[str, tuple[str, str]] = {
    "definition": (
        "Looks things up in the definition of peer support.",
        "Cherche dans la définition du soutien par les pairs.",
    ),
    "definition-more": (
        """Examples:
  peersupport definition show
  peersupport definition search keep an eye on
  peersupport definition card --role peer-supporter --audience staff \\
      --out card.html""",
        """Exemples :
  peersupport --lang fr definition show
  peersupport --lang fr definition search surveiller
  peersupport --lang fr definition card --role peer-supporter --audience staff \\
      --out fiche.html""",
    ),
    "definition-show": (
        "Shows all tables, one table, or one row in full.",
        "Montre toutes les tables, une table, ou une ligne au complet.",
    ),
    "definition-show-more": (
        "Examples:\n  peersupport definition show\n  peersupport definition show roles\n"
        "  peersupport definition show duty-accompany",
        "Exemples :\n  peersupport --lang fr definition show\n  peersupport --lang fr definition show roles\n"
        "  peersupport --lang fr definition show duty-accompany",
    ),
    "definition-search": (
        "Finds rows by words, in English and in French.",
        "Trouve des lignes par leurs mots, en français et en anglais.",
    ),
    "definition-search-more": (
        """Every word begins a word of one text; case, accents and endings do not
matter. Rows whose id or name fits come first.

Examples:
  peersupport definition search accompany
  peersupport definition search medication --table drift""",
        """Chaque mot commence un mot d’un même texte; majuscules, accents et
terminaisons ne comptent pas. Les lignes dont l’identifiant ou le nom convient
viennent d’abord.

Exemples :
  peersupport --lang fr definition search accompagner
  peersupport --lang fr definition search médicaments --table drift""",
    ),
    "definition-export": (
        "Writes the definition, or one table, as files.",
        "Écrit la définition, ou une table, dans des fichiers.",
    ),
    "definition-export-more": (
        """json is the whole definition as other programs read it; markdown and html are
pages for people, in the language of --lang; csv is a file a table. Without
--out, json or one table is printed.

Examples:
  peersupport definition export --format json --out definition.json
  peersupport definition export --format html --out pages
  peersupport definition export --format csv --table duties --out duties.csv""",
        """json est la définition entière, telle que d’autres programmes la lisent;
markdown et html sont des pages à lire, dans la langue de --lang; csv donne un
fichier par table. Sans --out, json ou une table s’affiche.

Exemples :
  peersupport --lang fr definition export --format json --out definition.json
  peersupport --lang fr definition export --format html --out pages
  peersupport --lang fr definition export --format csv --table duties \\
      --out taches.csv""",
    ),
    "definition-card": (
        "Writes one printed page about a role: for staff, or for the person.",
        "Écrit une page à imprimer sur un rôle : pour les équipes, ou pour la personne.",
    ),
    "definition-card-more": (
        """staff: what the role is, does and does not do, how to work with it.
person: what to expect, what you may refuse or ask, whom to tell; only for
roles that support people one-to-one or in groups.
The page needs no network and fits Letter and A4.

Example:
  peersupport definition card --role peer-supporter --audience person \\
      --out card.html --date 2026-11-22""",
        """staff : ce que le rôle est, fait et ne fait pas, comment travailler avec lui.
person : à quoi s’attendre, ce qu’on peut refuser ou demander, à qui en parler;
seulement pour les rôles qui soutiennent des personnes, une à une ou en groupe.
La page se passe de réseau et tient en format lettre comme en A4.

Exemple :
  peersupport --lang fr definition card --role peer-supporter \\
      --audience person --out fiche.html --date 2026-11-22""",
    ),
    "definition-overlay": (
        "Checks an organization's overlay and says what it changes.",
        "Vérifie l’adaptation d’un organisme et dit ce qu’elle change.",
    ),
    "definition-overlay-more": (
        "Example: peersupport definition overlay our-overlay.json",
        "Exemple : peersupport --lang fr definition overlay notre-adaptation.json",
    ),
    "definition-id": ("a table, or a row of any table", "une table, ou une ligne de n’importe quelle table"),
    "definition-file": ("an exported definition instead of the bundled one", "une définition exportée au lieu de celle fournie"),
    "overlay-option": ("an organization's overlay, laid over it first", "l’adaptation d’un organisme, appliquée d’abord"),
    "overlay-file": ("an overlay file (JSON)", "un fichier d’adaptation (JSON)"),
    "search-words": ("words, or beginnings of words", "des mots, ou des débuts de mots"),
    "words": ("WORD", "MOT"),
    "table": ("only this table", "cette table seulement"),
    "table-name": ("TABLE", "TABLE"),
    "path": ("PATH", "CHEMIN"),
    "role": ("ROLE", "RÔLE"),
    "date": ("DATE", "DATE"),
    "export-format": ("what to write", "quoi écrire"),
    "export-out": ("a file, or a folder for several files", "un fichier, ou un dossier s’il y en a plusieurs"),
    "card-role": ("id of a role, such as peer-supporter", "identifiant d’un rôle, comme peer-supporter"),
    "card-audience": (
        "staff: colleagues and managers; person: somebody who uses peer support",
        "staff : collègues et gestionnaires; person : qui utilise le soutien par les pairs",
    ),
    "card-out": ("where the page goes: a name ending in .html", "où va la page : un nom finissant par .html"),
    "card-date": ("a date for the footer, YYYY-MM-DD; none is printed otherwise", "une date pour le bas de page, AAAA-MM-JJ; sinon aucune"),
}
