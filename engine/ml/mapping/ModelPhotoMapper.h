// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <memory>

namespace flower {

/// Places photos by the pooled features of a model file's backbone. It keeps the features that it has seen, so that another method,
/// or a second try after a stop, needs no second look at the photos.
class ModelPhotoMapper : public PhotoMapper
{
public:
    ModelPhotoMapper();
    ~ModelPhotoMapper() override;

    Result<PhotoMap> map(const MapRequest &request, RunControl &control, const ProgressSink &progress, const MapSink &sink) override;

private:
    struct Seen;
    Result<void> look(const MapRequest &request, const QList<int> &chosen, RunControl &control, const ProgressSink &progress);

    std::unique_ptr<Seen> m_seen;
};

} // namespace flower
