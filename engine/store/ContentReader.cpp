// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/ContentReader.h"

#include <QThread>

namespace flower {

ContentReader::ContentReader(QStringList photos)
    : m_photos(std::move(photos)), m_thread(QThread::create([this] {
          readAll();
          m_end.set_value();
      }))
{
    m_thread->start(QThread::LowPriority); // not idle: a training that takes all processors would never let it end
    if (!m_thread->isRunning() && !m_thread->isFinished()) // the system had no thread to give: nothing is known by its content
        m_end.set_value();
}

ContentReader::~ContentReader()
{
    m_stops = true;
    m_ended.wait();
    m_thread->wait();
}

const QList<PhotoContent> &ContentReader::contents()
{
    m_ended.wait();
    return m_contents;
}

void ContentReader::readAll()
{
    const auto stops = [this] { return m_stops.load(); };
    for (const QString &photo : std::as_const(m_photos)) {
        if (stops())
            return;
        m_contents.append(readContent(photo, stops));
    }
    m_isDone = true;
}

} // namespace flower
