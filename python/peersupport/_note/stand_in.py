# SPDX-License-Identifier: Apache-2.0
"""SARIF of a note report, until the compiled part writes it. Goes away then; nothing but engine knows it."""
from __future__ import annotations

import json
from typing import Any

from .. import _core

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif_log(report: str, uri: str | None) -> str:
    data = json.loads(report)
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
