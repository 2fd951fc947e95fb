#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes pictures of every page, light and dark, large and small, without a display: packaging/screenshots.sh [FOLDER]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-$root/build/screenshots}
cd "$root"
cmake --preset dev >/dev/null
cmake --build --preset dev --target tests_ui
for pictures in tst_Screenshots tst_PhotoScreenshots tst_FindPhotos tst_Projects; do
    FLOWER_SCREENSHOTS=$folder QT_QPA_PLATFORM=offscreen build/dev/tests_ui "$pictures"
done
echo "$folder"
