# SPDX-License-Identifier: Apache-2.0
"""What to try next, as people read it."""
from __future__ import annotations

import re
from typing import Any

from .._language import say
from . import words as w
from .view import UnitView, told


def plan_view(plan: dict[str, Any], v: UnitView) -> dict[str, Any]:
    names = v.names
    colon = say(": ", " : ")
    return {
        "aim": told(plan["aim"]),
        "ideas": [
            {
                "first": re.split(r"(?<=[.!?])\s", told(i["text"]), maxsplit=1)[0],
                "text": told(i["text"]),
                "serves": "; ".join([*map(names.value, i["values"]), *map(names.topic, i["items"])]),
                "level": names.influence(i["level"]),
                "process": told(i["process_measure"]),
                "outcome": told(i["outcome_measure"]),
                "evidence": f"{told(i['evidence'])} {say('Based on', 'Repose sur')}{colon}{w.of(w.EVIDENCE, i['evidence_class'])}.".strip(),
            }
            for i in plan["ideas"]
        ],
        "balancing": [_row(r, colon) for r in plan["balancing"]],
        "steps": [_row(r, colon) for r in plan["steps"]],
        "look_again": v.look_again,
    }


def _row(of: dict[str, Any], colon: str) -> str:
    name, text = told(of["name"]), told(of["text"])
    return name if not text or text == name else f"{name}{colon}{text}"
