// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "app/common/WeightsFolders.h"
#include "engine/core/DataReport.h"
#include "engine/core/PhotoMarks.h"
#include "engine/core/PhotoPlaces.h"
#include "engine/data/check/FlowerDatasetChecker.h"
#include "engine/ml/Engine.h"
#include "engine/store/PhotoMarksFile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QStandardPaths>

#include <array>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QJsonObject toJson(const Remedy &remedy)
{
    QJsonObject object{{QStringLiteral("text"), remedy.text}, {QStringLiteral("photos"), QJsonArray::fromStringList(remedy.photos)}};
    if (remedy.className.isEmpty())
        object.insert(QStringLiteral("leave_out"), true);
    else
        object.insert(QStringLiteral("relabel"), remedy.className);
    return object;
}

/// A finding with each photo's class and subset, which are what most findings are about.
QJsonObject toJson(const DataFinding &finding, const Dataset &dataset, const QHash<QString, const Sample *> &samples)
{
    QJsonArray photos;
    for (const QString &path : finding.photos) {
        QJsonObject photo{{QStringLiteral("path"), path}};
        if (const Sample *sample = samples.value(path)) {
            photo.insert(QStringLiteral("class"), dataset.classNames.at(sample->label));
            photo.insert(QStringLiteral("subset"), subsetKey(sample->subset));
        }
        photos.append(photo);
    }
    QJsonObject object{{QStringLiteral("finding"), findingKey(finding.kind)}, {QStringLiteral("sentence"), finding.sentence},
                       {QStringLiteral("photos"), photos}};
    if (!finding.classNames.isEmpty())
        object.insert(QStringLiteral("classes"), QJsonArray::fromStringList(finding.classNames));
    QJsonArray remedies;
    for (const Remedy &remedy : finding.remedies)
        remedies.append(toJson(remedy));
    if (!remedies.isEmpty())
        object.insert(QStringLiteral("remedies"), remedies);
    return object;
}

void printAsJson(const Dataset &dataset, const DataReport &report, const DataScan &scan, double seconds)
{
    QHash<QString, const Sample *> samples;
    for (const Sample &sample : dataset.samples)
        samples.insert(sample.path, &sample);
    for (const DataFinding &finding : report.findings)
        printJson(toJson(finding, dataset, samples));
    std::array<QList<int>, kSubsets.size()> perClass;
    for (const Subset subset : kSubsets)
        perClass[static_cast<size_t>(subset)] = dataset.countsPerClass(subset);
    for (int label = 0; label < dataset.classCount(); ++label) {
        QJsonObject object{{QStringLiteral("class"), dataset.classNames.at(label)}};
        for (const Subset subset : kSubsets)
            object.insert(subsetKey(subset), perClass[static_cast<size_t>(subset)].at(label));
        printJson(object);
    }
    for (const QString &sentence : report.skipped)
        printJson({{QStringLiteral("skipped"), sentence}});
    const FindingCounts &counts = report.counts;
    printJson({{QStringLiteral("event"), QStringLiteral("finished")},
               {QStringLiteral("photos"), static_cast<int>(dataset.samples.size())},
               {QStringLiteral("decoded"), scan.decoded},
               {QStringLiteral("seconds"), seconds},
               {QStringLiteral("unreadable"), counts.unreadable},
               {QStringLiteral("tiny"), counts.tiny},
               {QStringLiteral("exact_duplicates"), counts.exactDuplicates},
               {QStringLiteral("near_duplicates"), counts.nearDuplicates},
               {QStringLiteral("split_leaks"), counts.splitLeaks},
               {QStringLiteral("label_conflicts"), counts.labelConflicts},
               {QStringLiteral("name_clashes"), counts.nameClashes}});
}

/// What a kind's findings are headed with.
QString title(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Unreadable:
        return tr("Photos that can't be read");
    case FindingKind::LabelConflict:
        return tr("The same picture under two kinds");
    case FindingKind::SplitLeak:
        return tr("The same picture on both sides of the split");
    case FindingKind::NameClash:
        return tr("Kinds with nearly the same name");
    case FindingKind::ExactDuplicate:
        return tr("The same file more than once");
    case FindingKind::NearDuplicate:
        return tr("The same picture in different files");
    case FindingKind::Tiny:
        return tr("Tiny photos");
    case FindingKind::OddPhoto:
        return tr("Photos that look unlike their kind; a guess, which counts for nothing");
    case FindingKind::Imbalance:
    case FindingKind::Turned:
    case FindingKind::LowResolution:
        break;
    }
    return tr("Good to know");
}

void printInWords(const Dataset &dataset, const DataReport &report, double seconds)
{
    constexpr int kMostNamed = 12; // photos of one finding
    QString heading;
    for (const DataFinding &finding : report.findings) {
        if (const QString next = title(finding.kind); next != heading) {
            heading = next;
            printLine(QStringLiteral("\n%1").arg(heading));
        }
        if (finding.photos.size() == 1) {
            printLine(QStringLiteral("  %1: %2").arg(finding.photos.first(), finding.sentence));
            continue;
        }
        printLine(QStringLiteral("  %1").arg(finding.sentence));
        for (const QString &path : finding.photos.mid(0, kMostNamed))
            printLine(QStringLiteral("    %1").arg(path));
        if (finding.photos.size() > kMostNamed)
            printLine(tr("    and %1 more").arg(finding.photos.size() - kMostNamed));
    }
    for (const QString &sentence : report.skipped)
        printLine(sentence);
    printLine(QString());
    const FindingCounts &counts = report.counts;
    printLine(tr("%1 photos checked in %2 s: unreadable %3, tiny %4, exact duplicates %5, near duplicates %6.")
                  .arg(dataset.samples.size()).arg(seconds, 0, 'f', 1).arg(counts.unreadable).arg(counts.tiny)
                  .arg(counts.exactDuplicates).arg(counts.nearDuplicates));
    printLine(tr("Pictures on both sides of the split %1, pictures under two kinds %2, kinds with nearly the same name %3.")
                  .arg(counts.splitLeaks).arg(counts.labelConflicts).arg(counts.nameClashes));
}

} // namespace

int checkCommand(const QStringList &arguments, RunControl &control)
{
    QCommandLineParser parser;
    parser.addOptions({
        valueOption("data", tr("The photos: a folder, a CSV, or “samples” for the built-in drawn ones."), "DIR_OR_CSV"),
        valueOption("review", tr("Marks from a review (JSON): photos with another class, or left out."), "FILE"),
        valueOption("weights", tr("Pretrained weights that photos are compared with; without it, those that are at hand."), "FILE"),
        valueOption("seed", tr("The seed of the split, where the photos come without one."), "N", QStringLiteral("1")),
        valueOption("threads", tr("Threads; 0: as many as processors."), "N", QStringLiteral("0")),
        QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line; the last one has the counts.")),
    });
    if (!parser.parse(QStringList{QStringLiteral("check")} + arguments))
        return printUsageError(parser.errorText());
    bool isSeed = false;
    bool isThreads = false;
    const quint64 seed = parser.value(QStringLiteral("seed")).toULongLong(&isSeed);
    const int threads = parser.value(QStringLiteral("threads")).toInt(&isThreads);
    if (parser.value(QStringLiteral("data")).isEmpty() || !parser.positionalArguments().isEmpty() || !isSeed || !isThreads || threads < 0)
        return printUsageError(tr("check needs --data; --seed and --threads are whole numbers from 0 up."));

    const QString weights = parser.value(QStringLiteral("weights"));
    const std::shared_ptr<PhotoFeatureSource> features = makePhotoFeatureSource(weights.isEmpty() ? weightsFolders() : QStringList{weights}, threads);
    if (!weights.isEmpty()) {
        if (const Result<QByteArray> usable = features->open(); !usable)
            return printError(usable.error());
    }
    QElapsedTimer clock;
    clock.start();
    const Result<Dataset> dataset = readData(parser.value(QStringLiteral("data")), seed, control);
    if (!dataset)
        return printError(dataset.error());
    Dataset judged = *dataset;
    if (parser.isSet(QStringLiteral("review"))) {
        const Result<StoredMarks> review = PhotoMarksFile(parser.value(QStringLiteral("review"))).read();
        if (!review)
            return printError(review.error());
        judged = applyMarks(*dataset, followPhotos(review->marks, dataset->rootPath, dataset->rootPath, PhotoPlacesFile(placesFile()).known()));
    }
    FlowerDatasetChecker checker(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/flower-trainer"),
                                 threads, features);
    bool looksCloser = false;
    const Result<DataScan> scan = checker.scan(
        *dataset, control,
        [&looksCloser](qint64 done, qint64 total) {
            showProgress(looksCloser ? tr("Comparing photos as a network sees them") : tr("Checking photos"), done, total);
        },
        [&looksCloser](const DataScan &) { looksCloser = true; });
    showProgress(QString(), 0, 0);
    if (!scan)
        return printError(scan.error());
    const DataReport report = findInData(judged, *scan);
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    if (parser.isSet(QStringLiteral("json")))
        printAsJson(judged, report, *scan, seconds);
    else
        printInWords(judged, report, seconds);
    return report.counts.isAnything() ? Findings : Done;
}

} // namespace flower
