# SPDX-License-Identifier: Apache-2.0
"""The help and the words of the command integrity: (English, French)."""
from __future__ import annotations

from .._language import language

INTEGRITY_HELP: dict[str, tuple[str, str]] = {
    "integrity": (
        "Says how far the peer support people receive reflects its values.",
        "Dit à quel point le soutien que les gens reçoivent reflète ses valeurs.",
    ),
    "integrity-more": (
        """Writes a page for the service: who was heard, what people said, where views
differ, what changed, what may be said about impact, what to try next. A
policy (what may be shown) and a collection (how people were asked) are always
said; "--collection none" says that nobody wrote it down.

How many peer supporters the answers are about must be known, or nothing is
shown: "workers" in the collection, or --worker with a column of the answers.

Examples:
  peersupport integrity answers.csv --policy k11 --collection none \\
      --worker worker --out report.html
  peersupport integrity answers.csv --policy k11 --collection collection.json \\
      --baseline spring.json --cuts proposed-2026 --unit three-rivers \\
      --out report.html

Several services: --out folder/ writes a page for each, and one for the region.
No page sets services against each other. Whoever has all of them can tell
which mark is whose, so give each service its own page only.

Exit codes: 0 done, whatever was found; 1 data; 2 call; 3 file; 4 instrument or
definition; 5 not installed; 130 stopped.""",
        """Écrit une page pour le service : qui a été entendu, ce que les gens ont dit, où
les avis diffèrent, ce qui a changé, ce qu’on peut dire des effets, quoi
essayer. La règle d’affichage et la collecte se donnent toujours;
« --collection none » dit que personne ne l’a notée.

Il faut savoir de combien de personnes aidantes il est question, sinon rien
n’est montré : « workers » dans la collecte, ou --worker avec une colonne des
réponses.

Exemples :
  peersupport --lang fr integrity reponses.csv --policy k11 \\
      --collection none --worker membre --out rapport.html
  peersupport --lang fr integrity reponses.csv --policy k11 \\
      --collection collecte.json --baseline printemps.json \\
      --cuts proposed-2026 --unit trois-rivieres --out rapport.html

Plusieurs services : --out dossier/ écrit une page pour chacun, et une pour la
région. Aucune page n’oppose les services. Qui les a toutes peut savoir à qui
est chaque marque : remettez à chaque service sa page seulement.

Codes de sortie : 0 terminé, peu importe le constat; 1 données; 2 appel;
3 fichier; 4 instrument ou définition; 5 non installé; 130 arrêté.""",
    ),
    "integrity-usage": (
        "peersupport integrity FILE … --policy POLICY --collection FILE|none …",
        "peersupport integrity FICHIER … --policy RÈGLE\n                   --collection FICHIER|none …",
    ),
    "integrity-files": (
        "CSV, CSV.gz, Parquet, NDJSON, or counts (.tally); patterns such as 'data/*.csv'",
        "CSV, CSV.gz, Parquet, NDJSON ou comptes (.tally); motifs comme 'donnees/*.csv'",
    ),
    "policy": (
        "what may be shown: k5, k6, k10, k11, k15 or k20 (fewest people behind a figure)",
        "ce qui peut être montré : k5, k6, k10, k11, k15 ou k20 (le moins de gens par chiffre)",
    ),
    "audience": (
        "who will read it: public (default, the strictest), partners, service, team",
        "pour qui : public (par défaut, le plus strict), partners, service, team",
    ),
    "workers-agreed": ("the team agreed to see its own figures (with --audience team)", "l’équipe a accepté de voir ses propres chiffres (avec --audience team)"),
    "collection": ("how people were asked (JSON), or none", "comment les gens ont été invités (JSON), ou none"),
    "baseline": ("what change is measured against: a file of --snapshot-out", "le point de départ du changement : un fichier de --snapshot-out"),
    "cuts": ("from which score which level is given, for example proposed-2026; no level without it", "à partir de quel score quel niveau est donné, par exemple proposed-2026; sans cela, aucun niveau"),
    "integrity-out": ("where the page goes, or a folder for several; printed otherwise", "où va la page, ou un dossier pour plusieurs; affichée sinon"),
    "integrity-format": ("html (the default) for people, json for other programs", "html (par défaut) pour les gens, json pour d’autres programmes"),
    "wave": ("which survey round; the latest without it", "quelle vague; la plus récente sinon"),
    "unit": ("whose page", "la page de quel service"),
    "own-unit": ("only this service is named, the others count without names", "seul ce service est nommé, les autres comptent sans nom"),
    "period": ("FROM/TO: only answers from FROM and before TO", "DU/AU : seulement les réponses à partir de DU et avant AU"),
    "stratifier": ("a column people answered about themselves, such as language", "une colonne où les gens se décrivent, comme language"),
    "done": ("what became of what people said (JSON)", "ce qu’on a fait de ce que les gens ont dit (JSON)"),
    "process": ("counts of what the service does, over time (JSON)", "le compte de ce que fait le service, dans le temps (JSON)"),
    "outcomes": ("answers to the module “My life alongside peer support”", "les réponses au module « Ma vie, en parallèle du soutien »"),
    "worker": ("the column that tells workers apart; only how many is kept", "la colonne qui distingue les membres de l’équipe; seul leur nombre est gardé"),
    "snapshot-out": ("also keep this wave as a baseline; private, like the answers", "garde aussi cette vague comme point de départ; privé, comme les réponses"),
    "period-name": ("FROM/TO", "DU/AU"),
    "wave-name": ("WAVE", "VAGUE"),
    "unit-name": ("UNIT", "SERVICE"),
    "policy-name": ("POLICY", "RÈGLE"),
    "cuts-name": ("CUTS", "SEUILS"),
    "file-or-none": ("FILE|none", "FICHIER|none"),
    "file-or-folder": ("FILE|FOLDER/", "FICHIER|DOSSIER/"),
}

INTEGRITY_SAY: dict[str, tuple[str, str]] = {
    "folder-for-several": (
        "Several services are in the answers. Name one with --unit, or give a folder: --out folder/",
        "Les réponses portent sur plusieurs services. Nommez-en un avec --unit, ou donnez un dossier : --out dossier/",
    ),
    "unit-unknown": ("No such service is shown. There is: {units}.", "Aucun service de ce nom n’est montré. Il y a : {units}."),
    "snapshot-kept": (
        "Baseline kept in {path}. It is private: keep it with the answers.",
        "Point de départ gardé dans {path}. Il est privé : gardez-le avec les réponses.",
    ),
}


def integrity_say(key: str, **parts: object) -> str:
    return INTEGRITY_SAY[key][language() == "fr"].format(**parts)
