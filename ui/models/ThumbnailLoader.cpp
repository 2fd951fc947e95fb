// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ThumbnailLoader.h"

#include <QImage>

namespace flower {

namespace {

constexpr int kThreads = 2;
constexpr qint64 kBytesPerPixel = 4;
constexpr int kLongestQueue = 400; ///< older wishes are forgotten; the view asks again when it scrolls back

} // namespace

ThumbnailLoader::ThumbnailLoader(std::shared_ptr<const PhotoSource> source, int side, QObject *parent, int kept)
    : QObject(parent), m_source(std::move(source)), m_side(side),
      m_cache(static_cast<qsizetype>(kept > 0 ? kBytesPerPixel * kept * side * side : kMostBytes))
{
    m_pool.setMaxThreadCount(kThreads);
    m_pool.setThreadPriority(QThread::LowPriority);
}

ThumbnailLoader::~ThumbnailLoader()
{
    m_waiting.clear();
    m_pool.waitForDone();
}

QPixmap ThumbnailLoader::pixmap(const PhotoInput &photo)
{
    if (const QPixmap *cached = m_cache.object(photo.path))
        return *cached;
    if (!m_wanted.contains(photo.path)) {
        m_wanted.insert(photo.path);
        m_waiting.append(photo);
        if (m_waiting.size() > kLongestQueue)
            m_wanted.remove(m_waiting.takeFirst().path);
        startNext();
    }
    return {};
}

bool ThumbnailLoader::isUnreadable(const QString &path) const
{
    const QPixmap *cached = m_cache.object(path);
    return cached && cached->width() == 1;
}

void ThumbnailLoader::startNext()
{
    while (m_running < kThreads && !m_waiting.isEmpty()) {
        ++m_running;
        m_pool.start([this, source = m_source, photo = m_waiting.takeLast(), side = m_side] {
            const Result<RgbImage> decoded = source->load(photo, side);
            QImage image;
            if (decoded) {
                image = QImage(reinterpret_cast<const uchar *>(decoded->pixels.constData()), decoded->width,
                               decoded->height, decoded->width * 3, QImage::Format_RGB888).copy();
            }
            QMetaObject::invokeMethod(this, [this, path = photo.path, image] {
                --m_running;
                m_wanted.remove(path);
                // A photo that can't be read keeps an empty picture, so that it isn't tried again and again.
                const auto picture = image.isNull() ? QPixmap(1, 1) : QPixmap::fromImage(image);
                m_cache.insert(path, new QPixmap(picture), static_cast<qsizetype>(kBytesPerPixel * picture.width() * picture.height()));
                Q_EMIT loaded(path);
                startNext();
            }, Qt::QueuedConnection);
        });
    }
}

} // namespace flower
