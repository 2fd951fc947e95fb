// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/core/Metrics.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <memory>

class QLabel;
class QStandardItemModel;

namespace flower {

class ThumbnailLoader;

/// One photo large, with what it is and the five most probable answers.
class PhotoInspector : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoInspector(std::shared_ptr<const PhotoSource> photos, QWidget *parent = nullptr);

    /// `mark`: how it is marked, in words; empty: not at all.
    void showPhoto(const PhotoResult &photo, const QStringList &classNames, const QString &mark);
    void clear();

private:
    class Picture;
    void showPicture();

    ThumbnailLoader *m_pictures;
    Picture *m_picture;
    QLabel *m_kind;
    QLabel *m_file;
    QStandardItemModel *m_answers;
    QString m_path;
};

} // namespace flower
