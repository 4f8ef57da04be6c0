#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# test.sh [--quick|--ci]: installs what is missing, builds, runs every test and ends with one line that sums them up.
# A stage that fails does not stop the others. --quick: the repository, the release build and Python only. --ci: all that
# a clean checkout has time for: sanitizers on the C interface and the fuzz corpora, parity of the builds there are, one
# locale. Unit tests under sanitizers, parity at other optimisation levels and the other locales need the whole run.
# PEERSUPPORT_REAL_DATA names a folder with public answers (see CONTRIBUTING.md); without it the
# tests on real input print SKIPPED. No test depends on how fast this machine is.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
exec < /dev/null
# shellcheck source=scripts/tools.sh
. scripts/tools.sh

quick=false whole=true tested_locales=(fr_CA de_DE tr_TR)
case "${1:-}" in
    --quick) quick=true whole=false ;;
    --ci) whole=false tested_locales=(fr_CA) ;;
    "") ;;
    *) echo "usage: scripts/test.sh [--quick|--ci]" >&2; exit 2 ;;
esac

logs=build/test-logs
mkdir -p "$logs"
jobs=$(nproc 2> /dev/null || echo 2)
passed=0 failed=0 skipped=0 failures=() times=()
under=() # variables that the test programs run under

count() { passed=$((passed + $1)) failed=$((failed + $2)); }
fail() { failures+=("$1"); printf 'FAILED: %s\n' "$1"; }

# stage NAME FUNCTION: runs it, says how long it took.
stage() {
    local began=$SECONDS
    printf '\n==== %s\n' "$1"
    "$2"
    times+=("$(printf '%5d s  %s' $((SECONDS - began)) "$1")")
    printf -- '---- %s: %d s\n' "$1" $((SECONDS - began))
}

# check NAME COMMAND…: a program that checks. Counts what it counted itself, when it ends with "N passed, N failed";
# otherwise it is one check.
check() {
    local name=$1 log code good bad line
    shift
    log=$logs/check-${name//[^A-Za-z0-9_-]/_}.log
    "$@" 2>&1 | tee "$log" | grep --line-buffered -vE '^[0-9]+ passed, [0-9]+ failed$'
    code=${PIPESTATUS[0]}
    line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
    if [ -n "$line" ]; then read -r good _ bad _ <<< "$line"; else good=$((code == 0)) bad=0; fi
    if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    count "$good" "$bad"
    if [ "$bad" -gt 0 ]; then fail "$name"; else echo "passed: $name${line:+ ($good)}"; fi
}

# script NAME PATH ARGUMENTS…: a check that is a program of the repository. One that is not there is a failure.
script() {
    local name=$1 path=$2
    shift 2
    if [ ! -e "$path" ]; then
        count 0 1
        fail "$name: there is no $path"
        return
    fi
    case $path in
        *.py) check "$name" python3 "$path" "$@" ;;
        *) check "$name" bash "$path" "$@" ;;
    esac
}

# build PRESET OPTIONS…: configures and builds; quiet unless it fails.
build() {
    local preset=$1
    shift
    logged "$logs/$preset-configure.log" cmake --preset "$preset" &&
        logged "$logs/$preset-build.log" cmake --build --preset "$preset" -j "$jobs" "$@" && return
    count 0 1
    fail "building $preset"
    return 1
}

# run_ctest NAME PRESET OPTIONS…: counts each test.
run_ctest() {
    local name=$1 preset=$2 log line bad all not_run
    shift 2
    log=$logs/ctest-${name//[^A-Za-z0-9_-]/_}.log
    env ${under[@]+"${under[@]}"} ctest --preset "$preset" -j "$jobs" --no-tests=error "$@" > "$log" 2>&1
    line=$(grep -E '^[0-9]+% tests passed' "$log" | tail -n 1)
    if [ -z "$line" ]; then
        tail -n 60 "$log"
        count 0 1
        fail "$name: ctest did not finish"
        return
    fi
    read -r bad all < <(sed -E 's/.*, ([0-9]+) tests? failed out of ([0-9]+).*/\1 \2/' <<< "$line")
    not_run=$(grep -c '\*\*\*Skipped' "$log")
    if [ "$bad" -gt 0 ]; then tail -n 400 "$log"; else grep -E '\*\*\*Skipped' "$log"; grep -E '^Total Test time' "$log"; fi
    echo "$line"
    skipped=$((skipped + not_run))
    count $((all - bad - not_run)) "$bad"
    if [ "$bad" -gt 0 ]; then fail "$name: $bad of $all"; fi
}

# run_pytest NAME OPTIONS…: counts each test.
run_pytest() {
    local name=$1 log line code good bad
    shift
    log=$logs/pytest-${name//[^A-Za-z0-9_-]/_}.log
    env ${under[@]+"${under[@]}"} .venv/bin/python -m pytest tests/python --color=no -n "$jobs" --dist loadgroup "$@" > "$log" 2>&1
    code=$?
    if [ "$code" -ne 0 ]; then tail -n 200 "$log"; else grep -E '^SKIPPED' "$log"; fi
    # Everything that the tests need was installed above: what is missing here would be missing unnoticed.
    if ! $quick && grep -qE '^SKIPPED.*(could not import|not installed|not here|this build has no|No module)' "$log"; then
        count 0 1
        fail "$name: something the tests need is missing, see SKIPPED"
    fi
    line=$(grep -E '^(=+ )?([0-9]+ [a-z]+(, )?)+ in [0-9.]+s' "$log" | tail -n 1)
    echo "$line"
    number() { grep -oE "[0-9]+ $1" <<< "$line" | cut -d' ' -f1 | tail -n 1; }
    good=$(number passed) bad=$(($(number failed || echo 0) + $(number errors? || echo 0)))
    skipped=$((skipped + $(number skipped || echo 0)))
    if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    count "${good:-0}" "$bad"
    if [ "$bad" -gt 0 ]; then fail "$name: $bad"; fi
}

# ---- 1 tools

# What the release build looks for when it is configured.
want_build_and_test_tools() {
    want_build_tools
    want libgtest-dev test -e /usr/include/gtest/gtest.h
    want libbenchmark-dev test -e /usr/include/benchmark/benchmark.h
    want pkg-config found pkg-config
    $quick || want abigail-tools found abidiff
}
want_later_tools() {
    want clang-14 found clang++-14
    want libclang-rt-14-dev packaged libclang-rt-14-dev
    want clang-format-14 found clang-format-14
    want valgrind found valgrind
    want locales test -e /usr/share/i18n/locales/fr_CA
    want chromium found chromium
    want openjdk-17-jre-headless found java
    want fonts-dejavu-core test -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
}
tools() { install_missing "$logs/apt.log" want_build_and_test_tools; }

# The rest comes over the network while compilers work; the first stage that needs any of it waits.
installing=
install_later_tools() { install_missing "$logs/apt-later.log" want_later_tools > "$logs/tools-later.log" 2>&1; }
await_later_tools() {
    [ -n "$installing" ] || return 0
    if ! wait "$installing"; then
        count 0 1
        fail "installing tools"
    fi
    cat "$logs/tools-later.log"
    installing=
    hash -r
}

# ---- 2 repository

repository() {
    local out line
    script "generated files are current" scripts/generate_status.py --check
    script "reading level of the survey" scripts/readability.py
    out=$(bash scripts/check_repository.sh)
    printf '%s\n' "$out"
    while IFS= read -r line; do
        case $line in
            "passed: "*) count 1 0 ;;
            "failed: "*) count 0 1; failures+=("${line#failed: }") ;;
        esac
    done <<< "$out"
}

# ---- 3, 4 builds

release() {
    local built=true
    build release || built=false
    await_later_tools
    $built && run_ctest release release
}
sanitizers() {
    if $whole; then build asan-ubsan && run_ctest asan-ubsan asan-ubsan
    else
        # Refusing every allocation once, looking through all memory that is freed, and threads that share rules take
        # minutes here; the release build does them too. (Not optimised, the build is two minutes shorter and these
        # tests are two minutes longer.)
        build asan-ubsan --target interface_tests parity_cpp parity_c &&
            run_ctest asan-ubsan asan-ubsan -R '^(capi|fuzz)' -E 'out_of_memory|freed_memory|review_threads'
    fi
}

# ---- 5 parity, 6 locales

parity() {
    if $whole; then script "one hash in C++, C and Python, every compiler, path and thread count" tests/parity/run.sh
    else script "one hash in C++, C and Python, gcc and clang with sanitizers" tests/parity/run.sh --built; fi
}

locales() {
    local name=locale-$$ folder preload locale
    folder=$(mktemp -d) || return
    preload=$folder/use_locale.so
    if ! logged "$logs/$name.log" g++ -std=c++20 -shared -fPIC -o "$preload" tests/locale/use_locale.cpp; then
        count 0 1
        fail "building tests/locale/use_locale.cpp"
        return
    fi
    for locale in "${tested_locales[@]}"; do
        if ! logged "$logs/localedef-$locale.log" localedef -i "$locale" -f UTF-8 "$folder/$locale.UTF-8"; then
            count 0 1
            fail "making locale $locale"
            continue
        fi
        echo "$locale.UTF-8, Asia/Kathmandu:"
        under=("LOCPATH=$folder" "LC_ALL=$locale.UTF-8" TZ=Asia/Kathmandu)
        # Programs start in "C": Python without the C library's numbers, as in real life, the others with all of it.
        run_pytest "Python under $locale" -k "golden or command_line or real_data or oracles"
        under+=("LD_PRELOAD=$preload")
        run_ctest "tests under $locale" release -E '^(install|abi|fuzz|capi\.out_of_memory|review_matching)'
        under=()
    done
    rm -rf "$folder"
}

# ---- 7 Python, 8 instruction counts

# What the Python tests need comes over the network; it is fetched while compilers work, into the environment that the
# package is built in afterwards. When that fails, the stage below installs it and tells why.
fetch_python_requirements() {
    local python
    [ -e python/requirements-test.txt ] || return
    .venv/bin/python -c 'import pip' 2> /dev/null || { python=$(find_python) && "$python" -m venv --clear .venv; } > /dev/null 2>&1 || return
    # Not cmake and ninja: the package is built by those that built the rest, so that the compiler cache has the core.
    .venv/bin/python -m pip install -r <(grep -vE '^(cmake|ninja)==' python/requirements-test.txt) > "$logs/pip-fetch.log" 2>&1
}

python_package() {
    if [ ! -e python/requirements-test.txt ]; then
        count 0 1
        fail "there is no python/requirements-test.txt"
        return
    fi
    wait "$fetching"
    # With the compiler and the flags of the release build the compiler cache has the core already.
    local extra=all,scale
    if ! CMAKE_ARGS="-DPEERSUPPORT_WARNINGS_AS_ERRORS=ON -DCMAKE_CXX_COMPILER=c++" install_package .venv "$logs/pip.log" "$extra" -c python/requirements-test.txt; then
        count 0 1
        fail "pip install .[$extra]"
        return
    fi
    if ! logged "$logs/pip-test.log" .venv/bin/python -m pip install -r python/requirements-test.txt; then
        count 0 1
        fail "pip install -r python/requirements-test.txt"
        return
    fi
    run_pytest Python
    check "the note check on the notes its rules were tuned on" .venv/bin/python scripts/review_accuracy.py --set tuned --check
    check "the role check on the texts its rules were tuned on" .venv/bin/python scripts/review_accuracy.py --of roles --set tuned --check
}

instructions() {
    script "instruction counts" bench/instructions.sh --check
    # Counting what the rules cost takes two minutes: not for every push.
    if $whole; then script "instruction counts of the note check" bench/note_instructions.sh --check; fi
}

stage "tools" tools
if ! $quick; then
    install_later_tools &
    installing=$!
fi
fetch_python_requirements &
fetching=$!
stage "repository" repository
stage "release build (gcc) and tests" release
if ! $quick; then stage "address and undefined-behaviour sanitizers (clang)" sanitizers; fi
stage "Python package and tests" python_package
if ! $quick; then
    stage "parity" parity
    stage "locales and time zone" locales
    stage "instruction counts" instructions
fi

printf '\n==== time\n'
printf '%s\n' "${times[@]}" "$(printf '%5d s  together' "$SECONDS")"
if [ "$skipped" -gt 0 ]; then printf '\n%d SKIPPED (see above)\n' "$skipped"; fi
if [ ${#failures[@]} -gt 0 ]; then
    printf '\n==== failed\n'
    printf '%s\n' "${failures[@]}"
fi
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
