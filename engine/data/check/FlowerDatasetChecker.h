// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DatasetChecker.h"
#include "engine/core/PhotoFeatureSource.h"

#include <memory>

namespace flower {

/// Scans photos on several threads. What it sees is kept in files of the cache folder, for all data sets together (ScanCache, TraitsCache,
/// KeptLikeness).
class FlowerDatasetChecker : public DatasetChecker
{
public:
    /// `cacheFolder`: empty, and nothing is kept. `threads`: 0, and there are as many as processors. `features`: null, and photos are
    /// compared by their pixels only.
    explicit FlowerDatasetChecker(const QString &cacheFolder, int threads = 0, std::shared_ptr<PhotoFeatureSource> features = nullptr);
    Result<DataScan> scan(const Dataset &dataset, RunControl &control, const ProgressSink &progress, const ScanSink &soFar) override;

private:
    QString m_cacheFolder;
    std::shared_ptr<PhotoFeatureSource> m_features;
    int m_threads;
};

} // namespace flower
