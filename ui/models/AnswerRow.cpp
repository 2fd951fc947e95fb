// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/AnswerRow.h"

#include "engine/core/Csv.h"

namespace flower {

namespace {

constexpr int kTop = 5;

QString stateKey(AnswerState state)
{
    switch (state) {
    case AnswerState::Waiting:
        return {};
    case AnswerState::Unreadable:
        return QStringLiteral("error");
    case AnswerState::Sure:
        return QStringLiteral("sure");
    case AnswerState::NotSure:
        return QStringLiteral("not_sure");
    case AnswerState::NoneOfThese:
        return QStringLiteral("none_of_these");
    case AnswerState::EarlierModel:
        return QStringLiteral("earlier_model");
    }
    Q_UNREACHABLE();
}

QStringList scored(const Prediction &prediction, int rank)
{
    if (rank >= prediction.top.size())
        return {QString(), QString()};
    return {csv::field(prediction.top.at(rank).name), QString::number(prediction.top.at(rank).probability, 'f', 6)};
}

} // namespace

AnswerState stateOf(const AnswerRow &row)
{
    return row.isAnswered() && !row.isOfOpenModel ? AnswerState::EarlierModel : judgedState(row);
}

AnswerState judgedState(const AnswerRow &row)
{
    if (!row.prediction)
        return AnswerState::Waiting;
    if (!row.isAnswered())
        return AnswerState::Unreadable;
    if (row.prediction->noneOfThese)
        return AnswerState::NoneOfThese;
    return row.prediction->notSure ? AnswerState::NotSure : AnswerState::Sure;
}

bool isWrong(const AnswerRow &row)
{
    return row.isAnswered() && row.isOfOpenModel && !row.trueClass.isEmpty()
        && (row.prediction->noneOfThese || row.prediction->top.first().name != row.trueClass);
}

QByteArray answersCsv(const QList<AnswerRow> &rows)
{
    QString text = QStringLiteral("path,answer,probability,state,corrected,true_label,taken,latitude,longitude,"
                                  "top1,p1,top2,p2,top3,p3,top4,p4,top5,p5,not_sure,none_of_these,error\n");
    for (const AnswerRow &row : rows) {
        if (!row.prediction)
            continue;
        QStringList fields{csv::field(row.photo.path)};
        fields += scored(*row.prediction, 0);
        fields += {stateKey(stateOf(row)), csv::field(row.corrected), csv::field(row.trueClass)};
        fields.append(row.facts.taken ? row.facts.taken->toString(Qt::ISODate) : QString());
        const auto &place = row.facts.place;
        fields.append(place ? QString::number(place->latitude, 'f', 6) : QString());
        fields.append(place ? QString::number(place->longitude, 'f', 6) : QString());
        for (int rank = 0; rank < kTop; ++rank)
            fields += scored(*row.prediction, rank);
        fields.append(QString::number(row.prediction->notSure ? 1 : 0));
        fields.append(QString::number(row.prediction->noneOfThese ? 1 : 0));
        fields.append(csv::field(row.prediction->error));
        text += fields.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text.toUtf8();
}

} // namespace flower
