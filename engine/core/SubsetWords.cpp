// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/SubsetWords.h"

namespace flower {

std::optional<Subset> subsetOf(const QString &word)
{
    const QString lower = word.trimmed().toLower();
    if (lower == QLatin1String("train") || lower == QLatin1String("training"))
        return Subset::Train;
    if (lower == QLatin1String("val") || lower == QLatin1String("valid") || lower == QLatin1String("validation"))
        return Subset::Validation;
    if (lower == QLatin1String("test"))
        return Subset::Test;
    return std::nullopt;
}

} // namespace flower
