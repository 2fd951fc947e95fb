// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/EngineLoader.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonObject>
#include <QPluginLoader>
#include <QThread>

#include <utility>

namespace flower {

EngineLoader::EngineLoader(Load load, QObject *parent)
    : QObject(parent), m_engine(m_promise.get_future()), m_load(std::move(load)), m_thread(QStringLiteral("engine"))
{
}

EngineLoader::~EngineLoader()
{
    abandon();
}

void EngineLoader::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_load)
        return;
    m_thread.post([this, load = *std::exchange(m_load, std::nullopt)] {
        const Result<EngineModule *> engine = load();
        m_promise.set_value(engine);
        m_thread.reply([this, engine] {
            if (engine)
                Q_EMIT ready();
            else
                Q_EMIT failed(engine.error());
        });
    });
}

void EngineLoader::abandon()
{
    if (std::exchange(m_load, std::nullopt))
        m_promise.set_value(Error{ErrorCode::Interrupted, tr("The program ends.")});
}

Result<EngineModule *> loadFlowerEngine()
{
    const QDir program(QCoreApplication::applicationDirPath());
    QString reason = EngineLoader::tr("flower_engine is not there");
    for (const char *folder : {".", "../lib/flower-trainer", "../PlugIns"}) {
        QPluginLoader plugin(QDir::cleanPath(program.filePath(QLatin1String(folder) + QStringLiteral("/flower_engine"))));
        if (plugin.fileName().isEmpty())
            continue;
        const QString version = plugin.metaData().value(QStringLiteral("MetaData")).toObject().value(QStringLiteral("version")).toString();
        if (version != QLatin1String(FLOWER_VERSION)) {
            reason = EngineLoader::tr("%1 is of another version").arg(plugin.fileName());
            continue;
        }
        if (auto *engine = qobject_cast<EngineModule *>(plugin.instance()))
            return engine;
        reason = plugin.errorString();
    }
    return Error{ErrorCode::NotFound,
                 EngineLoader::tr("The part of the program that reads photos and trains can't be loaded: %1. Install Flower "
                                  "Trainer once more.").arg(reason)};
}

} // namespace flower
