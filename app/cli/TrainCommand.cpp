// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "engine/core/PhotoFinder.h"
#include "engine/core/PhotoMarks.h"
#include "engine/core/TrainingConfigFields.h"
#include "engine/core/TrainingPresets.h"
#include "engine/ml/Engine.h"
#include "engine/store/InterruptedRun.h"
#include "engine/store/PhotoMarksFile.h"
#include "engine/store/RecordingTrainer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QUuid>

#include <algorithm>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QString percent(double fraction)
{
    return QStringLiteral("%1 %").arg(fraction * 100, 0, 'f', 1);
}

/// Prints the events of a run, as sentences or as JSON.
class EventPrinter
{
public:
    explicit EventPrinter(bool json) : m_json(json) {}

    void operator()(const TrainingEvent &event)
    {
        std::visit([this](const auto &what) { print(what); }, event.what);
    }
    [[nodiscard]] const RunFinished &finished() const { return m_finished; }
    [[nodiscard]] qint64 peakMemory() const { return m_peakMemory; }

private:
    void print(const StateChanged &what)
    {
        if (m_json)
            printJson({{QStringLiteral("event"), QStringLiteral("state")}, {QStringLiteral("state"), runStateKey(what.state)}});
    }
    void print(const RunStarted &what)
    {
        if (m_json) {
            printJson({{QStringLiteral("event"), QStringLiteral("started")}, {QStringLiteral("classes"), what.classes},
                       {QStringLiteral("train_photos"), what.trainPhotos}, {QStringLiteral("val_photos"), what.valPhotos},
                       {QStringLiteral("test_photos"), what.testPhotos}, {QStringLiteral("parameters"), what.parameters},
                       {QStringLiteral("multiply_adds"), what.multiplyAdds}, {QStringLiteral("device"), what.device},
                       {QStringLiteral("threads"), what.threads}});
        } else {
            printLine(tr("%1 classes; %2 photos to train on, %3 to validate, %4 to test. %5 parameters, on %6 with %7 threads.")
                          .arg(what.classes).arg(what.trainPhotos).arg(what.valPhotos).arg(what.testPhotos)
                          .arg(what.parameters).arg(what.device).arg(what.threads));
        }
    }
    void print(const Progress &what)
    {
        m_peakMemory = std::max(m_peakMemory, what.memoryBytes);
        showProgress(tr("Epoch %1 of %2").arg(what.epoch).arg(what.epochs), what.batch, what.batches);
    }
    void print(const EpochResult &what)
    {
        showProgress(QString(), 0, 0);
        if (m_json) {
            printJson({{QStringLiteral("event"), QStringLiteral("epoch")}, {QStringLiteral("phase"), phaseKey(what.phase)},
                       {QStringLiteral("epoch"), what.epoch}, {QStringLiteral("train_loss"), what.trainLoss},
                       {QStringLiteral("train_top1"), what.trainTop1}, {QStringLiteral("val_loss"), what.valLoss},
                       {QStringLiteral("val_top1"), what.valTop1}, {QStringLiteral("val_top5"), what.valTop5},
                       {QStringLiteral("learning_rate"), what.learningRate}, {QStringLiteral("seconds"), what.seconds},
                       {QStringLiteral("images_per_second"), what.imagesPerSecond}, {QStringLiteral("best"), what.isBest}});
        } else {
            printLine(tr("epoch %1  phase %2  loss %3 / %4  top-1 %5 / %6  %7 s%8")
                          .arg(what.epoch, 3).arg(what.phase == Phase::Head ? 1 : 2).arg(what.trainLoss, 0, 'f', 4)
                          .arg(what.valLoss, 0, 'f', 4).arg(percent(what.trainTop1), percent(what.valTop1))
                          .arg(what.seconds, 0, 'f', 1).arg(what.isBest ? QStringLiteral("  *") : QString()));
        }
    }
    void print(const PhotosSkipped &what)
    {
        for (const PhotoProblem &problem : what.problems)
            notice(QStringLiteral("%1: %2").arg(problem.path, problem.reason));
    }
    void print(const Notice &what) { notice(what.text); }
    void print(const RunFinished &what) { m_finished = what; }

    void notice(const QString &text)
    {
        if (m_json)
            printJson({{QStringLiteral("event"), QStringLiteral("notice")}, {QStringLiteral("text"), text}});
        else
            printLine(text);
    }

    bool m_json;
    RunFinished m_finished;
    qint64 m_peakMemory = 0;
};

} // namespace

QList<QCommandLineOption> configOptions()
{
    return {
        valueOption("weights", tr("Pretrained weights (.safetensors or .pth)."), "FILE"),
        valueOption("width", tr("Width multiplier: 0.35, 0.5, 0.75, 1.0 or 1.4."), "W"),
        valueOption("image-size", tr("Side of the network's input in pixels."), "PIXELS"),
        valueOption("config", tr("Settings as JSON; options win over it."), "FILE"),
        valueOption("preset", tr("Settings to start from: recommended, as-taught, scratch."), "NAME"),
        valueOption("epochs-head", tr("Epochs of phase 1."), "N"),
        valueOption("epochs-finetune", tr("Epochs of phase 2."), "N"),
        valueOption("class-balance", tr("For classes with few photos: none, weights (mistakes count more) or sampling (shown more often)."),
                    "NAME"),
        valueOption("seed", tr("Seed of the run; the same seed gives the same numbers."), "N"),
        valueOption("device", tr("auto, cpu, cuda or mps."), "D"),
        valueOption("threads", tr("CPU threads; 0 for all cores."), "N"),
        valueOption("review", tr("Marks from a review (JSON): photos with another class, or left out."), "FILE"),
    };
}

Result<Dataset> readMarkedData(const QCommandLineParser &parser, const QString &data, quint64 seed, RunControl &control)
{
    Result<Dataset> dataset = readData(data, seed, control);
    if (!dataset || !parser.isSet(QStringLiteral("review")))
        return dataset;
    const Result<StoredMarks> review = PhotoMarksFile(parser.value(QStringLiteral("review"))).read();
    if (!review)
        return review.error();
    return applyMarks(*dataset, followPhotos(review->marks, dataset->rootPath, dataset->rootPath, PhotoPlacesFile(placesFile()).known()));
}

Result<TrainingConfig> configFrom(const QCommandLineParser &parser, const QString &runFolder, bool samples)
{
    const auto value = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    const auto isSet = [&parser](const char *name) { return parser.isSet(QString::fromLatin1(name)); };

    const std::optional<Preset> preset = presetNamed(value("preset"));
    if (isSet("preset") && !preset)
        return Error{ErrorCode::InvalidArgument, tr("--preset should be recommended, as-taught or scratch.")};
    QByteArray json;
    if (isSet("config")) {
        QFile file(value("config"));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::InvalidArgument, tr("%1 can't be opened: %2.").arg(file.fileName(), file.errorString())};
        json = file.readAll();
    }
    const auto startFrom = [&](Preset start) {
        Result<TrainingConfig> config = withPreset(TrainingConfig(), start);
        if (isSet("config"))
            config = TrainingConfig::fromJson(json, *config);
        if (config && isSet("weights"))
            config->weightsPath = value("weights");
        return config;
    };
    Result<TrainingConfig> started = startFrom(preset.value_or(Preset::Recommended));
    if (started && !preset && samples && started->weightsPath.isEmpty()) // wherever they could be named
        started = startFrom(Preset::FromScratch);
    if (!started)
        return started.error();
    TrainingConfig config = *started;
    if (preset == Preset::FromScratch && !config.weightsPath.isEmpty())
        return Error{ErrorCode::InvalidArgument, tr("--preset scratch is for training without pretrained weights. Leave it or the weights out.")};
    bool ok = true;
    const auto number = [&](const char *name, auto &target) {
        if (!isSet(name) || !ok)
            return;
        target = static_cast<std::decay_t<decltype(target)>>(value(name).toDouble(&ok));
    };
    number("width", config.width);
    number("epochs-head", config.head.epochs);
    number("epochs-finetune", config.fineTune.epochs);
    number("image-size", config.imageSize);
    number("seed", config.seed);
    number("threads", config.threads);
    if (!ok)
        return Error{ErrorCode::InvalidArgument, tr("One of the numbers given is no number.")};
    if (isSet("device")) {
        const QStringList names{QStringLiteral("auto"), QStringLiteral("cpu"), QStringLiteral("cuda"), QStringLiteral("mps")};
        const qsizetype index = names.indexOf(value("device"));
        if (index < 0)
            return Error{ErrorCode::InvalidArgument, tr("--device should be one of %1.").arg(names.join(QStringLiteral(", ")))};
        config.device = static_cast<Device>(index);
    }
    if (isSet("class-balance")) {
        const QStringList names = fields::keysOf(ClassBalance{});
        const qsizetype index = names.indexOf(value("class-balance"));
        if (index < 0)
            return Error{ErrorCode::InvalidArgument, tr("--class-balance should be one of %1.").arg(names.join(QStringLiteral(", ")))};
        config.classBalance = static_cast<ClassBalance>(index);
    }
    config.runFolder = runFolder;
    if (const QList<ConfigProblem> problems = config.validate(); !problems.isEmpty())
        return Error{ErrorCode::InvalidArgument, problems.first().message};
    return config;
}

namespace {

/// What a command line asks for: a new run, or one to go on with.
struct RunToTrain {
    TrainingConfig config;
    Dataset dataset;
    QString resumedId; ///< empty: a new run
};

Result<RunToTrain> newRun(const QCommandLineParser &parser, RunControl &control)
{
    const QString data = parser.value(QStringLiteral("data"));
    if (data.isEmpty() || !parser.isSet(QStringLiteral("out")))
        return Error{ErrorCode::InvalidArgument, tr("train needs --data and --out, or --resume.")};
    if (parser.isSet(QStringLiteral("photos")))
        return Error{ErrorCode::InvalidArgument, tr("--photos is for --resume; a new run takes its photos from --data.")};
    Result<TrainingConfig> config = configFrom(parser, parser.value(QStringLiteral("out")), data == QLatin1String("samples"));
    if (!config)
        return config.error();
    Result<Dataset> dataset = readMarkedData(parser, data, config->seed, control);
    if (!dataset)
        return dataset.error();
    return RunToTrain{std::move(config).value(), std::move(dataset).value(), QString()};
}

/// The photos that were moved, found and remembered where they lie now; an error where that leaves some missing, so that a run doesn't
/// go on with others than it began with because of a slip.
Result<InterruptedRun> withFoundPhotos(InterruptedRun run, const QString &folder, RunControl &control)
{
    const QString runFolder = run.config.runFolder;
    const Result<FoundPhotos> found = searchPhotos(run.missing, folder, control);
    if (!found)
        return found.error();
    PhotoPlacesFile file(placesFile());
    PhotoPlaces places = file.known();
    const PhotoPlaces moved = placesOf(run.missing.photos, *found, false);
    places.add(moved);
    if (const Result<void> kept = file.add(moved); !kept)
        printNote(kept.error().message);
    Result<InterruptedRun> again = readInterruptedRun(runFolder, places);
    if (again && !again->missing.photos.isEmpty()) {
        return Error{ErrorCode::NotFound,
                     tr("%1 photos of this run are not in %2, or changed, as %3. flower-trainer-cli find-photos says more; without --photos "
                        "the run goes on without them.")
                         .arg(again->missing.photos.size()).arg(folder, again->missing.photos.first().path)};
    }
    return again;
}

Result<RunToTrain> interruptedRun(const QCommandLineParser &parser, RunControl &control)
{
    QStringList others = parser.optionNames();
    others.removeAll(QStringLiteral("resume"));
    others.removeAll(QStringLiteral("json"));
    others.removeAll(QStringLiteral("photos"));
    if (!others.isEmpty()) {
        return Error{ErrorCode::InvalidArgument,
                     tr("A run goes on with its own settings and photos: --%1 can't be used with --resume.").arg(others.first())};
    }
    Result<InterruptedRun> run = readInterruptedRun(parser.value(QStringLiteral("resume")), PhotoPlacesFile(placesFile()).known());
    if (run && parser.isSet(QStringLiteral("photos")) && !run->missing.photos.isEmpty())
        run = withFoundPhotos(std::move(run).value(), parser.value(QStringLiteral("photos")), control);
    if (!run)
        return run.error();
    return RunToTrain{std::move(run->config), std::move(run->dataset), run->record.id};
}

} // namespace

int trainCommand(const QStringList &arguments, RunControl &control)
{
    QCommandLineParser parser;
    parser.addOptions(configOptions());
    parser.addOptions({
        valueOption("data", tr("The photos: a folder, a CSV, or “samples” for the built-in drawn ones."), "DIR_OR_CSV"),
        valueOption("out", tr("Folder for the model and the run's files."), "RUN_FOLDER"),
        valueOption("resume", tr("Go on with a run that was interrupted or stopped, with its own settings and photos."), "RUN_FOLDER"),
        valueOption("photos", tr("Where the photos of the run that goes on lie now, if they were moved."), "FOLDER"),
        QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line.")),
    });
    if (!parser.parse(QStringList{QStringLiteral("train")} + arguments))
        return printUsageError(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return printUsageError(tr("train takes no argument without an option: %1").arg(parser.positionalArguments().first()));
    const bool json = parser.isSet(QStringLiteral("json"));
    const Result<RunToTrain> run = parser.isSet(QStringLiteral("resume")) ? interruptedRun(parser, control) : newRun(parser, control);
    if (!run)
        return run.error().code == ErrorCode::InvalidArgument ? printUsageError(run.error().message) : printError(run.error());
    for (const QString &note : run->dataset.notes)
        printNote(note);
    for (const PhotoProblem &problem : run->dataset.problems)
        printNote(QStringLiteral("%1: %2").arg(problem.path, problem.reason));

    EventPrinter printer(json);
    const TrainingEventSink print = [&printer](const TrainingEvent &event) { printer(event); };
    RecordingTrainer trainer(makeTrainer(), QString(), mlLibraryVersions());
    if (run->resumedId.isEmpty())
        trainer.train(run->config, run->dataset, QUuid::createUuid().toString(QUuid::WithoutBraces), control, print);
    else
        trainer.resume(run->config, run->dataset, run->resumedId, control, print);
    const RunFinished &finished = printer.finished();
    if (finished.error)
        return printError(*finished.error);

    const TrainingSummary &summary = finished.summary;
    if (json) {
        QJsonObject last{{QStringLiteral("event"), QStringLiteral("finished")},
                         {QStringLiteral("state"), runStateKey(summary.state)},
                         {QStringLiteral("best_val_top1"), summary.bestValTop1},
                         {QStringLiteral("head_val_top1"), summary.headValTop1},
                         {QStringLiteral("best_epoch"), summary.bestEpoch},
                         {QStringLiteral("seconds"), summary.seconds},
                         {QStringLiteral("peak_memory_bytes"), printer.peakMemory()},
                         {QStringLiteral("skipped_photos"), summary.skippedPhotos},
                         {QStringLiteral("model"), summary.modelPath}};
        if (summary.test)
            last.insert(QStringLiteral("test_top1"), summary.test->top1);
        printJson(last);
    } else {
        if (summary.test) {
            printLine(tr("Test: %1 of %2 photos right (95 % interval %3 to %4).")
                          .arg(percent(summary.test->top1)).arg(summary.test->photos)
                          .arg(percent(summary.test->top1Interval.low), percent(summary.test->top1Interval.high)));
        }
        printLine(tr("Best validation %1 in epoch %2, after %3 s.")
                      .arg(percent(summary.bestValTop1)).arg(summary.bestEpoch).arg(summary.seconds, 0, 'f', 0));
        printLine(summary.modelPath.isEmpty() ? tr("Stopped before the first epoch was done: there is no model.")
                                              : tr("Model: %1").arg(summary.modelPath));
    }
    return summary.state == RunState::Stopped ? Interrupted : Done;
}

} // namespace flower
