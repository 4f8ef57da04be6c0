# SPDX-License-Identifier: Apache-2.0
"""The constellation of a program as a picture: hub, networks, tables and what joins them. Needs drawsvg.

Every line says in a word what its style says; colours carry nothing.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .._language import language, say
from .._pages.typography import typeset
from .connections import ABSENT, JOINED, NONE, PARTLY, QUIET, UNKNOWN
from .constellation_layout import LINE, NAMED, PAD, WIDTH, WORD, Box, Link, Scene, grouped, scene_of
from .words import counted

if TYPE_CHECKING:
    import drawsvg

    from .connections import ConnectionView
    from .view import ProgrammeView

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif"

# light, dark
COLOURS = {
    "paper": ("#fdfcf9", "#15191b"),
    "box": ("#f2f1ea", "#1f2629"),
    "hub": ("#dfecea", "#1f3b3d"),
    "ink": ("#21282b", "#e4e8e6"),
    "soft": ("#4d5857", "#b0bab8"),
    "line": ("#7d8683", "#7f8a88"),
    "accent": ("#0c5c63", "#86cfca"),
}

# How a line is drawn: (dashes, width).
STYLES = {
    JOINED: ("", 2.5),
    PARTLY: ("14 5", 2.5),
    QUIET: ("9 4 1.5 4", 2.0),
    UNKNOWN: ("1 5", 2.5),
    ABSENT: ("6 5", 1.75),
    NONE: ("6 5", 1.25),
}


def picture(view: ProgrammeView) -> str:
    """The picture as SVG in the language of the context."""
    import drawsvg

    scene = scene_of(view)
    whose = view.full("programme", view.report.programme)
    title = say(f"The constellation of {whose}", f"La constellation de {whose}")
    name = f"ps-{view.report.programme}-{view.report.as_of}-{language()}"  # several pictures may stand on one page
    drawing = drawsvg.Drawing(
        WIDTH, round(scene.height, 1), id_prefix=name, role="img", lang=language(),
        aria_labelledby=f"{name}-title {name}-desc", class_="ps-constellation",
        font_family=FONT, text_anchor="middle",
    )  # fmt: skip
    drawing.append(drawsvg.Raw(f'<title id="{name}-title">{_escape(typeset(title))}</title>'))
    drawing.append(drawsvg.Raw(f'<desc id="{name}-desc">{_escape(typeset(in_words(view)))}</desc>'))
    drawing.append_css(css())
    _draw(drawing, scene)
    return str(drawing.as_svg(header=""))


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def css() -> str:
    """Colours of dark screens and of paper; without styles the light ones stand in the picture itself."""

    def rules(of: Sequence[str]) -> str:
        return "".join(f".ps-f-{n}{{fill:{c}}}.ps-s-{n}{{stroke:{c}}}" for n, c in zip(COLOURS, of))

    dark = [c[1] for c in COLOURS.values()]
    paper = ["#fff" if n in ("paper", "box", "hub") else "#000" for n in COLOURS]
    return f"@media screen and (prefers-color-scheme:dark){{{rules(dark)}}}@media print{{{rules(paper)}}}"


def _fill(name: str) -> dict[str, str]:
    return {"fill": COLOURS[name][0], "class_": f"ps-f-{name}"}


def _draw(drawing: drawsvg.Drawing, scene: Scene) -> None:
    import drawsvg

    drawing.append(drawsvg.Rectangle(0, 0, WIDTH, round(scene.height, 1), **_fill("paper")))
    if scene.ring_state:
        top, bottom = scene.ring
        dashes, _ = STYLES[scene.ring_state]
        drawing.append(
            drawsvg.Rectangle(
                5, round(top, 1), WIDTH - 10, round(bottom - top, 1), rx=30, fill="none", stroke=COLOURS["line"][0],
                stroke_width=1, class_="ps-s-line", **({"stroke_dasharray": dashes} if dashes else {}),
            )
        )  # fmt: skip
    for link in scene.links:
        _draw_link(drawing, link)
    for box in scene.boxes:
        _draw_box(drawing, box)
    for link in scene.links:
        if link.word:
            _draw_word(drawing, link)


def _draw_link(drawing: drawsvg.Drawing, link: Link) -> None:
    import drawsvg

    colour = "accent" if link.state in (JOINED, PARTLY, UNKNOWN) else "ink"
    dashes, width = STYLES[link.state]
    half = (link.y2 - link.y) * 0.55
    path = drawsvg.Path(
        fill="none", stroke=COLOURS[colour][0], stroke_width=width if link.word else 1.25, stroke_linecap="round",
        class_=f"ps-s-{colour}", **({"stroke_dasharray": dashes} if dashes else {}),
    )  # fmt: skip
    numbers = (link.x, link.y + half, link.x2, link.y2 - half, link.x2, link.y2)
    path.M(round(link.x, 1), round(link.y, 1)).C(*(round(n, 1) for n in numbers))
    drawing.append(path)


def _draw_word(drawing: drawsvg.Drawing, link: Link) -> None:
    import drawsvg

    word, wide, high = typeset(link.word), link.word_width, WORD * 1.5
    drawing.append(
        drawsvg.Rectangle(
            round(link.word_x - wide / 2, 1), round(link.word_y - high / 2, 1), round(wide, 1), high, rx=high / 2,
            **_fill("paper"),
        )
    )  # fmt: skip
    strong = {"font_weight": 600} if link.strong else {}
    drawing.append(
        drawsvg.Text(word, WORD, round(link.word_x, 1), round(link.word_y + WORD * 0.35, 1), **_fill("ink"), **strong)
    )


def _draw_box(drawing: drawsvg.Drawing, box: Box) -> None:
    import drawsvg

    left = box.x - box.width / 2
    edge = {"stroke": COLOURS[box.edge][0], "stroke_width": box.stroke}
    edge |= {"stroke_dasharray": box.dashes} if box.dashes else {}
    fill = {"fill": COLOURS[box.fill][0], "class_": f"ps-f-{box.fill} ps-s-{box.edge}"}
    shape = (round(left, 1), round(box.y, 1), round(box.width, 1), round(box.height, 1))
    drawing.append(drawsvg.Rectangle(*shape, rx=box.radius, **fill, **edge))
    if box.double:
        inner = (shape[0] + 4, shape[1] + 4, shape[2] - 8, round(shape[3] - 8, 1))
        line = {"fill": "none", "stroke": COLOURS[box.edge][0], "stroke_width": 0.75, "class_": f"ps-s-{box.edge}"}
        drawing.append(drawsvg.Rectangle(*inner, rx=box.radius - 4, **line))
    y = box.y + PAD
    for paragraph in box.paragraphs:
        y += paragraph.above
        for line_text in paragraph.lines(box.room):
            base = y + paragraph.size * (LINE + 0.72) / 2
            weight = {"font_weight": 600} if paragraph.bold else {}
            drawing.append(
                drawsvg.Text(line_text, paragraph.size, round(box.x, 1), round(base, 1), **_fill(paragraph.colour), **weight)
            )
            y += paragraph.size * LINE


# ---- the same in words


def in_words(view: ProgrammeView) -> str:
    """What the picture shows, for whoever does not see it."""
    if view.has_hub and view.hub is not None:
        host = say(f", hosted by {view.host}", f", hôte : {view.host}") if view.host else ""
        start = say(f"In the centre is the hub, {view.name(view.hub.id)}{host}.", f"Au centre, le noyau : {view.name(view.hub.id)}{host}.")
    else:
        start = say("In the centre the place of the hub is empty.", "Au centre, la place du noyau est vide.")
    return " ".join([start, *(_sentence(c) for c in view.connections), _members(view)])


def _sentence(c: ConnectionView) -> str:
    colon = say(":", " :")
    start = f"{c.title}{colon} {c.word}"
    if len(c.parts) > NAMED:
        return f"{start}; {'; '.join(grouped(c))}."
    parts: Iterable[str] = (p.met if p.name.casefold() == c.title.casefold() else f"{p.name}{say(',', ' :')} {p.met}" for p in c.parts)
    return "; ".join([start, *parts]) + "."


def _members(view: ProgrammeView) -> str:
    filled = counted(view.report.counts.filled, ("filled position", "filled positions"), ("poste occupé", "postes occupés"))
    supervisors = counted(view.report.counts.supervisors, ("supervisor", "supervisors"), ("personne qui supervise", "personnes qui supervisent"))
    return say(
        f"Behind the peer network: {filled}; behind the supervisor network: {supervisors}.",
        f"Derrière le réseau des pairs : {filled}; derrière celui de la supervision : {supervisors}.",
    )
