// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/EngineModule.h"
#include "engine/session/EngineThread.h"

#include <QObject>

#include <functional>
#include <future>
#include <optional>

namespace flower {

/// The engine, once it is there: get() waits. For worker threads; the GUI thread never waits.
using EngineFuture = std::shared_future<Result<EngineModule *>>;

/// Brings the engine into the process in a thread of its own, while the window is there already. GUI thread.
class EngineLoader : public QObject
{
    Q_OBJECT
public:
    using Load = std::function<Result<EngineModule *>()>; ///< called once, in the loader's thread

    explicit EngineLoader(Load load, QObject *parent = nullptr);
    /// Whoever waits still is told that the program ends.
    ~EngineLoader() override;

    [[nodiscard]] EngineFuture engine() const { return m_engine; }
    void start();
    /// Lets everyone go who waits, where start() has not been called.
    void abandon();

Q_SIGNALS:
    void ready();
    void failed(const flower::Error &error);

private:
    std::promise<Result<EngineModule *>> m_promise;
    EngineFuture m_engine;
    std::optional<Load> m_load; ///< until start() or abandon()
    EngineThread m_thread;
};

/// Loads the module `flower_engine` from where it lies beside the program, in a build tree and installed.
Result<EngineModule *> loadFlowerEngine();

} // namespace flower
