// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "engine/project/ProjectZip.h"
#include "engine/store/PhotoMarksFile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace flower {

namespace {

constexpr qint64 kMegabyte = 1'000'000;
constexpr qsizetype kMostNamed = 20; // missing photos in words

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

ProgressSink showMegabytes(const QString &text)
{
    return [text](qint64 done, qint64 total) { showProgress(text, done / kMegabyte, total / kMegabyte); };
}

QString megabytes(qint64 bytes)
{
    return QString::number(static_cast<double>(bytes) / kMegabyte, 'f', 1);
}

} // namespace

int packCommand(const QStringList &arguments, RunControl &control)
{
    QCommandLineParser parser;
    parser.addOptions({
        valueOption("data", tr("The photos: a folder, a CSV, or “samples” for the built-in drawn ones."), "DIR_OR_CSV"),
        valueOption("run", tr("The folder of a run that goes in; may be given several times."), "RUN_FOLDER"),
        QCommandLineOption(QStringLiteral("no-photos"), tr("Only a list of the photos goes in, not the photos.")),
        valueOption("review", tr("Marks from a review (JSON): photos with another class, or left out."), "FILE"),
        valueOption("seed", tr("The seed of the split, where the photos come without one."), "N", QStringLiteral("1")),
        valueOption("out", tr("The ZIP to write; one that is there is replaced."), "FILE"),
        QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line; the last one has the counts.")),
    });
    if (!parser.parse(QStringList{QStringLiteral("pack")} + arguments))
        return printUsageError(parser.errorText());
    bool isSeed = false;
    const quint64 seed = parser.value(QStringLiteral("seed")).toULongLong(&isSeed);
    const QString out = parser.value(QStringLiteral("out"));
    if (parser.value(QStringLiteral("data")).isEmpty() || out.isEmpty() || !parser.positionalArguments().isEmpty() || !isSeed)
        return printUsageError(tr("pack needs --data and --out; --seed is a whole number from 0 up."));

    ProjectContent content;
    const Result<Dataset> dataset = readData(parser.value(QStringLiteral("data")), seed, control);
    if (!dataset)
        return printError(dataset.error());
    content.dataset = *dataset;
    if (parser.isSet(QStringLiteral("review"))) {
        const Result<StoredMarks> review = PhotoMarksFile(parser.value(QStringLiteral("review"))).read();
        if (!review)
            return printError(review.error());
        content.marks = review->marks;
    }
    for (const QString &folder : parser.values(QStringLiteral("run")))
        content.runFolders.append(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()));
    content.withPhotos = !parser.isSet(QStringLiteral("no-photos"));
    const Result<PackReport> report = ProjectZip().pack(content, out, control, showMegabytes(tr("Packing")));
    showProgress(QString(), 0, 0);
    if (!report)
        return printError(report.error());
    if (parser.isSet(QStringLiteral("json"))) {
        printJson({{QStringLiteral("event"), QStringLiteral("finished")}, {QStringLiteral("file"), report->file},
                   {QStringLiteral("bytes"), report->bytes}, {QStringLiteral("photos"), report->photos},
                   {QStringLiteral("runs"), report->runs}, {QStringLiteral("missing"), QJsonArray::fromStringList(report->missing)},
                   {QStringLiteral("notes"), QJsonArray::fromStringList(report->notes)}});
    } else {
        printLine(tr("%1: %2 photos, %3 runs, %4 MB.").arg(report->file).arg(report->photos).arg(report->runs).arg(megabytes(report->bytes)));
        for (const QString &photo : report->missing.mid(0, kMostNamed))
            printLine(tr("not there, only named: %1").arg(photo));
        if (report->missing.size() > kMostNamed)
            printLine(tr("    and %1 more").arg(report->missing.size() - kMostNamed));
        for (const QString &note : report->notes)
            printNote(note);
    }
    return report->runs < content.runFolders.size() ? Failed : Done;
}

int unpackCommand(const QStringList &arguments, RunControl &control)
{
    QCommandLineParser parser;
    parser.addOptions({
        valueOption("to", tr("The folder to make; nothing may be there."), "FOLDER"),
        valueOption("runs", tr("Where runs go, each into a folder of its own; without it they stay in the project."), "FOLDER"),
        QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line; the last one has the counts.")),
    });
    if (!parser.parse(QStringList{QStringLiteral("unpack")} + arguments))
        return printUsageError(parser.errorText());
    const QStringList files = parser.positionalArguments();
    if (files.size() != 1 || parser.value(QStringLiteral("to")).isEmpty())
        return printUsageError(tr("unpack needs one ZIP file and --to."));

    const UnpackTarget target{parser.value(QStringLiteral("to")), parser.value(QStringLiteral("runs")), {}};
    const Result<UnpackReport> report = ProjectZip().unpack(files.first(), target, control, showMegabytes(tr("Unpacking")));
    showProgress(QString(), 0, 0);
    if (!report)
        return printError(report.error());
    if (parser.isSet(QStringLiteral("json"))) {
        printJson({{QStringLiteral("event"), QStringLiteral("finished")}, {QStringLiteral("name"), report->name},
                   {QStringLiteral("folder"), report->folder}, {QStringLiteral("data"), report->dataset},
                   {QStringLiteral("photos"), report->photos}, {QStringLiteral("missing"), report->missingPhotos},
                   {QStringLiteral("marks"), report->marks.size()}, {QStringLiteral("runs"), QJsonArray::fromStringList(report->runFolders)},
                   {QStringLiteral("notes"), QJsonArray::fromStringList(report->notes)}});
    } else {
        printLine(tr("%1: %2 photos, listed in %3").arg(report->folder).arg(report->photos).arg(report->dataset));
        if (report->missingPhotos > 0)
            printLine(tr("Photos of the list that weren't in the ZIP: %1").arg(report->missingPhotos));
        for (const QString &run : report->runFolders)
            printLine(tr("run: %1").arg(run));
        if (!report->marks.isEmpty())
            printLine(tr("marks of a review, for --review: %1").arg(report->folder + QStringLiteral("/review.json")));
        for (const QString &note : report->notes)
            printNote(note);
    }
    return Done;
}

} // namespace flower
