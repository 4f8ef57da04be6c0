#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# note_instructions.sh [--check | --record]: instructions a note, a byte of hard texts, and for the rules, counted by
# callgrind as in instructions.sh. --check fails when one costs over 10 % more than recorded; rules change what is
# looked for, so whoever adds many records anew. Counts of another compiler are shown and not judged.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
mode=${1:-}
table=bench/note_instructions.tsv
dir=build/release
program=$dir/bench/note_instruction_bench
if [ ! -x "$program" ]; then
    cmake --preset release > /dev/null && cmake --build --preset release --target note_instruction_bench > /dev/null || exit 1
fi
compiler=$(grep -m1 'CMAKE_CXX_COMPILER:' $dir/CMakeCache.txt | sed 's/.*=//')
version=$("$compiler" --version | head -n 1)

count() {  # WHAT COUNT
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$1" "$2" 2>&1 |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

recorded_for=$(sed -n 's/^# compiler: //p' $table 2> /dev/null)
made=$(printf '# Instructions: for the rules, a note of 700 bytes, a byte of 10 kB of hard text. Written by bench/note_instructions.sh --record.\n# compiler: %s\n# what\tinstructions' "$version")
passed=0 failed=0
judge() {  # WHAT INSTRUCTIONS
    made+=$(printf '\n%s\t%s' "$1" "$2")
    local before verdict=""
    before=$(awk -F'\t' -v w="$1" '$1 == w { print $2 }' $table 2> /dev/null)
    if [ "$mode" = --check ] && [ -n "$before" ] && [ "$recorded_for" = "$version" ]; then
        if awk -v a="$2" -v b="$before" 'BEGIN { exit !(a <= 1.1 * b) }'; then passed=$((passed + 1)); verdict="recorded $before"
        else failed=$((failed + 1)); verdict="recorded $before: MORE THAN 10 % OVER"; fi
    elif [ "$mode" = --check ] && [ -z "$before" ]; then
        failed=$((failed + 1)); verdict="nothing recorded"
    fi
    printf '%-30s %12s  %s\n' "$1" "$2" "$verdict"
}

base=$(count notes 0)
[ -n "$base" ] || { echo "could not count"; exit 1; }
judge rules "$base"
judge note "$(awk -v a="$base" -v b="$(count notes 400)" 'BEGIN { printf "%.0f", (b - a) / 400 }')"
for what in "accents behind their letters" bullets "what rules look for"; do
    judge "$what" "$(awk -v a="$base" -v b="$(count "$what" 4)" 'BEGIN { printf "%.0f", (b - a) / 40000 }')"
done
[ "$mode" != --record ] || printf '%s\n' "$made" > $table
[ "$recorded_for" = "$version" ] || [ "$mode" != --check ] || echo "recorded with another compiler ($recorded_for): not judged"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
