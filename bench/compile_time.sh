#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# compile_time.sh: how long a user's file takes to compile that includes one part of the library, beside an empty
# file that includes <string>, <vector> and <span> only. Prints seconds and the ratio; nothing is gated on them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

write() { printf '%s\nint main() { return 0; }\n' "$2" > "$folder/$1.cpp"; }
write nothing $'#include <span>\n#include <string>\n#include <vector>'
write scoring $'#include <peersupport/scoring/plan.hpp>\n#include <peersupport/scoring/score.hpp>'
write definition '#include <peersupport/definition.hpp>'
write everything '#include <peersupport/peersupport.hpp>'

# The best of five: other work on the machine only ever adds.
best() {
    local least=999999 began took
    for _ in 1 2 3 4 5; do
        began=$(date +%s%3N)
        "$1" -std=c++20 -O2 -Iinclude -c "$folder/$2.cpp" -o "$folder/out.o"
        took=$(($(date +%s%3N) - began))
        if [ "$took" -lt "$least" ]; then least=$took; fi
    done
    echo "$least"
}

for compiler in ${CXX:-g++ clang++-14}; do
    command -v "$compiler" > /dev/null || continue
    base=0
    for file in nothing scoring definition everything; do
        took=$(best "$compiler" "$file")
        if [ "$base" -eq 0 ]; then base=$took; fi
        printf '%-12s %-11s %4d.%03d s   %d.%02d x nothing\n' "$compiler" "$file" $((took / 1000)) $((took % 1000)) \
            $((took / base)) $((took * 100 / base % 100))
    done
done
