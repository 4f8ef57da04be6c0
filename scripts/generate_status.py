#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write what is generated from capi/status.tsv, the one place where status codes stand.

Without arguments the files are written; with --check they are only compared (exit 1 when stale).
"""
from __future__ import annotations

import argparse
import csv
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEGIN = "/* --- generated from capi/status.tsv: begin --- */"
END = "/* --- generated from capi/status.tsv: end --- */"


def rows() -> list[dict[str, str]]:
    with open(ROOT / "capi/status.tsv", encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in found:
        for key in ("advice_en", "advice_fr"):
            row[key] = "" if row[key] == "-" else row[key]
    codes = [int(row["code"]) for row in found]
    if codes != sorted(set(codes)):
        raise SystemExit("capi/status.tsv: codes must be unique and ascending")
    return found


def cpp_header(table: list[dict[str, str]]) -> str:
    lines = [
        "// SPDX-License-Identifier: Apache-2.0",
        "// Generated from capi/status.tsv by scripts/generate_status.py; edit the table, not this file.",
        "#pragma once",
        "",
        '#include "peersupport/text/language.hpp"',
        "",
        "#include <cstdint>",
        "#include <span>",
        "#include <string_view>",
        "",
        "namespace peersupport {",
        "",
        "/// Why a call could not do what was asked. Codes are never renumbered; an unknown one means failed.",
        "enum class status : std::int32_t {",
    ]
    for row in table:
        lines.append(f"    {row['name'].lower()} = {row['code']},  ///< {row['text_en']}")
    lines += [
        "};",
        "",
        "/// The name of a code as C writes it without its prefix, e.g. \"INVALID_CODE\"; \"UNKNOWN\" for other numbers.",
        "[[nodiscard]] std::string_view status_name(status code) noexcept;",
        "/// One sentence for people: what happened.",
        "[[nodiscard]] std::string_view status_text(status code, language l) noexcept;",
        "/// One sentence for people: what to do about it; empty for ok.",
        "[[nodiscard]] std::string_view status_advice(status code, language l) noexcept;",
        "/// Every code, ascending.",
        "[[nodiscard]] std::span<const status> statuses() noexcept;",
        "",
        "}  // namespace peersupport",
        "",
    ]
    return "\n".join(lines)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def cpp_table(table: list[dict[str, str]]) -> str:
    lines = ["// Generated from capi/status.tsv by scripts/generate_status.py; edit the table, not this file."]
    for row in table:
        lines.append(
            "{status::" + row["name"].lower() + ", " + quoted(row["name"]) + "sv, {"
            + quoted(row["text_en"]) + "sv, " + quoted(row["text_fr"]) + "sv}, {"
            + quoted(row["advice_en"]) + "sv, " + quoted(row["advice_fr"]) + "sv}},"
        )
    return "\n".join(lines) + "\n"


def c_region(table: list[dict[str, str]]) -> str:
    lines = [BEGIN]
    for row in table:
        lines.append(f"/** {row['text_en']}" + (f" {row['advice_en']}" if row["advice_en"] else "") + " */")
        lines.append(f"#define PEERSUPPORT_{row['name']} {row['code']}")
    lines.append(END)
    return "\n".join(lines)


def markdown(table: list[dict[str, str]]) -> str:
    lines = [
        "# Status codes",
        "",
        "Generated from `capi/status.tsv`. Codes are never renumbered or reused; treat a code you do not know as failed.",
        "",
        "| code | name | what happened | ce qui s’est passé | what to do | quoi faire |",
        "|---|---|---|---|---|---|",
    ]
    for row in table:
        lines.append(
            f"| {row['code']} | `{row['name']}` | {row['text_en']} | {row['text_fr']} "
            f"| {row['advice_en']} | {row['advice_fr']} |"
        )
    return "\n".join(lines) + "\n"


def outputs() -> dict[pathlib.Path, str]:
    table = rows()
    made = {
        ROOT / "include/peersupport/text/status.hpp": cpp_header(table),
        ROOT / "src/text/status_table.inc": cpp_table(table),
        ROOT / "docs/status.md": markdown(table),
    }
    header = ROOT / "capi/include/peersupport.h"
    if header.exists():
        text = header.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN, 1)
        after = rest.split(END, 1)[1]
        made[header] = before + c_region(table) + after
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when a file is stale")
    check = parser.parse_args().check
    stale = [path for path, text in outputs().items()
             if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(("stale: " if check else "written: ") + str(path.relative_to(ROOT)))
        if not check:
            path.write_text(outputs()[path], encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
