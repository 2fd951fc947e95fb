// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DatasetChecker.h"

namespace flower {

/// Scans photos on several threads. What it sees is kept in a file of the cache folder, for all data sets together (ScanCache).
class FlowerDatasetChecker : public DatasetChecker
{
public:
    /// `cacheFolder`: empty, and nothing is kept. `threads`: 0, and there are as many as processors.
    explicit FlowerDatasetChecker(const QString &cacheFolder, int threads = 0);
    Result<DataScan> scan(const Dataset &dataset, RunControl &control, const ProgressSink &progress) override;

private:
    QString m_cacheFile;
    int m_threads;
};

} // namespace flower
