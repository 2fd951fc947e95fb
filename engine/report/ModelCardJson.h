// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/ModelCard.h"

#include <QByteArray>

namespace flower {

/// The card as a JSON object, `"version": 1`; fractions of 1, seconds, and null for what is unknown.
QByteArray modelCardJson(const ModelCard &card);

} // namespace flower
