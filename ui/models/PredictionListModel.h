// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Prediction.h"
#include "ui/models/WaitingRows.h"

#include <QAbstractListModel>

#include <optional>

namespace flower {

class ThumbnailLoader;

/// The photos of the Classify page with their answers, in the order in which they were asked.
class PredictionListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit PredictionListModel(ThumbnailLoader *thumbnails, QObject *parent = nullptr);

    void ask(const QList<PhotoInput> &photos);
    /// The answer to the first photo that waits.
    void answer(const Prediction &prediction);
    void dropWaiting();
    void clear();
    [[nodiscard]] int answered() const { return m_answered; }
    [[nodiscard]] const PhotoInput &photo(int row) const { return m_rows.at(row).photo; }
    [[nodiscard]] const std::optional<Prediction> &prediction(int row) const { return m_rows.at(row).prediction; }
    /// What an answer without an error says first: the kind, or that the model isn't sure, or knows none like it.
    static QString headline(const Prediction &prediction);
    /// path, the top five with their probabilities, whether they can be counted on, error. Header included.
    [[nodiscard]] QByteArray toCsv() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        PhotoInput photo;
        std::optional<Prediction> prediction;
    };
    ThumbnailLoader *m_thumbnails;
    QList<Row> m_rows;
    mutable WaitingRows m_waiting;
    int m_answered = 0;
};

} // namespace flower
