#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# abi_test.sh LIBRARY SOURCE CC: the library has everything the baseline has, unchanged (additions are allowed);
# and the tool would notice: a library with a reordered struct must be called incompatible.
set -eu
library=$1 source=$2 CC=$3
baseline=$source/tests/abi/peersupport-1.abi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

[ -f "$baseline" ] || { # before the first release: the library against itself, so that the control below works
    echo "no baseline yet: scripts/abi_baseline.sh makes it when 1.0 is released"
    baseline=$work/now.abi
    sh "$source/scripts/abi_baseline.sh" "$library" "$baseline"
}
differs() { abidiff --no-added-syms --hd2 "$3" --drop-private-types "$1" "$2" > "$work/report"; }
differs "$baseline" "$library" "$source/capi/include" || { cat "$work/report"; exit 1; }

# The control: two members of peersupport_score change places in a library with the same functions.
mkdir "$work/include"
sed 's|^    double value;  .*|    int64_t value;|; s|^    int64_t numerator; .*|    double numerator;|' \
    "$source/capi/include/peersupport.h" > "$work/include/peersupport.h"
cmp -s "$source/capi/include/peersupport.h" "$work/include/peersupport.h" && { echo "failed: the control changes nothing"; exit 1; }
for which in good bad; do
    include=$source/capi/include
    [ $which = bad ] && include=$work/include
    printf '#include "peersupport.h"\nint32_t peersupport_score_one(const peersupport_plan *p, const int32_t *c, size_t n, peersupport_score *s, size_t k, size_t *m, peersupport_error *e) { (void)p; (void)c; (void)n; (void)k; (void)m; (void)e; s->answered = 1; return 0; }\n' |
        "$CC" -g -shared -fPIC -I"$include" -x c - -o "$work/$which.so"
done
code=0
abidiff --hd1 "$source/capi/include" --hd2 "$work/include" --drop-private-types "$work/good.so" "$work/bad.so" > "$work/report" || code=$?
[ $((code & 4)) -ne 0 ] || { echo "failed: a changed struct was not noticed"; exit 1; }
echo "compatible; the control was noticed (abidiff $code)"
