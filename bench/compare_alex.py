#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""compare_alex.py LOOP [--install] [--notes N] [--rounds N]: the note check against alex, retext-equality and write-good.

LOOP is bench/note_loop of a release build. Needs node and npm; --install fetches the three with npm first, into
build/other-checkers, as scripts/compare_checkers.py does. The notes are the English ones of bench/note_workload.hpp,
because the three know no other language. All run in one process each, on one thread, with rules loaded and notes in memory
before the clock starts; the first rounds are thrown away so that compiled JavaScript is measured. Before each turn of
another checker stands a turn of ours, and the two make one ratio, so that what else the machine does touches both.

They look for different things: what each finds is in docs/note-check.md, this is only what it costs.
"""
from __future__ import annotations

import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from timed_loop import TimedLoop, write_notes

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "scripts"))

from compare_checkers import FOLDER, install, versions, what_is_missing  # noqa: E402
from labelled_notes import NOTES  # noqa: E402

PROGRAM = HERE / "checker_loop.mjs"
OWN = "peersupport, the whole note check"
WAYS = {
    "alex": "alex, note by note",
    "alex-together": "alex, all notes in one text",
    "retext-equality": "retext-equality, note by note",
    "write-good": "write-good, note by note",
}
Turns = list[tuple[float, float]]  # seconds of ours and of the other, one after the other


def english_notes(count: int) -> Iterator[str]:
    """The English ones of make_notes in bench/note_workload.hpp, byte by byte: pieces cut behind a sentence."""
    lines = (NOTES / "tuned" / "notes-en.jsonl").read_text(encoding="utf-8").splitlines()
    text = "".join(json.loads(line)["text"] + "\n\n" for line in lines).encode()
    at = 0
    for number in range(count):
        if at + 1200 > len(text):
            at = number % 97
        end = text.find(b". ", at + 350 + number * 37 % 600)
        if not 0 <= end <= at + 1100:
            end = at + 1000
        while end < len(text) and inside_character(text[end]):
            end += 1
        while at < end and inside_character(text[at]):
            at += 1
        yield text[at:end + 1].decode()
        at = end + 1


def inside_character(byte: int) -> bool:
    """Whether a byte of UTF-8 goes on with a character that began before it."""
    return byte & 0xC0 == 0x80


def measured(own: TimedLoop, others: dict[str, TimedLoop], warm_up: int, rounds: int) -> tuple[dict[str, Turns], dict[str, int]]:
    """The turns of each round that counts, and what each way found."""
    turns: dict[str, Turns] = {way: [] for way in others}
    found: dict[str, set[int]] = {way: set() for way in (OWN, *others)}
    for number in range(warm_up + rounds):
        for way, other in others.items():
            ours, own_findings = own()
            theirs, findings = other()
            found[OWN].add(own_findings)
            found[way].add(findings)
            if number >= warm_up:
                turns[way].append((ours, theirs))
    assert all(len(counts) == 1 for counts in found.values()), "every round finds the same"
    return turns, {way: counts.pop() for way, counts in found.items()}


def rows(turns: dict[str, Turns], findings: dict[str, int], notes: int) -> Iterator[str]:
    def cost(seconds: list[float]) -> str:
        low, middle, high = (value / notes * 1e6 for value in (min(seconds), statistics.median(seconds), max(seconds)))
        return f"{middle:,.0f} ({low:,.0f}–{high:,.0f})"

    yield "| what | µs a note (lowest–highest) | times ours (lowest–highest) | findings a note |"
    yield "|---|---:|---:|---:|"
    own = [ours for each in turns.values() for ours, _ in each]
    yield f"| {OWN} | {cost(own)} | 1 | {findings[OWN] / notes:.1f} |"
    for way, each in turns.items():
        ratio = statistics.median(theirs for _, theirs in each) / statistics.median(ours for ours, _ in each)
        ratios = [theirs / ours for ours, theirs in each]
        yield (f"| {WAYS[way]} | {cost([theirs for _, theirs in each])} "
               f"| {ratio:.1f} ({min(ratios):.1f}–{max(ratios):.1f}) | {findings[way] / notes:.1f} |")


def options_of() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("loop", help="bench/note_loop of a release build")
    parser.add_argument("--install", action="store_true", help="fetch the packages with npm first")
    parser.add_argument("--folder", type=pathlib.Path, default=FOLDER, help="where they are, or go (build/other-checkers)")
    parser.add_argument("--notes", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--warm-up", type=int, default=8, help="rounds that are not counted")
    parser.add_argument("--json", type=pathlib.Path, help="also write the seconds of every turn to this file")
    return parser.parse_args()


def main() -> None:
    options = options_of()
    if options.install:
        install(options.folder)
    missing = what_is_missing(options.folder)
    if missing:
        raise SystemExit(f"compare_alex: missing: {', '.join(missing)}; see tests/accuracy/other_checkers.md")
    notes = list(english_notes(options.notes))
    program = shutil.copy(PROGRAM, options.folder)  # node looks for packages beside the program
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "notes")
        write_notes(file, notes)
        own = TimedLoop(options.loop, str(file))
        others = {way: TimedLoop("node", str(program), way, str(file)) for way in WAYS}
        turns, findings = measured(own, others, options.warm_up, options.rounds)
        for loop in (own, *others.values()):
            loop.close()
    node = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    listed = ", ".join(f"{name} {version}" for name, version in versions(options.folder).items())
    size = sum(len(note.encode()) for note in notes) / len(notes)
    print(f"{len(notes):,} English notes of {size:.0f} bytes, {options.rounds} rounds by turns; {listed}; node {node}\n")
    print("\n".join(rows(turns, findings, len(notes))))
    if options.json:
        options.json.write_text(json.dumps(turns) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
