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
    static constexpr int HeadlineRole = Qt::UserRole + 1;  ///< headline() of the row
    static constexpr int PhotoRole = Qt::UserRole + 3;     ///< the PhotoInput
    static constexpr int CorrectedRole = Qt::UserRole + 2; ///< the class that a person gave it
    static constexpr int EarlierRole = Qt::UserRole + 4;   ///< whether an earlier model gave the answer

    explicit PredictionListModel(ThumbnailLoader *thumbnails, QObject *parent = nullptr);

    void ask(const QList<PhotoInput> &photos);
    /// The answer to the first photo that waits, and the number of the model that gave it (ClassifySession).
    void answer(const Prediction &prediction, int modelNumber);
    /// Asks for the earlier() ones anew: they wait behind those that do already, and keep their answers until then.
    QList<PhotoInput> askAgain();
    void dropWaiting();
    void clear();
    /// The model that answers from now on: its classes are what photos' folders may be named after. Answers of others are left as
    /// they are, also by judge(), and are its own again when it comes back.
    void setModel(const QStringList &classNames, int modelNumber);
    /// Reads the answers of the model in use anew with these thresholds, and those that come.
    void judge(const Calibration &calibration);
    /// Classes that a person gave to photos, by path.
    void setCorrections(const QHash<QString, QString> &corrections);
    void setFacts(const QHash<QString, PhotoFacts> &facts);

    /// Photos whose answers an earlier model gave and that don't wait for another.
    [[nodiscard]] int earlier() const { return m_earlier; }
    [[nodiscard]] const AnswerRow &row(int row) const { return m_rows.at(row); }
    [[nodiscard]] const PhotoInput &photo(int row) const { return m_rows.at(row).photo; }
    [[nodiscard]] const std::optional<Prediction> &prediction(int row) const { return m_rows.at(row).prediction; }
    /// What an answer without an error says first: the kind, or that the model isn't sure, or knows none like it.
    static QString headline(const Prediction &prediction);
    /// The same of an answered row: the correction where there is one, and whether an earlier model answered.
    static QString headline(const AnswerRow &row);
    static QString stateText(AnswerState state);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void earlierChanged(int earlier);

private:
    [[nodiscard]] QString trueClassOf(const QString &path) const;
    [[nodiscard]] QString accessibleText(const AnswerRow &row) const;
    [[nodiscard]] QVariant text(const AnswerRow &row, int column) const;
    [[nodiscard]] QVariant toolTip(const AnswerRow &row, int column) const;
    void noteChanged(const QList<int> &rows); ///< sorted
    void countEarlier();

    ThumbnailLoader *m_thumbnails;
    QList<AnswerRow> m_rows;
    QList<int> m_asked; ///< rows that wait for an answer, in the order in which it comes
    QMultiHash<QString, int> m_rowsOfPath;
    QHash<QString, QString> m_classes; ///< of the model, by their name in small letters
    QHash<QString, QString> m_corrections;
    std::optional<Calibration> m_calibration; ///< nothing: as the model judged
    mutable WaitingRows m_waiting;
    int m_model = 0; ///< the number of the one that is open
    int m_earlier = 0;
};

} // namespace flower
