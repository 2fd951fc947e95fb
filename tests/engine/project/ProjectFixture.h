// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/FlowerDatasetReader.h"
#include "engine/project/ProjectZip.h"
#include "engine/report/ModelCard.h"
#include "engine/store/InterruptedRun.h"
#include "engine/store/RunFolder.h"
#include "engine/store/SplitFile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

// A project as a user has one: folders with a few photos, marks, and runs that learned from them.

namespace flower::testing {

inline const ProgressSink kNoProgress = [](qint64, qint64) {};

inline void put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(path));
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All files below a folder by their relative names.
inline QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        files.insert(QDir(folder).relativeFilePath(path), contentOf(path));
    }
    return files;
}

/// What only looks like a photo: enough for a list, and no two are alike.
inline QByteArray photoBytes(int number)
{
    QByteArray bytes("\xFF\xD8 photo ");
    bytes += QByteArray::number(number);
    quint32 state = static_cast<quint32>(number) + 1;
    for (int index = 0; index < 3000; ++index) {
        state = state * 1664525U + 1013904223U;
        bytes += static_cast<char>(state >> 24);
    }
    return bytes;
}

struct ProjectFixture {
    ProjectFixture()
    {
        const QStringList kinds{QStringLiteral("daisy"), QStringLiteral("Löwenzahn"), QStringLiteral("tulip & co")};
        int number = 0;
        for (const QString &kind : kinds) {
            for (int photo = 0; photo < 8; ++photo, ++number)
                put(photos(QStringLiteral("%1/Blüte %2.jpg").arg(kind).arg(photo)), photoBytes(number));
        }
        dataset = read(photos());
        marks.photos.insert(QStringLiteral("daisy/Blüte 1.jpg"), {false, QStringLiteral("Löwenzahn"), QStringLiteral("daisy")});
        marks.photos.insert(QStringLiteral("Löwenzahn/Blüte 2.jpg"), {true, {}, QStringLiteral("Löwenzahn")});
    }
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QString photos(const QString &name = {}) const { return path(name.isEmpty() ? QStringLiteral("home/anna/meadow") : QStringLiteral("home/anna/meadow/") + name); }
    [[nodiscard]] QString zip() const { return path(QStringLiteral("hand on/Wiese.zip")); }

    Dataset read(const QString &place)
    {
        const Result<Dataset> dataset = FlowerDatasetReader(path(QStringLiteral("cache"))).read({false, place, 1}, control, kNoProgress);
        if (!dataset)
            qFatal("%s", qPrintable(dataset.error().message));
        return *dataset;
    }

    /// A run that learned from these photos, with all the files that one has.
    QString addRun(const QString &name, RunState state = RunState::Completed)
    {
        const QString run = path(QStringLiteral("home/anna/runs/") + name);
        QDir().mkpath(run);
        RunDetails details;
        details.classNames = dataset.classNames;
        details.datasetPath = dataset.rootPath;
        details.config.runFolder = run;
        details.config.weightsPath = path(QStringLiteral("home/anna/weights/mobilenet_v2-b0353104.pth"));
        details.record = {QStringLiteral("id-") + name, run, dataset.name, dataset.classCount(), static_cast<int>(dataset.samples.size()), 1.0,
                          QDateTime(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC), state, 1, 0.75, -1.0, 12.5, dataset.splitHash()};
        details.epochs = {EpochResult()};
        details.epochs.first().epoch = 1;
        Evaluation test;
        test.subset = Subset::Test;
        for (const Sample &sample : dataset.subset(Subset::Test)) {
            PhotoResult photo;
            photo.path = sample.path;
            photo.label = sample.label;
            photo.topClasses = {sample.label};
            photo.topProbabilities = {0.875F};
            test.results.append(photo);
        }
        test.photos = static_cast<int>(test.results.size());
        test.top1 = 1.0;
        RunFolder files(run);
        bool written = files.writePredictions(test, details.classNames, details.datasetPath) && writeSplit(run, dataset);
        details.test = test;
        details.test->results.clear();
        details.record.testTop1 = 1.0;
        ModelCard card;
        card.model.path = run + QStringLiteral("/model.safetensors");
        card.model.classNames = dataset.classNames;
        card.data = describeData(dataset);
        card.data.leftOut = {{photos(QStringLiteral("daisy/broken.jpg")), QStringLiteral("The file is empty.")},
                             {path(QStringLiteral("home/anna/elsewhere/odd.jpg")), QStringLiteral("This is no file.")}};
        card.training = CardTraining{details.record.id, state, details.config, details.epochs, 1, details.record.startedAt, 12.5};
        card.measurements = {{Subset::Test, test}};
        written = written && files.writeRun(details) && files.writeEpochs(details.epochs) && writeModelCard(run, card);
        if (!written)
            qFatal("the run can't be written");
        put(run + QStringLiteral("/model.safetensors"), QByteArray("\x02\0\0\0\0\0\0\0{}", 10) + photoBytes(99));
        put(run + QStringLiteral("/map-test-tsne.json"), "{\"version\": 1, \"places\": []}");
        put(run + QStringLiteral("/checkpoints/state-000001.safetensors"), QByteArray("\x02\0\0\0\0\0\0\0{}", 10));
        put(run + QStringLiteral("/notes of anna.txt"), "mine");
        return run;
    }

    [[nodiscard]] ProjectContent content(bool withPhotos = true) const { return {dataset, marks, runs, withPhotos}; }
    Result<PackReport> pack(bool withPhotos = true)
    {
        QDir().mkpath(QFileInfo(zip()).path());
        return ProjectZip().pack(content(withPhotos), zip(), control, kNoProgress);
    }
    Result<UnpackReport> unpack(const QString &name = QStringLiteral("bert/Wiese"), const ProjectLimits &limits = {})
    {
        return ProjectZip(limits).unpack(zip(), {path(name), path(QStringLiteral("bert-runs")), {}}, control, kNoProgress);
    }
    /// Nothing was left behind where it would have been unpacked to.
    [[nodiscard]] bool nothingIsLeft() const
    {
        return filesIn(path(QStringLiteral("bert"))).isEmpty() && filesIn(path(QStringLiteral("bert-runs"))).isEmpty()
            && QDir(path(QStringLiteral("bert"))).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    QTemporaryDir folder;
    RunControl control;
    Dataset dataset;
    PhotoMarks marks;
    QStringList runs;
};

} // namespace flower::testing
