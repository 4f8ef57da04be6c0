# SPDX-License-Identifier: Apache-2.0
"""The language server, driven by an editor: what it publishes, explains and offers, and what it never does."""
from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from dataclasses import fields
from pathlib import Path

import peersupport as ps
import pytest
from lsp_editor import PROGRAM, URI, Editor, drive
from lsprotocol import types
from note_cases import CANARY, TEXTS, pack
from peersupport._cli import main
from peersupport._lsp.settings import Settings, read_settings

NOTE = "We met.\r\n😀 é\u2028: the zorbel was wimblé.\nShe said: “I am a zorbel.”"


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "ours.json"
    path.write_text(json.dumps(pack()), encoding="utf-8")
    return str(path)


def shown(published: types.PublishDiagnosticsParams) -> list[tuple[str, int, int]]:
    """Diagnostics of the rules above that have a place."""
    return [(str(d.code), d.range.start.line, d.range.start.character) for d in published.diagnostics if str(d.code).startswith("OURS")]


def everywhere(text: str) -> types.Range:
    return types.Range(types.Position(0, 0), types.Position(text.count("\n") + 9, 0))


# ---- diagnostics


@pytest.mark.parametrize("encodings", [None, ["utf-8", "utf-32", "utf-16"]], ids=["old", "several"])
def test_diagnostics_are_those_of_the_report_in_utf_16(rules, encodings):
    async def work(editor: Editor) -> None:
        general = types.GeneralClientCapabilities(position_encodings=encodings)
        began = await editor.begin({"rules": [rules], "language": "en"}, types.ClientCapabilities(general=general))
        assert began.capabilities.position_encoding == "utf-16" and began.server_info.name == "peersupport"
        published = await editor.open(NOTE)
        assert (published.uri, published.version) == (URI, 1)
        want = ps.check_note(NOTE, rules=[rules], language="en").to_lsp("en")
        told = editor.protocol._converter.unstructure(published.diagnostics)
        assert [{**d, "range": dict(d["range"])} for d in told] == want
        assert shown(published) == [("OURS-001", 1, 11), ("OURS-002", 1, 22)]
        assert {d.source for d in published.diagnostics} == {"peersupport"}

    drive(work)


def test_a_change_is_read_once_the_keys_are_still(rules):
    async def work(editor: Editor) -> None:
        await editor.begin({"peersupport": {"rules": [rules], "delay": 150}})
        assert shown(await editor.open("We met.")) == []
        for version, text in enumerate(["a zor", "a zorbel", "a zorbel, wimblé"], 2):
            editor.write(text, version)
        published = await editor.diagnostics()
        assert published.version == 4 and [code for code, *_ in shown(published)] == ["OURS-001", "OURS-002"]
        editor.write("We met.", 5)
        assert shown(await editor.diagnostics()) == []
        editor.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(URI)))
        closed = await editor.diagnostics()
        assert not closed.diagnostics and editor.published.empty()

    drive(work)


def test_each_document_is_its_own(rules):
    async def work(editor: Editor) -> None:
        await editor.begin({"rules": [rules]})
        one, two = await editor.open("a zorbel"), await editor.open("wimblé", "untitled:2")
        assert [code for code, *_ in shown(one)] == ["OURS-001"] and [code for code, *_ in shown(two)] == ["OURS-002"]

    drive(work)


# ---- hover


@pytest.mark.parametrize("messages, told", [
    ("en", ["**A zorbel**", "look first", "Calls somebody a zorbel.", "Nobody is one.", "Instead: a neighbour · their name", "OURS-001", "You decide."]),
    ("fr", ["**Un zorbel**", "d’abord", "Traite une personne de zorbel.", "Personne n’en est.", "Plutôt", "a neighbour · their name", "C’est vous qui décidez."]),
])  # fmt: skip
def test_hovering_explains_in_the_language_of_messages(rules, messages, told):
    async def work(editor: Editor) -> None:
        await editor.begin({"rules": [rules], "messages": messages, "language": "en"})
        published = await editor.open(NOTE)
        words = [d.message for d in published.diagnostics if d.code == "OURS-001"]
        assert words == [told[2]]
        hover = await editor.hover(1, 12)
        assert hover and all(each in hover for each in told)
        assert await editor.hover(1, 8) is None

    drive(work)


def test_hovering_says_why_something_was_left_alone(rules):
    async def work(editor: Editor) -> None:
        await editor.begin({"rules": [rules], "language": "en"})
        await editor.open(NOTE)
        hover = await editor.hover(2, 20)
        assert hover and "left alone: said by the person" in hover and "Instead" not in hover

    drive(work)


# ---- quick fixes


def applied(text: str, action: types.CodeAction) -> str:
    """The text after a quick fix, as an editor does it."""
    (edit,) = action.edit.changes[URI]
    lines = text.splitlines(keepends=True) if "\u2028" not in text else text.replace("\r\n", "\r\n\0").replace("\n", "\n\0").replace("\0\0", "\0").split("\0")
    units = [line.encode("utf-16-le") for line in lines]

    def at(p: types.Position) -> int:
        return sum(map(len, units[: p.line])) + 2 * p.character

    whole = text.encode("utf-16-le")
    return (whole[: at(edit.range.start)] + edit.new_text.encode("utf-16-le") + whole[at(edit.range.end) :]).decode("utf-16-le")


def test_suggestions_are_quick_fixes_that_replace_what_is_underlined(rules):
    async def work(editor: Editor) -> None:
        await editor.begin({"rules": [rules], "language": "en"})
        text = "We met.\nZorbel or not, 😀 the zorbel came."
        await editor.open(text)
        actions = await editor.actions(types.Range(types.Position(1, 20), types.Position(1, 24)))
        assert [a.title for a in actions] == ["Write “a neighbour”", "Write “their name”"]
        assert {a.kind for a in actions} == {"quickfix"} and [d.code for d in actions[0].diagnostics] == ["OURS-001"]
        assert applied(text, actions[0]) == "We met.\nZorbel or not, 😀 the a neighbour came."
        (first, *_) = await editor.actions(types.Range(types.Position(1, 2), types.Position(1, 2)))
        assert applied(text, first) == "We met.\nA neighbour or not, 😀 the zorbel came."
        assert await editor.actions(types.Range(types.Position(0, 3), types.Position(0, 5))) == []
        assert await editor.actions(everywhere(text), [types.CodeActionKind.Refactor]) == []
        assert len(await editor.actions(everywhere(text), [types.CodeActionKind.QuickFix])) == 4

    drive(work)


def test_what_the_person_said_is_never_rewritten(tmp_path):
    """Not even by a rule that speaks up in quotations."""
    given = pack()
    for rule in given["rules"]:
        rule["quotation"] = "keep"
    path = tmp_path / "keep.json"
    path.write_text(json.dumps(given), encoding="utf-8")
    text = "She said: “I am a zorbel.” We met a zorbel."

    async def work(editor: Editor) -> None:
        await editor.begin({"rules": [str(path)], "language": "en"})
        assert shown(await editor.open(text)) == [("OURS-001", 0, 18), ("OURS-001", 0, 36)]
        actions = await editor.actions(everywhere(text))
        assert actions and all(e.range.start.character == 36 for a in actions for e in a.edit.changes[URI])

    drive(work)


def test_an_edit_names_the_version_where_the_editor_takes_it(rules):
    async def work(editor: Editor) -> None:
        edits = types.WorkspaceEditClientCapabilities(document_changes=True)
        await editor.begin({"rules": [rules]}, types.ClientCapabilities(workspace=types.WorkspaceClientCapabilities(workspace_edit=edits)))
        await editor.open("x")
        editor.write("the zorbel", 2)
        (first, *_) = await editor.actions(everywhere("x"))  # before the keys were still
        (change,) = first.edit.document_changes
        assert (change.text_document.uri, change.text_document.version) == (URI, 2) and first.edit.changes is None

    drive(work)


# ---- settings


def test_settings_may_change_at_any_time(rules, tmp_path):
    agreed = tmp_path / "agreed.json"
    agreed.write_text(json.dumps(ps.check_note("the zorbel", rules=[rules], language="en").baseline("us", "tried")), encoding="utf-8")

    async def change(editor: Editor, **settings) -> types.PublishDiagnosticsParams:
        editor.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings={"peersupport": settings}))
        return await editor.diagnostics()

    async def work(editor: Editor) -> None:
        await editor.begin({"rules": [rules], "language": "en"}, workspace_folders=[types.WorkspaceFolder(tmp_path.as_uri(), "notes")])
        first = await editor.open("the zorbel")
        assert {d.message for d in (await change(editor, messages="fr")).diagnostics} != {d.message for d in first.diagnostics}
        less = await change(editor, profile="minimal-record")
        assert len(less.diagnostics) < len(first.diagnostics)
        assert shown(await change(editor, baseline="agreed.json")) == []  # below the folder that is open
        assert shown(await change(editor, rules=[], baseline=None)) == []

    drive(work)


def test_an_editor_that_keeps_sections_is_asked(rules):
    async def work(editor: Editor) -> None:
        editor.sections = {"rules": [rules], "language": "en"}
        await editor.begin(None, types.ClientCapabilities(workspace=types.WorkspaceClientCapabilities(configuration=True)))
        while not shown(await editor.open("the zorbel")):
            pass
        editor.sections = {"rules": []}
        editor.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=None))
        while shown(await editor.diagnostics()):
            pass

    drive(work)


@pytest.mark.parametrize("options, code, place", [
    ({"profil": "group"}, "FIELD_UNKNOWN", "/peersupport/profil"),
    ({"profile": "mine"}, "INVALID_ARGUMENT", "/peersupport/profile"),
    ({"language": "de"}, "FIELD_VALUE", "/peersupport/language"),
    ({"messages": 7}, "FIELD_TYPE", "/peersupport/messages"),
    ({"delay": "fast"}, "FIELD_TYPE", "/peersupport/delay"),
    ({"delay": -1}, "FIELD_VALUE", "/peersupport/delay"),
    ({"rules": "x.json"}, "FIELD_TYPE", "/peersupport/rules"),
    ({"baseline": "nowhere.json"}, "FILE_UNREADABLE", "nowhere.json"),
    (["x"], "FIELD_TYPE", "/peersupport"),
])  # fmt: skip
def test_a_wrong_setting_is_named_and_the_others_hold(options, code, place):
    with pytest.raises(ps.Error) as caught:
        read_settings(options, Settings())
    assert caught.value.code == code and place in str(caught.value)


def test_a_wrong_setting_is_shown_once():
    async def work(editor: Editor) -> None:
        await editor.begin({"profile": "mine", "messages": "fr"})
        message = await editor.message()
        assert message.startswith("peersupport: INVALID_ARGUMENT") and "/peersupport/profile" in message
        assert (await editor.open("We met.")).diagnostics and editor.shown.empty()

    drive(work)


def test_a_file_that_goes_away_is_told(tmp_path, rules):
    async def work(editor: Editor) -> None:
        await editor.begin({"rules": [rules]})
        assert shown(await editor.open("the zorbel"))
        Path(rules).unlink()
        editor.write("the zorbel came", 2)
        assert "FILE_UNREADABLE" in await editor.message() and not (await editor.diagnostics()).diagnostics

    drive(work)


def test_messages_follow_the_editor_the_call_and_the_setting():
    async def french(editor: Editor) -> None:
        await editor.begin(editor.asked, **editor.more)
        published = await editor.open("Patient refused group.")
        texts = {d.message for d in published.diagnostics}
        assert texts == {d["message"] for d in ps.check_note("Patient refused group.").to_lsp(editor.wanted)}

    for arguments, asked, more, wanted in (
        (("lsp",), None, {}, "en"), (("--lang", "fr", "lsp", "--stdio"), None, {}, "fr"), (("lsp",), None, {"locale": "fr-CA"}, "fr"),
        (("lsp",), {"messages": "en"}, {"locale": "fr-CA"}, "en"),
    ):  # fmt: skip

        async def work(editor: Editor, asked=asked, more=more, wanted=wanted) -> None:
            editor.asked, editor.more, editor.wanted = asked, more, wanted
            await french(editor)

        drive(work, *arguments)


# ---- what it never does


def framed(*messages: dict) -> bytes:
    bodies = (json.dumps({"jsonrpc": "2.0", **m}).encode() for m in messages)
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


BEGIN = {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}}
OPEN = {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": f"file:///{CANARY}", "languageId": "x", "version": 1, "text": f"{CANARY}. Patient refused group."}}}
WATCH = """
import os, sys
def watch(event, arguments):
    if event in ("socket.bind", "socket.connect", "socket.getaddrinfo", "subprocess.Popen") or (
        event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR) and "__pycache__" not in str(arguments[0])
    ):
        os.write(2, event.encode())
sys.addaudithook(watch)
from peersupport._cli import main
sys.exit(main(["lsp"]))
"""


def served(sent: bytes, tmp_path: Path, command: list[str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, input=sent, capture_output=True, timeout=60, check=False, cwd=tmp_path)


BROKEN = [
    {"method": "textDocument/didChange", "params": {"textDocument": {"uri": CANARY, "version": 2}, "contentChanges": [{"text": 7}]}},
    {"method": "textDocument/didChange", "params": {"textDocument": {"uri": CANARY, "version": 2}, "contentChanges": [{"text": CANARY}]}},
    {"method": "textDocument/didOpen", "params": {"textDocument": {"text": CANARY}}},
    {"id": 7, "method": "textDocument/hover", "params": {"textDocument": {"uri": f"file:///{CANARY}"}, "position": {"line": CANARY, "character": -1}}},
    {"id": 8, "method": f"{CANARY}/unknown", "params": {"text": CANARY}},
    {"id": 9, "method": "workspace/executeCommand", "params": {"command": CANARY}},
    {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "file:///b", "languageId": "x", "version": 1, "text": f"{CANARY} \ud800"}}},
    {"method": "workspace/didChangeConfiguration", "params": {"settings": {"peersupport": {"profile": [CANARY]}}}},
]


def test_no_word_is_logged_no_socket_opened_and_no_file_written(tmp_path):
    sent = framed(BEGIN, {"method": "initialized", "params": {}}, OPEN, *BROKEN, {"id": 99, "method": "shutdown"}, {"method": "exit"})
    done = served(sent, tmp_path, [sys.executable, "-c", WATCH])
    assert done.stderr == b"" and done.returncode == 0
    assert b"POWR-002" in done.stdout and re.search(rb'"id": ?99', done.stdout)
    assert not list(tmp_path.iterdir())


def test_an_editor_that_goes_away_ends_it(tmp_path):
    for sent in (b"", framed(BEGIN, OPEN), framed(BEGIN, {"method": "exit"}), f"Content-Length: 9\r\n\r\n{CANARY}".encode(), CANARY.encode()):
        done = served(sent, tmp_path, [str(PROGRAM), "lsp"])
        assert (done.returncode, done.stderr) == (1, b"")


def test_published_messages_hold_no_word_of_the_note(rules):
    async def work(editor: Editor) -> None:
        await editor.begin({"rules": [rules], "language": "en"})
        published = await editor.open(f"{CANARY} is a zorbel.")
        assert CANARY not in repr(published.diagnostics)
        assert CANARY not in (await editor.hover(0, len(CANARY) + 8) or "")

    drive(work)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_both_forms_of_an_accent_are_underlined_in_full(rules, language):
    async def work(editor: Editor) -> None:
        await editor.begin({"rules": [rules]})
        for n, form in enumerate(("NFC", "NFD")):
            text = unicodedata.normalize(form, TEXTS[language])
            published = await editor.open(text, f"file:///{n}")
            (wimble,) = [d for d in published.diagnostics if d.code == "OURS-002"]
            assert text[wimble.range.start.character : wimble.range.end.character] == unicodedata.normalize(form, "wimblé")

    drive(work)


# ---- the command


@pytest.mark.parametrize("language, head", [("en", "usage: peersupport lsp"), ("fr", "utilisation : peersupport lsp")])
def test_its_help_names_every_setting(capsys, language, head):
    with pytest.raises(SystemExit):
        main(["--lang", language, "lsp", "--help"])
    text = capsys.readouterr().out
    assert text.startswith(head) and all(len(line) <= 80 for line in text.splitlines())
    assert all(f"\n  {field.name} " in text for field in fields(Settings))


def test_without_the_extra_it_says_what_to_install(capsys, monkeypatch):
    for name in [name for name in sys.modules if name.startswith(("peersupport._lsp.server", "peersupport._lsp.answers"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    assert main(["lsp"]) == 5
    assert "peersupport[lsp]" in capsys.readouterr().err
