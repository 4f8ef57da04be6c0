#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# symbols_test.sh LIBRARY SYMBOLS_FILE BUILD_TYPE: what the library exports, imports and how it is linked.
set -eu
library=$1 symbols=$2 build_type=$3
fail() { echo "failed: $*"; exit 1; }

exported=$(nm -D --defined-only --with-symbol-versions "$library" | awk '$2 != "A" {print $3}' | LC_ALL=C sort)
[ "$exported" = "$(cat "$symbols")" ] || {
    printf '%s\n' "$exported" | diff "$symbols" - || true
    fail "the exports are not those of $symbols"
}
nm -D "$library" | grep -q ' u ' && fail "a unique symbol: the library could not be unloaded"

imported=$(nm -D --undefined-only "$library" | awk '{sub(/@.*/, "", $2); print $2}')
forbidden='fopen fopen64 open open64 openat read write printf fprintf vprintf puts putchar fputs fwrite syslog getenv
secure_getenv setlocale uselocale system popen fork execv execve execvp posix_spawn socket connect time gettimeofday
clock_gettime localtime rand srand random exit _exit atexit pthread_create __printf_chk __fprintf_chk'
case $build_type in Rel*) forbidden="$forbidden abort __assert_fail" ;; esac # debug builds keep assertions
for name in $forbidden; do
    printf '%s\n' "$imported" | grep -qx "$name" && fail "imports $name"
done

readelf -dW "$library" | grep -q 'BIND_NOW\|Flags:.*NOW' || fail "is not linked with -z now"
readelf -dW "$library" | grep -q 'RPATH\|RUNPATH' && fail "has a run path"
readelf -lW "$library" | grep -q GNU_RELRO || fail "has no RELRO"
readelf -lW "$library" | grep GNU_STACK | grep -q E && fail "has an executable stack"

# The floor: GCC 11's runtime (RHEL 9, Ubuntu 22.04, Debian 12). docs/c-api.md says so too.
newest() { nm -D --undefined-only "$library" | grep -o "$1_[0-9.]*" | sed "s/$1_//" | sort -V | tail -n 1; }
at_most() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | tail -n 1)" = "$2" ]; }
case $build_type in Rel*)
    at_most "$(newest GLIBC)" 2.34 || fail "needs glibc $(newest GLIBC)"
    at_most "$(newest GLIBCXX)" 3.4.29 || fail "needs GLIBCXX $(newest GLIBCXX)" ;;
esac
echo "$(printf '%s\n' "$exported" | wc -l) exports; glibc $(newest GLIBC), GLIBCXX $(newest GLIBCXX)"
