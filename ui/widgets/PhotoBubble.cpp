// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PhotoBubble.h"

#include "ui/Format.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/widgets/Labels.h"

#include <QFileInfo>
#include <QPixmap>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {

constexpr int kSide = 160; // pixels of the picture
constexpr int kGap = 16;   // pixels to what it stands beside

} // namespace

PhotoBubble::PhotoBubble(ThumbnailLoader *thumbnails, QWidget *parent)
    : QFrame(parent), m_thumbnails(thumbnails), m_picture(new QLabel), m_text(makeLabel({}))
{
    setObjectName(QStringLiteral("card"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_picture->setFixedSize(kSide, kSide * 3 / 4);
    m_picture->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(kSide);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_picture);
    column->addWidget(m_text);
    connect(thumbnails, &ThumbnailLoader::loaded, this, [this](const QString &path) {
        if (path == m_path && isVisible())
            showPicture();
    });
    hide();
}

QString PhotoBubble::describe(const PhotoResult &photo, const QStringList &classNames)
{
    const QString kind = classNames.value(photo.label);
    if (photo.topClasses.isEmpty())
        return kind;
    if (photo.isRight())
        return tr("%1, answered rightly with %2").arg(kind, format::percent(photo.confidence()));
    return tr("True %1, answered %2 with %3").arg(kind, classNames.value(photo.topClasses.first()), format::percent(photo.confidence()));
}

QString PhotoBubble::text() const
{
    return m_text->text();
}

void PhotoBubble::showPhoto(const PhotoResult &photo, const QStringList &classNames, QPoint place)
{
    m_path = photo.path;
    m_text->setText(describe(photo, classNames));
    showPicture();
    adjustSize();
    const QRect room = parentWidget()->rect();
    int left = place.x() + kGap;
    if (left + width() > room.right())
        left = place.x() - kGap - width();
    move(std::clamp(left, 0, std::max(0, room.width() - width())),
         std::clamp(place.y() - height() / 2, 0, std::max(0, room.height() - height())));
    show();
    raise();
}

void PhotoBubble::showPicture()
{
    const QPixmap picture = m_thumbnails->pixmap({m_path, {}});
    if (m_thumbnails->isUnreadable(m_path)) {
        m_picture->setText(tr("The photo can't be read."));
        return;
    }
    m_picture->setPixmap(picture.isNull() ? QPixmap()
                                          : picture.scaled(m_picture->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

} // namespace flower
