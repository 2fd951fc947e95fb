// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PageNames.h"

#include <QCoreApplication>

namespace flower {

QList<PageName> pageNames()
{
    return {{QStringLiteral("photos"), QCoreApplication::translate("flower::PageNames", "Photos")},
            {QStringLiteral("train"), QCoreApplication::translate("flower::PageNames", "Train")},
            {QStringLiteral("results"), QCoreApplication::translate("flower::PageNames", "Results")},
            {QStringLiteral("classify"), QCoreApplication::translate("flower::PageNames", "Classify")}};
}

} // namespace flower
