# SPDX-License-Identifier: Apache-2.0
"""The command `lsp`."""
from __future__ import annotations

import argparse
import logging
import sys

from .._language import language
from .lsp_help import lsp_say

STOPPED_EARLY = 1


def add_command(lsp: argparse.ArgumentParser) -> None:
    """Editors of one kind add --stdio to every server; it is what this one does anyway."""
    lsp.add_argument("--stdio", action="store_true", help=lsp_say("stdio"))


def run(options: argparse.Namespace) -> int:
    """Serves until the editor leaves. 0 when it asked to shut down first."""
    from .._lsp.server import NoteServer

    # Libraries log what they handle, and that is the note: nothing is logged at all.
    logging.disable(logging.CRITICAL)
    if sys.stdin.isatty():
        print(lsp_say("waiting"), file=sys.stderr)
    server = NoteServer(language())
    try:
        server.start_io()
    except Exception:  # its words may be the note's
        print(lsp_say("broken"), file=sys.stderr)
        return STOPPED_EARLY
    return 0 if server.ended_well else STOPPED_EARLY
