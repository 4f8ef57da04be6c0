# SPDX-License-Identifier: Apache-2.0
"""The help of the command check-programme: (English, French)."""
from __future__ import annotations

PROGRAMME_HELP: dict[str, tuple[str, str]] = {
    "check-programme": (
        "Says how a peer support program is connected, and what is missing.",
        "Dit comment un programme de soutien par les pairs est relié, et ce qui manque.",
    ),
    "check-programme-more": (
        """The file says which agencies, positions, networks and tables there are, and
when people met (JSON, format peersupport-programme-1). Nothing in it names a
person. What came later than --as-of is left out, so the same call gives the
same report on any day.

Examples:
  peersupport check-programme network.json --as-of 2026-06-30
  peersupport check-programme network.json --as-of 2026-06-30 \\
      --format html --out report.html

Exit codes: 0 the program could be checked, whatever was found; 1 something is
wrong in the file; 2 call; 3 file; 4 definition or overlay; 5 not installed;
130 stopped.""",
        """Le fichier dit quels organismes, postes, réseaux et tables existent, et quand
les gens se sont rencontrés (JSON, format peersupport-programme-1). Rien n’y
nomme une personne. Ce qui est ultérieur à --as-of est laissé de côté; le même
appel donne donc le même rapport, peu importe le jour.

Exemples :
  peersupport --lang fr check-programme reseau.json --as-of 2026-06-30
  peersupport --lang fr check-programme reseau.json --as-of 2026-06-30 \\
      --format html --out rapport.html

Codes de sortie : 0 le programme a pu être vérifié, peu importe le constat;
1 le fichier a un problème; 2 appel; 3 fichier; 4 définition ou adaptation;
5 non installé; 130 arrêté.""",
    ),
    "programme-file": ("a program file (JSON)", "un fichier de programme (JSON)"),
    "as-of": ("the day to look at, YYYY-MM-DD", "le jour regardé, AAAA-MM-JJ"),
    "programme-format": (
        "text (the default), json for other programs, html for a page to read or print",
        "text (par défaut), json pour d’autres programmes, html pour une page à lire ou à imprimer",
    ),
    "programme-out": ("where the report goes; printed otherwise", "où va le rapport; affiché sinon"),
    "a-date": ("a date is written YYYY-MM-DD", "une date s’écrit AAAA-MM-JJ"),
}
