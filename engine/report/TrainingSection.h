// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/ModelCard.h"

namespace flower {

class HtmlWriter;

/// A model card's curves, settings and time of the training.
void writeTraining(HtmlWriter &html, const CardTraining &training);

} // namespace flower
