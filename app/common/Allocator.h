// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace flower {

/// Tells glibc to keep freed memory instead of handing it back and faulting it in again for each batch, which costs up
/// to half of a training's time. Nothing on other systems. First thing in main().
void keepFreedMemory();

} // namespace flower
