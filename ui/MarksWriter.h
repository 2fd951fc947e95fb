// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/PhotoMarksFile.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>

namespace flower {

class EngineThread;

/// Writes marks of photos behind the window, each data set's in its file (PhotoMarksFile): the newest ones only, and all of them before
/// this object is gone. GUI thread.
class MarksWriter : public QObject
{
    Q_OBJECT
public:
    /// `folder`: where the files are; empty: nothing is written.
    explicit MarksWriter(QString folder, QObject *parent = nullptr);
    ~MarksWriter() override;

    /// By the data set's root.
    void write(const QHash<QString, StoredMarks> &marks);
    /// Returns when all is written that was to be: before files are read that may be among it.
    void finish();

Q_SIGNALS:
    /// What was to be written is on disk, or why one of the files isn't.
    void written(const QString &problem);

private:
    std::optional<QString> writeWaiting();

    QString m_folder;
    std::mutex m_writing;                  ///< held as long as files are written
    std::mutex m_mutex;                    ///< of m_waiting
    QHash<QString, StoredMarks> m_waiting; ///< by root
    std::unique_ptr<EngineThread> m_thread;
};

} // namespace flower
