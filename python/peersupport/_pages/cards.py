# SPDX-License-Identifier: Apache-2.0
"""One printed page about a role: for staff, or for the person. Which rows stand on it follows from the definition:
what is at the core of the role, what touches that, and how much room there is. Needs jinja2."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable
from itertools import zip_longest
from typing import Any, NamedTuple

from .._language import language, say, set_language
from .pages import identity, render
from .room import A4_WIDTH, LETTER_HEIGHT, Layout, Line, Section, Type

MARGIN, GUTTER = 32.0, 26.0
BAND = 19.0  # the rule above a band and the space around it
WIDE = A4_WIDTH - 2 * MARGIN
NARROW = (WIDE - GUTTER) / 2
EMERGENCY = "guide-tell-emergency"
RIGHTS = (  # stand on every card for the person, whatever else has to go
    "guide-expect-choice",
    "guide-expect-privacy",
    "guide-expect-role",
    "guide-refuse-peer-support",
    "guide-refuse-ideas",
    "guide-tell-complaint",
)
MEETING = ("activity-relationship-building", "activity-group-facilitation")  # work with people, alone or in groups
SUPERVISING = "duty-supervise"  # supervision has a section of its own
UNWELL = "faq-peer-unwell"  # about a colleague, not about what the role does
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


def meets_people(definition: Any, role: Any) -> bool:
    """Whether supporting people, one-to-one or in groups, is at the core of the role: only then has it a card for them."""
    return any(role.id in duty.core_roles for duty in definition["duties"] if duty.activity in MEETING)


def honesty(rows: Iterable[Any]) -> str:
    """How sure the page is, from the standings of its rows, in plain words. What an organization worded is its own."""
    count = Counter("theirs" if row.origin != "definition" else row.standing == "proposed" for row in rows)
    return _honesty(count[False], count[True], count["theirs"])


def _honesty(sourced: int, ours: int, theirs: int) -> str:
    whole = sourced + ours + theirs
    if theirs:
        parts = say(
            f"{sourced} follow published sources, {ours} are our own proposal and {theirs} are worded by the organization",
            f"{sourced} suivent des sources publiées, {ours} sont nos propositions et {theirs} sont dans les mots de l’organisme",
        )
    else:
        parts = say(
            f"{sourced} follow published sources and {ours} are our own proposal",
            f"{sourced} suivent des sources publiées et {ours} sont nos propositions",
        )
    return say(
        f"How sure this is: of the {whole} texts on this page, {parts}. Which of them stand here is our choice. Not yet "
        "written or tested together with peer supporters and the people they support.",
        f"À quel point c’est sûr : des {whole} textes de cette page, {parts}. Ce choix est le nôtre. Pas encore écrits ni "
        "mis à l’essai avec des pairs et des personnes soutenues.",
    )


def _foot(definition: Any, size: float) -> float:
    """The height of the foot, the space above it and the line that says which definition it was."""
    text = _honesty(99, 99, 99 if definition.overlay is not None else 0)
    return 10.0 + Type(size, 1.4, WIDE, size * 1.4).height(text)


# ---- for staff


def staff_card(definition: Any, role: Any) -> Card:
    does, does_not = duties_of(definition, role), drift_of(definition, role)
    layout = Layout(
        room=LETTER_HEIGHT - 2 * MARGIN - _foot(definition, 7.6) - _head(role, 21.0, 10.5) - 2 * BAND,
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
    ask = [Section("ask", say("Ask first", "À demander d'abord"), depends, 2)] if depends else []
    counts_on = supervision_of(definition)[:3]
    layout.bands = [
        [
            [Section("does", say("What the role does", "Ce que fait le rôle"), does[:8], 4, eases=True)],
            [Section("does-not", say("What it does not do", "Ce qu'il ne fait pas"), does_not[:8], 4, str(role.exclusions), True)],
        ],
        [
            [
                *ask,
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


def _own(definition: Any, role: Any) -> tuple[set[str], set[str]]:
    """Its core duties and the ones it may have."""
    duties = definition["duties"]
    return {d.id for d in duties if role.id in d.core_roles}, {d.id for d in duties if role.id in d.optional_roles}


def _links(definition: Any) -> list[set[str]]:
    """Rows that are named together."""
    return [{d.id, *d.instead_rows} for d in definition["drift"]] + [{q.id, *q.see} for q in definition["staff_questions"]]


def questions_of(definition: Any, role: Any, answered: Container[str]) -> list[Line]:
    """Work that is peer support under conditions, as the question to ask; nearest to the duties of the role first.
    What has no link to them, or what the answered questions speak of, is not asked."""
    core, optional = _own(definition, role)
    near: Counter[str] = Counter()
    for together in _links(definition):
        near.update({id: 9 * len(core & together) + len(optional & together) for id in together})
    asked = {id for q in definition["staff_questions"] if q.id in answered for id in q.see}
    rows = [r for r in definition["conditional_duties"] if near[r.id] and r.id not in asked]
    rows.sort(key=lambda r: -near[r.id])
    return [Line(str(r.name), more=str(r.question), id=r.id) for r in rows]


def supervision_of(definition: Any) -> list[Line]:
    return [Line(str(r.text), id=r.id) for r in definition["supervision_requirements"] if r.level == "must"]


def faq_of(definition: Any, role: Any) -> list[Line]:
    """Questions whose answers touch the duties of the role, or what takes their place; core duties first."""
    core, optional = _own(definition, role)
    instead = {d.id for d in definition["drift"] if core & set(d.instead_rows)}

    def near(question: Any) -> tuple[int, int]:
        see = set(question.see)
        return len(core & see), len((optional | instead) & see)

    rows = [q for q in definition["staff_questions"] if any(near(q)) and q.id != UNWELL]
    rows = [q for q in rows if SUPERVISING not in q.see or SUPERVISING in core]
    rows.sort(key=near, reverse=True)
    return [Line(str(q.question), more=str(q.answer), id=q.id) for q in rows]


# ---- for the person


def person_card(definition: Any, role: Any) -> Card:
    """The same rows in both languages: what goes in one goes in the other."""
    own = language()
    layouts = {}
    try:
        for one in ("en", "fr"):
            set_language(one)
            layouts[one] = _person_layout(definition, role)
    finally:
        set_language(own)
    fits = True
    for layout in layouts.values():
        fits = layout.fit() and fits
        kept = {line.id for line in layout.lines()}
        for section in (s for other in layouts.values() for s in other.sections()):
            section.lines = [line for line in section.lines if line.id in kept]
    above = say("Peer support · for you", "Soutien par les pairs · pour vous")
    emergency = _emergency(definition)
    ids = [*(x.id for x in layouts[own].lines()), *([EMERGENCY] if emergency else [])]
    return Card("person", above, str(role.label), str(role.meaning), layouts[own].bands, fits, ids, emergency)


def _emergency(definition: Any) -> str:
    return next((str(g.text) for g in definition["person_guidance"] if g.id == EMERGENCY), "")


def _person_layout(definition: Any, role: Any) -> Layout:
    """Everything that could stand there, in the language of this context."""
    emergency = _emergency(definition)
    box = Type(11.0, 1.4, WIDE - 25.0, 63.0).height(emergency) if emergency else 0.0
    text = Type(11.0, 1.4, NARROW, 6.0)
    return Layout(
        room=LETTER_HEIGHT - 2 * MARGIN - _foot(definition, 9.0) - _head(role, 22.0, 11.0) - BAND - box,
        title=Type(15.0, 1.2, NARROW, 6.0, bold=True),
        lead=text,
        group=text,
        line=text,
        question=text,
        more=text,
        between=6.0,
        bands=[
            [
                [
                    _guidance(definition, "expect", say("What to expect", "À quoi vous attendre")),
                    _guidance(definition, "may-ask", say("What you may ask", "Ce que vous pouvez demander")),
                ],
                [
                    _guidance(definition, "may-refuse", say("What you may refuse", "Ce que vous pouvez refuser")),
                    _guidance(definition, "tell", say("Whom you can tell", "À qui en parler")),
                ],
            ]
        ],
    )


def _guidance(definition: Any, kind: str, title: str) -> Section:
    """An organization's own rows come first, then the rights nobody may leave out."""
    rows = [g for g in definition["person_guidance"] if g.kind == kind and g.id not in (EMERGENCY, LOCAL)]
    rows.sort(key=lambda g: (g.origin != "added", g.id not in RIGHTS))
    least = max((n for n, g in enumerate(rows, 1) if g.id in RIGHTS), default=1)
    return Section(kind, title, [Line(str(g.text), id=g.id) for g in rows][: max(4, least)], least)
