// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/ModelCard.h"

namespace flower {

class HtmlWriter;

// Sections of a model card in HTML; the others are MeasurementSection and TrainingSection.

/// What the model is for and what it can't do, in plain sentences.
void writeUse(HtmlWriter &html, const ModelCard &card);
void writeData(HtmlWriter &html, const ModelCard &card);
void writeEnvironment(HtmlWriter &html, const ModelCard &card);

} // namespace flower
