# SPDX-License-Identifier: Apache-2.0
"""Where everything stands in the picture of a constellation. Nothing here draws.

360 units wide and read from top to bottom, so that on a narrow telephone its letters are as large as a page's. Every
line says in a word what its style says; colours carry nothing. Widths of letters are those of a wide typeface: what
has room here has room wherever it is shown.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .._language import say
from .._pages.typography import typeset
from .connections import ABSENT, GROUP, JOINED, NETWORK, NONE, PARTLY, QUIET, RING, TABLE
from .words import counted

if TYPE_CHECKING:
    from .connections import ConnectionView
    from .view import ProgrammeView

WIDTH = 360
MIDDLE = WIDTH / 2
EDGE, GUTTER = 16.0, 20.0  # outside boxes to the border; between the two columns
COLUMN = (WIDTH - 2 * EDGE - GUTTER) / 2
HUB = 226.0
LINE = 1.32  # from one line of text to the next, as part of its size
PAD = 10.0  # inside a box
REACH = 76.0  # between a box and the hub: a line with a word on it
WORD = 13.0
NAMED = 3  # parts of a kind that are named one by one; more are counted

# Widths of letters, as part of their size: those of DejaVu Sans, the widest face a page may fall back to.
NARROW = {c: w for letters, w in (("ijl'’|", 0.3), (".,:;! \u00a0", 0.33), ("ftrI()/-", 0.42), ("“”«»\"?", 0.55), ("mw%", 0.95), ("MWOQG@—", 0.86)) for c in letters}  # fmt: skip


def width_of(text: str, size: float, bold: bool = False) -> float:
    """A safe upper guess."""
    ems = sum(NARROW.get(c, 0.72 if c.isupper() else 0.635) for c in text)
    return ems * size * (1.1 if bold else 1.0)


def broken(word: str, size: float, bold: bool, room: float) -> list[str]:
    """A word in pieces that have room; after hyphens where it has some."""
    pieces, now = [], ""
    for letter in word:
        if now and width_of(now + letter, size, bold) > room:
            cut = now.rfind("-") + 1 or len(now)
            pieces.append(now[:cut])
            now = now[cut:]
        now += letter
    return [*pieces, now]


def filled(words: Sequence[str], size: float, bold: bool, room: float) -> list[str]:
    """Words in lines as long as there is room."""
    lines: list[str] = []
    for word in words:
        if lines and width_of(f"{lines[-1]} {word}", size, bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines += broken(word, size, bold, room)
    return lines


def wrapped(text: str, size: float, bold: bool, room: float) -> list[str]:
    """Lines that have room, about as long as each other."""
    words = typeset(text).split(" ")
    lines = filled(words, size, bold, room)
    least = max(width_of(word, size, bold) for word in words)
    narrower = room - 4
    while narrower >= least and len(closer := filled(words, size, bold, narrower)) == len(lines):
        lines, narrower = closer, narrower - 4
    return lines


@dataclass
class Paragraph:
    """Text inside a box; `above` is the space before it."""

    text: str
    size: float = 13.0
    bold: bool = False
    colour: str = "ink"
    above: float = 0.0

    def lines(self, room: float) -> list[str]:
        return wrapped(self.text, self.size, self.bold, room)


@dataclass
class Box:
    """A part of the picture with its text in the middle; x is its middle, y its top."""

    paragraphs: list[Paragraph]
    x: float
    width: float
    y: float = 0.0
    fill: str = "box"
    edge: str = "line"
    dashes: str = ""
    stroke: float = 1.0
    radius: float = 10.0
    double: bool = False
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = 2 * PAD + sum(
            p.above + len(p.lines(self.room)) * p.size * LINE for p in self.paragraphs
        )

    @property
    def room(self) -> float:
        return self.width - 2 * PAD

    @property
    def bottom(self) -> float:
        return self.y + self.height


# ---- what stands in each box


def box_of(view: ConnectionView, x: float, width: float = COLUMN) -> Box:
    absent = view.state in (ABSENT, NONE)
    body = [Paragraph(view.title, 13.5, bold=True)]
    if 0 < len(view.parts) <= NAMED:
        for part in view.parts:
            if part.name.casefold() != view.title.casefold():
                body.append(Paragraph(part.name, above=4))
            body.append(Paragraph(part.met, colour="soft", above=2))
            if view.state == PARTLY and not part.joined:
                body.append(Paragraph(say("not joined", "sans lien avec le noyau"), bold=True, above=2))
    elif view.parts:
        body += [Paragraph(text, colour="soft", above=3) for text in grouped(view)]
    elif view.state == ABSENT:
        body.append(Paragraph(say("none in the program", "rien de ce genre"), colour="soft", above=3))
    return Box(
        body, x, width,
        fill="paper" if absent else "box",
        edge="ink" if view.state == ABSENT else "line",
        dashes="6 5" if absent else "",
        stroke=1.5 if view.state == ABSENT else 1.0,
        radius=20.0 if view.kind == NETWORK else 6.0,
    )  # fmt: skip


def grouped(view: ConnectionView) -> list[str]:
    """Many parts of a kind, counted: 12 in all, 9 met each month, 1 without dates."""
    every = sum(p.recorded and bool(p.expected) and p.held == p.expected for p in view.parts)
    never = sum(p.recorded and p.held == 0 for p in view.parts)
    silent = sum(not p.recorded for p in view.parts)
    some = len(view.parts) - every - never - silent
    told = [say(f"{len(view.parts)} in all", f"{len(view.parts)} en tout")]
    rhythm = {"week": say("every week", "chaque semaine"), "month": say("every month", "chaque mois"), "quarter": say("every quarter", "chaque trimestre")}.get(view.unit if view.every == 1 else "", say("as often as agreed", "aussi souvent que convenu"))  # fmt: skip
    if every:
        told.append(say(f"{every} met {rhythm}", f"{every} avec rencontres {rhythm}"))
    if some:
        less = view.unit != "none"
        told.append(say(f"{some} met {'less often' if less else 'at least once'}", f"{some} avec {'des rencontres moins souvent' if less else 'au moins une rencontre'}"))
    if never:
        told.append(say(f"{never} did not meet", f"{never} sans rencontre"))
    if silent:
        told.append(say(f"{silent} without meeting dates", f"{silent} sans dates de rencontre"))
    return told


def hub_box(view: ProgrammeView) -> Box:
    title = view.part_title("hub")
    body = [Paragraph(title, 14.5, bold=True)]
    if view.has_hub and view.hub is not None:
        if (name := view.name(view.hub.id)).casefold() != title.casefold():
            body.append(Paragraph(name, above=2))
        if view.host:
            body.append(Paragraph(say(f"hosted by {view.host}", f"hôte : {view.host}"), 12.5, colour="soft", above=2))
        return Box(body, MIDDLE, HUB, fill="hub", edge="accent", stroke=2.0, radius=30.0, double=True)
    body.append(Paragraph(say("missing", "manquant"), colour="soft", above=2))
    return Box(body, MIDDLE, HUB, fill="paper", edge="ink", stroke=1.5, dashes="6 5", radius=30.0)


def members_box(view: ProgrammeView, kind: str, x: float) -> Box:
    """Who stands behind a network, as a count."""
    counts = view.report.counts
    if kind == "part-peer-network":
        text = counted(counts.filled, ("filled position", "filled positions"), ("poste occupé", "postes occupés"))
        rule, en, fr = "rule-peer-not-connected", "in no peer network", "hors de tout réseau"
    else:
        text = counted(counts.supervisors, ("supervisor", "supervisors"), ("personne qui supervise", "personnes qui supervisent"))
        rule, en, fr = "rule-supervisor-not-connected", "in no supervisor network", "hors de tout réseau"
    body = [Paragraph(text, bold=False)]
    if outside := sum(f.rule == rule for f in view.report.findings):
        body.append(Paragraph(f"{outside} {say(en, fr)}", 12.5, bold=True, above=2))
    return Box(body, x, COLUMN, fill="paper", edge="line", radius=18.0)


# ---- where they stand


@dataclass
class Link:
    """A line from (x, y) to (x2, y2) with a word on it, or none."""

    state: str
    word: str
    x: float
    y: float
    x2: float
    y2: float
    word_y: float = 0.0

    @property
    def word_x(self) -> float:
        return (self.x + self.x2) / 2

    @property
    def word_width(self) -> float:
        return width_of(typeset(self.word), WORD, self.strong) + 10

    @property
    def strong(self) -> bool:
        """Whether somebody should look here."""
        return self.state in (ABSENT, QUIET, PARTLY)


@dataclass
class Scene:
    """Everything that is drawn."""

    boxes: list[Box] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    ring: tuple[float, float] = (0.0, 0.0)  # top and bottom of the outer ring
    ring_state: str = NONE
    height: float = 0.0


def columns(count: int) -> list[float]:
    """The middles of a row's boxes."""
    left, right = EDGE + COLUMN / 2, WIDTH - EDGE - COLUMN / 2
    return [MIDDLE] if count == 1 else [left, right]


def rows_of(views: Sequence[ConnectionView]) -> list[Sequence[ConnectionView]]:
    return [views[i : i + 2] for i in range(0, len(views), 2)]


def scene_of(view: ProgrammeView) -> Scene:
    scene = Scene()
    kinds = {kind: [c for c in view.connections if c.kind == kind] for kind in (NETWORK, TABLE, GROUP, RING)}
    others = [c for c in view.connections if c.kind not in kinds]
    above = [*kinds[TABLE], *kinds[GROUP]]
    below = [*kinds[NETWORK], *others]
    y = _ring(scene, kinds[RING])
    y = _above(scene, above[:2], y)
    hub = hub_box(view)
    hub.y = y
    scene.boxes.append(hub)
    for link in scene.links:
        link.y2 = hub.y
    y = _below(scene, view, below[:2], hub)
    for row in rows_of([*above[2:], *below[2:], *kinds[RING][1:]]):  # kinds an organization added
        y = _further(scene, row, y)
    scene.ring = (scene.ring[0], y + 14)
    scene.height = y + 14 + EDGE / 2
    _words(scene)
    return scene


def _ring(scene: Scene, rings: Sequence[ConnectionView]) -> float:
    """The outer ring's name sits on its line; returns where the next row begins."""
    if not rings:
        scene.ring_state = ""
        return EDGE
    box = box_of(rings[0], MIDDLE, HUB)
    box.y = 6
    box.radius = 6.0
    scene.boxes.append(box)
    scene.ring = (box.y + box.height / 2, 0)
    scene.ring_state = rings[0].state
    start = box.bottom + 40
    scene.links.append(Link(rings[0].state, rings[0].word, MIDDLE, box.bottom, MIDDLE, 0, (box.bottom + start) / 2))
    return start


def _above(scene: Scene, views: Sequence[ConnectionView], y: float) -> float:
    """Boxes that end on one line, above the hub."""
    if not views:
        return y
    xs = [EDGE + COLUMN / 2, WIDTH - EDGE - COLUMN / 2]
    boxes = [box_of(v, x) for v, x in zip(views, xs)]
    end = y + max(b.height for b in boxes)
    for v, box in zip(views, boxes):
        box.y = end - box.height
        toward = MIDDLE + (box.x - MIDDLE) * 0.74
        scene.links.append(Link(v.state, v.word, box.x, end, toward, 0, end + REACH / 2))
    scene.boxes += boxes
    return end + REACH


def _below(scene: Scene, view: ProgrammeView, views: Sequence[ConnectionView], hub: Box) -> float:
    """Networks that begin on one line below the hub, and who stands behind them."""
    if not views:
        return hub.bottom
    start = hub.bottom + REACH
    ends = []
    for v, x in zip(views, columns(len(views))):
        box = box_of(v, x)
        box.y = start
        toward = MIDDLE + (x - MIDDLE) * 0.74
        scene.links.append(Link(v.state, v.word, x, start, toward, hub.bottom, hub.bottom + REACH / 2))
        scene.boxes.append(box)
        ends.append(box)
    lowest = max(b.bottom for b in ends) + 30
    for v, box in zip(views, list(ends)):
        if v.part in ("part-peer-network", "part-supervisor-network"):
            members = members_box(view, v.part, box.x)
            members.y = lowest
            scene.boxes.append(members)
            scene.links.append(Link(JOINED if v.parts else ABSENT, "", box.x, members.y, box.x, box.bottom))
            ends.append(members)
    return max(b.bottom for b in ends)


def _further(scene: Scene, views: Sequence[ConnectionView], y: float) -> float:
    """A row of kinds that an organization added: no line reaches the hub past the others, so the word stands inside."""
    boxes = []
    for v, x in zip(views, columns(len(views))):
        box = box_of(v, x)
        box = Box([*box.paragraphs, Paragraph(v.word, bold=True, above=3)], x, COLUMN, y + 22, box.fill, box.edge, box.dashes, box.stroke, box.radius)
        boxes.append(box)
    scene.boxes += boxes
    return max(b.bottom for b in boxes)


def _words(scene: Scene) -> None:
    """Words beside the line in the middle keep clear of it."""
    clear = MIDDLE - 7
    crossed = scene.ring_state != ""
    for link in scene.links:
        if crossed and link.word and link.word_x != MIDDLE and link.y2 >= link.y:
            over = link.word_width / 2 - (abs(link.word_x - MIDDLE) - (MIDDLE - clear))
            if over > 0:
                shift = over if link.word_x > MIDDLE else -over
                link.x2 += 2 * shift
