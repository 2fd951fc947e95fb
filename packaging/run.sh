#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds a release and opens the window. Without a display it trains the built-in samples in
# the terminal instead.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_packages
"$root/packaging/libtorch.sh"
cd "$root"
say "Configuring (build/release)"
cmake --preset release -DBUILD_TESTING=OFF
say "Building"
cmake --build --preset release
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    say "Opening the window"
    if [ -d build/release/flower-trainer.app ]; then
        exec build/release/flower-trainer.app/Contents/MacOS/flower-trainer "$@"
    fi
    exec build/release/flower-trainer "$@"
fi
run="${XDG_DATA_HOME:-$HOME/.local/share}/flower-trainer/runs/samples-$(date +%Y%m%d-%H%M%S)"
say "There is no display here: training the built-in drawn samples in the terminal instead"
mkdir -p "$run"
build/release/flower-trainer-cli train --data samples --out "$run"
