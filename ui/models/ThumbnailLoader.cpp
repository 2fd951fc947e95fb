// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ThumbnailLoader.h"

#include "engine/session/EngineThread.h"

#include <QImage>

namespace flower {

namespace {

constexpr size_t kThreads = 2;
constexpr qint64 kBytesPerPixel = 4;
constexpr int kLongestQueue = 400; ///< older wishes are forgotten; the view asks again when it scrolls back

} // namespace

ThumbnailLoader::ThumbnailLoader(std::shared_ptr<const PhotoSource> source, int side, QObject *parent, int kept)
    : QObject(parent), m_source(std::move(source)), m_side(side),
      m_cache(static_cast<qsizetype>(kept > 0 ? kBytesPerPixel * kept * side * side : kMostBytes))
{
}

ThumbnailLoader::~ThumbnailLoader() = default;

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

/// Null: all are at work.
EngineThread *ThumbnailLoader::idleThread()
{
    if (m_idle.isEmpty() && m_threads.size() < kThreads)
        m_idle.append(m_threads.emplace_back(std::make_unique<EngineThread>(QStringLiteral("thumbnails"))).get());
    return m_idle.isEmpty() ? nullptr : m_idle.takeLast();
}

void ThumbnailLoader::startNext()
{
    while (!m_waiting.isEmpty()) {
        EngineThread *thread = idleThread();
        if (!thread)
            return;
        thread->post([this, thread, source = m_source, photo = m_waiting.takeLast(), side = m_side] {
            const Result<RgbImage> decoded = source->load(photo, side);
            QImage image;
            if (decoded) {
                image = QImage(reinterpret_cast<const uchar *>(decoded->pixels.constData()), decoded->width,
                               decoded->height, decoded->width * 3, QImage::Format_RGB888).copy();
            }
            thread->reply([this, thread, path = photo.path, image] {
                m_idle.append(thread);
                m_wanted.remove(path);
                // A photo that can't be read keeps an empty picture, so that it isn't tried again and again.
                const auto picture = image.isNull() ? QPixmap(1, 1) : QPixmap::fromImage(image);
                m_cache.insert(path, new QPixmap(picture), static_cast<qsizetype>(kBytesPerPixel * picture.width() * picture.height()));
                Q_EMIT loaded(path);
                startNext();
            });
        });
    }
}

} // namespace flower
