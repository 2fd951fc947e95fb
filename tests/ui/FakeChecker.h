// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DatasetChecker.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace flower::testing {

/// Sees nothing in photos that would be worth a word; or, where `findsFlaws` is on, one of each flaw among those of fakeDataset().
class FakeChecker : public DatasetChecker
{
public:
    std::atomic<bool> findsFlaws{false};
    std::atomic<bool> waitsInTheMiddle{false}; ///< holds until it is stopped or this goes off
    std::atomic<bool> looksCloser{false};      ///< says before that what it found until then: all but odd photos and mirrored copies
    std::atomic<bool> fails{false};
    std::atomic<int> calls{0};

    Result<DataScan> scan(const Dataset &dataset, RunControl &control, const ProgressSink &progress, const ScanSink &soFar) override
    {
        ++calls;
        const auto total = static_cast<int>(dataset.samples.size());
        DataScan scan;
        for (int position = 0; position < total; ++position)
            scan.photos.append({dataset.samples.at(position).path, position, {640, 480}, 1, {}});
        if (findsFlaws && total > 60) {
            scan.photos[1].content = 0;           // the same file, twice in training
            scan.photos[11].content = 10;         // and another one
            scan.photos[25].content = 5;          // under bluebell and daisy
            scan.nearCopies = {{2, 4, false}, {12, 13, true}}; // in training and test, in training and validation
            scan.photos[46].size = {40, 30};
            scan.photos[47].size = {};
            scan.photos[47].problem = QStringLiteral("The file is cut short: a part of the picture is missing.");
            scan.photos[48].orientation = 6;
            scan.oddPhotos = {{49, dataset.classNames.at(dataset.samples.at(49).label), {}},
                              {50, dataset.classNames.at(dataset.samples.at(50).label), dataset.classNames.at(0)}};
        }
        if (looksCloser) {
            DataScan first = scan;
            first.oddPhotos.clear();
            first.nearCopies = first.nearCopies.mid(0, 1);
            soFar(first);
        }
        progress(total / 2, total);
        while (waitsInTheMiddle && !control.isStopRequested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (!control.checkpoint())
            return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        if (fails)
            return Error{ErrorCode::Internal, QStringLiteral("The check broke off.")};
        return scan;
    }
};

} // namespace flower::testing
