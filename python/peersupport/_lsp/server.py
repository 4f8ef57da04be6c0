# SPDX-License-Identifier: Apache-2.0
"""The language server: documents come in, diagnostics go out. Nothing else is opened, kept or logged."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from lsprotocol import converters, types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from .. import _core
from .._errors import Error
from .._language import Language
from . import answers
from .open_note import OpenNote
from .settings import SECTION, Settings, language_of, read_settings

Changes = types.DidChangeTextDocumentParams


class Protocol(LanguageServerProtocol):
    """Positions in UTF-16 code units, which every editor has, whatever else it offers."""

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        if params.capabilities.general:
            params.capabilities.general.position_encodings = [types.PositionEncodingKind.Utf16]
        return (yield from super().lsp_initialize(params))


class NoteServer(LanguageServer):
    """Checks the notes that an editor has open, in memory."""

    def __init__(self, messages: Language = "en") -> None:
        # Whole texts: notes are short, and a change by lines would have to agree with the editor on what ends a line.
        super().__init__(
            SECTION, _core.__version__, text_document_sync_kind=types.TextDocumentSyncKind.Full,
            protocol_cls=Protocol, converter_factory=converters.get_converter,
        )  # fmt: skip
        self.settings = Settings(messages=messages)
        self.folder: Path | None = None
        self._notes: dict[str, OpenNote] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._told: set[str] = set()
        handlers: dict[str, Callable[..., Any]] = {
            types.INITIALIZE: self.begin, types.INITIALIZED: self.ask_for_settings,
            types.WORKSPACE_DID_CHANGE_CONFIGURATION: self.configure, types.TEXT_DOCUMENT_DID_OPEN: self.opened,
            types.TEXT_DOCUMENT_DID_CHANGE: self.changed, types.TEXT_DOCUMENT_DID_CLOSE: self.closed,
            types.TEXT_DOCUMENT_HOVER: self.hover,
        }  # fmt: skip
        for name, handler in handlers.items():
            self.feature(name)(partial(handler))  # it is marked, which a method cannot be
        kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
        self.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(partial(self.actions))

    @property
    def ended_well(self) -> bool:
        """Whether the editor asked to shut down before it left."""
        return bool(self.protocol._shutdown)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Nothing is told: what went wrong may name what was read."""

    # ---- settings

    def begin(self, params: types.InitializeParams) -> None:
        self.folder = _folder(params)
        if asked := language_of(params.locale):
            self.settings = Settings(messages=asked)
        self._take(params.initialization_options)

    async def ask_for_settings(self, params: types.InitializedParams) -> None:
        """Editors that keep settings by section are asked for ours."""
        workspace = self.client_capabilities.workspace
        if not (workspace and workspace.configuration):
            return
        item = types.ConfigurationItem(section=SECTION)
        try:
            given = await self.workspace_configuration_async(types.ConfigurationParams(items=[item]))
        except Exception:  # an editor that has no such section may refuse
            return
        self._configured(given[0] if given else None)

    async def configure(self, params: types.DidChangeConfigurationParams) -> None:
        if params.settings:
            self._configured(params.settings)
        else:  # only that something changed: it is for us to ask what
            await self.ask_for_settings(types.InitializedParams())

    def _configured(self, given: Any) -> None:
        self._take(given)
        self._notes.clear()
        for uri in list(self.workspace.text_documents):
            self._publish(uri)

    def _take(self, given: Any) -> None:
        self._told.clear()
        try:
            self.settings = read_settings(given, self.settings, self.folder)
        except Error as error:
            self._tell(error)

    def _tell(self, error: Error) -> None:
        """Shows what is wrong with the settings or a file of theirs, once. Errors hold no word of a note."""
        message = error.message(self.settings.messages)
        if message not in self._told:
            self._told.add(message)
            self.window_show_message(types.ShowMessageParams(type=types.MessageType.Warning, message=f"peersupport: {message}"))

    # ---- documents

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        self._publish(params.text_document.uri)

    def changed(self, params: Changes) -> None:
        """Reads the note again once the keys have been still for a moment."""
        uri = params.text_document.uri
        self._forget(uri)
        wait = self.settings.delay / 1000
        self._waiting[uri] = asyncio.get_running_loop().call_later(wait, self._publish, uri)

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        self._forget(uri)
        self._notes.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    def _forget(self, uri: str) -> None:
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()

    def _publish(self, uri: str) -> None:
        self._forget(uri)
        note = self._note(uri)
        found = answers.diagnostics(note, self.settings.messages) if note else []
        version = note.version if note else None
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, version=version, diagnostics=found))

    def _note(self, uri: str) -> OpenNote | None:
        """The note as it stands now; None for what is not open, or cannot be checked."""
        document = self.workspace.text_documents.get(uri)
        if document is None:
            return None
        known = self._notes.get(uri)
        if known and known.version == document.version:
            return known
        text = document.source
        try:
            self._notes[uri] = OpenNote(document.version, text, self.settings.check(text, self.folder))
        except Error as error:
            self._tell(error)
            return None
        return self._notes[uri]

    # ---- what the editor asks

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        note = self._note(params.text_document.uri)
        return answers.hover(note, params.position, self.settings.messages) if note else None

    def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        note = self._note(uri)
        return answers.code_actions(note, uri, params, self.settings.messages, self._versioned) if note else []

    @property
    def _versioned(self) -> bool:
        workspace = self.client_capabilities.workspace
        return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)


def _folder(params: types.InitializeParams) -> Path | None:
    """The folder the editor has open, if it is one of this computer."""
    folders = params.workspace_folders
    uri = folders[0].uri if folders else params.root_uri
    if uri and urlsplit(uri).scheme == "file":
        return Path(url2pathname(urlsplit(uri).path))
    return None
