// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace flower {

/// Lets the threads of GNU OpenMP, LibTorch's on Linux, spin only briefly where they wait for each other, and then sleep.
/// By default they spin for milliseconds: fastest alone on the machine, and several times slower as soon as another program,
/// or this one's window, wants a core (docs/performance.md). The user's own GOMP_SPINCOUNT or OMP_WAIT_POLICY is left alone.
/// The library reads this when it is loaded: where it is linked and so is there already, the program starts itself once
/// more, in the same process. In main(), before threads are made.
void waitBriefly(char **argv);

} // namespace flower
