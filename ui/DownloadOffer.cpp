// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/DownloadOffer.h"

#include "ui/AppContext.h"
#include "ui/Format.h"

#include <QCoreApplication>
#include <QDir>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

DownloadOffer weightsOffer(const AppContext &context, double width)
{
    DownloadOffer offer;
    offer.name = tr("torchvision's weights");
    offer.explanation = tr("Trained on the 1.2 million photos of ImageNet: your flowers are learned faster, from fewer photos.");
    if (width != kTorchvisionWidth) {
        offer.explanation += QLatin1Char(' ')
            + tr("They are for width %1 only. Your network has width %2; when the weights are here, it is set to %1.")
                  .arg(format::width(kTorchvisionWidth), format::width(width));
    }
    offer.files = context.weightsFiles;
    offer.oneOfThem = true;
    offer.folder = context.weightsFolder;
    return offer;
}

DownloadOffer oxford102Offer(const AppContext &context)
{
    DownloadOffer offer;
    offer.name = tr("Oxford 102 Flowers");
    offer.explanation = tr("8,189 photos of 102 kinds of flowers, with labels and the official split, from the University of Oxford.");
    offer.files = context.oxford102Files;
    offer.folder = context.oxford102Folder;
    return offer;
}

bool hasOxford102(const QString &folder)
{
    const QDir place(folder);
    return !folder.isEmpty() && place.exists(QStringLiteral("imagelabels.mat")) && place.exists(QStringLiteral("setid.mat"))
        && (place.exists(QStringLiteral("102flowers.tgz")) || place.exists(QStringLiteral("jpg")));
}

} // namespace flower
