#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# instructions.sh [--check | --record]: instructions a respondent, counted by callgrind, which does not depend on
# how busy the machine is. --check fails when a way costs over 10 % more than recorded; --record writes the table.
# Counts belong to the compiler named in the table; with another one they are shown and not judged.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
mode=${1:-}
table=bench/instructions.tsv
dir=build/release
program=$dir/bench/instruction_bench
if [ ! -x "$program" ]; then
    cmake --preset release > /dev/null && cmake --build --preset release --target instruction_bench > /dev/null || exit 1
fi
compiler=$(grep -m1 'CMAKE_CXX_COMPILER:' $dir/CMakeCache.txt | sed 's/.*=//')
version=$("$compiler" --version | head -n 1)
rows=20000

count() {  # SET WAY ROWS
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$1" "$2" "$3" 2>&1 |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

recorded_for=$(sed -n 's/^# compiler: //p' $table 2> /dev/null)
made=$(printf '# Instructions a respondent: 30 items, 8 scores, %s rows. Written by bench/instructions.sh --record.\n# compiler: %s\n# set\tway\tinstructions' "$rows" "$version")
passed=0 failed=0
for set in portable sse41 avx2; do
    for way in rows-bytes rows-f32 columns-f64 rows-reasons rows-exact; do
        base=$(count $set $way 0)
        full=$(count $set $way $rows)
        [ -n "$base" ] && [ -n "$full" ] || { echo "could not count $set $way"; failed=$((failed + 1)); continue; }
        each=$(awk -v a="$base" -v b="$full" -v n=$rows 'BEGIN { printf "%.1f", (b - a) / n }')
        made+=$(printf '\n%s\t%s\t%s' $set $way "$each")
        before=$(awk -F'\t' -v s=$set -v w=$way '$1 == s && $2 == w { print $3 }' $table 2> /dev/null)
        verdict=""
        if [ "$mode" = --check ] && [ -n "$before" ] && [ "$recorded_for" = "$version" ]; then
            if awk -v a="$each" -v b="$before" 'BEGIN { exit !(a <= 1.1 * b) }'; then passed=$((passed + 1)); verdict="recorded $before"
            else failed=$((failed + 1)); verdict="recorded $before: MORE THAN 10 % OVER"; fi
        elif [ "$mode" = --check ] && [ -z "$before" ]; then
            failed=$((failed + 1)); verdict="nothing recorded"
        fi
        printf '%-9s %-12s %8s  %s\n' $set $way "$each" "$verdict"
    done
done
[ "$mode" != --record ] || printf '%s\n' "$made" > $table
[ "$recorded_for" = "$version" ] || [ "$mode" != --check ] || echo "recorded with another compiler ($recorded_for): not judged"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
