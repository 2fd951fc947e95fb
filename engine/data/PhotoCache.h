// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/data/FileState.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace flower {

/// Photos decoded once and kept at working size: short side `shortSide`, 8-bit RGB.
/// Built by one thread with workers of its own; then constant, so any thread may read.
class PhotoCache
{
public:
    struct Options {
        int shortSide = 256;      ///< pixels
        qint64 maxBytes = 1'000'000'000; ///< what doesn't fit is decoded again on each use
        int threads = 0;          ///< 0: all cores
    };

    /// Decodes all photos. Those that can't be read are named in problems() and have isUsable() false.
    /// Error: Interrupted.
    static Result<PhotoCache> build(const QList<Sample> &samples, const Options &options, RunControl &control,
                                    const ProgressSink &progress);

    [[nodiscard]] int size() const { return static_cast<int>(m_samples.size()); }
    [[nodiscard]] const Sample &sample(int index) const { return m_samples.at(index); }
    [[nodiscard]] bool isUsable(int index) const { return m_usable.at(static_cast<size_t>(index)) != 0; }
    /// The photo at working size; decoded again where it didn't fit.
    [[nodiscard]] Result<RgbImage> photo(int index) const;
    /// Photos whose files were no more what they were when photo() needed them.
    struct News {
        QList<PhotoProblem> lost; ///< can't be read any more
        QStringList changed;      ///< were read as they are now

        [[nodiscard]] bool isEmpty() const { return lost.isEmpty() && changed.isEmpty(); }
    };
    /// Each photo once, those since this was asked for last.
    [[nodiscard]] News takeNews() const;
    [[nodiscard]] const QList<PhotoProblem> &problems() const { return m_problems; }

private:
    QList<Sample> m_samples;
    std::vector<RgbImage> m_photos; ///< width 0: not kept
    std::vector<char> m_usable;
    std::vector<FileState> m_states; ///< of those that aren't kept
    QList<PhotoProblem> m_problems;
    Options m_options;
    struct Watch;
    std::shared_ptr<Watch> m_watch; ///< has a mutex of its own
};

} // namespace flower
