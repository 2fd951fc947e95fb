// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RecordingTrainer.h"

#include "engine/core/MobileNetV2Table.h"
#include "engine/core/StoredFile.h"
#include "engine/report/ModelCard.h"
#include "engine/store/ContentReader.h"
#include "engine/store/InterruptedRun.h"
#include "engine/store/RunLock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace flower {

/// What a run brings along from its beginning.
struct RunBeginning {
    QDateTime startedAt;
    QString splitHash;            ///< empty: as the data set says
    QList<PhotoContent> contents; ///< of the photos, in the data set's order; what isn't known is read
};

namespace {

constexpr int kNamedPhotos = 3; // in a sentence about many

/// Turns the events of one run into files.
class Recorder
{
public:
    Recorder(const TrainingConfig &config, const Dataset &dataset, const QString &runId, const RunBeginning &beginning,
             const QString &bookFile, const QString &libraries, const TrainingEventSink &sink)
        : m_folder(config.runFolder), m_sink(sink), m_runId(runId), m_dataset(dataset), m_data(describeData(dataset)),
          m_contents(beginning.contents)
    {
        if (!beginning.splitHash.isEmpty()) // photos that were moved one by one are the same split
            m_data.splitHash = beginning.splitHash;
        m_contents.resize(dataset.samples.size());
        m_details.config = config;
        m_details.datasetPath = dataset.kind == DatasetKind::Samples ? QString() : dataset.rootPath;
        m_details.splitWasGiven = dataset.splitWasGiven;
        m_details.splitSeed = dataset.splitSeed;
        m_details.classNames = dataset.classNames;
        m_details.libraries = libraries;
        RunRecord &record = m_details.record;
        record.id = runId;
        record.folder = QFileInfo(config.runFolder).absoluteFilePath();
        record.datasetName = dataset.name;
        record.classes = dataset.classCount();
        record.photos = static_cast<int>(dataset.samples.size());
        record.width = config.width;
        record.splitHash = m_data.splitHash;
        record.startedAt = beginning.startedAt;
        record.state = RunState::Preparing;
        if (!bookFile.isEmpty()) {
            if (Result<std::unique_ptr<RunBook>> book = RunBook::open(bookFile))
                m_book = std::move(*book);
            else
                warn(book.error());
        }
    }

    void note(const TrainingEvent &event)
    {
        if (m_reader && m_reader->isDone())
            takeContents();
        if (const auto *started = std::get_if<RunStarted>(&event.what)) {
            m_details.start = *started;
            m_details.record.state = RunState::Training;
            check(writeSplit(m_details.record.folder, m_dataset, m_contents));
            readContents();
            save();
        } else if (const auto *epoch = std::get_if<EpochResult>(&event.what)) {
            m_details.epochs.append(*epoch);
            m_details.record.epochsDone = epoch->epoch;
            m_details.record.seconds += epoch->seconds;
            if (epoch->isBest) {
                m_details.bestEpoch = epoch->epoch;
                m_details.record.bestValTop1 = epoch->valTop1;
            }
            check(m_folder.writeEpochs(m_details.epochs));
            save();
        } else if (const auto *skipped = std::get_if<PhotosSkipped>(&event.what)) {
            m_data.leftOut.append(skipped->problems);
        } else if (const auto *finished = std::get_if<RunFinished>(&event.what)) {
            finish(finished->summary);
        }
    }

private:
    /// By the time that the photos are decoded they are in the system's memory: to read them once more costs little.
    void readContents()
    {
        QStringList photos;
        photos.reserve(m_dataset.samples.size());
        for (const Sample &sample : m_dataset.samples)
            photos.append(sample.path);
        m_reader = std::make_unique<ContentReader>(std::move(photos));
    }
    /// Completes split.csv, and names photos that aren't what they were when the run began. What they were stays written down.
    void takeContents()
    {
        const QList<PhotoContent> now = m_reader->contents();
        m_reader.reset();
        QStringList changed;
        for (qsizetype number = 0; number < now.size(); ++number) {
            PhotoContent &known = m_contents[number];
            if (known.differsFrom(now.at(number)))
                changed.append(m_dataset.samples.at(number).path);
            else if (known.sha256.isEmpty())
                known = now.at(number);
        }
        check(writeSplit(m_details.record.folder, m_dataset, m_contents));
        if (changed.isEmpty())
            return;
        QString names = QStringList(changed.mid(0, kNamedPhotos)).join(QStringLiteral(", "));
        if (changed.size() > kNamedPhotos)
            names += QStringLiteral(", …");
        m_sink({m_runId, Notice{QCoreApplication::translate("RecordingTrainer",
                                                            "%n photo(s) changed since this run began, so that its numbers are not "
                                                            "those of an undisturbed run: %1", nullptr,
                                                            static_cast<int>(changed.size())).arg(names)}});
    }
    void finish(const TrainingSummary &summary)
    {
        if (m_reader && summary.state == RunState::Completed)
            takeContents();
        m_reader.reset(); // what it didn't come to is read when the run goes on
        RunRecord &record = m_details.record;
        record.state = summary.state;
        if (summary.epochsDone == 0 && summary.state == RunState::Failed && m_details.start.classes == 0)
            return; // it never began: there is nothing to list
        record.seconds = summary.seconds;
        record.bestValTop1 = summary.validation ? summary.bestValTop1 : record.bestValTop1;
        record.testTop1 = summary.test ? summary.test->top1 : -1.0;
        m_details.headValTop1 = summary.headValTop1;
        m_details.skippedPhotos = summary.skippedPhotos;
        m_details.bestEpoch = summary.bestEpoch;
        m_details.calibration = summary.calibration;
        for (const auto &[from, to] : {std::pair{&summary.validation, &m_details.validation},
                                       std::pair{&summary.test, &m_details.test}}) {
            if (!*from)
                continue;
            check(m_folder.writePredictions(**from, m_details.classNames, m_details.datasetPath));
            *to = *from;
            (*to)->results.clear();
        }
        save();
        if (summary.state == RunState::Completed || !summary.modelPath.isEmpty())
            writeCard(summary);
    }
    void writeCard(const TrainingSummary &summary)
    {
        const RunRecord &record = m_details.record;
        ModelCard card;
        card.model.path = summary.modelPath;
        card.model.architecture = describeMobileNetV2(record.width, record.classes, m_details.config.imageSize);
        card.model.classNames = m_details.classNames;
        card.model.trainedOn = record.datasetName;
        card.model.calibration = summary.calibration;
        card.data = m_data;
        card.training = CardTraining{record.id, record.state, m_details.config, m_details.epochs, m_details.bestEpoch,
                                     record.startedAt, record.seconds};
        if (summary.test)
            card.measurements.append({Subset::Test, *summary.test});
        if (summary.validation)
            card.measurements.append({Subset::Validation, *summary.validation});
        if (summary.test)
            card.earlierTests = earlierTests(knownRuns(), record);
        card.environment = currentEnvironment(m_details.libraries, m_details.start.device, m_details.start.threads);
        card.writtenAt = QDateTime::currentDateTimeUtc();
        if (const Result<QString> written = writeModelCard(record.folder, card); !written)
            warn(written.error());
    }
    /// Of the run book; without one, of the folders beside this run's.
    [[nodiscard]] QList<RunRecord> knownRuns() const
    {
        if (m_book) {
            if (Result<QList<RunRecord>> runs = m_book->runs())
                return std::move(runs).value();
        }
        QList<RunRecord> records;
        for (const RunDetails &run : readRunFolders(QFileInfo(m_details.record.folder).absolutePath()))
            records.append(run.record);
        return records;
    }
    void save()
    {
        check(m_folder.writeRun(m_details));
        if (m_book)
            check(m_book->save(m_details.record));
    }
    void check(const Result<void> &written)
    {
        if (!written)
            warn(written.error());
    }
    /// Each sentence once: a full disk would repeat it with every epoch.
    void warn(const Error &error)
    {
        if (m_told.contains(error.message))
            return;
        m_told.insert(error.message);
        m_sink({m_runId, Notice{error.message}});
    }

    RunFolder m_folder;
    const TrainingEventSink &m_sink;
    QString m_runId;
    const Dataset &m_dataset;
    CardData m_data;
    RunDetails m_details;
    std::unique_ptr<RunBook> m_book;
    QSet<QString> m_told; ///< the sentences
    QList<PhotoContent> m_contents; ///< of the photos, when the run began
    std::unique_ptr<ContentReader> m_reader; ///< while it is at work
};

} // namespace

namespace {

/// Ends a run that can't begin.
TrainingSummary refuse(const QString &runId, const Error &error, const TrainingEventSink &sink)
{
    RunFinished refused;
    refused.summary.state = RunState::Failed;
    refused.summary.runId = runId;
    refused.error = error;
    sink({runId, refused});
    return refused.summary;
}

} // namespace

RecordingTrainer::RecordingTrainer(std::shared_ptr<Trainer> trainer, QString bookFile, QString libraries)
    : m_trainer(std::move(trainer)), m_bookFile(std::move(bookFile)), m_libraries(std::move(libraries))
{
}

TrainingSummary RecordingTrainer::train(const TrainingConfig &config, const Dataset &dataset, const QString &runId,
                                        RunControl &control, const TrainingEventSink &sink)
{
    if (RunFolder(config.runFolder).holdsModel()) {
        return refuse(runId, {ErrorCode::InvalidArgument,
                              QCoreApplication::translate("RecordingTrainer",
                                                          "The folder %1 holds a trained model already. Choose another "
                                                          "place, so that nothing is written over.").arg(config.runFolder)}, sink);
    }
    const QDateTime now = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), Qt::UTC);
    return record(&Trainer::train, config, dataset, runId, {now, {}, {}}, control, sink);
}

TrainingSummary RecordingTrainer::resume(const TrainingConfig &config, const Dataset &dataset, const QString &runId,
                                         RunControl &control, const TrainingEventSink &sink)
{
    const Result<RunDetails> begun = RunFolder(config.runFolder).read();
    if (!begun)
        return refuse(runId, begun.error(), sink);
    RunBeginning beginning{begun->record.startedAt, begun->record.splitHash, {}};
    if (Result<RunSplit> split = readSplit(config.runFolder, begun->classNames); split && split->samples.size() == dataset.samples.size())
        beginning.contents = std::move(split->contents);
    return record(&Trainer::resume, config, dataset, runId, beginning, control, sink);
}

TrainingSummary RecordingTrainer::record(Way way, const TrainingConfig &config, const Dataset &dataset, const QString &runId,
                                         const RunBeginning &beginning, RunControl &control, const TrainingEventSink &sink)
{
    RunLock lock(config.runFolder);
    if (const Result<void> taken = lock.take(); !taken)
        return refuse(runId, taken.error(), sink);
    removeHalfWritten(config.runFolder, {QStringLiteral("*.json"), QStringLiteral("*.csv"), QStringLiteral("*.html"), QStringLiteral("*.safetensors")});
    Recorder recorder(config, dataset, runId, beginning, m_bookFile, m_libraries, sink);
    return ((*m_trainer).*way)(config, dataset, runId, control, [&](const TrainingEvent &event) {
        recorder.note(event); // first, so that who hears of the end finds the files
        sink(event);
    });
}

} // namespace flower
