# SPDX-License-Identifier: Apache-2.0
"""A program that keeps what it measures in memory and goes through it once each time it is asked: bench/note_loop and
bench/checker_loop.mjs. It times itself, so starting it, loading its rules and talking to it are in no figure."""
from __future__ import annotations

import pathlib
import subprocess


def write_notes(file: pathlib.Path, notes: list[str]) -> None:
    """As these programs read them: UTF-8, a zero byte behind each."""
    file.write_bytes(b"".join(note.encode() + b"\0" for note in notes))


class TimedLoop:
    """The program, started once. A call is one time through, in seconds, and the number of findings."""

    def __init__(self, *command: str) -> None:
        self._name = pathlib.Path(command[0]).name
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self) -> tuple[float, int]:
        assert self._process.stdin and self._process.stdout
        try:
            print("again", file=self._process.stdin, flush=True)
            answer = self._process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            raise SystemExit(f"{self._name} ended before it answered")
        seconds, findings = answer.split()
        return float(seconds), int(findings)

    def close(self) -> None:
        self._process.communicate()
