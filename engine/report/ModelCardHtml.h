// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/ModelCard.h"

#include <QByteArray>

namespace flower {

/// The card as one HTML page without outside references, in the program's language: light and dark as the reader's system is,
/// with pictures as SVG, and made to be printed. Well-formed as XML too.
QByteArray modelCardHtml(const ModelCard &card);

} // namespace flower
