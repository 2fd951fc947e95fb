// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "engine/core/PhotoFinder.h"
#include "engine/core/PhotoList.h"
#include "engine/core/StoredPaths.h"
#include "engine/store/InterruptedRun.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// The word for it in JSON.
QString keyOf(FoundBy by)
{
    switch (by) {
    case FoundBy::Content:
        return QStringLiteral("content");
    case FoundBy::Place:
        return QStringLiteral("place");
    case FoundBy::Name:
        return QStringLiteral("name");
    case FoundBy::Changed:
        return QStringLiteral("changed");
    case FoundBy::Nothing:
        break;
    }
    return QStringLiteral("nothing");
}

Result<MissingPhotos> missingOf(const QCommandLineParser &parser, const PhotoPlaces &places)
{
    if (parser.isSet(QStringLiteral("run"))) {
        const Result<RunDetails> run = RunFolder(parser.value(QStringLiteral("run"))).read();
        if (!run)
            return run.error();
        return missingPhotosOf(*run, places);
    }
    return missingPhotosOfList(QFileInfo(parser.value(QStringLiteral("data"))).absoluteFilePath(), places);
}

void printAsJson(const MissingPhotos &missing, const FoundPhotos &found, bool kept)
{
    for (qsizetype number = 0; number < missing.photos.size(); ++number) {
        const FoundPhoto &photo = found.photos.at(number);
        printJson({{QStringLiteral("path"), missing.photos.at(number).path}, {QStringLiteral("found_by"), keyOf(photo.by)},
                   {QStringLiteral("found"), photo.path}});
    }
    QJsonObject last{{QStringLiteral("event"), QStringLiteral("finished")}, {QStringLiteral("photos"), missing.total},
                     {QStringLiteral("missing"), static_cast<int>(missing.photos.size())}, {QStringLiteral("kept"), kept}};
    for (const FoundBy by : {FoundBy::Content, FoundBy::Place, FoundBy::Name, FoundBy::Changed, FoundBy::Nothing})
        last.insert(keyOf(by), found.count(by));
    printJson(last);
}

void printInWords(const MissingPhotos &missing, const FoundPhotos &found)
{
    constexpr int kMostNamed = 12;
    printLine(tr("%1 of %2 photos are not there. Found by content %3, by their place %4, by name only %5; changed %6, not found %7.")
                  .arg(missing.photos.size()).arg(missing.total).arg(found.count(FoundBy::Content)).arg(found.count(FoundBy::Place))
                  .arg(found.count(FoundBy::Name)).arg(found.count(FoundBy::Changed)).arg(found.count(FoundBy::Nothing)));
    int named = 0;
    for (qsizetype number = 0; number < missing.photos.size() && named < kMostNamed; ++number) {
        const FoundPhoto &photo = found.photos.at(number);
        if (photo.by == FoundBy::Content || photo.by == FoundBy::Place)
            continue;
        ++named;
        const QString &path = missing.photos.at(number).path;
        printLine(photo.by == FoundBy::Nothing ? tr("  %1: not found").arg(path)
                  : photo.by == FoundBy::Name  ? tr("  %1: only the name is that of %2").arg(path, photo.path)
                                               : tr("  %1: %2 has another content and is not taken").arg(path, photo.path));
    }
}

} // namespace

Result<FoundPhotos> searchPhotos(const MissingPhotos &missing, const QString &folder, RunControl &control)
{
    const Result<FoundPhotos> found = findPhotos(missing.photos, folder, control, [](qint64 done, qint64 total) {
        showProgress(QCoreApplication::translate("CommandLine", "Looking for photos"), done, total);
    });
    showProgress(QString(), 0, 0);
    return found;
}

int findPhotosCommand(const QStringList &arguments, RunControl &control)
{
    QCommandLineParser parser;
    parser.addOptions({
        valueOption("run", tr("A run whose photos were moved."), "RUN_FOLDER"),
        valueOption("data", tr("A list of photos whose photos were moved."), "CSV"),
        valueOption("in", tr("The folder that the photos lie in now, or one above it."), "FOLDER"),
        QCommandLineOption(QStringLiteral("by-name"), tr("Take photos that only have the right name, too.")),
        QCommandLineOption(QStringLiteral("dry-run"), tr("Remember nothing.")),
        QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line; the last one has the counts.")),
    });
    if (!parser.parse(QStringList{QStringLiteral("find-photos")} + arguments))
        return printUsageError(parser.errorText());
    if (parser.isSet(QStringLiteral("run")) == parser.isSet(QStringLiteral("data")) || !parser.isSet(QStringLiteral("in"))
        || !parser.positionalArguments().isEmpty())
        return printUsageError(tr("find-photos needs --run or --data, and --in."));

    PhotoPlacesFile file(placesFile());
    const Result<MissingPhotos> missing = missingOf(parser, file.known());
    if (!missing)
        return printError(missing.error());
    const Result<FoundPhotos> found = searchPhotos(*missing, parser.value(QStringLiteral("in")), control);
    if (!found)
        return printError(found.error());
    const bool keeps = !parser.isSet(QStringLiteral("dry-run"));
    if (keeps) {
        if (const Result<void> kept = file.add(placesOf(missing->photos, *found, parser.isSet(QStringLiteral("by-name")))); !kept)
            return printError(kept.error());
    }
    if (parser.isSet(QStringLiteral("json")))
        printAsJson(*missing, *found, keeps);
    else
        printInWords(*missing, *found);
    const int taken = found->count(FoundBy::Content) + found->count(FoundBy::Place)
        + (parser.isSet(QStringLiteral("by-name")) ? found->count(FoundBy::Name) : 0);
    return taken == missing->photos.size() ? Done : Findings;
}

} // namespace flower
