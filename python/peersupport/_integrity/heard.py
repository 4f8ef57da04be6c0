# SPDX-License-Identifier: Apache-2.0
"""Who was heard and who was not, in words. No count of the policy's small ones stands here, nor two that give one."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .._language import say
from . import words as w

if TYPE_CHECKING:
    from .view import UnitView


class HeardRow(NamedTuple):
    group: str
    heard: str
    asked: str
    not_heard: str
    rate: str
    refused: str


def asked(v: UnitView, h: dict[str, Any]) -> int | None:
    """How many were asked; None too where it would tell of a few people who were not heard."""
    n, people = h["invited"], h["people"]
    return None if n is None or (people is not None and v.is_few(n - people)) else int(n)


def heard_row(v: UnitView, h: dict[str, Any]) -> HeardRow:
    shown = h["showing"] == "shown"
    n, unknown = asked(v, h), _uncounted(v, h)
    missed = n - h["people"] if shown and n is not None and n >= h["people"] else None
    hidden = "–" if not shown else unknown
    rate = h["response_rate"] if n is not None else None
    return HeardRow(
        w.group(h["perspective"]),
        str(h["people"]) if shown else _why(h),
        unknown if n is None else str(n),
        hidden if missed is None else str(missed),
        f"{w.percent(rate['value'])} ({w.between(rate)})" if rate else hidden,
        unknown if h["refused"] is None else str(h["refused"]),
    )


def _why(h: dict[str, Any]) -> str:
    """Those who were asked and did not answer are not taken for some who were never asked."""
    if h["showing"] == "nobody" and h["invited"]:
        return say("nobody answered", "aucune réponse")
    return w.of(w.NOT_SHOWN, h["showing"])


def _uncounted(v: UnitView, h: dict[str, Any]) -> str:
    """Why a count is not there: nobody wrote it down, or it may not be shown. Where both may be, "not shown" is true
    of either."""
    known = any(h[name] is not None for name in ("eligible", "invited", "responded", "refused", "leavers_invited"))
    hidden = known if h["showing"] == "shown" else v.data["collection"]["described"]
    return say("not shown", "non montré") if hidden else say("not stated", "non précisé")


def heard_notes(v: UnitView) -> list[str]:
    h, out = v.receivers, []
    if h is None:
        return [say("No one who receives support was heard.", "Aucune personne qui reçoit du soutien n’a été entendue.")]
    n = h["eligible"] - h["invited"] if None not in (h["eligible"], h["invited"]) else 0
    if n > 0 and not v.is_few(n):
        out.append(say(
            f"{w.people(n)} could have been asked and {'was' if n == 1 else 'were'} not.",
            f"{w.people(n)} {'aurait pu être invitée et ne l’a' if n < 2 else 'auraient pu être invitées et ne l’ont'} pas été.",
        ))  # fmt: skip
    if h["leavers_invited"] is False:
        out.append(v.names.message("msg-leavers-not-invited"))
    if h["showing"] == "shown" and h["response_rate"] is None and _uncounted(v, h) == say("not stated", "non précisé"):
        out.append(v.names.message("msg-response-rate-unknown"))
    return out


def rate_told(views: list[UnitView], described: bool, unknown: str) -> str:
    """Why a share of those heard is missing, of several services: `unknown` only where nobody wrote it down. Where it
    may be hidden to protect a few people, that is said in one breath, so that it tells of no service which it is."""
    missing = [(v, h) for v in views if (h := v.receivers) and h["showing"] == "shown" and h["invited"] is None]
    stated = say("not stated", "non précisé")
    if all(_uncounted(v, h) == stated for v, h in missing) if missing else not described:
        return unknown
    return say(
        "For some services we do not show what share of people was heard: how many were asked is not known, or would say too much about a few people.",
        "Pour certains services, on ne montre pas quelle part des gens a été entendue : on ne sait pas combien ont été invités, ou ce nombre en dirait trop sur quelques personnes.",
    )  # fmt: skip


# ---- so that more can be shown


def be_heard(v: UnitView) -> list[str]:
    """What would let figures be shown, where none of people who receive support is. The same whether a unit is small or
    hidden to protect another one."""
    if v.established or any(c["mean"] for c in v.main):
        return []
    why = v.receivers["showing"] if v.receivers else "nobody"
    if why == "no-worker-count":
        return [say(
            "Say how many peer supporters these answers are about: “workers” in the collection file, or --worker.",
            "Dites de combien de personnes aidantes il est question : « workers » dans le fichier de la collecte, ou --worker.",
        )]  # fmt: skip
    if why == "too-few-workers":
        return [
            say("Join with a service nearby. Together there may be enough peer supporters to show figures.", "Joignez-vous à un service voisin. Ensemble, il y aura peut-être assez de personnes aidantes pour montrer des chiffres."),
            say("Until then, talk with people in another way. Let a peer from outside listen.", "D’ici là, parlez avec les gens autrement. Une paire ou un pair de l’extérieur peut écouter."),
        ]  # fmt: skip
    return [
        say("Ask people what would make it easy and safe to answer. Then do that first.", "Demandez aux gens ce qui rendrait la réponse facile et sûre. Commencez par là."),
        say("Let someone from outside ask: a peer from another service, never the worker concerned.", "Laissez quelqu’un de l’extérieur poser les questions : une paire ou un pair d’un autre service, jamais la personne qui donne le soutien."),
        say("Offer more than one way: on paper, online, by phone, in person, in the language people choose.", "Offrez plus d’une façon de répondre : sur papier, en ligne, par téléphone, en personne, dans la langue que les gens choisissent."),
        say("Ask those who left, too. Keep asking over a longer time.", "Invitez aussi les personnes parties. Prenez plus de temps pour la collecte."),
        say("Say that anyone may say no, and that support stays the same.", "Dites que chaque personne peut refuser et que le soutien reste le même."),
    ]  # fmt: skip


def be_heard_title(v: UnitView) -> str:
    if v.receivers and v.receivers["showing"] in ("no-worker-count", "too-few-workers"):
        return say("So that figures can be shown", "Pour que des chiffres puissent être montrés")
    return say("So that more people are heard", "Pour que plus de gens soient entendus")
