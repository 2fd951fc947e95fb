// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/WeightsSession.h"

#include "engine/session/EngineThread.h"

#include <QDir>
#include <QThread>

namespace flower {

namespace {

QStringList weightsIn(const QStringList &folders)
{
    QStringList paths;
    for (const QString &folder : folders) {
        const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.safetensors"), QStringLiteral("*.pth")},
                                                               QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            if (!paths.contains(file.absoluteFilePath()))
                paths.append(file.absoluteFilePath());
        }
    }
    return paths;
}

} // namespace

WeightsSession::WeightsSession(std::shared_ptr<const ModelInspector> inspector, QStringList folders, QObject *parent)
    : QObject(parent), m_inspector(std::move(inspector)), m_folders(std::move(folders)),
      m_scanner(std::make_unique<EngineThread>(QStringLiteral("weights list"))),
      m_thread(std::make_unique<EngineThread>(QStringLiteral("weights")))
{
}

WeightsSession::~WeightsSession() = default;

void WeightsSession::scan()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_scanner->post([this, worker = m_scanner.get(), folders = m_folders] {
        worker->reply([this, files = weightsIn(folders)] {
            m_files = files;
            m_known.removeIf([](const auto &entry) { return entry.value().has_value(); });
            Q_EMIT scanned();
        });
    });
}

std::optional<Result<ModelInfo>> WeightsSession::info(const QString &path)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (const auto found = m_known.constFind(path); found != m_known.constEnd())
        return *found;
    m_known.insert(path, std::nullopt);
    m_thread->post([this, worker = m_thread.get(), inspector = m_inspector, path] {
        const auto attempt = [&]() -> Result<ModelInfo> {
            try {
                return inspector->inspect(path);
            } catch (const std::exception &exception) {
                return Error{ErrorCode::Internal,
                             tr("Looking at the weights broke off: %1").arg(QString::fromUtf8(exception.what()))};
            }
        };
        worker->reply([this, path, info = attempt()] {
            m_known.insert(path, info);
            Q_EMIT inspected(path);
        });
    });
    return std::nullopt;
}

} // namespace flower
