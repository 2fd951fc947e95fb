#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [SECONDS] [TARGET…]: builds the fuzz targets with clang (preset fuzz) and runs each for so many seconds, with its
# seeds from corpus/TARGET and its words from TARGET.dict. What it learns and finds goes to $FUZZ_FOLDER (build/fuzz/runs).
# Ends with a table, and with an error where anything was found. JOBS: how many run at a time (1).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
seconds=${1:-60}
shift || true
folder=${FUZZ_FOLDER:-$root/build/fuzz/runs}
jobs=${JOBS:-1}
binaries=${FUZZ_BINARIES:-$root/build/fuzz}

cd "$root"
if [ -z "${FUZZ_NO_BUILD:-}" ]; then
    cmake --preset fuzz >/dev/null
    cmake --build --preset fuzz
fi
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    for file in "$here"/fuzz_*.cpp; do
        name=$(basename "$file" .cpp)
        targets+=("${name#fuzz_}")
    done
fi

# Files that a target writes lie in memory where there is such a place.
memory=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")/flower-fuzz-XXXXXX")
trap 'rm -rf "$memory"' EXIT
export TMPDIR=$memory
# Libraries that aren't built with the sanitizers keep memory of their own; only ours is looked at for leaks.
export ASAN_OPTIONS="detect_leaks=${FUZZ_LEAKS:-0}:allocator_may_return_null=0:max_allocation_size_mb=1024:${ASAN_OPTIONS:-}"
export UBSAN_OPTIONS="print_stacktrace=1:${UBSAN_OPTIONS:-}"
export QT_LOGGING_RULES="*=false"

# A crash ends the process; what is left of the time is used by the next one.
run_target() {
    local target=$1
    local learned=$folder/$target/corpus found=$folder/$target/findings log=$folder/$target/log
    mkdir -p "$learned" "$found"
    : >"$log"
    local dictionary=()
    [ -f "$here/$target.dict" ] && dictionary=(-dict="$here/$target.dict")
    local end=$((SECONDS + seconds))
    while [ $SECONDS -lt $end ] && [ "$(find "$found" -type f | wc -l)" -lt 20 ]; do
        "$binaries/fuzz_$target" "$learned" "$here/corpus/$target" "${dictionary[@]}" \
            -max_total_time=$((end - SECONDS)) -timeout=20 -rss_limit_mb=3000 -max_len=65536 -print_final_stats=1 \
            -artifact_prefix="$found/" >>"$log" 2>&1 || true
    done
}

for target in "${targets[@]}"; do
    while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do
        wait -n || true
    done
    run_target "$target" &
done
wait || true

printf '%-12s %12s %8s %9s %9s\n' target executions exec/s coverage findings
findings=0
for target in "${targets[@]}"; do
    log=$folder/$target/log
    executions=$(awk '/^stat::number_of_executed_units:/ { sum += $2 } END { printf "%d", sum }' "$log")
    coverage=$(grep -aoE 'cov: [0-9]+' "$log" | cut -d' ' -f2 | sort -n | tail -1 || true)
    count=$(find "$folder/$target/findings" -type f | wc -l)
    findings=$((findings + count))
    printf '%-12s %12s %8s %9s %9s\n' "$target" "$executions" "$((executions / seconds))" "${coverage:--}" "$count"
done
[ "$findings" -eq 0 ]
