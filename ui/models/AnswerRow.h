// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoFacts.h"
#include "engine/core/Prediction.h"

#include <QList>

#include <optional>

namespace flower {

/// A photo of the Classify page with all that is known about it.
struct AnswerRow {
    PhotoInput photo;
    std::optional<Prediction> prediction;
    QString trueClass; ///< the class that its folder is named after; empty: none
    QString corrected; ///< the class that a person gave it; empty: none
    PhotoFacts facts;
    // What it is sorted by, at hand.
    QString sortName{};       ///< the file's name in small letters
    double confidence = -1.0; ///< the best class's probability; negative: not answered
    int modelNumber = 0;       ///< of the model that answered (ClassifySession)
    bool isOfOpenModel = true; ///< false: an earlier model gave the answer

    [[nodiscard]] bool isAnswered() const { return prediction && prediction->error.isEmpty() && !prediction->top.isEmpty(); }
};

/// How far an answer has come, and how it is to be read.
enum class AnswerState { Waiting, Unreadable, Sure, NotSure, NoneOfThese, EarlierModel };

AnswerState stateOf(const AnswerRow &row);
/// The same as the model said that answered, whether or not it is the one that is open.
AnswerState judgedState(const AnswerRow &row);
/// Whether the true class is known and the open model's answer is another one, or none.
bool isWrong(const AnswerRow &row);

/// A table: path, answer, probability, state (sure, not_sure, none_of_these, earlier_model or error), corrected and true class,
/// date, place, the top five, not_sure and none_of_these as 0 and 1, error. Header included; photos that wait are left out.
QByteArray answersCsv(const QList<AnswerRow> &rows);

} // namespace flower
