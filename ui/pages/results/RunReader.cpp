// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/RunReader.h"

#include "engine/core/ConfusionOrder.h"
#include "engine/core/PhotoPlaces.h"

namespace flower {

namespace {

QList<Subset> answeredSubsets(const RunDetails &details)
{
    QList<Subset> subsets;
    if (details.test && details.test->photos > 0)
        subsets.append(Subset::Test);
    if (details.validation && details.validation->photos > 0)
        subsets.append(Subset::Validation);
    return subsets;
}

QString whyNothingWasAnswered(RunState state)
{
    switch (state) {
    case RunState::Completed:
        return RunReader::tr("This run had no validation or test photos, so there are no answers to look at. Give the photos a "
                             "split with some of both and train again.");
    case RunState::Stopped:
    case RunState::Failed:
        return RunReader::tr("This run ended before its photos were answered, so there is nothing to look at. Its epochs are kept.");
    default:
        return RunReader::tr("This run has no end: it is still going on, or the program was closed before. There are no answers to look at.");
    }
}

ShownRun shownRun(const RunDetails &details, std::optional<Subset> wanted, const PhotoPlaces &places)
{
    ShownRun shown;
    shown.details = details;
    shown.subsets = answeredSubsets(details);
    if (shown.subsets.isEmpty()) {
        shown.problem = whyNothingWasAnswered(details.record.state);
        return shown;
    }
    shown.subset = wanted && shown.subsets.contains(*wanted) ? *wanted : shown.subsets.first();
    const Result<QList<PhotoResult>> results =
        RunFolder(details.record.folder).readPredictions(shown.subset, details.classNames, details.datasetPath);
    if (!results) {
        shown.problem = RunReader::tr("The answers of this run can't be read. %1").arg(results.error().message);
        return shown;
    }
    shown.results = *results;
    for (PhotoResult &photo : shown.results)
        photo.path = places.placeOf(photo.path);
    shown.details.datasetPath = places.placeOfDataset(details.datasetPath);
    shown.confusion = ConfusionMatrix(shown.results, static_cast<int>(details.classNames.size()));
    shown.similarityOrder = orderBySimilarity(shown.confusion);
    return shown;
}

} // namespace

SelectedRuns readRuns(const QStringList &folders, std::optional<Subset> subset, const QString &placesFile)
{
    const PhotoPlaces places = PhotoPlacesFile(placesFile).known();
    SelectedRuns selected;
    if (folders.isEmpty())
        selected.shown.problem = RunReader::tr("Select a run in the table above.");
    for (const QString &folder : folders) {
        const bool first = folder == folders.first();
        const Result<RunDetails> details = RunFolder(folder).read();
        if (details) {
            selected.runs.append(*details);
            if (first)
                selected.shown = shownRun(*details, subset, places);
            continue;
        }
        selected.problems.append(RunReader::tr("The folder of this run was moved or deleted: %1").arg(details.error().message));
        if (first)
            selected.shown.problem = selected.problems.last();
    }
    return selected;
}

RunReader::RunReader(QString placesFile, QObject *parent) : QObject(parent), m_placesFile(std::move(placesFile)) {}

void RunReader::start(const QStringList &folders, std::optional<Subset> subset)
{
    m_reading.run(this, [folders, subset, file = m_placesFile] { return readRuns(folders, subset, file); },
                  [this](const SelectedRuns &selected) { Q_EMIT read(selected); });
}

} // namespace flower
