// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>

namespace flower {

class EngineThread;

/// Reads in the background when and where photos were taken, some dozens at a time. GUI thread.
class FactsReader : public QObject
{
    Q_OBJECT
public:
    explicit FactsReader(std::shared_ptr<const PhotoSource> source, QObject *parent = nullptr);
    ~FactsReader() override;

    /// read() follows for all of them; those of earlier calls come first.
    void start(const QStringList &paths);
    /// Forgets the photos that wait.
    void cancel();

Q_SIGNALS:
    void read(const QHash<QString, flower::PhotoFacts> &facts); ///< by path

private:
    std::shared_ptr<const PhotoSource> m_source;
    std::shared_ptr<std::atomic_bool> m_isCancelled;
    std::unique_ptr<EngineThread> m_thread;
};

} // namespace flower
