# SPDX-License-Identifier: Apache-2.0
"""Baselines, SARIF and lists of words, until the compiled part has them. Goes away then; nothing but engine knows it."""
from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import _core
from .._errors import failed

if TYPE_CHECKING:
    from .engine import Rules

KINDS = ("individual", "group", "crisis", "late", "minimal")
FIELDS = (
    "service_date", "start", "end", "written_at", "mode", "place", "service_type", "author_role", "signature",
    "people_present", "persons_words", "goal", "choices", "shared", "strengths", "response", "next_step",
    "next_step_owner", "reviewed_together", "consent", "follow_ups", "first_contact",
)  # fmt: skip
NOBODY = {"en": "nobody yet", "fr": "personne encore"}
PROFILES = {
    id: {"name": {"en": en, "fr": fr}, "adopted_by": NOBODY}
    for id, en, fr in (
        ("person-led", "Led by the person", "Menée par la personne"),
        ("minimal-record", "As little as possible", "Le moins possible"),
        ("group", "Group notes", "Notes de groupe"),
        ("funder", "For a funder's requirements", "Exigences d'un bailleur de fonds"),
        ("research", "For research on wording", "Recherche sur les mots"),
    )
}
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


class StandIn:
    def __init__(
        self, rules: Rules, text: str, fields: Mapping[str, str], language: str | None, kind: str | None, profile: str,
        now: str | None, baseline: str | bytes | None,
    ) -> None:  # fmt: skip
        day = None if now is None else _day(now)
        self._left_alone = frozenset(_fingerprints(baseline, day))
        core: Any = _core
        self._json = {
            shown: str(core.check_note(rules, text, dict(fields), language, kind, profile, shown))
            for shown in ("en", "fr", None)
        }

    def json(self, shown_in: str | None) -> str:
        text = self._json[shown_in]
        if not self._left_alone:
            return text
        data = json.loads(text)
        for f in data["findings"]:
            if f["suppressed_by"] is None and f["fingerprint"] in self._left_alone:
                f["suppressed_by"] = "baseline"
                data["counts"][f["severity"]] -= 1
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

    def sarif(self, shown_in: str | None, uri: str | None) -> str:
        data = json.loads(self.json(shown_in))
        rules = {f["rule"]: f for f in data["findings"]}
        driver = {
            "name": "peersupport",
            "version": _core.__version__,
            "rules": [
                {"id": id, "shortDescription": {"text": f["title"]}, "fullDescription": {"text": f["explanation"]}}
                for id, f in rules.items()
            ],
        }
        run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_result(f, uri) for f in data["findings"]]}
        log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
        return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(f: dict[str, Any], uri: str | None) -> dict[str, Any]:
    place: dict[str, Any] = {"logicalLocations": [{"name": f["field"]}]}
    if f["field"] == "text" and f["line"]:
        region = {
            "startLine": f["line"], "startColumn": f["column"], "charOffset": f["start"],
            "charLength": f["end"] - f["start"], "byteOffset": f["byte_start"], "byteLength": f["byte_end"] - f["byte_start"],
        }  # fmt: skip
        place["physicalLocation"] = {"artifactLocation": {"uri": uri}, "region": region} if uri else {"region": region}
    out: dict[str, Any] = {
        "ruleId": f["rule"],
        "level": LEVELS[f["severity"]],
        "message": {"text": f["message"]},
        "locations": [place],
        "partialFingerprints": {"peersupport/1": f["fingerprint"]},
    }
    if f["suppressed_by"] is not None:
        out["suppressions"] = [{"kind": "external" if f["suppressed_by"] == "baseline" else "inSource", "justification": f["suppressed_by"]}]
    return out


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        pass
    raise failed("DATE_MALFORMED", path="/now")


def _fingerprints(baseline: str | bytes | None, day: datetime.date | None) -> list[str]:
    if baseline is None:
        return []
    try:
        data = json.loads(baseline)
        rows = [(e["fingerprint"], e.get("until"), e["rule"] + e["who"] + e["why"]) for e in data["entries"]]
        fine = data["format"] == "peersupport-baseline-1"
        found = [(f, u and datetime.date.fromisoformat(u)) for f, u, _ in rows]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        fine, found = False, []
    if not fine:
        raise failed("FORMAT_UNSUPPORTED", path="/baseline")
    return [f for f, until in found if until is None or day is None or day <= until]
