#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds with warnings as errors, runs all tests, and ends with ctest's summary.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages
"$root/packaging/libtorch.sh"
cd "$root"
say "Configuring (build/dev)"
cmake --preset dev
say "Building"
cmake --build --preset dev
say "Testing"
ctest --preset dev
