#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What must hold of the repository as a whole. Prints one line a check, "passed: …" or "failed: …"; exit 1 when
# one failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# Longer than 400 lines on purpose. Anything else is split.
long_files=(
    capi/include/peersupport.h       # the C interface is one header, two thirds of it documentation
    python/peersupport/_core.pyi     # the typed face of one extension module, no logic
)

mapfile -t files < <(git ls-files -co --exclude-standard 2> /dev/null | sort -u)
if [ ${#files[@]} -eq 0 ]; then # not a git checkout, for example an unpacked source archive
    mapfile -t files < <(find . -type f ! -path './.git/*' ! -path './.venv/*' ! -path './build/*' ! -path '*/__pycache__/*' | cut -c3-)
fi
present=()
for file in "${files[@]}"; do if [ -f "$file" ]; then present+=("$file"); fi; done
files=("${present[@]}")

bad=0
mark=SPDX-License-Identifier
# report WHAT FOUND: nothing found is good.
report() {
    if [ -z "$2" ]; then
        echo "passed: $1"
    else
        bad=1
        printf '%s\n' "$2" | head -n 20
        echo "failed: $1"
    fi
}

of_kind() { printf '%s\n' "${files[@]}" | grep -E "$1"; }

too_large() { for file in "${files[@]}"; do [ "$(wc -c < "$file")" -le 1048576 ] || echo "$file"; done; }

without_licence() {
    of_kind '\.(hpp|cpp|h|c|py|pyi|sh|cmake|in|map)$|CMakeLists\.txt$|^\.ci/run$' | while read -r file; do
        case $file in *.pc.in) continue ;; esac
        head -n 3 "$file" | grep -q "$mark: " || echo "$file"
    done
}

too_long() {
    of_kind '\.(hpp|cpp|h|c|py|pyi)$' | grep -vE '_table\.hpp$' | while read -r file; do
        case " ${long_files[*]} " in *" $file "*) continue ;; esac
        [ "$(wc -l < "$file")" -le 400 ] || echo "$file: $(wc -l < "$file") lines"
    done
}

other_versions() {
    local version
    version=$(sed -n 's/^project(peersupport VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
    [ -n "$version" ] || echo "CMakeLists.txt has no version"
    grep -qx "version: $version" CITATION.cff || echo "CITATION.cff is not at $version"
    grep -qE "^## \[($version|Unreleased)\]" CHANGELOG.md || echo "CHANGELOG.md does not know $version"
    grep -qE "^ *dynamic = \[.*\"version\"" pyproject.toml || echo "pyproject.toml does not take the version from CMakeLists.txt"
}

# A link in a Markdown file that leads to no file of the repository.
dead_links() {
    of_kind '\.md$' | while read -r file; do
        grep -oE '\]\([^)#: ]+[)#]' "$file" | sed -E 's/^\]\((.*)[)#]$/\1/' | while read -r link; do
            [ -e "$(dirname "$file")/$link" ] || echo "$file: $link"
        done
    done
}

report "no file is larger than 1 MiB" "$(too_large)"
report "no path of one machine" "$(grep -nIE '(^|[^A-Za-z0-9_.*}/-])/(hom[e]|roo[t]|wor[k]|User[s]|tmp/bas[h])/' "${files[@]}" /dev/null)"
report "no address of a package registry" "$(grep -nIE '(pyp[i]\.org|pythonhoste[d]\.org|npmj[s]\.org|deb\.debia[n]\.org)' "${files[@]}" /dev/null)"
report "every source file names its licence" "$(without_licence)"
report "every licence named has its text" "$(grep -hoIE "$mark: [A-Za-z0-9.-]+" "${files[@]}" | sort -u |
    while read -r _ licence; do [ -f "LICENSES/$licence.txt" ] || echo "$licence"; done)"
report "no source file is longer than 400 lines" "$(too_long)"
report "the version stands in one place, or agrees" "$(other_versions)"
# shellcheck disable=SC2046  # file names here have no spaces
report "no gap is left open in the documents" "$(grep -nE '@[A-Z]+@|\b(TO[D]O|FIXM[E])\b' $(of_kind '\.(md|cff)$') /dev/null)"
report "links between documents lead somewhere" "$(dead_links)"
exit $bad
