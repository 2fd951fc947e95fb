// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <memory>

namespace flower {

/// A PhotoMapper that lets another one reckon and keeps each finished map beside the model, so that the second look is immediate.
/// A map of which photos were missing is not kept: they may come back. What can't be read or written costs time only.
class RememberingMapper : public PhotoMapper
{
public:
    explicit RememberingMapper(std::shared_ptr<PhotoMapper> mapper);
    Result<PhotoMap> map(const MapRequest &request, RunControl &control, const ProgressSink &progress, const MapSink &sink) override;

private:
    std::shared_ptr<PhotoMapper> m_mapper;
};

} // namespace flower
