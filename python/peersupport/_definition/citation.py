# SPDX-License-Identifier: Apache-2.0
"""How to cite a definition and its rows. Nobody can check words without their version and digest."""
from __future__ import annotations

from typing import Any, NamedTuple

from .. import _core
from .._errors import failed
from .._language import language as current_language
from . import DIGEST_SHOWN, check_language
from .labels import STANDINGS

FORMATS = ("text", "bibtex", "csl")
LICENCE = "CC BY 4.0"
AUTHORS = {"en": "The peersupport project contributors", "fr": "Les personnes contributrices du projet peersupport"}
TITLE = {
    "en": "peersupport: one shared definition of peer support",
    "fr": "peersupport : une définition commune du soutien par les pairs",
}


class Work(NamedTuple):
    """One thing that is cited, whatever the format."""

    id: str
    author: str
    title: str
    year: int | None
    version: str = ""
    url: str = ""
    note: str = ""
    container: str = ""
    language: str = ""  # of our own words; that of a source is not known


class Words:
    """What a citation says, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, en: str, fr: str) -> str:
        return fr if self.language == "fr" else en

    def text(self, of: _core.Text) -> str:
        return of.fr if self.language == "fr" else of.en

    def year(self, year: int | None) -> str:
        return str(year) if year else self.say("n.d.", "s. d.")


def year_of(definition: _core.Definition) -> int | None:
    """The year of the newest words of our own, for a definition has no other date; an overlay's do not count."""
    years = [row.year for row in definition.sources if row.reading == "ours" and row.year and row.origin != "added"]
    return max(years, default=None)


# ---- what is cited


def _identity(definition: _core.Definition, words: Words, digits: int | None) -> str:
    """Digest, overlay, state and licence, each a sentence."""
    parts = [f"{words.say('Digest', 'Empreinte')} SHA-256 {definition.digest[:digits]}"]
    if (overlay := definition.overlay) is not None:
        on_top = words.say("With the overlay", "Avec l’adaptation")
        parts.append(f"{on_top} {overlay.id} {overlay.version} ({overlay.digest[:digits]})")
    parts.append(words.say("Proposed; not co-produced, not validated", "Proposée; non coproduite, non validée"))
    parts.append(LICENCE)
    return ". ".join(parts)


def _definition_work(definition: _core.Definition, words: Words) -> Work:
    return Work(
        f"peersupport-definition-{definition.version}",
        AUTHORS[words.language],
        TITLE[words.language],
        year_of(definition),
        version=definition.version,
        note=_identity(definition, words, None),
        language=words.language,
    )


def _source_work(source: _core.Row, words: Words) -> Work:
    return Work(source.id, source.who, words.text(source.title), source.year, url=source.url or "")


def _standing(row: _core.Row, words: Words) -> str:
    known = STANDINGS.get(row.standing)
    return words.say(*known[0]) if known else str(row.standing)


def _row_work(row: _core.Row, words: Words) -> Work:
    whole = _definition_work(row.definition, words)
    name = words.text(row.label)
    states = [words.say(f"Standing: {_standing(row, words)}", f"Fondement : {_standing(row, words)}")]
    if row.origin != "definition":
        states.append(words.say("Changed by the overlay", "Modifié par l’adaptation"))
    return whole._replace(
        id=f"{whole.id}-{row.id}",
        title=row.id if name == row.id else f"{name} ({row.id})",
        note=". ".join([*states, whole.note]),
        container=whole.title,
    )


def _sources(row: _core.Row) -> list[_core.Row]:
    if row.table == "sources":
        return []
    return [row.definition.sources[i] for i in row.sources]


# ---- text


def _definition_line(definition: _core.Definition, words: Words) -> str:
    languages = words.say("English and French", "anglais et français")
    return (
        f"{AUTHORS[words.language]} ({words.year(year_of(definition))}). {TITLE[words.language]}, "
        f"version {definition.version} ({languages}). "
        f"{_identity(definition, words, DIGEST_SHOWN)}."
    )


def _source_line(source: _core.Row, words: Words) -> str:
    title = words.text(source.title)
    return f"{source.who} ({words.year(source.year)}), {title}" + (f", {source.url}" if source.url else "")


def _row_text(row: _core.Row, words: Words) -> str:
    if row.table == "sources":
        own = _source_line(row, words)
    else:
        name = words.text(row.label)
        own = row.id if name == row.id else f"{name.rstrip('.')} ({row.id})"
    inside = words.say("In", "Dans")
    colon = words.say(": ", " : ")
    line = f"{own}, {_standing(row, words)}. {inside}{colon}{_definition_line(row.definition, words)}"
    if sources := _sources(row):
        line += f" Sources{colon}" + "; ".join(_source_line(s, words) for s in sources) + "."
    return line


# ---- BibTeX

_TEX = {c: f"\\{c}" for c in "&%$#_{}"}
_TEX.update({"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"})


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in text)


def _bibtex(work: Work) -> str:
    fields = {
        "author": f"{{{_tex(work.author)}}}",
        "title": f"{{{_tex(work.title)}}}",
        "howpublished": _tex(work.container),
        "year": str(work.year or ""),
        "version": work.version,
        "note": _tex(work.note),
        "url": work.url,
        "langid": {"en": "english", "fr": "french"}.get(work.language, ""),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{work.id},\n" + ",\n".join(lines) + "\n}"


# ---- CSL-JSON


def _csl(work: Work) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": work.id,
        "type": "entry" if work.container else "dataset" if work.version else "webpage" if work.url else "document",
        "title": work.title,
        "author": [{"literal": work.author}],
    }
    if work.year:
        out["issued"] = {"date-parts": [[work.year]]}
    extra = {
        "container-title": work.container,
        "version": work.version,
        "URL": work.url,
        "note": work.note,
        "language": work.language,
    }
    out.update({name: value for name, value in extra.items() if value})
    return out


# ---- the two calls


def _words(format: str, language: str | None) -> Words:
    if format not in FORMATS:
        raise failed("INVALID_ARGUMENT", path="/format", detail=", ".join(FORMATS))
    check_language(language)
    return Words(language or current_language())


def _written(works: list[Work], format: str) -> str:
    if format == "bibtex":
        return "\n\n".join(_bibtex(work) for work in works)
    import json

    return json.dumps([_csl(work) for work in works], ensure_ascii=False, indent=2)


def cite_definition(definition: _core.Definition, format: str, language: str | None) -> str:
    words = _words(format, language)
    if format == "text":
        return _definition_line(definition, words)
    return _written([_definition_work(definition, words)], format)


def cite_row(row: _core.Row, format: str, language: str | None) -> str:
    words = _words(format, language)
    if format == "text":
        return _row_text(row, words)
    return _written([_row_work(row, words), *(_source_work(s, words) for s in _sources(row))], format)
