// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/ModelCard.h"

namespace flower {

class HtmlWriter;

/// A model card's numbers of one measurement: estimates, calibration, classes, confused pairs.
void writeMeasurement(HtmlWriter &html, const ModelCard &card, const CardMeasurement &measurement);

} // namespace flower
