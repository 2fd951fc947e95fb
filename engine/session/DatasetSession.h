// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QObject>

#include <memory>

namespace flower {

class EngineThread;

/// Reads a data set in the background. A new read() cancels the one under way. GUI thread.
class DatasetSession : public QObject
{
    Q_OBJECT
public:
    explicit DatasetSession(std::shared_ptr<DatasetReader> reader, QObject *parent = nullptr);
    ~DatasetSession() override;

    void read(const DatasetRequest &request);
    void cancel();
    [[nodiscard]] bool isReading() const { return m_control != nullptr; }

Q_SIGNALS:
    void started(const flower::DatasetRequest &request);
    void progressed(qint64 done, qint64 total);
    void finished(const flower::DatasetRequest &request, const flower::Dataset &dataset);
    void failed(const flower::DatasetRequest &request, const flower::Error &error);

private:
    std::shared_ptr<DatasetReader> m_reader;
    std::shared_ptr<RunControl> m_control; ///< of the read under way
    std::unique_ptr<EngineThread> m_thread;
};

} // namespace flower
