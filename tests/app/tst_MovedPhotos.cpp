// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/TinyRun.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace flower::testing;

/// Moves photos away from real runs and lists, and finds them again in the terminal.
class tst_MovedPhotos : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    struct Outcome {
        int code = -1;
        QByteArray errors;
        QJsonObject last; ///< line of JSON
    };

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList training(const QString &out) const
    {
        QStringList arguments = tinyRun(path(QStringLiteral("config.json")), out);
        arguments[arguments.indexOf(QStringLiteral("samples"))] = path(QStringLiteral("photos"));
        return arguments;
    }
    static Outcome run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(FLOWER_CLI), arguments);
        if (!process.waitForFinished(300'000))
            return {};
        Outcome outcome{process.exitCode(), process.readAllStandardError(), {}};
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (line.startsWith('{'))
                outcome.last = QJsonDocument::fromJson(line).object();
        }
        return outcome;
    }
    /// A run of its first epochs: the program is killed when a state is on disk.
    void killedRun(const QString &out) const
    {
        QProcess process;
        process.start(QStringLiteral(FLOWER_CLI), training(out));
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(out + QStringLiteral("/checkpoints")).entryList({QStringLiteral("state-*.safetensors")}).isEmpty(), 120'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(!contentOf(out + QStringLiteral("/run.json")).contains("\"state\": \"completed\""));
    }
    static int countPhotos(const QString &folder)
    {
        int photos = 0;
        for (QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories); walk.hasNext(); walk.next())
            ++photos;
        return photos;
    }
    /// Whatever was said of moved photos before is forgotten.
    void forgetPlaces() const
    {
        QVERIFY(QDir(path(QStringLiteral("data"))).removeRecursively());
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CACHE_HOME", path(QStringLiteral("cache")).toUtf8());
        qputenv("XDG_DATA_HOME", path(QStringLiteral("data")).toUtf8());
        QVERIFY(writeTinyConfig(path(QStringLiteral("config.json"))));
        QVERIFY(run({QStringLiteral("check"), QStringLiteral("--data"), QStringLiteral("samples")}).code >= 0); // draws them
        QString drawn;
        for (QDirIterator walk(path(QStringLiteral("cache")), {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories); walk.hasNext();)
            drawn = QFileInfo(QFileInfo(walk.next()).path()).path();
        QVERIFY(!drawn.isEmpty());
        QVERIFY(QDir().rename(drawn, path(QStringLiteral("photos"))));
    }

    void wrongUsageIsTwo()
    {
        const QString find = QStringLiteral("find-photos");
        QCOMPARE(run({find}).code, 2);
        QCOMPARE(run({find, QStringLiteral("--run"), QStringLiteral("/a")}).code, 2);
        QCOMPARE(run({find, QStringLiteral("--run"), QStringLiteral("/a"), QStringLiteral("--data"), QStringLiteral("/b"), QStringLiteral("--in"), QStringLiteral("/c")}).code, 2);
        QCOMPARE(run({find, QStringLiteral("--run"), QStringLiteral("/nowhere"), QStringLiteral("--in"), QStringLiteral("/nowhere")}).code, 1);
        QCOMPARE(run(training(path(QStringLiteral("never"))) << QStringLiteral("--photos") << path(QStringLiteral("photos"))).code, 2);
    }

    void aRunGoesOnAsIfItsPhotosHadNotBeenMoved()
    {
        const QString whole = path(QStringLiteral("whole"));
        QCOMPARE(run(training(whole)).code, 0);
        const QString killed = path(QStringLiteral("runs/of/mine/killed"));
        killedRun(killed);
        QVERIFY(QDir().mkpath(path(QStringLiteral("archive"))));
        QVERIFY(QDir().rename(path(QStringLiteral("photos")), path(QStringLiteral("archive/meadow"))));

        const QStringList resume{QStringLiteral("train"), QStringLiteral("--resume"), killed};
        QCOMPARE(run(resume + QStringList{QStringLiteral("--photos"), path(QStringLiteral("cache"))}).code, 1); // not there
        const Outcome resumed = run(resume + QStringList{QStringLiteral("--photos"), path(QStringLiteral("archive")), QStringLiteral("--json")});
        QVERIFY2(resumed.code == 0, resumed.errors.constData());
        QCOMPARE(resumed.last.value(QStringLiteral("skipped_photos")).toInt(-1), 0);
        QVERIFY(!modelTensors(whole).isEmpty());
        QCOMPARE(modelTensors(killed), modelTensors(whole));
        QCOMPARE(contentOf(killed + QStringLiteral("/predictions-test.csv")), contentOf(whole + QStringLiteral("/predictions-test.csv")));
        const QByteArray split = contentOf(killed + QStringLiteral("/split.csv"));
        QVERIFY(split.contains("archive/meadow") && !split.contains(",\n")); // with the contents of all
        QVERIFY(QDir().rename(path(QStringLiteral("archive/meadow")), path(QStringLiteral("photos"))));
    }

    void aChangedPhotoIsNotTaken()
    {
        const QString killed = path(QStringLiteral("runs/of/mine/changed"));
        killedRun(killed);
        const QByteArray split = contentOf(killed + QStringLiteral("/split.csv"));
        const QString photo = QString::fromUtf8(split.split('\n').at(1).split(',').first());
        const QString other = QString::fromUtf8(split.split('\n').at(2).split(',').first());
        forgetPlaces();
        QVERIFY(QDir().rename(path(QStringLiteral("photos")), path(QStringLiteral("elsewhere"))));
        const QString there = path(QStringLiteral("elsewhere/")) + photo;
        QVERIFY(QFile::rename(there, path(QStringLiteral("kept.png"))));
        QVERIFY(QFile::copy(path(QStringLiteral("elsewhere/")) + other, there));
        const Outcome refused = run({QStringLiteral("train"), QStringLiteral("--resume"), killed, QStringLiteral("--photos"), path(QStringLiteral("elsewhere"))});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.errors.contains(photo.toUtf8()), refused.errors.constData());
        forgetPlaces();
        const Outcome found = run({QStringLiteral("find-photos"), QStringLiteral("--run"), killed, QStringLiteral("--in"), path(QStringLiteral("elsewhere")), QStringLiteral("--json")});
        QCOMPARE(found.code, 3);
        QCOMPARE(found.last.value(QStringLiteral("changed")).toInt(), 1);
        QCOMPARE(found.last.value(QStringLiteral("content")).toInt(), countPhotos(path(QStringLiteral("elsewhere"))) - 1);
        QVERIFY(QFile::remove(there) && QFile::rename(path(QStringLiteral("kept.png")), there));
        QVERIFY(QDir().rename(path(QStringLiteral("elsewhere")), path(QStringLiteral("photos"))));
    }

    void aListFindsItsPhotos()
    {
        forgetPlaces();
        const QString list = path(QStringLiteral("lists/photos.csv"));
        QVERIFY(QDir().mkpath(path(QStringLiteral("lists"))));
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("path,label\n");
        const QDir photos(path(QStringLiteral("photos")));
        int count = 0;
        for (QDirIterator walk(photos.path(), {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories); walk.hasNext(); ++count) {
            const QString name = photos.relativeFilePath(walk.next());
            file.write("../photos/" + name.toUtf8() + ',' + name.section(QLatin1Char('/'), 0, 0).toUtf8() + '\n');
        }
        file.close();
        const QByteArray asItWas = contentOf(list);
        QVERIFY(QDir().rename(path(QStringLiteral("photos")), path(QStringLiteral("new"))));
        const QStringList check{QStringLiteral("check"), QStringLiteral("--data"), list, QStringLiteral("--json")};
        QCOMPARE(run(check).code, 1); // no photo is there
        const QStringList find{QStringLiteral("find-photos"), QStringLiteral("--data"), list, QStringLiteral("--json"), QStringLiteral("--in"), path(QStringLiteral("new"))};
        QCOMPARE(run(find + QStringList{QStringLiteral("--dry-run")}).code, 0);
        QCOMPARE(run(check).code, 1);
        const Outcome found = run(find);
        QCOMPARE(found.code, 0);
        QCOMPARE(found.last.value(QStringLiteral("missing")).toInt(), count);
        QCOMPARE(found.last.value(QStringLiteral("place")).toInt(), count);
        const Outcome checked = run(check);
        QVERIFY(checked.code == 0 || checked.code == 3);
        QCOMPARE(checked.last.value(QStringLiteral("photos")).toInt(), count);
        QCOMPARE(run(find).last.value(QStringLiteral("missing")).toInt(-1), 0);
        QCOMPARE(contentOf(list), asItWas);
    }
};

FLOWER_TEST(tst_MovedPhotos)
#include "tst_MovedPhotos.moc"
