// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/FactsReader.h"

#include "engine/session/EngineThread.h"

namespace flower {

namespace {

constexpr int kAtOnce = 64; ///< photos in one answer: each answer repaints the view

} // namespace

FactsReader::FactsReader(std::shared_ptr<const PhotoSource> source, QObject *parent)
    : QObject(parent), m_source(std::move(source)), m_isCancelled(std::make_shared<std::atomic_bool>(false)),
      m_thread(std::make_unique<EngineThread>(QStringLiteral("photo facts")))
{
}

FactsReader::~FactsReader()
{
    *m_isCancelled = true;
    m_thread.reset();
}

void FactsReader::start(const QStringList &paths)
{
    for (qsizetype first = 0; first < paths.size(); first += kAtOnce) {
        m_thread->post([this, worker = m_thread.get(), source = m_source, isCancelled = m_isCancelled, part = paths.mid(first, kAtOnce)] {
            QHash<QString, PhotoFacts> facts;
            for (const QString &path : part) {
                if (*isCancelled)
                    return;
                if (const PhotoFacts known = source->facts(path); known != PhotoFacts())
                    facts.insert(path, known);
            }
            worker->reply([this, isCancelled, facts] {
                if (!*isCancelled && !facts.isEmpty())
                    Q_EMIT read(facts);
            });
        });
    }
}

void FactsReader::cancel()
{
    *m_isCancelled = true;
    m_isCancelled = std::make_shared<std::atomic_bool>(false);
}

} // namespace flower
