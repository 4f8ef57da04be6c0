# SPDX-License-Identifier: Apache-2.0
"""The help and the words of the commands tally, merge and publish: (English, French)."""
from __future__ import annotations

from .._language import language

TALLY_HELP: dict[str, tuple[str, str]] = {
    "tally": (
        "Counts answers into a file that can be added to other counts.",
        "Compte des réponses dans un fichier qui s’additionne à d’autres.",
    ),
    "tally-more": (
        """A region can be assessed while the answers stay in each agency: every agency
counts its own, and only counts travel. Counts are personal information all the
same: the count of one person is that person's answers. They travel under an
agreement (docs/publishing.md). The command says what the file holds.

Each person counts once, by the latest response, where there is a column
person_id. Everybody who will merge needs the same secret: a file with at least
16 bytes that goes another way than the counts. "--key-file none" says openly
that there is none; then whoever knows the ids can find people again.

Examples:
  peersupport tally answers.csv --shard north-2025-2 --key-file secret.txt \\
      --out north.tally
  peersupport tally "2025/*.parquet" --shard north-2025 --person none \\
      --waves waves.json --out north.tally

--shard names this part of the data. The same name twice is refused in a merge,
so nothing counts twice: use the same name when you count the same data again.

Exit codes: 0 done; 1 data; 2 call; 3 file; 4 instrument or definition;
5 not installed; 130 stopped.""",
        """Une région peut être évaluée pendant que les réponses restent dans chaque
organisme : chacun compte les siennes, et seuls les comptes voyagent. Ce sont
quand même des renseignements personnels : le compte d’une seule personne, ce
sont ses réponses. Ils voyagent selon une entente (docs/publishing.md). La
commande dit ce que contient le fichier.

Chaque personne compte une fois, par sa réponse la plus récente, s’il y a une
colonne person_id. Toutes les parties ont besoin du même secret : un fichier
d’au moins 16 octets, qui prend un autre chemin que les comptes.
« --key-file none » dit ouvertement qu’il n’y en a pas; qui connaît les
identifiants peut alors retrouver des personnes.

Exemples :
  peersupport --lang fr tally reponses.csv --shard nord-2025-2 \\
      --key-file secret.txt --out nord.tally
  peersupport --lang fr tally "2025/*.parquet" --shard nord-2025 \\
      --person none --waves vagues.json --out nord.tally

--shard nomme cette partie des données. Un nom qui revient est refusé à la
fusion; rien n’est donc compté deux fois : gardez le même nom quand vous
recomptez les mêmes données.

Codes de sortie : 0 terminé; 1 données; 2 appel; 3 fichier; 4 instrument ou
définition; 5 non installé; 130 arrêté.""",
    ),
    "tally-usage": (
        "peersupport tally FILE … --shard NAME --out FILE.tally …",
        "peersupport tally FICHIER … --shard NOM --out FICHIER.tally …",
    ),
    "merge-usage": (
        "peersupport merge FILE.tally … --out FILE.tally",
        "peersupport merge FICHIER.tally … --out FICHIER.tally",
    ),
    "publish-usage": (
        "peersupport publish FILE.tally … --policy POLICY --audience WHO …",
        "peersupport publish FICHIER.tally … --policy RÈGLE\n                   --audience POUR-QUI …",
    ),
    "shard": ("the name of this part of the data", "le nom de cette partie des données"),
    "tally-out": ("where the counts go: a name ending in .tally", "où vont les comptes : un nom finissant par .tally"),
    "person": (
        "the column that tells people apart (person_id without it, where there is one), or none",
        "la colonne qui distingue les personnes (sinon person_id, si elle existe), ou none",
    ),
    "key-file": (
        "the secret that all who merge share, or none",
        "le secret que partagent toutes les parties, ou none",
    ),
    "tally-worker": (
        "the column that tells workers apart; only how many is shown",
        "la colonne qui distingue les membres de l’équipe; seul leur nombre est montré",
    ),
    "waves": (
        'a JSON file with "waves": [{"id", "from", "to"}], such as a collection, in place of the column wave',
        "un fichier JSON avec « waves » : [{id, from, to}], comme une collecte, au lieu de la colonne wave",
    ),
    "tally-language": (
        "the column with en or fr (language without it, where there is one), or none",
        "la colonne avec en ou fr (sinon language, si elle existe), ou none",
    ),
    "stratum": ("a column people answered about themselves", "une colonne où les gens se décrivent"),
    "tally-form": ("the form whose columns the files have", "le formulaire dont les fichiers ont les colonnes"),
    "merge": ("Adds counts of several places together.", "Additionne les comptes de plusieurs endroits."),
    "merge-more": (
        """The order does not matter. Refused, and then nothing is written: counts of
another instrument, version or definition, the same part of the data twice, and
somebody who would count twice in a service and wave.

Example:
  peersupport merge north.tally south.tally --out region.tally

Exit codes: 0 done; 1 data; 2 call; 3 file; 4 instrument or definition;
130 stopped.""",
        """L’ordre ne compte pas. Sont refusés, et rien n’est écrit : les comptes d’un
autre instrument, d’une autre version ou définition, la même partie des données
deux fois, et une personne qui compterait deux fois dans un service et une
vague.

Exemple :
  peersupport --lang fr merge nord.tally sud.tally --out region.tally

Codes de sortie : 0 terminé; 1 données; 2 appel; 3 fichier; 4 instrument ou
définition; 130 arrêté.""",
    ),
    "tally-files": ("files of counts (.tally); patterns such as 'region/*.tally'", "fichiers de comptes (.tally); motifs comme 'region/*.tally'"),
    "publish": ("Writes the figures of counts that may be given away.", "Écrit les chiffres qui peuvent être diffusés."),
    "publish-more": (
        """Counts about too few people or workers are hidden, and so is whatever would give
them away. With a ledger the figures are checked against everything that was
released before. Nobody is ranked and no interval is a pass mark.

Examples:
  peersupport publish region.tally --policy k11 --audience public --by unit \\
      --ledger ledger.json --out figures.csv
  peersupport publish region.tally --policy k11 --audience partners \\
      --by unit --by none --ledger ledger.json --out figures.html

--by divides by unit, language or stratum, with commas for several at once; said
again it adds another table, and none is all services together. Form,
perspective and wave always divide. The ledger is private, like the counts.

Exit codes: 0 done; 1 data, or a release that would single people out; 2 call;
3 file; 4 instrument or definition; 130 stopped.""",
        """Les chiffres sur trop peu de personnes ou de membres de l’équipe sont cachés,
et ce qui les trahirait aussi. Avec un registre, les chiffres sont comparés à
tout ce qui a déjà été diffusé. Personne n’est classé et aucun intervalle n’est
une note de passage.

Exemples :
  peersupport --lang fr publish region.tally --policy k11 --audience public \\
      --by unit --ledger registre.json --out chiffres.csv
  peersupport --lang fr publish region.tally --policy k11 --audience partners \\
      --by unit --by none --ledger registre.json --out chiffres.html

--by répartit par unit (service), language ou stratum, avec des virgules pour
plusieurs à la fois; répété, il ajoute un tableau, et none réunit tous les
services. Formulaire, point de vue et vague séparent toujours. Le registre est
privé, comme les comptes.

Codes de sortie : 0 terminé; 1 données, ou une diffusion qui isolerait des
personnes; 2 appel; 3 fichier; 4 instrument ou définition; 130 arrêté.""",
    ),
    "by": ("what divides the figures: unit (default), language, stratum, none", "ce qui répartit les chiffres : unit (par défaut), language, stratum, none"),
    "publish-audience": ("who will read it: public, partners, service or team", "pour qui : public, partners, service ou team"),
    "ledger": ("what was released before (JSON); kept up to date, private", "ce qui a déjà été diffusé (JSON); tenu à jour, privé"),
    "publish-out": ("where the figures go: .csv, .json or .html; shown otherwise", "où vont les chiffres : .csv, .json ou .html; affichés sinon"),
    "publish-collection": ("how people were asked (JSON): it tells the number of workers", "comment les gens ont été invités (JSON) : donne le nombre de membres de l’équipe"),
    "publish-instrument": ("FILE.json where the instrument is not a bundled one", "FICHIER.json si l’instrument n’est pas fourni"),
    "tally-name": ("FILE.tally", "FICHIER.tally"),
    "shard-name": ("NAME", "NOM"),
    "by-name": ("BY", "PAR"),
    "column-or-none": ("COLUMN|none", "COLONNE|none"),
}

TALLY_SAY: dict[str, tuple[str, str]] = {
    "ending": (
        "The name of a file of counts must end in .tally.",
        "Le nom d’un fichier de comptes doit finir par .tally.",
    ),
    "holds": (
        "{path} holds counts for {instrument} {version}: {responses} responses ({who}), {units} services, {waves} survey "
        "waves; parts of data: {shards}. Language of answers: {languages}.",
        "{path} contient des comptes pour {instrument} {version} : {responses} réponses ({who}), {units} services, "
        "{waves} vagues; parties de données : {shards}. Langue des réponses : {languages}.",
    ),
    "not-divided": ("not kept apart", "non distinguée"),
    "keys": (
        "No name and no id is in it. People are numbers made from ids and the secret, so that nobody counts twice.",
        "Il ne contient ni nom ni identifiant. Les personnes y sont des nombres tirés des identifiants et du secret, "
        "pour que personne ne compte deux fois.",
    ),
    "no-keys": (
        "No name and no id is in it, so nobody can be recognized as counted twice.",
        "Il ne contient ni nom ni identifiant; rien ne permet donc de voir qu’une personne compte deux fois.",
    ),
    "personal": (
        "It is personal information: where one person answered, the count is that person’s answers. Keep it with the "
        "answers, or send it only under an agreement and by a safe way. To give figures away: peersupport publish.",
        "Ce sont des renseignements personnels : là où une seule personne a répondu, le compte est sa réponse. Gardez "
        "le fichier avec les réponses, ou ne l’envoyez que selon une entente et par un moyen sûr. Pour diffuser des "
        "chiffres : peersupport publish.",
    ),
    "simulated": (
        "The answers are simulated, and the file says so: all that is made from it will.",
        "Les réponses sont simulées, et le fichier le dit : tout ce qu’on en tirera le dira aussi.",
    ),
    "no-secret": (
        "Without a secret whoever knows the ids can find people in the counts.",
        "Sans secret, qui connaît les identifiants peut retrouver des personnes dans les comptes.",
    ),
    "key-needed": (
        "People or workers are told apart by a column, so a secret is needed: --key-file FILE, or --key-file none.",
        "Une colonne distingue des personnes ou des membres de l’équipe; il faut donc un secret : --key-file FICHIER, "
        "ou --key-file none.",
    ),
    "key-short": ("A secret has at least 16 bytes.", "Un secret a au moins 16 octets."),
    "waves-json": (
        'This file needs "waves": [{{"id": …, "from": date, "to": date}}, …].',
        "Ce fichier doit avoir « waves » : [{{\"id\": …, \"from\": date, \"to\": date}}, …].",
    ),
    "counts-already": (
        "This file holds counts already. To add counts up: peersupport merge.",
        "Ce fichier contient déjà des comptes. Pour additionner des comptes : peersupport --lang fr merge.",
    ),
    "mixed": (
        "Give either files of answers or files of counts (.tally).",
        "Donnez soit des fichiers de réponses, soit des fichiers de comptes (.tally).",
    ),
    "of-answers": (
        "This option is about answers; it was settled when they were counted. Leave it out.",
        "Cette option porte sur des réponses; c’était à choisir au moment de compter. Retirez-la.",
    ),
    "tally-only": (
        "This is no file of counts (.tally). To make one from answers: peersupport tally.",
        "Ce n’est pas un fichier de comptes (.tally). Pour en faire un à partir de réponses : peersupport --lang fr tally.",
    ),
    "publish-kind": ("The name must end in .csv, .json or .html.", "Le nom doit finir par .csv, .json ou .html."),
    "released": (
        "Figures shown: {shown}; hidden: {hidden}; written to {path}",
        "Chiffres montrés : {shown}; cachés : {hidden}; écrits dans {path}",
    ),
    "no-ledger": (
        "No ledger was asked, so nobody checked whether these figures and earlier ones together single people out.",
        "Aucun registre n’a été consulté; personne n’a donc vérifié si ces chiffres et des chiffres déjà diffusés "
        "isolent, ensemble, des personnes.",
    ),
    "ledger-kept": ("The release was noted in {path}. It is private.", "La diffusion est notée dans {path}. Ce fichier est privé."),
    "grouping": (
        "Figures can be divided by unit, language and stratum, each way once; none is everybody together.",
        "Les chiffres se répartissent par unit (service), language (langue) et stratum (strate), chaque façon une seule "
        "fois; none réunit tout le monde.",
    ),
    "ledger": (
        "This is not a ledger, or it was changed by hand. Use the file that publish wrote; where there is none yet, give a "
        "new name.",
        "Ce n’est pas un registre, ou il a été modifié à la main. Prenez le fichier que publish a écrit; s’il n’y en a pas "
        "encore, donnez un nouveau nom.",
    ),
}


def tally_say(key: str, **parts: object) -> str:
    return TALLY_SAY[key][language() == "fr"].format(**parts)
