# SPDX-License-Identifier: Apache-2.0
"""One printed page about a role: for staff, or for the person. Which rows stand on it follows from the definition:
what is at the core of the role, what touches that, and how much room there is. Needs jinja2."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable
from itertools import zip_longest
from typing import Any, NamedTuple

from .._language import say
from .pages import identity, render
from .room import A4_WIDTH, LETTER_HEIGHT, Layout, Line, Section, Type

MARGIN, GUTTER, FOOTER = 32.0, 26.0, 44.0
BAND = 19.0  # the rule above a band and the space around it
WIDE = A4_WIDTH - 2 * MARGIN
NARROW = (WIDE - GUTTER) / 2
EMERGENCY = "guide-tell-emergency"
FIRST = ("guide-expect-choice", "guide-expect-privacy")  # stay when there is room for two
SUPERVISING = "duty-supervise"  # supervision has a section of its own
LOCAL = "guide-tell-local"  # a note to organizations; the card has lines to write on instead


class Card(NamedTuple):
    audience: str
    above: str  # over the title
    title: str
    lead: str
    bands: list[list[list[Section]]]
    fits: bool
    ids: list[str]  # rows that stand on the page
    emergency: str = ""


def card(definition: Any, role: Any, audience: str) -> Card:
    """What stands on the page, in the language of this context."""
    return staff_card(definition, role) if audience == "staff" else person_card(definition, role)


def card_page(definition: Any, role: Any, audience: str, date: str = "") -> str:
    """The page itself: HTML that needs nothing else."""
    made = card(definition, role, audience)
    rows = [role, *(definition.find(id) for id in made.ids)]
    return render(
        "html", "card", card=made, identity=identity(definition), date=date, honesty=honesty(rows), emergency=EMERGENCY
    )


def honesty(rows: Iterable[Any]) -> str:
    """How sure the page is, from the standings of its rows, in plain words."""
    count = Counter("ours" if row.standing == "proposed" else "sourced" for row in rows)
    ours, sourced = count["ours"], count["sourced"]
    whole = ours + sourced
    return say(
        f"How sure this is: of the {whole} texts on this page, {sourced} follow published sources and {ours} are our own "
        "proposal. Which of them stand here is our choice. Not yet written or tested together with peer supporters and "
        "the people they support.",
        f"À quel point c’est sûr : des {whole} textes de cette page, {sourced} suivent des sources publiées et {ours} sont "
        "nos propositions. Ce choix est le nôtre. Pas encore écrits ni mis à l’essai avec des pairs et des personnes "
        "soutenues.",
    )


# ---- for staff


def staff_card(definition: Any, role: Any) -> Card:
    does, does_not = duties_of(definition, role), drift_of(definition, role)
    layout = Layout(
        room=LETTER_HEIGHT - 2 * MARGIN - FOOTER - _head(role, 21.0, 10.5) - 2 * BAND,
        title=Type(13.0, 1.2, NARROW, 6.0, bold=True),
        lead=Type(9.5, 1.37, NARROW, 5.0, bold=True),
        group=Type(9.5, 1.37, NARROW, 3.0, bold=True),
        line=Type(9.5, 1.37, NARROW - 11.0, 3.0),
        question=Type(9.5, 1.37, NARROW, 0.0, bold=True),
        more=Type(9.5, 1.37, NARROW, 4.0),
        between=0.0,
    )
    asked = faq_of(definition, role)[:5]
    depends = questions_of(definition, role, {line.id for line in asked[:3]})[:4]
    counts_on = supervision_of(definition)[:3]
    layout.bands = [
        [
            [Section("does", say("What the role does", "Ce que fait le rôle"), does[:8], 4, eases=True)],
            [Section("does-not", say("What it does not do", "Ce qu'il ne fait pas"), does_not[:8], 4, str(role.exclusions), True)],
        ],
        [
            [
                Section("ask", say("Ask first", "À demander d'abord"), depends, 2),
                Section("supervision", "Supervision", counts_on, 2),
            ],
            [Section("faq", say("Colleagues ask", "Des collègues demandent"), asked, 3)],
        ],
    ]
    fits = layout.fit()
    above = say("Peer support · the role on one page", "Soutien par les pairs · le rôle en une page")
    return Card("staff", above, str(role.label), str(role.meaning), layout.bands, fits, [x.id for x in layout.lines()])


def _head(role: Any, title: float, lead: float) -> float:
    """The height of what stands above the bands."""
    name = Type(title, 1.15, WIDE, 8.0, bold=True).height(str(role.label))
    return 22.0 + name + Type(lead, 1.42, WIDE, 5.0).height(str(role.meaning))


def duties_of(definition: Any, role: Any) -> list[Line]:
    """Its core duties: in turn what most peer roles share, and what sets this one apart. What every worker does
    (learning, supervision, looking after oneself) is left for elsewhere."""
    core = [d for d in definition["duties"] if role.id in d.core_roles]
    direct = {a.id for a in definition["activity_codes"] if a.kind == "direct"}
    few = len(definition["roles"]) // 3
    apart = sorted((d for d in core if len(d.core_roles) <= few), key=lambda d: len(d.core_roles))
    shared = [d for d in core if d not in apart and d.activity in direct]
    turns = [d for pair in zip_longest(shared, apart) for d in pair if d is not None]
    return [Line(str(d.text), group=str(definition.find(d.activity).label), id=d.id) for d in turns or core]


def _spread(ranked: list[Any], kind: Callable[[Any], str], most: int) -> list[Any]:
    """The same, with no more than `most` of a kind before every kind had its turn."""
    seen: Counter[str] = Counter()
    first: list[Any] = []
    rest: list[Any] = []
    for one in ranked:
        seen[kind(one)] += 1
        (first if seen[kind(one)] <= most else rest).append(one)
    return first + rest


def drift_of(definition: Any, role: Any) -> list[Line]:
    """Work outside the role of severity 3 and 4: what is nearest to its duties first, and what colleagues hand over
    before what slips in."""
    near = Counter({d.id: 2 * (role.id in d.core_roles) + (role.id in d.optional_roles) for d in definition["duties"]})
    origins = ("organization", "either", "worker")
    found = [d for d in definition["drift"] if d.severity >= 3 and role.id not in d.roles_exempt]

    def rank(drift: Any) -> tuple[int, int, int]:
        return -sum(near[id] for id in drift.instead_rows), origins.index(drift.usually_from), -drift.severity

    chosen = _spread(sorted(found, key=rank), lambda d: str(d.drift_class), 3)
    return [Line(str(d.text), id=d.id) for d in chosen]


def _links(definition: Any) -> list[set[str]]:
    """Rows that are named together."""
    return [{d.id, *d.instead_rows} for d in definition["drift"]] + [{q.id, *q.see} for q in definition["staff_questions"]]


def questions_of(definition: Any, role: Any, answered: Container[str]) -> list[Line]:
    """Work that is peer support under conditions, as the question to ask; nearest to the core duties first. What the
    answered questions speak of is not asked again."""
    core = {d.id for d in definition["duties"] if role.id in d.core_roles}
    near: Counter[str] = Counter()
    for together in _links(definition):
        near.update({id: len(core & together) for id in together})
    asked = {id for q in definition["staff_questions"] if q.id in answered for id in q.see}
    rows = sorted((r for r in definition["conditional_duties"] if r.id not in asked), key=lambda r: -near[r.id])
    return [Line(str(r.name), more=str(r.question), id=r.id) for r in rows]


def supervision_of(definition: Any) -> list[Line]:
    return [Line(str(r.text), id=r.id) for r in definition["supervision_requirements"] if r.level == "must"]


def faq_of(definition: Any, role: Any) -> list[Line]:
    """Questions whose answers touch the core duties of the role; then the others, in their own order."""
    core = {d.id for d in definition["duties"] if role.id in d.core_roles}
    rows = [q for q in definition["staff_questions"] if SUPERVISING not in q.see or SUPERVISING in core]
    rows.sort(key=lambda q: -len(core & set(q.see)))
    return [Line(str(q.question), more=str(q.answer), id=q.id) for q in rows]


# ---- for the person


def person_card(definition: Any, role: Any) -> Card:
    guidance = list(definition["person_guidance"])
    emergency = next((str(g.text) for g in guidance if g.id == EMERGENCY), "")
    box = Type(12.0, 1.4, WIDE - 25.0, 63.0).height(emergency) if emergency else 0.0
    text = Type(12.0, 1.42, NARROW, 7.0)
    layout = Layout(
        room=LETTER_HEIGHT - 2 * MARGIN - FOOTER - _head(role, 24.0, 12.0) - BAND - box,
        title=Type(15.0, 1.2, NARROW, 6.0, bold=True),
        lead=text,
        group=text,
        line=text,
        question=text,
        more=text,
        between=6.0,
    )

    def section(kind: str, title: str, least: int) -> Section:
        rows = [g for g in guidance if g.kind == kind and g.id not in (EMERGENCY, LOCAL)]
        rows.sort(key=lambda g: (g.origin != "added", g.id not in FIRST))  # an organization's own come first
        return Section(kind, title, [Line(str(g.text), id=g.id) for g in rows][:4], least)

    layout.bands = [
        [
            [
                section("expect", say("What to expect", "À quoi vous attendre"), 2),
                section("tell", say("Whom you can tell", "À qui en parler"), 1),
            ],
            [
                section("may-refuse", say("What you may refuse", "Ce que vous pouvez refuser"), 2),
                section("may-ask", say("What you may ask", "Ce que vous pouvez demander"), 1),
            ],
        ]
    ]
    fits = layout.fit()
    above = say("Peer support · for you", "Soutien par les pairs · pour vous")
    ids = [*(x.id for x in layout.lines()), *([EMERGENCY] if emergency else [])]
    return Card("person", above, str(role.label), str(role.meaning), layout.bands, fits, ids, emergency)
