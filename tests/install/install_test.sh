#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install_test.sh BUILD SOURCE CC CXX: installs into a new prefix, moves it, builds the examples against it by
# pkg-config and by CMake, runs them and compares what they print with the golden texts beside this file.
set -eu
build=$1 source=$2 CC=$3 CXX=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
golden=$source/tests/install
fail() { echo "failed: $*"; exit 1; }
same() { diff "$golden/$1" "$2" || fail "$2 does not print what $1 says"; }

for component in peersupport-runtime peersupport-development; do
    cmake --install "$build" --prefix "$work/first" --component "$component" > "$work/install.log"
done
mv "$work/first" "$work/prefix" # an installed tree can be moved
grep -rl "$work/first\|$source" "$work/prefix" --include='*.pc' --include='*.cmake' && fail "a path of the build was installed"

pc=$(find "$work/prefix" -name peersupport.pc)
PKG_CONFIG_PATH=$(dirname "$pc")
LD_LIBRARY_PATH=$(dirname "$PKG_CONFIG_PATH")
export PKG_CONFIG_PATH LD_LIBRARY_PATH
for example in score_one score_batch definition; do
    # shellcheck disable=SC2046  # the flags are words
    "$CC" -std=c99 -Wall -Wextra -pedantic -Werror "$source/examples/c/$example.c" -o "$work/$example" \
        $(pkg-config --cflags --libs peersupport)
    "$work/$example" > "$work/$example.out"
    # Of the definition the line that no rewording moves.
    [ $example = definition ] && sed -i 1q "$work/$example.out"
    same "$example.txt" "$work/$example.out"
done
programme=$source/examples/programme/lakeshore-network.json
"$work/definition" "$programme" 2026-06-30 > "$work/report.json" || fail "the programme was not checked"
grep -q '"format": "peersupport-programme-report-1"' "$work/report.json" || fail "no programme report"

# shellcheck disable=SC2046
"$CC" -std=c99 -Wall -Wextra -pedantic -Werror "$source/examples/c/check_note.c" -o "$work/check_note" \
    $(pkg-config --cflags --libs peersupport)
"$work/check_note" > "$work/check_note.out" || fail "no note was checked"
grep -q '^POWR-002 1:.* "refused' "$work/check_note.out" || fail "a word of the note was not found"
grep -q 'addict' "$work/check_note.out" && fail "the person's own words were held against the note"

# shellcheck disable=SC2046
"$CC" -std=c99 -Wall -Wextra -pedantic -Werror "$source/examples/c/integrity.c" -o "$work/integrity" \
    $(pkg-config --cflags --libs peersupport)
"$work/integrity" > "$work/profile.json" || fail "service integrity was not assessed"
grep -q '"format": "peersupport-integrity-profile-1"' "$work/profile.json" || fail "no integrity profile"

for language in c cpp; do
    cmake -S "$source/examples/$language" -B "$work/$language" -DCMAKE_PREFIX_PATH="$work/prefix" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER="$CC" -DCMAKE_CXX_COMPILER="$CXX" > "$work/$language.log" 2>&1 ||
        { cat "$work/$language.log"; fail "configuring examples/$language"; }
    cmake --build "$work/$language" > "$work/$language.log" 2>&1 ||
        { cat "$work/$language.log"; fail "building examples/$language"; }
done
unset LD_LIBRARY_PATH # CMake set run paths
"$work/c/score_one" > "$work/c_score_one.out"
same score_one.txt "$work/c_score_one.out"
"$work/c/score_batch" > "$work/c_score_batch.out"
same score_batch.txt "$work/c_score_batch.out"
"$work/c/definition" | sed 1q > "$work/c_definition.out"
same definition.txt "$work/c_definition.out"
"$work/cpp/score" > "$work/cpp_score.out"
same score_one.txt "$work/cpp_score.out" # C++ prints what C prints

printf 'cmake_minimum_required(VERSION 3.16)\nproject(t NONE)\nfind_package(peersupport 99 REQUIRED)\n' > "$work/CMakeLists.txt"
cmake -S "$work" -B "$work/99" -DCMAKE_PREFIX_PATH="$work/prefix" > /dev/null 2>&1 && fail "version 99 was found"
echo "installed, moved, and used by pkg-config and CMake"
