// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"

#include <QWidget>

class QLabel;
class QListView;

namespace flower {

class AnsweredPhotosModel;
class ThumbnailLoader;

/// Photos that share their true kind and their answer, under a title, those with the largest loss first.
class PhotoStack : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoStack(ThumbnailLoader *thumbnails, QWidget *parent = nullptr);

    void setPhotos(const QString &title, const QList<PhotoResult> &photos, const QStringList &classNames);
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] AnsweredPhotosModel *model() const { return m_model; }
    /// Makes the first photo the current one; false where there is none.
    bool chooseFirst();

Q_SIGNALS:
    void photoChosen(const flower::PhotoResult &photo);    ///< it became the current one
    void photoActivated(const flower::PhotoResult &photo); ///< by a double click or Return

private:
    void noteMissing();

    AnsweredPhotosModel *m_model;
    QLabel *m_title;
    QLabel *m_note;
    QListView *m_list;
};

} // namespace flower
