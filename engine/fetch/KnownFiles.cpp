// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/KnownFiles.h"

#include <QCoreApplication>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

RemoteFile fileAt(const char *folder, const char *name, const QString &title, qint64 bytes, const char *md5, const char *sha256)
{
    return {QUrl(QString::fromLatin1(folder) + QString::fromLatin1(name)), QString::fromLatin1(name), title, bytes, md5, sha256};
}

} // namespace

QList<RemoteFile> torchvisionWeights()
{
    // torchvision writes the first eight digits of the SHA-256 into the name.
    constexpr auto kFolder = "https://download.pytorch.org/models/";
    return {
        fileAt(kFolder, "mobilenet_v2-7ebf99e0.pth", tr("MobileNet-V2 weights (torchvision V2, 14 MB)"), 14'200'000, "", "7ebf99e0"),
        fileAt(kFolder, "mobilenet_v2-b0353104.pth", tr("MobileNet-V2 weights (torchvision V1, 14 MB)"), 14'200'000, "", "b0353104"),
    };
}

QList<RemoteFile> oxford102Files()
{
    constexpr auto kFolder = "https://www.robots.ox.ac.uk/~vgg/data/flowers/102/";
    return {
        fileAt(kFolder, "102flowers.tgz", tr("Oxford 102 photos (345 MB)"), 344'862'509, "52808999861908f626f3c1f4e79d11fa", ""),
        fileAt(kFolder, "imagelabels.mat", tr("Oxford 102 labels"), 502, "e0620be6f572b9609742df49c70aed4d",
               "4903e94206bac23bf772aadf06451916df56b58fc483a62db32a97b82656651d"),
        fileAt(kFolder, "setid.mat", tr("Oxford 102 split"), 14'989, "a5357ecc9cb78c4bef273ce3793fc85c",
               "46b8678f91fd95d3c8f4feab80d271a6c834a1dd896fe29fd3e6ad9ce5c8dccd"),
    };
}

} // namespace flower
