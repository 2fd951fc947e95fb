// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/ProjectSession.h"

#include "engine/session/EngineThread.h"

#include <QThread>

namespace flower {

ProjectSession::ProjectSession(std::shared_ptr<ProjectArchive> archive, QObject *parent) : QObject(parent), m_archive(std::move(archive)) {}

ProjectSession::~ProjectSession()
{
    cancel();
    m_thread.reset();
}

template<typename Value>
void ProjectSession::start(std::function<Result<Value>(ProjectArchive &, RunControl &, const ProgressSink &)> work,
                           std::function<void(const Value &)> deliver)
{
    Q_ASSERT(QThread::currentThread() == thread());
    cancel();
    if (!m_thread)
        m_thread = std::make_unique<EngineThread>(QStringLiteral("projects"));
    m_control = std::make_shared<RunControl>();
    m_thread->post([this, worker = m_thread.get(), archive = m_archive, control = m_control, work = std::move(work), deliver = std::move(deliver)] {
        // What a job says that another one replaced is dropped: its control is no longer the current one.
        const auto reply = [this, worker, control](std::function<void()> action) {
            worker->reply([this, control, action = std::move(action)] { if (m_control == control) action(); });
        };
        const auto attempt = [&]() -> Result<Value> {
            try {
                return work(*archive, *control, [&](qint64 done, qint64 total) {
                    reply([this, done, total] { Q_EMIT progressed(done, total); });
                });
            } catch (const std::exception &exception) {
                return Error{ErrorCode::Internal, tr("The work on the project broke off: %1").arg(QString::fromUtf8(exception.what()))};
            }
        };
        const Result<Value> result = attempt();
        reply([this, result, deliver] {
            m_control.reset();
            m_isRunning = false;
            if (result)
                deliver(*result);
            else
                Q_EMIT failed(result.error());
        });
    });
}

void ProjectSession::measure(const Dataset &dataset, const QStringList &runFolders)
{
    if (m_isRunning)
        return;
    start<ProjectSizes>([dataset, runFolders](ProjectArchive &archive, RunControl &control, const ProgressSink &) {
        return archive.measure(dataset, runFolders, control);
    }, [this](const ProjectSizes &sizes) { Q_EMIT measured(sizes); });
}

void ProjectSession::inspect(const QString &file)
{
    if (m_isRunning)
        return;
    start<ProjectSummary>([file](ProjectArchive &archive, RunControl &control, const ProgressSink &) { return archive.inspect(file, control); },
                          [this, file](const ProjectSummary &summary) { Q_EMIT inspected(file, summary); });
}

void ProjectSession::pack(const ProjectContent &content, const QString &file)
{
    Q_ASSERT(!m_isRunning);
    start<PackReport>([content, file](ProjectArchive &archive, RunControl &control, const ProgressSink &progress) {
        return archive.pack(content, file, control, progress);
    }, [this](const PackReport &report) { Q_EMIT packed(report); });
    m_isRunning = true;
}

void ProjectSession::unpack(const QString &file, const UnpackTarget &target)
{
    Q_ASSERT(!m_isRunning);
    start<UnpackReport>([file, target](ProjectArchive &archive, RunControl &control, const ProgressSink &progress) {
        return archive.unpack(file, target, control, progress);
    }, [this](const UnpackReport &report) { Q_EMIT unpacked(report); });
    m_isRunning = true;
}

void ProjectSession::cancel()
{
    if (m_control)
        m_control->requestStop();
}

} // namespace flower
