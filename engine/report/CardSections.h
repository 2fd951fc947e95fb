// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/ModelCard.h"

namespace flower {

class HtmlWriter;

// The sections of a model card in HTML, in the order of the page. Each writes nothing where the card has nothing for it.

/// What the model is for and what it can't do, in plain sentences.
void writeUse(HtmlWriter &html, const ModelCard &card);
void writeData(HtmlWriter &html, const ModelCard &card);
/// The numbers of one measurement: estimates, calibration, classes, confused pairs.
void writeMeasurement(HtmlWriter &html, const ModelCard &card, const CardMeasurement &measurement);
/// Curves, settings and time of the training.
void writeTraining(HtmlWriter &html, const CardTraining &training);
void writeEnvironment(HtmlWriter &html, const ModelCard &card);

} // namespace flower
