#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts LibTorch for the CPU into the cache folder that cmake/LibTorch.cmake looks at. Nothing is fetched twice.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

version=2.13.0
cache="${XDG_CACHE_HOME:-$HOME/.cache}/flower-trainer"
target="$cache/libtorch-$version-cpu"
config=share/cmake/Torch/TorchConfig.cmake

if [ -n "${Torch_DIR:-}" ] || [[ "${CMAKE_PREFIX_PATH:-}" == *torch* ]]; then
    say "Using the LibTorch that the environment names."
    exit 0
fi
if [ -f "$target/$config" ]; then
    say "LibTorch $version is there: $target"
    exit 0
fi

mkdir -p "$cache"
work=$(mktemp -d "$cache/libtorch.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Outside, the official archive; where its server can't be reached, the same libraries from the Python package.
archive="https://download.pytorch.org/libtorch/cpu/libtorch-shared-with-deps-$version%2Bcpu.zip"
say "Fetching LibTorch $version (about 200 MB): the official archive"
if curl --proto '=https' --fail --location --connect-timeout 5 --progress-bar -o "$work/libtorch.zip" "$archive" \
    && unzip -q "$work/libtorch.zip" -d "$work"; then
    mv "$work/libtorch" "$work/found"
else
    say "The archive can't be reached. Fetching the Python package torch==$version instead."
    # The C++ libraries in it are the same for every Python; 3.11 is named so that any pip finds a file.
    download() {
        python3 -m pip download --quiet --no-deps --dest "$work" --only-binary=:all: --python-version 3.11 \
            --implementation cp --abi cp311 --platform manylinux_2_28_x86_64 "$@"
    }
    download "torch==$version+cpu" || download --index-url https://download.pytorch.org/whl/cpu "torch==$version+cpu" \
        || fail "LibTorch can't be fetched. Check the network, or give Torch_DIR."
    mkdir "$work/found"
    (cd "$work" && unzip -q torch-*.whl 'torch/lib/*' 'torch/include/*' 'torch/share/*')
    mv "$work/torch/lib" "$work/torch/include" "$work/torch/share" "$work/found/"
fi
[ -f "$work/found/$config" ] || fail "What was fetched holds no $config."
# Another run of this script may have been faster.
[ -f "$target/$config" ] || { rm -rf "$target" && mv "$work/found" "$target"; }
say "LibTorch $version is ready: $target"
