// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"
#include "engine/core/PhotoMarks.h"
#include "ui/models/WaitingRows.h"

#include <QAbstractListModel>
#include <QStringList>

#include <optional>

namespace flower {

class ThumbnailLoader;

/// The photos of one subset of a run with what they are, what the network answers, and how they are marked. In the order of
/// the run's file; ReviewFilterModel sorts.
class ReviewListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        LossRole = Qt::UserRole, ///< cross-entropy of the true class, in nats
        RightRole,
        KindTextRole,            ///< the true class
        AnswerTextRole,          ///< "iris, 86.3 %"
        MarkTextRole,            ///< "Relabelled as iris", "Left out"; empty: not marked
        LeftOutRole,
    };

    explicit ReviewListModel(ThumbnailLoader *thumbnails, QObject *parent = nullptr);

    /// `rootPath`: of the data set, for the marks.
    void setPhotos(const QList<PhotoResult> &photos, const QStringList &classNames, const QString &rootPath);
    void setMarks(const PhotoMarks &marks);
    [[nodiscard]] const PhotoResult &photo(int row) const { return m_photos.at(row); }
    /// markedPath() of a photo.
    [[nodiscard]] const QString &path(int row) const { return m_paths.at(row); }
    [[nodiscard]] std::optional<PhotoMark> mark(int row) const;
    [[nodiscard]] QString className(int index) const { return m_classNames.value(index); }
    [[nodiscard]] const QStringList &classNames() const { return m_classNames; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString answerText(const PhotoResult &photo) const;
    [[nodiscard]] QString markText(int row) const;

    ThumbnailLoader *m_thumbnails;
    QList<PhotoResult> m_photos;
    QStringList m_paths; ///< beside m_photos
    QStringList m_classNames;
    PhotoMarks m_marks;
    mutable WaitingRows m_waiting;
};

} // namespace flower
