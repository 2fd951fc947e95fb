// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/InterruptedRun.h"

#include "engine/core/PhotoFinder.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace flower;

/// Runs whose photos were moved.
class tst_InterruptedRun : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString at(const char *path) const { return m_folder->filePath(QString::fromLatin1(path)); }
    static bool put(const QString &path, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    /// A run that was stopped, with four photos in photos/; far from them, so that its paths are absolute.
    [[nodiscard]] RunDetails makeRun(const QString &datasetPath) const
    {
        RunDetails run;
        run.record.id = QStringLiteral("id");
        run.record.folder = at("far/away/from/them/run");
        run.record.datasetName = QStringLiteral("meadow");
        run.record.state = RunState::Stopped;
        run.classNames = {QStringLiteral("a"), QStringLiteral("b")};
        run.datasetPath = datasetPath;
        Dataset dataset;
        dataset.rootPath = datasetPath;
        dataset.classNames = run.classNames;
        QList<PhotoContent> contents;
        for (int number = 0; number < 4; ++number) {
            const QString path = at("photos") + QStringLiteral("/%1/%2.jpg").arg(run.classNames.at(number % 2)).arg(number);
            if (!put(path, "photo " + QByteArray::number(number)))
                qFatal("a photo can't be written");
            dataset.samples.append({path, number % 2, number == 3 ? Subset::Test : Subset::Train});
            contents.append(readContent(path));
        }
        QDir().mkpath(run.record.folder);
        if (!RunFolder(run.record.folder).writeRun(run) || !writeSplit(run.record.folder, dataset, contents))
            qFatal("the run can't be written");
        return run;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void goesOnWithPhotosThatWereMoved()
    {
        const RunDetails run = makeRun(at("photos"));
        const Result<InterruptedRun> before = readInterruptedRun(run.record.folder);
        QVERIFY(before);
        QVERIFY(before->missing.photos.isEmpty());
        QVERIFY(missingPhotosOf(run, {}).photos.isEmpty());
        QVERIFY(QDir().rename(at("photos"), at("archive")));
        QVERIFY(QFile::rename(at("archive/a/2.jpg"), at("archive/renamed.jpg")));

        Result<InterruptedRun> after = readInterruptedRun(run.record.folder);
        QVERIFY(after);
        QCOMPARE(after->missing.total, 4);
        QCOMPARE(after->missing.photos.size(), 4);
        QCOMPARE(after->missing.name, QStringLiteral("meadow"));
        QCOMPARE(after->missing.photos.at(1).relativePath, QStringLiteral("b/1.jpg"));
        QVERIFY(after->missing == missingPhotosOf(run, {}));
        RunControl control;
        const Result<FoundPhotos> found = findPhotos(after->missing.photos, m_folder->path(), control, [](qint64, qint64) {});
        QVERIFY(found);
        QCOMPARE(found->count(FoundBy::Content), 4);

        const PhotoPlaces places = placesOf(after->missing.photos, *found, false);
        after = readInterruptedRun(run.record.folder, places);
        QVERIFY(after);
        QVERIFY(after->missing.photos.isEmpty());
        QCOMPARE(after->dataset.rootPath, at("archive"));
        QCOMPARE(after->contents, before->contents);
        for (int number = 0; number < 4; ++number) {
            Sample sample = after->dataset.samples.at(number);
            QCOMPARE(sample.path, number == 2 ? at("archive/renamed.jpg") : at("archive") + before->dataset.samples.at(number).path.mid(at("photos").size()));
            sample.path = before->dataset.samples.at(number).path;
            QCOMPARE(sample, before->dataset.samples.at(number)); // in the run's own order
        }
        QVERIFY(missingPhotosOf(run, places).photos.isEmpty());
    }

    void aPhotoOfTheSameNameIsNoSubstitute()
    {
        const RunDetails run = makeRun(at("photos"));
        QVERIFY(QDir().rename(at("photos"), at("archive")));
        QVERIFY(put(at("archive/b/1.jpg"), "photo X"));
        const MissingPhotos missing = missingPhotosOf(run, {});
        RunControl control;
        const Result<FoundPhotos> found = findPhotos(missing.photos, m_folder->path(), control, [](qint64, qint64) {});
        QVERIFY(found);
        QCOMPARE(found->photos.at(1).by, FoundBy::Changed);
        const Result<InterruptedRun> after = readInterruptedRun(run.record.folder, placesOf(missing.photos, *found, true));
        QVERIFY(after);
        QCOMPARE(after->missing.photos.size(), 1);
        QCOMPARE(after->missing.photos.first().path, at("photos/b/1.jpg"));
        QVERIFY(!QFile::exists(after->dataset.samples.at(1).path));
    }

    void drawnSamplesAreNotMissed()
    {
        const RunDetails run = makeRun(QString());
        QVERIFY(QDir(at("photos")).removeRecursively());
        const Result<InterruptedRun> read = readInterruptedRun(run.record.folder);
        QVERIFY(read);
        QCOMPARE(read->dataset.kind, DatasetKind::Samples);
        QVERIFY(read->missing.photos.isEmpty());
    }

    void ofEarlierRunsTheAnswersTell()
    {
        const RunDetails run = makeRun(at("photos"));
        QVERIFY(QFile::remove(run.record.folder + QStringLiteral("/split.csv")));
        const Evaluation test = summarize(Subset::Test, {{at("photos/b/3.jpg"), 1, {1, 0}, {0.75, 0.25}, 0.5}}, 0);
        QVERIFY(RunFolder(run.record.folder).writePredictions(test, run.classNames, run.datasetPath));
        QVERIFY(missingPhotosOf(run, {}).photos.isEmpty());
        QVERIFY(QDir().rename(at("photos"), at("archive")));
        const MissingPhotos missing = missingPhotosOf(run, {});
        QCOMPARE(missing.photos, (QList<WantedPhoto>{{at("photos/b/3.jpg"), QStringLiteral("b/3.jpg"), {}}}));
        QCOMPARE(missing.total, 1);
    }
};

FLOWER_TEST(tst_InterruptedRun)
#include "tst_InterruptedRun.moc"
