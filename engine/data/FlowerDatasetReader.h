// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

namespace flower {

/// Reads every layout that the program knows: class folders, train/val/test folders, Oxford 102's official layout (unpacked
/// or as 102flowers.tgz), a CSV, and the built-in drawn samples. Photos are looked at cheaply (their first bytes); decoding comes later.
class FlowerDatasetReader : public DatasetReader
{
public:
    /// `cacheFolder`: where the drawn samples and unpacked archives are kept. `placesFile`: what the user said about where the photos of
    /// lists (CSV) lie now (PhotoPlacesFile); empty: nothing.
    explicit FlowerDatasetReader(QString cacheFolder, QString placesFile = {});
    Result<Dataset> read(const DatasetRequest &request, RunControl &control, const ProgressSink &progress) override;

private:
    QString m_cacheFolder;
    QString m_placesFile;
};

} // namespace flower
