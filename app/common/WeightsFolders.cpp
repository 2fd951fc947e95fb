// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/WeightsFolders.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace flower {

QString fetchedWeightsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/flower-trainer/weights");
}

QStringList weightsFolders()
{
    const QString program = QCoreApplication::applicationDirPath();
    QStringList folders{fetchedWeightsFolder(), program, program + QStringLiteral("/weights"), qEnvironmentVariable("FLOWER_WEIGHTS")};
    folders.removeAll(QString());
    return folders;
}

} // namespace flower
