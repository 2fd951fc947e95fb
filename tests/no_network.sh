#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# no_network.sh [CTEST ARGUMENTS]: runs the tests of build/dev (or $BUILD) where there is no network but this computer's own
# loopback, which the tests of downloads talk to. Passing says that no part needs a network unasked; strace, where it is
# there and $STRACE is set, also says that none tries to reach one. Needs Linux and the right to make a network namespace.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${BUILD:-$root/build/dev}

if [ "${1:-}" != --inside ]; then
    cut=(unshare --net)
    [ "$(id -u)" -eq 0 ] || cut=(unshare --user --map-current-user --keep-caps --net)
    if ! "${cut[@]}" true 2>/dev/null; then
        echo "This system doesn't let programs cut themselves off the network; nothing was tested." >&2
        exit 77
    fi
    exec "${cut[@]}" "$0" --inside "$@"
fi
shift
# SIOCSIFFLAGS with IFF_UP and IFF_RUNNING, where there is no ip
ip link set lo up 2>/dev/null || python3 -c 'import fcntl, socket, struct
fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sH14x", b"lo", 0x41))'
if [ "$(wc -l </proc/net/route)" -gt 1 ]; then # beside its title
    echo "The network isn't cut." >&2
    exit 1
fi
[ -d "$build" ] || { echo "There is no build in $build." >&2; exit 1; }
if [ -z "${STRACE:-}" ]; then
    exec ctest --test-dir "$build" --output-on-failure "$@"
fi
calls=$(mktemp)
trap 'rm -f "$calls"' EXIT
strace --follow-forks --quiet=all --trace=connect,sendto --output="$calls" ctest --test-dir "$build" --output-on-failure "$@"
# Who tries to reach anything but this computer asks for an address that isn't loopback's.
if grep -E 'sa_family=AF_INET6?' "$calls" | grep -vE '"127\.|"::1"|sin_port=htons\(0\)' >&2; then
    echo "Something tried to reach the network." >&2
    exit 1
fi
