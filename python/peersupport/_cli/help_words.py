# SPDX-License-Identifier: Apache-2.0
"""The help: (English, French). A screen says first what to type."""
from __future__ import annotations

from .._language import language
from .definition_help import DEFINITION_HELP
from .integrity_help import INTEGRITY_HELP
from .lsp_help import LSP_HELP
from .note_help import NOTE_HELP
from .programme_help import PROGRAMME_HELP
from .role_help import ROLE_HELP
from .tally_help import TALLY_HELP

HELP: dict[str, tuple[str, str]] = {
    **DEFINITION_HELP,
    **PROGRAMME_HELP,
    **NOTE_HELP,
    **ROLE_HELP,
    **LSP_HELP,
    **INTEGRITY_HELP,
    **TALLY_HELP,
    "program-usage": ("peersupport [--lang en|fr] COMMAND …", "peersupport [--lang en|fr] COMMANDE …"),
    "program": (
        """Turns answers about peer support into scores you can read.

Type one of these to start:
  peersupport demo                      see it work, with simulated answers
  peersupport instruments list          which questionnaires there are
  peersupport instruments show integrity-survey
                                        one in full: questions, columns, codes
  peersupport score answers.csv --instrument integrity-survey
                                        score your own file
  peersupport definition show           what peer support is, in words and data
  peersupport check-programme network.json --as-of 2026-06-30
                                        how a program is connected
  peersupport check-note note.txt       read your own note again
  peersupport check-role posting.txt    read a job description
  peersupport integrity answers.csv --policy k11 --collection none \\
      --worker worker --out report.html what people say about a service
  peersupport tally answers.csv --shard north --key-file secret.txt \\
      --out north.tally                 counts that add up over agencies

En français : peersupport --lang fr --help""",
        """Transforme des réponses sur le soutien par les pairs en scores faciles à lire.

Pour commencer, tapez une de ces lignes :
  peersupport --lang fr demo                voir un exemple, réponses simulées
  peersupport --lang fr instruments list    les questionnaires qui existent
  peersupport --lang fr instruments show integrity-survey
                                            un au complet : questions, codes
  peersupport --lang fr score reponses.csv --instrument integrity-survey
                                            calculer les scores de votre fichier
  peersupport --lang fr definition show     le soutien par les pairs, en mots et
                                            en données
  peersupport --lang fr check-programme reseau.json --as-of 2026-06-30
                                            comment un programme est relié
  peersupport --lang fr check-note note.txt relire votre propre note
  peersupport --lang fr check-role affiche.txt lire une description de poste
  peersupport --lang fr integrity reponses.csv --policy k11 \\
      --collection none --worker membre \\
      --out rapport.html                    ce que les gens disent d’un service
  peersupport --lang fr tally reponses.csv --shard nord \\
      --key-file secret.txt --out nord.tally  des comptes à additionner

In English: peersupport --help""",
    ),
    "exit": (
        """It is about services: never a diagnosis, a measure of risk, a ranking of
people, or an appraisal of workers.

Help on one command: peersupport COMMAND --help

Exit codes: 0 done; 1 something is wrong in the data; 2 the call is wrong;
3 a file cannot be read or written; 4 something is wrong with the instrument or
the definition; 5 a package is not installed; 130 stopped (Ctrl-C).""",
        """L’outil porte sur les services : jamais de diagnostic, de mesure de risque,
de classement des personnes ni d’évaluation du personnel.

Aide sur une commande : peersupport --lang fr COMMANDE --help

Codes de sortie : 0 terminé; 1 les données ont un problème; 2 l’appel est
incorrect; 3 un fichier ne peut être lu ou écrit; 4 l’instrument ou la
définition a un problème; 5 un module n’est pas installé; 130 arrêté (Ctrl-C).""",
    ),
    "score-more": (
        """Examples:
  peersupport score answers.csv --instrument integrity-survey
  peersupport score "wave-*/*.csv" --instrument integrity-survey --out s.csv
  peersupport score answers.csv --instrument my-instrument.json --id record

The file: one row a response, one column an item; the column is named like the
item (see: peersupport instruments show ID), or --items says how it is named. An
empty cell is a question left out. CSV text is UTF-8; columns are separated by a
comma, a semicolon, a tab or |. A column named perspective keeps people, peer
supporters and supervisors apart.

Errors give the row as the line in the file: the header is line 1, and a line
break inside quotes counts. A spreadsheet, which shows such a cell in one row,
counts fewer. In Parquet and NDJSON the first response is row 1. An error never
shows what a cell holds.

Exit codes: 0 done; 1 data; 2 call; 3 file; 4 instrument;
5 not installed; 130 stopped.""",
        """Exemples :
  peersupport --lang fr score reponses.csv --instrument integrity-survey
  peersupport --lang fr score "vague-*/*.csv" --instrument integrity-survey \\
      --out scores.csv
  peersupport --lang fr score reponses.csv --instrument mon-instrument.json \\
      --id dossier

Le fichier : une ligne par réponse, une colonne par item; la colonne porte le
nom de l’item (voir : peersupport --lang fr instruments show ID), ou --items
dit lequel elle porte. Une cellule vide est une question passée. Le texte CSV
est en UTF-8; les colonnes se séparent par une virgule, un point-virgule, une
tabulation ou |. Une colonne « perspective » distingue les personnes soutenues,
les paires et pairs aidants et les personnes qui supervisent.

Les erreurs donnent la ligne du fichier : l’en-tête est la ligne 1 et un saut de
ligne entre guillemets compte. Un tableur, qui montre une telle cellule sur une
seule rangée, en compte moins. En Parquet et en NDJSON, la première réponse est
la ligne 1. Une erreur ne montre jamais le contenu d’une cellule.

Codes de sortie : 0 terminé; 1 données; 2 appel; 3 fichier; 4 instrument;
5 non installé; 130 arrêté.""",
    ),
    "demo-more": (
        "Example: peersupport demo\nThe scores go to peersupport-demo/scores.csv in the current folder.",
        "Exemple : peersupport --lang fr demo\nLes scores vont dans peersupport-demo/scores.csv du dossier courant.",
    ),
    "instruments-more": (
        "Examples:\n  peersupport instruments list\n  peersupport instruments show integrity-survey",
        "Exemples :\n  peersupport --lang fr instruments list\n  peersupport --lang fr instruments show integrity-survey",
    ),
    "list-more": ("Example: peersupport instruments list", "Exemple : peersupport --lang fr instruments list"),
    "show-more": (
        "Examples:\n  peersupport instruments show integrity-survey\n"
        "  peersupport instruments show integrity-survey --form person-short",
        "Exemples :\n  peersupport --lang fr instruments show integrity-survey\n"
        "  peersupport --lang fr instruments show integrity-survey --form person-short",
    ),
    "command": ("COMMAND", "COMMANDE"),
    "column": ("COLUMN", "COLONNE"),
    "file": ("FILE", "FICHIER"),
    "id-file": ("ID|FILE", "ID|FICHIER"),
    "form-name": ("FORM", "FORMULAIRE"),
    "rows": ("ROWS", "LIGNES"),
    "lang": ("language of everything printed: en or fr", "langue de tout ce qui est affiché : en ou fr"),
    "version": ("print the version and stop", "affiche la version et s’arrête"),
    "demo": (
        "Scores the bundled answers (simulated) with the Integrity Survey.",
        "Calcule les scores des réponses fournies (simulées) avec le Sondage sur l’intégrité du service.",
    ),
    "demo-out": (
        "where the scores go: a name ending in .csv, .parquet or .json",
        "où vont les scores : un nom finissant par .csv, .parquet ou .json",
    ),
    "instruments": ("Shows which instruments there are.", "Montre les instruments qui existent."),
    "list": ("Lists the bundled instruments.", "Énumère les instruments fournis."),
    "show": (
        "Shows one instrument: forms, items, scales, rights, how to cite it.",
        "Montre un instrument : formulaires, items, échelles, droits, citation.",
    ),
    "show-id": ("id of a bundled instrument, or an instrument file", "identifiant d’un instrument fourni, ou un fichier"),
    "show-form": ("only this form", "ce formulaire seulement"),
    "score": (
        "Scores files of answers and shows them by scale and by group.",
        "Calcule les scores de fichiers de réponses et les montre par échelle et par groupe.",
    ),
    "files": (
        "CSV, CSV.gz, Parquet or NDJSON; patterns such as 'data/*.csv'",
        "CSV, CSV.gz, Parquet ou NDJSON; motifs comme 'donnees/*.csv'",
    ),
    "instrument": ("id of a bundled instrument, or FILE.json", "identifiant d’un instrument fourni, ou FICHIER.json"),
    "form": (
        "the form; not needed when there is one, or when the core forms are aligned",
        "le formulaire; inutile s’il n’y en a qu’un ou si les formulaires principaux sont alignés",
    ),
    "id": (
        "a column to keep beside the scores (refused when the instrument is about a service)",
        "une colonne à garder à côté des scores (refusé si l’instrument porte sur un service)",
    ),
    "items": (
        'a JSON file {"item id": "column name"}, where names differ',
        "un fichier JSON {\"item\": \"colonne\"}, si les noms diffèrent",
    ),
    "invalid": (
        "raise (default): refuse and name the cells; mark: score the rest and mark those",
        "raise (par défaut) : refuse et nomme les cellules; mark : calcule le reste et marque celles-là",
    ),
    "allow-unverified": (
        "also score with structures not compared with their official manual",
        "accepte les structures non comparées à leur manuel officiel",
    ),
    "out": (
        "write every score to FILE (.csv, .parquet or .json) instead of showing a table",
        "écrit chaque score dans FICHIER (.csv, .parquet ou .json) au lieu de montrer un tableau",
    ),
    "batch": (
        "rows written at a time (files are read in pieces of about 125,000 rows)",
        "lignes écrites à la fois (les fichiers sont lus par tranches d’environ 125 000 lignes)",
    ),
    "above-zero": ("a whole number above 0 is expected", "un nombre entier supérieur à 0 est attendu"),
}


def plain(key: str) -> str:
    """A text in the language of this run."""
    return HELP[key][language() == "fr"]


def help_text(key: str) -> str:
    """The same for argparse, which formats it: % is doubled."""
    return plain(key).replace("%", "%%")
