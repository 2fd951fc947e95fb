# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run.sh and test.sh: says what happens, and installs what is missing from the system's packages.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

debian_packages="build-essential cmake ninja-build ccache git ca-certificates curl unzip pkg-config python3 python3-pip
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n libqt6svg6-dev libqt6sql6-sqlite
    qt6-multimedia-dev
    libgl1-mesa-dev libqcustomplot-dev libopencv-dev libturbojpeg0-dev zlib1g-dev libarchive-dev"

install_packages() {
    if ! command -v apt-get >/dev/null; then
        say "No apt here: the README lists the packages for dnf, pacman and Homebrew. Going on with what is installed."
        return
    fi
    local missing="" package
    for package in $debian_packages; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
    if [ -z "$missing" ]; then
        say "All system packages are there."
        return
    fi
    say "Installing:$missing"
    as_root apt-get update -qq
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
}
