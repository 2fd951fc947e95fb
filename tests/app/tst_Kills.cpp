// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/TinyRun.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace flower::testing;

/// Kills a real training at moments of chance, lets it go on, and compares with a run that nobody disturbed. FLOWER_KILLS says how
/// often (6), FLOWER_KILL_SEED which moments.
class tst_Kills : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList training(const QString &out) const { return tinyRun(path(QStringLiteral("config.json")), out); }
    /// The epochs without their times.
    static QList<QByteArray> epochsOf(const QString &run)
    {
        QList<QByteArray> lines = contentOf(run + QStringLiteral("/epochs.csv")).split('\n');
        for (QByteArray &line : lines) {
            QList<QByteArray> fields = line.split(',');
            fields.remove(std::min<qsizetype>(8, fields.size()), std::min<qsizetype>(2, std::max<qsizetype>(0, fields.size() - 8)));
            line = fields.join(',');
        }
        return lines;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CACHE_HOME", path(QStringLiteral("cache")).toUtf8());
        QVERIFY(writeTinyConfig(path(QStringLiteral("config.json"))));
    }

    void aKilledRunEndsAsIfUndisturbed()
    {
        const QString whole = path(QStringLiteral("whole"));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(QProcess::execute(QStringLiteral(FLOWER_CLI), training(whole)), 0); // also draws the samples
        const QString again = path(QStringLiteral("again"));
        timer.start();
        QCOMPARE(QProcess::execute(QStringLiteral(FLOWER_CLI), training(again)), 0);
        const auto longest = static_cast<int>(timer.elapsed());
        QVERIFY(!modelTensors(whole).isEmpty());
        QCOMPARE(modelTensors(again), modelTensors(whole));

        const int wanted = qEnvironmentVariableIsSet("FLOWER_KILLS") ? qEnvironmentVariableIntValue("FLOWER_KILLS") : 6;
        QRandomGenerator random(qEnvironmentVariableIsSet("FLOWER_KILL_SEED")
                                    ? static_cast<quint32>(qEnvironmentVariableIntValue("FLOWER_KILL_SEED"))
                                    : QRandomGenerator::global()->generate());
        int kills = 0;
        for (int number = 0; kills < wanted; ++number) {
            const QString run = path(QStringLiteral("killed%1").arg(number));
            bool isDone = false;
            bool lastWasKilled = false;
            while (!isDone) {
                const bool hasBegun = QFile::exists(run + QStringLiteral("/run.json"));
                QProcess process;
                process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
                process.start(QStringLiteral(FLOWER_CLI), hasBegun ? QStringList{QStringLiteral("train"), QStringLiteral("--resume"), run}
                                                                   : training(run));
                const int moment = static_cast<int>(random.bounded(longest / 8, longest));
                isDone = process.waitForFinished(kills < wanted ? moment : 300'000);
                lastWasKilled = !isDone;
                if (isDone) {
                    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
                    QCOMPARE(process.exitCode(), 0);
                } else {
                    process.kill();
                    QVERIFY(process.waitForFinished());
                    ++kills;
                    // A kill between the model and the last line of the run: nothing is left to go on with.
                    isDone = contentOf(run + QStringLiteral("/run.json")).contains("\"state\": \"completed\"");
                }
            }
            QCOMPARE(modelTensors(run), modelTensors(whole));
            QCOMPARE(epochsOf(run), epochsOf(whole));
            QCOMPARE(contentOf(run + QStringLiteral("/predictions-test.csv")), contentOf(whole + QStringLiteral("/predictions-test.csv")));
            const QStringList left = QDir(run).entryList({QStringLiteral("*.??????"), QStringLiteral("*.tmp"), QStringLiteral("checkpoints")},
                                                         QDir::Files | QDir::Dirs);
            QVERIFY2(left.isEmpty() || lastWasKilled, qPrintable(left.join(QLatin1Char(' ')))); // what the last kill left nobody has seen yet
            QDir(run).removeRecursively();
        }
        qInfo("%d kills survived", kills);
    }
};

FLOWER_TEST(tst_Kills)
#include "tst_Kills.moc"
