// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/EntryNames.h"

#include "engine/core/PhotoCopies.h"
#include "engine/core/PhotoFiles.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace flower::entry {

namespace {

constexpr qsizetype kLongestName = 1'000;  // characters
constexpr qsizetype kDeepest = 16;         // folders in folders
constexpr qsizetype kLongestStep = 255;    // bytes; what file systems take
constexpr qsizetype kRoomForNumber = 200;  // bytes of a step that gets a number
constexpr qint64 kMegabyte = 1 << 20;

bool isSafeStep(const QString &step)
{
    static const QRegularExpression kSigns(QStringLiteral("[/\\\\:*?\"<>|\\x{0000}-\\x{001f}\\x{007f}]"));
    static const QRegularExpression kDevice(
        QStringLiteral("^(con|prn|aux|nul|conin\\$|conout\\$|com[0-9\\x{b9}\\x{b2}\\x{b3}]|lpt[0-9\\x{b9}\\x{b2}\\x{b3}])[ ]*([.].*)?$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return !step.isEmpty() && !step.endsWith(QLatin1Char('.')) && !step.endsWith(QLatin1Char(' ')) && !step.startsWith(QLatin1Char(' '))
        && step.toUtf8().size() <= kLongestStep && !kSigns.match(step).hasMatch() && !kDevice.match(step).hasMatch();
}

/// The name's ending with its point, where it is a short one.
QString endingOf(const QString &name)
{
    constexpr qsizetype longest = 10;
    const qsizetype point = name.lastIndexOf(QLatin1Char('.'));
    return point > 0 && name.size() - point <= longest ? name.sliced(point) : QString();
}

QString cut(QString name, qsizetype bytes)
{
    while (name.toUtf8().size() > bytes || (!name.isEmpty() && name.back().isHighSurrogate()))
        name.chop(1);
    return name;
}

bool isRunFile(const QString &file)
{
    static const QRegularExpression kFile(QStringLiteral(
        "^(run[.]json|epochs[.]csv|split[.]csv|predictions-(train|val|test)[.]csv|model[.]safetensors|model-card[.](html|json)|"
        "map-(train|val|test)-[a-z0-9]{1,20}[.]json|checkpoints/(start|(state|best|answers)-[0-9]{1,9})[.]safetensors)\\z"));
    return kFile.match(file).hasMatch();
}

} // namespace

Place placeOf(const QString &name)
{
    for (const auto &[known, part] : {std::pair{kProject, Part::Project}, std::pair{kReadme, Part::Readme},
                                      std::pair{kMarks, Part::Marks}, std::pair{kPhotoTable, Part::PhotoTable}}) {
        if (name == known)
            return {part, {}, {}};
    }
    if (name.startsWith(kPhotos) && hasPhotoEnding(name))
        return {Part::Photo, {}, name.sliced(kPhotos.size())};
    if (name.startsWith(kRuns)) {
        const QString run = name.section(QLatin1Char('/'), 1, 1);
        const QString file = name.section(QLatin1Char('/'), 2);
        if (!run.isEmpty() && isRunFile(file))
            return {Part::RunFile, run, file};
    }
    return {};
}

qint64 largest(const Place &place)
{
    switch (place.part) {
    case Part::Project:
    case Part::Readme:
        return 16 * kMegabyte;
    case Part::Marks:
        return 64 * kMegabyte;
    case Part::PhotoTable:
        return 256 * kMegabyte;
    case Part::Photo:
        return 512 * kMegabyte;
    case Part::RunFile:
        if (place.file == kRunFile || place.file.startsWith(QLatin1String("model-card")))
            return 16 * kMegabyte;
        return (place.file.endsWith(QLatin1String(".csv")) ? 256 : place.file.endsWith(QLatin1String(".json")) ? 64 : 2048) * kMegabyte;
    case Part::Other:
        break;
    }
    return 0;
}

bool isSafe(const QString &name)
{
    const QStringList steps = name.split(QLatin1Char('/'));
    return name.size() <= kLongestName && steps.size() <= kDeepest && std::all_of(steps.begin(), steps.end(), isSafeStep);
}

QString safeStep(const QString &name)
{
    if (isSafeStep(name))
        return name;
    const QString ending = endingOf(name);
    const QString safe = cut(folderNameFor(name.chopped(ending.size())), kRoomForNumber).trimmed() + ending;
    return isSafeStep(safe) ? safe : QStringLiteral("_");
}

QString lastStep(QString path)
{
    return path.replace(QLatin1Char('\\'), QLatin1Char('/')).section(QLatin1Char('/'), -1);
}

QString numbered(const QString &name, int number)
{
    if (number == 1)
        return name;
    const QString folder = name.left(name.lastIndexOf(QLatin1Char('/')) + 1);
    const QString ending = endingOf(name.sliced(folder.size()));
    const QString stem = cut(name.sliced(folder.size()).chopped(ending.size()), kRoomForNumber).trimmed();
    return QStringLiteral("%1%2 (%3)%4").arg(folder, stem, QString::number(number), ending);
}

QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

} // namespace flower::entry
