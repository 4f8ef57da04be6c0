# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What demo.sh and test.sh share: finding what is missing, installing it, saying what happens. Sourced, not run.

lang=${lang:-en}
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore PIP_PROGRESS_BAR=off

# say ENGLISH FRENCH
say() { if [ "$lang" = fr ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi; }

# logged FILE COMMAND…: keeps the output in a file and shows its end when the command fails.
logged() {
    local log=$1 code=0
    shift
    mkdir -p "$(dirname "$log")"
    "$@" > "$log" 2>&1 < /dev/null || code=$?
    if [ "$code" -ne 0 ]; then
        grep -m 5 -iE '(^|[ :])error[: ]' "$log" >&2
        echo "… the end of $log:" >&2
        tail -n 30 "$log" >&2
    fi
    return "$code"
}

found() { command -v "$1" > /dev/null 2>&1; }

packaged() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]; }

cmake_is_new() { found cmake && printf '3.25\n%s\n' "$(cmake --version | sed -n '1s/.*version //p')" | sort -VC; }

boost_is_new() {
    local dir version
    for dir in "${BOOST_ROOT:-/usr}/include" /usr/include /usr/local/include /opt/homebrew/include; do
        [ -f "$dir/boost/json/src.hpp" ] || continue
        version=$(sed -n 's/^#define BOOST_VERSION \([0-9]*\).*/\1/p' "$dir/boost/version.hpp")
        [ "${version:-0}" -ge 108100 ] && return 0
    done
    return 1
}

# The first Python from 3.10 on that can make an environment and build a module.
find_python() {
    local name
    for name in python3 python3.14 python3.13 python3.12 python3.11 python3.10 /usr/bin/python3; do
        found "$name" && "$name" - 2> /dev/null << 'PYTHON' && { command -v "$name"; return 0; }
import ensurepip, os, sys, sysconfig, venv
ok = sys.version_info >= (3, 10) and os.path.exists(os.path.join(sysconfig.get_paths()["include"], "Python.h"))
sys.exit(not ok)
PYTHON
    done
    return 1
}

# want PACKAGES TEST…: adds the packages to `missing` when the test fails.
missing=()
want() {
    local packages=$1
    shift
    # shellcheck disable=SC2206  # the packages are words
    "$@" > /dev/null 2>&1 || missing+=($packages)
}

want_build_tools() {
    want g++ found g++
    want cmake cmake_is_new
    want ninja-build found ninja
    want "libboost1.81-dev libboost-json1.81-dev" boost_is_new
    want "python3 python3-venv python3-dev" find_python
    if found apt-get; then want ccache found ccache; fi
}

# The Boost of this distribution: Debian 12 has 1.81 beside its default, later ones have a newer default.
boost_of_this_system() {
    if apt-cache show libboost1.81-dev > /dev/null 2>&1; then printf '%s\n' "$@"
    else printf '%s\n' "$@" | sed 's/^libboost\(-json\)\{0,1\}1\.81-dev$/libboost\1-dev/'; fi
}

cannot_install() {
    say "Please install: ${missing[*]} ($1). macOS: brew install cmake ninja boost ccache python3." \
        "À installer : ${missing[*]} ($2). macOS : brew install cmake ninja boost ccache python3." >&2
    exit 1
}

# install_missing LOG WANT…: runs the WANT functions, installs what they miss, runs them again.
install_missing() {
    local log=$1 root=() names test
    shift
    missing=()
    for test in "$@"; do "$test"; done
    if [ ${#missing[@]} -eq 0 ]; then
        say "Nothing is missing." "Rien ne manque."
        return
    fi
    found apt-get || cannot_install "these are Debian's names; there is no apt here" "noms Debian; apt est absent d’ici"
    if [ "$(id -u)" -ne 0 ]; then
        if found sudo && { [ -t 0 ] || sudo -n true 2> /dev/null; }; then root=(sudo)
        else cannot_install "apt install, as root" "apt install, comme root"; fi
    fi
    say "Installing with apt: ${missing[*]}" "Installation avec apt : ${missing[*]}"
    logged "$log" ${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 -qq update ||
        cannot_install "apt-get update failed" "apt-get update a échoué"
    mapfile -t names < <(boost_of_this_system "${missing[@]}")
    logged "$log" ${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 -y \
        --no-install-recommends install "${names[@]}" || cannot_install "apt-get failed" "apt-get a échoué"
    hash -r
    missing=()
    for test in "$@"; do "$test"; done
    if [ ${#missing[@]} -gt 0 ]; then cannot_install "not found after installing" "introuvable après l’installation"; fi
}

# install_package VENV LOG EXTRA [PIP OPTIONS…]: builds and installs the package with an extra; skipped when
# neither the sources nor the environment changed since the last time. Build tools stay in the environment, so
# that a second build is incremental.
install_package() {
    local venv=$1 log=$2 extra=$3 python stamp
    shift 3
    if ! "$venv/bin/python" -c 'import pip' 2> /dev/null; then
        python=$(find_python)
        logged "$log" "$python" -m venv --clear "$venv" || return 1
    fi
    stamp=$(
        "$venv/bin/python" -VV
        find CMakeLists.txt cmake include src python pyproject.toml scripts/make_sample.py -type f \
            ! -name '*.py[co]' -exec cksum {} + | LC_ALL=C sort
    )
    stamp=$(cksum <<< "$stamp")
    if grep -qsxF "$stamp" "$venv/installed-$extra" "$venv/installed-all" && "$venv/bin/python" -c 'import peersupport' 2> /dev/null; then
        say "Nothing changed since the last build." "Rien n’a changé depuis la dernière compilation."
        return
    fi
    rm -f "$venv"/installed-*
    "$venv/bin/python" - > "$venv/build-requirements.txt" << 'PYTHON' || return 1
import ast, re
text = open("pyproject.toml", encoding="utf-8").read()
print("\n".join(ast.literal_eval(re.search(r"^requires = (\[.*?\])", text, re.M | re.S).group(1))))
PYTHON
    logged "$log" "$venv/bin/python" -m pip install "$@" -r "$venv/build-requirements.txt" || return 1
    logged "$log" "$venv/bin/python" -m pip install --no-build-isolation "$@" ".[$extra]" || return 1
    printf '%s\n' "$stamp" > "$venv/installed-$extra"
}
