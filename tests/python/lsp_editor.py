# SPDX-License-Identifier: Apache-2.0
"""An editor for tests: a client of the Language Server Protocol that starts `peersupport lsp` as an editor does."""
from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

PROGRAM = Path(sys.executable).with_name("peersupport")
URI = "file:///notes/today.txt"
PATIENCE = 30


class Editor(LanguageClient):
    """Keeps what the server publishes and shows."""

    def __init__(self) -> None:
        super().__init__("an-editor", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.shown: asyncio.Queue[types.ShowMessageParams] = asyncio.Queue()
        self.sections: Any = None  # answers a server that asks for settings
        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self.published.put_nowait))
        self.feature(types.WINDOW_SHOW_MESSAGE)(partial(self.shown.put_nowait))
        self.feature(types.WORKSPACE_CONFIGURATION)(lambda params: [self.sections for _ in params.items])

    async def server_exit(self, server: asyncio.subprocess.Process) -> None:
        """A server may end."""

    async def begin(self, options: Any = None, capabilities: types.ClientCapabilities | None = None, **more: Any) -> types.InitializeResult:
        params = types.InitializeParams(capabilities=capabilities or types.ClientCapabilities(), initialization_options=options, **more)
        made = await asyncio.wait_for(self.initialize_async(params), PATIENCE)
        self.initialized(types.InitializedParams())
        return made

    async def diagnostics(self) -> types.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.published.get(), PATIENCE)

    async def message(self) -> str:
        return (await asyncio.wait_for(self.shown.get(), PATIENCE)).message

    async def open(self, text: str, uri: str = URI) -> types.PublishDiagnosticsParams:
        document = types.TextDocumentItem(uri=uri, language_id="plaintext", version=1, text=text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(text_document=document))
        return await self.diagnostics()

    def write(self, text: str, version: int, uri: str = URI) -> None:
        """The text as it stands after some keys."""
        self.text_document_did_change(types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=uri, version=version),
            content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)],
        ))  # fmt: skip

    async def actions(self, at: types.Range, only: list[Any] | None = None) -> list[Any]:
        params = types.CodeActionParams(
            text_document=types.TextDocumentIdentifier(uri=URI), range=at, context=types.CodeActionContext(diagnostics=[], only=only)
        )
        return list(await asyncio.wait_for(self.text_document_code_action_async(params), PATIENCE) or [])

    async def hover(self, line: int, character: int) -> str | None:
        params = types.HoverParams(text_document=types.TextDocumentIdentifier(uri=URI), position=types.Position(line, character))
        found = await asyncio.wait_for(self.text_document_hover_async(params), PATIENCE)
        return found.contents.value if found else None  # type: ignore[union-attr]


@asynccontextmanager
async def server(*arguments: str) -> AsyncIterator[Editor]:
    """A server that runs until the block ends, and then says nothing on standard error and ends with 0."""
    editor = Editor()
    await editor.start_io(str(PROGRAM), *arguments)
    try:
        yield editor
        await asyncio.wait_for(editor.shutdown_async(None), PATIENCE)
        editor.exit(None)
        code = await asyncio.wait_for(editor._server.wait(), PATIENCE)
        errors = await editor._server.stderr.read()
        assert (code, errors) == (0, b"")
    finally:
        if editor._server.returncode is None:
            editor._server.kill()
        await editor.stop()


def drive(work: Callable[[Editor], Awaitable[None]], *arguments: str) -> None:
    """Does this with a server of its own."""

    async def all() -> None:
        async with server(*(arguments or ("lsp",))) as editor:
            await work(editor)

    asyncio.run(all())
