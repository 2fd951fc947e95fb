// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FindingWords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace flower {

namespace {

struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(FindingWords)
};

QString counted(FindingKind kind, int count)
{
    switch (kind) {
    case FindingKind::Unreadable:
        return FindingWords::tr("%n photo(s) can't be read", nullptr, count);
    case FindingKind::LabelConflict:
        return FindingWords::tr("%n picture(s) under two kinds", nullptr, count);
    case FindingKind::SplitLeak:
        return FindingWords::tr("%n picture(s) on both sides of the split", nullptr, count);
    case FindingKind::NameClash:
        return FindingWords::tr("%n clash(es) of names", nullptr, count);
    case FindingKind::ExactDuplicate:
        return FindingWords::tr("%n file(s) there more than once", nullptr, count);
    case FindingKind::NearDuplicate:
        return FindingWords::tr("%n picture(s) in several files", nullptr, count);
    case FindingKind::Tiny:
        return FindingWords::tr("%n tiny photo(s)", nullptr, count);
    case FindingKind::OddPhoto:
        return FindingWords::tr("%n photo(s) unlike their kind", nullptr, count);
    case FindingKind::Imbalance:
    case FindingKind::Turned:
    case FindingKind::LowResolution:
        break;
    }
    return {};
}

} // namespace

FindingSection sectionOf(FindingKind kind)
{
    return static_cast<FindingSection>(std::min(static_cast<int>(kind), static_cast<int>(FindingSection::Notes)));
}

QString sectionTitle(FindingSection section)
{
    switch (section) {
    case FindingSection::Unreadable:
        return FindingWords::tr("Can't be read");
    case FindingSection::LabelConflict:
        return FindingWords::tr("Under two kinds");
    case FindingSection::SplitLeak:
        return FindingWords::tr("On both sides of the split");
    case FindingSection::NameClash:
        return FindingWords::tr("Names that clash");
    case FindingSection::ExactDuplicate:
        return FindingWords::tr("Same file again");
    case FindingSection::NearDuplicate:
        return FindingWords::tr("Same picture again");
    case FindingSection::Tiny:
        return FindingWords::tr("Tiny photos");
    case FindingSection::OddPhoto:
        return FindingWords::tr("Unlike their kind");
    case FindingSection::Notes:
        return FindingWords::tr("Good to know");
    }
    Q_UNREACHABLE();
}

QString sectionText(FindingSection section)
{
    switch (section) {
    case FindingSection::Unreadable:
        return FindingWords::tr("These files can't be decoded, or only in part. Put good ones in their place, or train without them.");
    case FindingSection::LabelConflict:
        return FindingWords::tr("The same picture lies under more than one kind: whatever is answered, one of them is counted as wrong. Say "
                                "which kind it is.");
    case FindingSection::SplitLeak:
        return FindingWords::tr("What is learned from mustn't be what is measured: these pictures make the result look better than it is. "
                                "Leave a copy out.");
    case FindingSection::NameClash:
        return FindingWords::tr("These names may mean the same kind; the network would learn them as two. Put their photos under one name, "
                                "or leave them if they are two kinds.");
    case FindingSection::ExactDuplicate:
        return FindingWords::tr("Files that are the same byte for byte. One of them is enough: copies only count more than other photos.");
    case FindingSection::NearDuplicate:
        return FindingWords::tr("Pictures saved anew, in another size or with other colours, or mirrored. One of them is enough; the largest "
                                "one is kept.");
    case FindingSection::Tiny:
        return FindingWords::tr("Photos with a side of less than %1 pixels: the network looks at 224 and sees little in them.").arg(kTinySide);
    case FindingSection::OddPhoto:
        return FindingWords::tr("To a network that knows many things, these look unlike the other photos of their kind. That is a guess: a rare "
                                "view is worth keeping, a photo of something else is not. The oddest come first.");
    case FindingSection::Notes:
        return FindingWords::tr("Nothing is wrong with these.");
    }
    Q_UNREACHABLE();
}

QString findingsLine(const QList<DataFinding> &findings)
{
    QStringList parts;
    QList<FindingKind> kinds(kCountedFindings.begin(), kCountedFindings.end());
    kinds.append(FindingKind::OddPhoto);
    for (const FindingKind kind : std::as_const(kinds)) {
        const auto count = std::count_if(findings.cbegin(), findings.cend(), [kind](const DataFinding &finding) { return finding.kind == kind; });
        if (count > 0)
            parts.append(counted(kind, static_cast<int>(count)));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace flower
