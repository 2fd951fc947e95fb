// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Calibration.h"
#include "ui/models/AnswerRow.h"
#include "ui/models/WaitingRows.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QMultiHash>
#include <QStringList>

#include <optional>

namespace flower {

class ThumbnailLoader;

/// The photos of the Classify page with their answers, in the order in which they were asked: a list of large answers by its
/// first column, a table by all of them.
class PredictionListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Photo, Answer, Probability, State, RunnerUp, TrueKind, Corrected, Taken, ColumnCount };
    static constexpr int PredictionRole = Qt::UserRole;    ///< a Prediction; nothing while it waits
    static constexpr int HeadlineRole = Qt::UserRole + 1;  ///< what is said first: the correction, or headline()
    static constexpr int PhotoRole = Qt::UserRole + 3;     ///< the PhotoInput
    static constexpr int CorrectedRole = Qt::UserRole + 2; ///< the class that a person gave it

    explicit PredictionListModel(ThumbnailLoader *thumbnails, QObject *parent = nullptr);

    void ask(const QList<PhotoInput> &photos);
    /// The answer to the first photo that waits.
    void answer(const Prediction &prediction);
    void dropWaiting();
    void clear();
    /// The classes of the model that answers from now on: what photos' folders may be named after. Answers before are left as
    /// they are, also by judge().
    void setModel(const QStringList &classNames);
    /// Reads the answers of the model in use anew with these thresholds, and those that come.
    void judge(const Calibration &calibration);
    /// Classes that a person gave to photos, by path.
    void setCorrections(const QHash<QString, QString> &corrections);
    void setFacts(const QHash<QString, PhotoFacts> &facts);

    [[nodiscard]] int answered() const { return m_answered; }
    [[nodiscard]] const AnswerRow &row(int row) const { return m_rows.at(row).shown; }
    [[nodiscard]] const PhotoInput &photo(int row) const { return m_rows.at(row).shown.photo; }
    [[nodiscard]] const std::optional<Prediction> &prediction(int row) const { return m_rows.at(row).shown.prediction; }
    /// What an answer without an error says first: the kind, or that the model isn't sure, or knows none like it.
    static QString headline(const Prediction &prediction);
    static QString stateText(AnswerState state);
    /// answersCsv() of all of them.
    [[nodiscard]] QByteArray toCsv() const;

    /// Without the detours of QAbstractTableModel: sorting ten thousand rows asks for it a quarter of a million times.
    [[nodiscard]] QModelIndex index(int row, int column = 0, const QModelIndex &parent = {}) const override
    {
        const bool isThere = row >= 0 && row < m_rows.size() && column >= 0 && column < ColumnCount && !parent.isValid();
        return isThere ? createIndex(row, column) : QModelIndex();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        AnswerRow shown;
        int model = 0; ///< the number of the one that answered
    };
    [[nodiscard]] QString trueClassOf(const QString &path) const;
    [[nodiscard]] QString accessibleText(const AnswerRow &row) const;
    [[nodiscard]] QVariant text(const AnswerRow &row, int column) const;
    [[nodiscard]] QVariant toolTip(const AnswerRow &row, int column) const;
    void noteChanged(const QList<int> &rows); ///< sorted

    ThumbnailLoader *m_thumbnails;
    QList<Row> m_rows;
    QMultiHash<QString, int> m_rowsOfPath;
    QHash<QString, QString> m_classes; ///< of the model, by their name in small letters
    QHash<QString, QString> m_corrections;
    std::optional<Calibration> m_calibration; ///< nothing: as the model judged
    mutable WaitingRows m_waiting;
    int m_model = 0;
    int m_answered = 0;
};

} // namespace flower
