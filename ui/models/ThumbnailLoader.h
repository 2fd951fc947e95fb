// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QCache>
#include <QList>
#include <QObject>
#include <QPixmap>
#include <QSet>

#include <memory>
#include <vector>

namespace flower {

class EngineThread;

/// Small pictures of photos, decoded in the background when they are first asked for; the newest wish first, so that
/// what is in view comes before what was scrolled past. GUI thread.
class ThumbnailLoader : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kMostBytes = 100'000'000;

    /// `kept`: pictures that stay in memory, at up to 4 · side² bytes each; 0: as many as go into kMostBytes.
    ThumbnailLoader(std::shared_ptr<const PhotoSource> source, int side, QObject *parent = nullptr, int kept = 0);
    ~ThumbnailLoader() override;

    /// The picture (longer side `side` pixels), or a null pixmap while it is on its way; loaded() follows.
    QPixmap pixmap(const PhotoInput &photo);
    /// Whether the photo was tried and couldn't be read; its pixmap has one pixel then.
    [[nodiscard]] bool isUnreadable(const QString &path) const;
    [[nodiscard]] int side() const { return m_side; }

Q_SIGNALS:
    void loaded(const QString &path);

private:
    EngineThread *idleThread();
    void startNext();

    std::shared_ptr<const PhotoSource> m_source;
    int m_side;
    QCache<QString, QPixmap> m_cache; ///< at their bytes
    QList<PhotoInput> m_waiting;
    QSet<QString> m_wanted; ///< waiting or being decoded
    std::vector<std::unique_ptr<EngineThread>> m_threads; ///< made when there is something for them to do
    QList<EngineThread *> m_idle;                         ///< of m_threads
};

} // namespace flower
