// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace flower {

/// Calls `then` once, when `window` has been painted for the first time; after two seconds where nothing of it is to be
/// seen. GUI thread.
void afterFirstPaint(QWidget *window, std::function<void()> then);

} // namespace flower
