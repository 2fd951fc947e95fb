// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Dataset.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace flower {

QString subsetKey(Subset subset)
{
    switch (subset) {
    case Subset::Train:
        return QStringLiteral("train");
    case Subset::Validation:
        return QStringLiteral("val");
    case Subset::Test:
        return QStringLiteral("test");
    }
    Q_UNREACHABLE();
}

int Dataset::count(Subset subset) const
{
    return static_cast<int>(std::count_if(samples.cbegin(), samples.cend(),
                                          [subset](const Sample &sample) { return sample.subset == subset; }));
}

QList<Sample> Dataset::subset(Subset subset) const
{
    QList<Sample> chosen;
    std::copy_if(samples.cbegin(), samples.cend(), std::back_inserter(chosen),
                 [subset](const Sample &sample) { return sample.subset == subset; });
    return chosen;
}

QList<int> Dataset::countsPerClass() const
{
    QList<int> counts(classCount(), 0);
    for (const Sample &sample : samples)
        ++counts[sample.label];
    return counts;
}

QList<int> Dataset::countsPerClass(Subset subset) const
{
    QList<int> counts(classCount(), 0);
    for (const Sample &sample : samples) {
        if (sample.subset == subset)
            ++counts[sample.label];
    }
    return counts;
}

QString Dataset::splitHash() const
{
    const QFileInfo rootInfo(rootPath);
    const QDir root(rootInfo.isDir() ? rootInfo.absoluteFilePath() : rootInfo.absolutePath());
    QStringList lines;
    lines.reserve(samples.size());
    for (const Sample &sample : samples) {
        lines.append(QStringLiteral("%1\t%2\t%3\n")
                         .arg(root.relativeFilePath(sample.path), classNames.at(sample.label), subsetKey(sample.subset)));
    }
    lines.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &line : std::as_const(lines))
        hash.addData(line.toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace flower
