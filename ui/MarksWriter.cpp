// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MarksWriter.h"

#include "engine/session/EngineThread.h"

#include <utility>

namespace flower {

MarksWriter::MarksWriter(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder)) {}

MarksWriter::~MarksWriter()
{
    m_thread.reset(); // when it has written what it is at
    writeWaiting();   // what it hadn't begun
}

void MarksWriter::write(const QHash<QString, StoredMarks> &marks)
{
    if (m_folder.isEmpty() || marks.isEmpty())
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.insert(marks);
    }
    if (!m_thread)
        m_thread = std::make_unique<EngineThread>(QStringLiteral("marks"));
    m_thread->post([this, thread = m_thread.get()] {
        if (const std::optional<QString> problem = writeWaiting()) // else an earlier job has told of it
            thread->reply([this, problem = *problem] { Q_EMIT written(problem); });
    });
}

void MarksWriter::finish()
{
    if (const std::optional<QString> problem = writeWaiting())
        Q_EMIT written(*problem);
}

/// What is newest of each data set; why one of them couldn't be written. Nothing where nothing waits. Any thread.
std::optional<QString> MarksWriter::writeWaiting()
{
    const std::scoped_lock writing(m_writing);
    QHash<QString, StoredMarks> files;
    {
        const std::scoped_lock lock(m_mutex);
        files.swap(m_waiting);
    }
    if (files.isEmpty())
        return std::nullopt;
    QString problem;
    for (const StoredMarks &marks : std::as_const(files)) {
        if (const Result<void> done = PhotoMarksFile::forDataset(m_folder, marks.rootPath).write(marks); !done)
            problem = done.error().message;
    }
    return problem;
}

} // namespace flower
