// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WeightsFinder.h"

#include <QDir>

namespace flower {

QStringList findWeights(const QStringList &folders)
{
    QStringList paths;
    for (const QString &folder : folders) {
        const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.safetensors"), QStringLiteral("*.pth")},
                                                               QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            if (!paths.contains(file.absoluteFilePath()))
                paths.append(file.absoluteFilePath());
        }
    }
    return paths;
}

} // namespace flower
