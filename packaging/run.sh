#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds a release, and trains the built-in samples in the terminal.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages
"$root/packaging/libtorch.sh"
cd "$root"
say "Configuring (build/release)"
cmake --preset release -DBUILD_TESTING=OFF
say "Building"
cmake --build --preset release
run="${XDG_DATA_HOME:-$HOME/.local/share}/flower-trainer/runs/samples-$(date +%Y%m%d-%H%M%S)"
say "Training the built-in drawn samples in the terminal"
mkdir -p "$run"
build/release/flower-trainer-cli train --data samples --out "$run"
