// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"

#include <QFrame>

class QLabel;

namespace flower {

class ThumbnailLoader;

/// A photo with its kind and its answer, floating over the widget that it belongs to, beside what is pointed at. It is in no one's way:
/// the pointer goes through it.
class PhotoBubble : public QFrame
{
    Q_OBJECT
public:
    PhotoBubble(ThumbnailLoader *thumbnails, QWidget *parent);

    /// `place`: what it stands beside, in the parent's pixels.
    void showPhoto(const PhotoResult &photo, const QStringList &classNames, QPoint place);
    [[nodiscard]] QString text() const;

    /// "True daisy, answered tulip with 63.1 %", or "daisy, answered rightly with 98.0 %".
    [[nodiscard]] static QString describe(const PhotoResult &photo, const QStringList &classNames);

private:
    void showPicture();

    ThumbnailLoader *m_thumbnails;
    QString m_path;
    QLabel *m_picture;
    QLabel *m_text;
};

} // namespace flower
