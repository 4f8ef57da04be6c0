#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# update_definition.sh: after the tables in include/peersupport/definition/ were edited, writes what follows from
# them: the golden export, the digest and the pages in docs/definition/. Read the diff before you commit it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
jobs=$(nproc 2> /dev/null || echo 2)
cmake --preset release > /dev/null
cmake --build --preset release -j "$jobs" --target unit_tests
PEERSUPPORT_GOLDEN=write ./build/release/tests/unit_tests --gtest_brief=1 --gtest_filter='definition_export.*'
cmake --build --preset release -j "$jobs" --target unit_tests
./build/release/tests/unit_tests --gtest_brief=1 --gtest_filter='definition_*:overlay*:canonical_definition*'
.venv/bin/pip install . --no-build-isolation --quiet
.venv/bin/python scripts/generate_definition_schema.py
.venv/bin/python scripts/generate_definition_docs.py
git status --short docs/definition include/peersupport/definition
