// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QList>
#include <QString>

namespace flower {

struct AppContext;

/// The only width that torchvision has weights for.
constexpr double kTorchvisionWidth = 1.0;

/// What the window offers to fetch, in words and files.
struct DownloadOffer {
    QString name;        ///< "Oxford 102 Flowers"
    QString explanation; ///< what it is good for
    QList<RemoteFile> files;
    bool oneOfThem = false; ///< the files are alternatives, the best first; otherwise all are fetched
    QString folder;
};

/// torchvision's weights; `width` is the network's, to say so where it isn't theirs.
DownloadOffer weightsOffer(const AppContext &context, double width);
/// The photos, labels and split of Oxford 102 Flowers.
DownloadOffer oxford102Offer(const AppContext &context);

/// Whether `folder` has Oxford 102 complete: the archive or the folder of photos, and both .mat files.
bool hasOxford102(const QString &folder);

} // namespace flower
