# SPDX-License-Identifier: Apache-2.0
"""The package as a package: what importing costs and touches, types, sub-interpreters."""
from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import peersupport as ps
import pytest
from conftest import ROOT

HEAVY = {"numpy", "pandas", "polars", "pyarrow", "duckdb", "rich", "matplotlib"}


def python(code: str, *options: str, timeout: float = 120) -> str:
    done = subprocess.run(
        [sys.executable, *options, "-c", code], capture_output=True, text=True, timeout=timeout, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_loads_no_other_library():
    code = "import sys, peersupport; peersupport.instruments; peersupport.definition; peersupport.Scores; peersupport.score; print(*sys.modules)"
    assert not HEAVY & set(python(code).split())


def test_importing_is_cheap():
    """What it costs is what it loads; bench/compare.py prints the time, which depends on the machine."""
    code = (
        "import enum, typing, dataclasses, sys; before = set(sys.modules); import peersupport; first = set(sys.modules); "
        "peersupport.instrument; print(len(first - before), len(set(sys.modules) - before))"
    )
    alone, used = map(int, python(code).split())
    assert alone <= 4 and used <= 16, (alone, used)


def test_the_version_is_the_projects():
    import re

    project = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    assert ps.__version__ == re.search(r"project\(peersupport VERSION ([0-9.]+)", project)[1]


def test_every_name_is_there_and_others_are_not():
    assert all(hasattr(ps, name) for name in ps.__all__)
    assert set(ps.__all__) <= set(dir(ps))
    with pytest.raises(AttributeError):
        ps.nothing


@pytest.mark.parametrize("missing", ["pandas", "polars", "pyarrow", "duckdb", "rich"])
def test_optional_libraries_are_optional(missing):
    others = sorted({"pandas", "polars", "pyarrow", "duckdb", "rich"} - {missing})
    code = f"""
import sys
for name in {sorted(HEAVY - {'numpy'})!r}: sys.modules[name] = None
import numpy, peersupport as ps
plan = ps.instrument("integrity-survey")
scores = ps.score(numpy.full((3, 28), 2), plan)
assert repr(scores) and scores._repr_html_() and scores["hope-and-recovery"].numerator.sum()
from peersupport._cli import main
assert main(["instruments", "list"]) == 0
assert main(["demo"]) == 5
"""
    assert others and "integrity-survey" in python(code)


def test_a_sub_interpreter_is_refused_or_works_but_never_hangs():
    code = """
import sys
try:
    import _interpreters as sub
except ImportError:
    import _xxsubinterpreters as sub
which = sub.create()
which = which if not isinstance(which, tuple) else which[0]
try:
    failed = sub.run_string(which, "import peersupport._core")
    print("refused" if failed else "imported")
except Exception as error:
    assert "ImportError" in str(error) or "ImportError" in repr(error), error
    print("refused")
"""
    if importlib.util.find_spec("_xxsubinterpreters") is None and importlib.util.find_spec("_interpreters") is None:
        pytest.skip("SKIPPED: this Python has no sub-interpreter module")
    assert python(code, timeout=60).strip() in ("refused", "imported")
    after = "import peersupport._core\n" + code
    assert python(after, timeout=60).strip() in ("refused", "imported")


def _mypy(*arguments: str) -> None:
    pytest.importorskip("mypy")
    environment = {**os.environ, "MYPYPATH": str(ROOT / "python")}
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_are_strict():
    _mypy("mypy")


def test_stubs_match_the_compiled_part():
    allowed = str(Path(__file__).parent / "stubtest_allowlist.txt")
    _mypy("mypy.stubtest", "peersupport._core", "--mypy-config-file", "pyproject.toml", "--allowlist", allowed)


def test_other_threads_run_while_scoring(bfi):
    """The GIL is released: a thread that only counts gets on with it."""
    import threading

    import numpy as np

    matrix = np.full((400_000, 25), 3.0)
    counted, done = [0], threading.Event()

    def count() -> None:
        while not done.is_set():
            counted[0] += 1

    before = sys.getswitchinterval()
    sys.setswitchinterval(0.5)  # nobody is asked to give the GIL up meanwhile; it must be let go
    thread = threading.Thread(target=count)
    try:
        thread.start()
        done_first = counted[0]
        ps.score(matrix, bfi)
        seen = counted[0] - done_first
    finally:
        done.set()
        sys.setswitchinterval(before)
        thread.join()
    assert seen > 0
