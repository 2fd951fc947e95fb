// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ProjectArchive.h"

#include <QObject>

#include <functional>
#include <memory>

namespace flower {

class EngineThread;

/// Packs and opens projects in the background, one job at a time. GUI thread.
class ProjectSession : public QObject
{
    Q_OBJECT
public:
    explicit ProjectSession(std::shared_ptr<ProjectArchive> archive, QObject *parent = nullptr);
    /// Stops the job that is on; nothing is left of it.
    ~ProjectSession() override;

    /// measured() or failed() follows; not where another job takes its place before. The same holds for inspect().
    void measure(const Dataset &dataset, const QStringList &runFolders);
    /// inspected() or failed() follows.
    void inspect(const QString &file);
    /// progressed(), then packed() or failed(). Not while isRunning().
    void pack(const ProjectContent &content, const QString &file);
    /// progressed(), then unpacked() or failed(). Not while isRunning().
    void unpack(const QString &file, const UnpackTarget &target);
    /// failed() with Interrupted follows.
    void cancel();
    /// Whether something is packed or unpacked.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void measured(const flower::ProjectSizes &sizes);
    void inspected(const QString &file, const flower::ProjectSummary &summary);
    void progressed(qint64 done, qint64 total); ///< bytes
    void packed(const flower::PackReport &report);
    void unpacked(const flower::UnpackReport &report);
    void failed(const flower::Error &error);

private:
    template<typename Value>
    void start(std::function<Result<Value>(ProjectArchive &, RunControl &, const ProgressSink &)> work, std::function<void(const Value &)> deliver);

    std::shared_ptr<ProjectArchive> m_archive;
    std::shared_ptr<RunControl> m_control; ///< of the job that is on
    std::unique_ptr<EngineThread> m_thread; ///< from the first job on
    bool m_isRunning = false;
};

} // namespace flower
