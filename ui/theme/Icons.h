// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace flower {

/// An icon of the program's family (resources/icons), drawn in the palette's colour of the moment, so that it follows
/// light and dark by itself.
QIcon themedIcon(const QString &name);
/// The program's own icon, in its own colours.
QIcon applicationIcon();

} // namespace flower
