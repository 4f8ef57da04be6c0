# SPDX-License-Identifier: Apache-2.0
"""The help of the command lsp, and what it says: (English, French)."""
from __future__ import annotations

from .._language import language

LSP_HELP: dict[str, tuple[str, str]] = {
    "lsp": (
        "Reads notes again while they are written: a language server for your editor.",
        "Relit les notes pendant qu’elles s’écrivent : un serveur de langage pour votre éditeur.",
    ),
    "lsp-more": (
        """Your editor starts it and speaks with it over standard input and output
(Language Server Protocol). It reads only what the editor has open, in memory.
It opens no connection, keeps no file and logs nothing. What to write in the
settings of your editor: docs/note-check.md, In an editor.

It shows places to look at again, explains them, and offers suggestions, never
inside what somebody said. You decide.

Settings, from the editor (initializationOptions, or the section peersupport):
  messages   en or fr: the language of what is shown
  language   en, fr or auto: the language of the notes
  profile    person-led, minimal-record, group, funder, research, or your own
  kind       individual, group, crisis, late or minimal
  baseline   a file: what was agreed to be left as it is
  rules      a list of files: your organization's own rules
  delay      milliseconds after the last key (300)

Needs: pip install "peersupport[lsp]"

Exit codes: 0 the editor closed it; 1 the editor went away; 2 call;
5 not installed.""",
        """Votre éditeur le lance et lui parle par l’entrée et la sortie standard (Language
Server Protocol). Il ne lit que ce qui est ouvert dans l’éditeur, en mémoire. Il
n’ouvre aucune connexion, ne garde aucun fichier et ne journalise rien. Ce qu’il
faut écrire dans les réglages de votre éditeur : docs/note-check.fr.md, Dans un
éditeur.

Il montre des endroits à relire, les explique et propose des mots, jamais dans
ce que quelqu’un a dit. C’est vous qui décidez.

Réglages, donnés par l’éditeur (initializationOptions ou section peersupport) :
  messages   en ou fr : la langue de ce qui est montré
  language   en, fr ou auto : la langue des notes
  profile    person-led, minimal-record, group, funder, research ou le vôtre
  kind       individual, group, crisis, late ou minimal
  baseline   un fichier : ce qu’il a été convenu de laisser tel quel
  rules      une liste de fichiers : les règles de votre organisme
  delay      millisecondes après la dernière touche (300)

Il faut : pip install "peersupport[lsp]"

Codes de sortie : 0 l’éditeur l’a fermé; 1 l’éditeur est parti; 2 appel;
5 non installé.""",
    ),
}

LSP_SAY: dict[str, tuple[str, str]] = {
    "stdio": (
        "standard input and output, which is the only way",
        "par l’entrée et la sortie standard, la seule façon",
    ),
    "waiting": (
        "Waiting for an editor: this command is started by one. Ctrl-D ends it.",
        "En attente d’un éditeur : c’est lui qui lance cette commande. Ctrl-D y met fin.",
    ),
    "broken": (
        "The connection with the editor broke. Start the server again from the editor.",
        "La liaison avec l’éditeur est rompue. Relancez le serveur depuis l’éditeur.",
    ),
}


def lsp_say(key: str) -> str:
    return LSP_SAY[key][language() == "fr"]
