// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace flower {

class EngineThread;

/// The pretrained weights at hand: finds the files, and says what is in them, in the background. GUI thread.
class WeightsSession : public QObject
{
    Q_OBJECT
public:
    WeightsSession(std::shared_ptr<const ModelInspector> inspector, QStringList folders, QObject *parent = nullptr);
    ~WeightsSession() override;

    /// Looks through the folders (not below) for .safetensors and .pth and forgets what was in them; scanned() follows.
    void scan();
    /// What the last scan found, by folder and name.
    [[nodiscard]] const QStringList &files() const { return m_files; }
    /// What is in a file of any folder. Nothing while that isn't known: the file is read then, and inspected() follows.
    std::optional<Result<ModelInfo>> info(const QString &path);

Q_SIGNALS:
    void scanned();
    void inspected(const QString &path);

private:
    std::shared_ptr<const ModelInspector> m_inspector;
    QStringList m_folders;
    QStringList m_files;
    QHash<QString, std::optional<Result<ModelInfo>>> m_known; ///< without a value: being read
    std::unique_ptr<EngineThread> m_scanner;   ///< never waits for the engine, so that the list is there at once
    std::unique_ptr<EngineThread> m_thread;
};

} // namespace flower
