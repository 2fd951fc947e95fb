#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# nightly.sh [KILLS] [FUZZ_SECONDS]: everything that takes too long for each change, and one table at the end: kills survived, files
# refused, inputs fuzzed, leaks and other findings of the address sanitizer, races. Two hours and more. What it can't do here it says.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
kills=${1:-100}
seconds=${2:-300}
logs=${NIGHTLY_LOGS:-$root/build/nightly}
mkdir -p "$logs"
cd "$root"
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
rows=()
row() { rows+=("$(printf '| %s | %s |' "$1" "$2")"); }
build() { cmake --preset "$1" >"$logs/$1-configure.log" 2>&1 && cmake --build --preset "$@" >"$logs/$1-build.log" 2>&1; }

say "Tests, kills and refused files (build/dev)"
if build dev; then
    ctest --preset dev >"$logs/dev.log" 2>&1
    row "tests" "$(grep -E 'tests passed' "$logs/dev.log" || echo 'not run')"
    FLOWER_KILLS=$kills build/dev/tests_app tst_Kills >"$logs/kills.log" 2>&1
    row "kills survived" "$(grep -oE '[0-9]+ kills survived' "$logs/kills.log" | head -1 || true) of $kills"
    build/dev/tests_fuzz >"$logs/replay.log" 2>&1
    row "files and mutations of them read or refused" "$(awk '/mutations/ { files += $2; mutations += $5 } END { print files " files and " mutations " mutations" }' "$logs/replay.log")"
else
    row "build/dev" "does not build, see $logs"
fi

say "Fuzzing, $seconds s each"
if command -v clang++ >/dev/null; then
    tests/fuzz/run.sh "$seconds" >"$logs/fuzz.log" 2>&1 && found="no finding" || found="FINDINGS, see $logs/fuzz.log"
    row "inputs fuzzed" "$(awk '/^target / { on = 1; next } on { sum += $2 } END { print sum + 0 }' "$logs/fuzz.log"), $found"
else
    row "inputs fuzzed" "no clang here"
fi

say "Address and undefined-behaviour sanitizers"
if build asan; then
    ctest --preset asan --parallel 2 >"$logs/asan.log" 2>&1
    row "address and undefined behaviour: reports" "$(grep -cE 'ERROR: AddressSanitizer|runtime error:' "$logs/asan.log") ($(grep -E 'tests passed' "$logs/asan.log" || echo 'not run'))"
    row "leaks" "$(grep -cE 'ERROR: LeakSanitizer' "$logs/asan.log")"
else
    row "build/asan" "does not build, see $logs"
fi

say "Thread sanitizer"
if build tsan; then
    ctest --preset tsan --parallel 2 >"$logs/tsan.log" 2>&1
    row "races" "$(grep -cE 'WARNING: ThreadSanitizer' "$logs/tsan.log") ($(grep -E 'tests passed' "$logs/tsan.log" || echo 'not run'))"
else
    row "build/tsan" "does not build, see $logs"
fi

printf '\n| %s | %s |\n|---|---|\n' "what" "$(date -u +%F)"
printf '%s\n' "${rows[@]}"
