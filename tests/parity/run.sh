#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh [--built] [PYTHON]: one hash for the same cases through C++, C and Python, gcc and clang, -O0 and -O3, each
# instruction set, each way the answers can lie in memory, and 1 to 8 threads. PYTHON: an interpreter that has
# peersupport with NumPy, pandas and pyarrow; without one the Python rows are failures. --built: builds nothing, compares
# the release build (gcc, -O3) and the one with sanitizers (clang).
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
built=false
if [ "${1:-}" = --built ]; then built=true; shift; fi
python=${1:-$root/.venv/bin/python}
cd "$root" || exit 1
passed=0 failed=0 expected=""

compare() {  # NAME HASH
    [ -n "$expected" ] || expected=$2
    if [ "$2" = "$expected" ]; then
        passed=$((passed + 1))
        printf '%s  %s\n' "${2:0:16}" "$1"
    else
        failed=$((failed + 1))
        printf '%s  %s  DIFFERS\n' "${2:0:16}" "$1"
    fi
}

hash_of() {  # COMMAND…: prints the hash, or "missing" where the machine lacks an instruction set
    local out status
    out=$(mktemp)
    "$@" > "$out"
    status=$?
    if [ $status -eq 77 ]; then echo missing
    elif [ $status -ne 0 ] || [ ! -s "$out" ]; then echo "failed with status $status"
    else sha256sum < "$out" | cut -d' ' -f1
    fi
    rm -f "$out"
}

build() {  # NAME CC CXX FLAGS
    local dir=build/parity-$1
    # The release build is gcc with -O3 -DNDEBUG too, and is what people get.
    if [ "$1" = gcc-O3 ] && cmake --build build/release --target parity_cpp parity_c > build/parity-release.log 2>&1; then
        mkdir -p "$dir/tests"
        ln -sfn "$root/build/release/tests/parity" "$dir/tests/parity"
        return
    fi
    local headers=OFF
    if [[ $1 = *-O0 ]]; then headers=ON; fi
    { cmake -S . -B "$dir" -G Ninja -DCMAKE_BUILD_TYPE=None -DPEERSUPPORT_CHECK_DEFINITION=OFF -DPEERSUPPORT_PRECOMPILE=$headers \
        -DCMAKE_C_COMPILER="$2" -DCMAKE_CXX_COMPILER="$3" -DCMAKE_C_FLAGS="$4" -DCMAKE_CXX_FLAGS="$4" \
        -DPEERSUPPORT_BUILD_TESTS=OFF -DPEERSUPPORT_BUILD_PARITY=ON &&
        cmake --build "$dir" --target parity_cpp parity_c; } > "build/parity-$1.log" 2>&1 && return
    tail -n 20 "build/parity-$1.log"
    failed=$((failed + 1))
    echo "could not build $1"
    return 1
}

compare_programs() {  # NAME FOLDER
    local name=$1 programs=$2 set way threads hash
    for set in portable sse41 avx2; do
        for way in rows columns doubles bytes; do
            hash=$(hash_of "$programs/parity_cpp" "$root" $set 1 $way)
            if [ "$hash" = missing ]; then echo "(this machine has no $set)"; else compare "C++ $name $set $way" "$hash"; fi
        done
    done
    compare "C++ $name one response at a time" "$(hash_of "$programs/parity_cpp" "$root" best 1 one)"
    for threads in 2 3 8; do
        compare "C++ $name $threads threads" "$(hash_of "$programs/parity_cpp" "$root" best $threads doubles)"
    done
    compare "C $name batch" "$(hash_of "$programs/parity_c" "$root" batch)"
    compare "C $name one response at a time" "$(hash_of "$programs/parity_c" "$root" one)"
}

mkdir -p build
if $built; then
    compare_programs "gcc release" build/release/tests/parity
    compare_programs "clang with sanitizers" build/asan-ubsan/tests/parity
else
    for compiler in gcc clang; do
        for level in O3 O0; do
            name=$compiler-$level
            if [ $compiler = gcc ]; then build "$name" gcc g++ "-$level -DNDEBUG" || continue
            else build "$name" clang-14 clang++-14 "-$level -DNDEBUG" || continue; fi
            compare_programs "$name" "build/parity-$name/tests/parity"
        done
    done
fi
for threads in 1 2 3 4 5 6 7 8; do
    compare "Python array, $threads threads" "$(hash_of "$python" tests/parity/parity.py "$root" $threads array)"
done
for way in columns arrow frame; do
    compare "Python $way" "$(hash_of "$python" tests/parity/parity.py "$root" 1 $way)"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
