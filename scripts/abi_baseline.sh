#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# abi_baseline.sh LIBRARY [OUT]: writes the interface of a library built with -g (abigail-tools) to OUT, by
# default tests/abi/peersupport-1.abi. Run it once, at the release of 1.0, and commit the file; afterwards only
# when a release adds functions, never to make tests/abi pass.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
library=$1
out=${2:-$root/tests/abi/peersupport-1.abi}
readelf -S "$library" | grep -q debug_info || { echo "$library has no debug information: build with -g" >&2; exit 1; }
abidw --headers-dir "$root/capi/include" --exported-interfaces-only --drop-undefined-syms --drop-private-types \
    --no-corpus-path --no-comp-dir-path --out-file "$out" "$library"
echo "written: $out"
