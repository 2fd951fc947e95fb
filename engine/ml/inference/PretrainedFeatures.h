// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoFeatureSource.h"

#include <QStringList>

#include <memory>

namespace flower {

/// The pooled features of the largest pretrained backbone that lies in some places: folders, or files. Trained models that lie there as well don't
/// count: each has learned to pass over what doesn't tell its own kinds apart.
class PretrainedFeatures : public PhotoFeatureSource
{
public:
    /// `threads`: of the network; 0, and there are as many as processors.
    explicit PretrainedFeatures(QStringList places, int threads = 0);
    ~PretrainedFeatures() override;

    Result<QByteArray> open() override;
    Result<std::vector<std::vector<float>>> features(const QList<RgbImage> &pictures) override;
    void close() override;

private:
    struct State;
    [[nodiscard]] Result<void> build();

    QStringList m_places;
    int m_threads;
    std::unique_ptr<State> m_state;
};

} // namespace flower
