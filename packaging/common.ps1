# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run.ps1 and test.ps1: the tools and libraries on Windows. Needs Visual Studio 2022 with C++, and Git.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$cache = Join-Path $env:LOCALAPPDATA 'flower-trainer'

function Say($text) { Write-Host "==> $text" -ForegroundColor Cyan }
function Assert-Success($what) { if ($LASTEXITCODE -ne 0) { throw "$what failed with code $LASTEXITCODE." } }

function Install-Libraries {
    New-Item -ItemType Directory -Force $cache | Out-Null
    $vcpkg = Join-Path $cache 'vcpkg'
    if (-not (Test-Path "$vcpkg/vcpkg.exe")) {
        Say 'Fetching vcpkg'
        git clone --depth 1 https://github.com/microsoft/vcpkg $vcpkg; Assert-Success 'git'
        & "$vcpkg/bootstrap-vcpkg.bat" -disableMetrics; Assert-Success 'vcpkg'
    }
    Say 'Installing Qt, OpenCV, QCustomPlot, zlib and libarchive with vcpkg (long, the first time)'
    & "$vcpkg/vcpkg.exe" install --triplet x64-windows qtbase qtsvg qttools opencv4 libjpeg-turbo qcustomplot zlib libarchive pkgconf
    Assert-Success 'vcpkg install'
}

function Install-LibTorch {
    $version = '2.13.0'
    $target = Join-Path $cache "libtorch-$version-cpu"
    if (Test-Path "$target/share/cmake/Torch/TorchConfig.cmake") { Say "LibTorch $version is there."; return $target }
    Say "Fetching LibTorch $version (about 200 MB)"
    $zip = Join-Path $cache 'libtorch.zip'
    Invoke-WebRequest "https://download.pytorch.org/libtorch/cpu/libtorch-win-shared-with-deps-$version%2Bcpu.zip" -OutFile $zip
    Expand-Archive -Force $zip "$cache/unpacked"
    Move-Item "$cache/unpacked/libtorch" $target
    Remove-Item $zip
    return $target
}

function Invoke-Build($preset, $testing) {
    Install-Libraries
    $torch = (Install-LibTorch | Select-Object -Last 1)
    Set-Location $root
    Say "Configuring (build/$preset)"
    cmake --preset $preset "-DBUILD_TESTING=$testing" "-DTorch_DIR=$torch/share/cmake/Torch" `
        "-DCMAKE_TOOLCHAIN_FILE=$cache/vcpkg/scripts/buildsystems/vcpkg.cmake"
    Assert-Success 'cmake'
    Say 'Building'
    cmake --build --preset $preset; Assert-Success 'The build'
    $env:PATH = "$torch/lib;$cache/vcpkg/installed/x64-windows/bin;$env:PATH"
}
