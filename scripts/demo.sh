#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# demo.sh [--lang en|fr]: installs what is missing, builds, scores the bundled sample (simulated answers), prints
# the table and says where the files are. Run it as often as you like; the second time takes seconds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lang=en
previous=
for argument in "$@"; do
    case "$previous $argument" in *"--lang fr" | *"--lang=fr") lang=fr ;; esac
    previous=$argument
done
# shellcheck source=scripts/tools.sh
. scripts/tools.sh

stage() {
    say "[$1/3] $2" "[$1/3] $3"
    began=$SECONDS
}
done_in() { say "      done in $((SECONDS - began)) s" "      fait en $((SECONDS - began)) s"; }

stage 1 "Tools: compiler, CMake, Boost headers, Python" "Outils : compilateur, CMake, en-têtes Boost, Python"
install_missing build/demo-apt.log want_build_tools
done_in

stage 2 "Build: C++ engine and Python package, into .venv" "Compilation : moteur C++ et module Python, dans .venv"
install_package .venv build/demo-pip.log cli
done_in

stage 3 "Score the sample: simulated answers, nobody gave them" "Calcul de l’échantillon : réponses simulées, personne ne les a données"
echo
.venv/bin/peersupport demo --out demo-output/scores.csv "$@" < /dev/null
echo
done_in
say "The command: .venv/bin/peersupport --help     The documentation: docs/README.md" \
    "La commande : .venv/bin/peersupport --lang fr --help     La documentation : docs/README.md"
