#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds with warnings as errors, runs all tests, and fuzzes the readers for a moment
# where there is clang.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages
"$root/packaging/libtorch.sh"
cd "$root"
say "Configuring (build/dev)"
cmake --preset dev
say "Building"
cmake --build --preset dev
# The fuzzers' build takes a minute or two, for clang and its runtime; in a container they are fetched, on a desk they are used
# where they are.
can_fuzz() {
    local probe=$root/build/can-fuzz
    echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char *, unsigned long) { return 0; }' \
        | clang++ -fsanitize=fuzzer,address,undefined -x c++ - -o "$probe" 2>/dev/null && rm -f "$probe"
}
if [ "$SECONDS" -lt 1200 ] && ! can_fuzz && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing clang"
    env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends clang libclang-rt-14-dev || true
fi
if [ "$SECONDS" -ge 1200 ]; then
    say "The build took so long that the readers are tried with fixed mutations only."
elif can_fuzz; then
    say "Fuzzing the readers for a moment"
    FUZZ_RUNS=20000 JOBS=$(nproc) tests/fuzz/run.sh 10
else
    say "No clang with libFuzzer here: the readers are tried with fixed mutations only."
fi

say "Testing"
# Without a network where the system allows that: nothing may go over it unasked.
status=0
tests/no_network.sh || status=$?
if [ "$status" = 77 ]; then
    ctest --preset dev
elif [ "$status" != 0 ]; then
    exit "$status"
fi
