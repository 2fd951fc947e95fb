// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/TinyRun.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace flower::testing;

/// Trains into a file system that is too small or can't be written, in a mount namespace of its own, then mends that and goes on.
class tst_FullDisk : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    struct Outcome {
        int code = -1;
        QString text;
    };
    static Outcome shell(const QString &script, const QStringList &arguments = {})
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("unshare"), QStringList{QStringLiteral("--user"), QStringLiteral("--map-root-user"), QStringLiteral("--mount"),
                                                             QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh")} + arguments);
        if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAll())};
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CACHE_HOME", path(QStringLiteral("cache")).toUtf8());
        QVERIFY(writeTinyConfig(path(QStringLiteral("config.json"))));
        QDir().mkpath(path(QStringLiteral("disk")));
        if (shell(QStringLiteral("mount -t tmpfs -o size=1m tmpfs \"$1\""), {path(QStringLiteral("disk"))}).code != 0)
            QSKIP("Nothing can be mounted here");
    }

    void aFullDiskLosesNothing()
    {
        const QString config = path(QStringLiteral("config.json"));
        QCOMPARE(QProcess::execute(QStringLiteral(FLOWER_CLI), tinyRun(config, path(QStringLiteral("whole")))), 0);

        // The network and one best epoch have their place (1.7 MB each), a second one, phase 2's states and the model have not.
        const QString script = QStringLiteral("mount -t tmpfs -o size=4400k tmpfs \"$1\" || exit 90\n"
                                              "disk=$1; copy=$2; cli=$3; shift 3\n"
                                              "\"$cli\" \"$@\"; echo \"code $?\"\n"
                                              "mount -o remount,size=64m \"$disk\" || exit 91\n"
                                              "echo more room\n"
                                              "\"$cli\" train --resume \"$disk/run\"; echo \"code $?\"\n"
                                              "cp -r \"$disk/run\" \"$copy\"\n");
        const Outcome outcome = shell(script, QStringList{path(QStringLiteral("disk")), path(QStringLiteral("copy")), QStringLiteral(FLOWER_CLI)}
                                          + tinyRun(config, path(QStringLiteral("disk/run"))));
        QCOMPARE(outcome.code, 0);
        const QString full = outcome.text.section(QStringLiteral("more room"), 0, 0);
        const QString room = outcome.text.section(QStringLiteral("more room"), 1);
        QCOMPARE(full.count(QStringLiteral("can't be kept on disk")), 1);
        QVERIFY2(full.contains(QStringLiteral("epoch   7")), qPrintable(full)); // it went on to its end
        QVERIFY2(full.contains(QStringLiteral("The model can't be saved")) && full.contains(QStringLiteral("make room")), qPrintable(full));
        QVERIFY(full.contains(QStringLiteral("code 1")));
        QVERIFY2(room.contains(QRegularExpression(QStringLiteral("The run goes on after epoch [1-3]\\."))), qPrintable(room));
        QVERIFY(room.contains(QStringLiteral("code 0")));
        QVERIFY(!modelTensors(path(QStringLiteral("copy"))).isEmpty());
        QCOMPARE(modelTensors(path(QStringLiteral("copy"))), modelTensors(path(QStringLiteral("whole"))));
    }

    void aFolderThatCantBeWrittenIsToldAtOnce()
    {
        const QString script = QStringLiteral("mount -t tmpfs -o size=64m,ro tmpfs \"$1\" || exit 90\n"
                                              "cli=$2; shift 2; \"$cli\" \"$@\"; echo \"code $?\"\n");
        const Outcome outcome = shell(script, QStringList{path(QStringLiteral("disk")), QStringLiteral(FLOWER_CLI)}
                                          + tinyRun(path(QStringLiteral("config.json")), path(QStringLiteral("disk/run"))));
        QVERIFY2(outcome.text.contains(QStringLiteral("can't be made. Choose another place")), qPrintable(outcome.text));
        QVERIFY(!outcome.text.contains(QStringLiteral("epoch   1")));
        QVERIFY(outcome.text.endsWith(QStringLiteral("code 1\n")));
    }

    void aFolderThatBecomesReadOnlyLosesNothing()
    {
        // The folder is laid over itself, read only, as soon as the first epoch of phase 2 is kept.
        const QString script = QStringLiteral("mount -t tmpfs -o size=64m tmpfs \"$1\" || exit 90\n"
                                              "run=$1/run; copy=$2; cli=$3; shift 3\n"
                                              "(until [ -e \"$run/checkpoints/state-000004.safetensors\" ]; do sleep 0.01; done\n"
                                              "mount --bind \"$run\" \"$run\" && mount -o remount,bind,ro \"$run\") &\n"
                                              "\"$cli\" \"$@\"; echo \"code $?\"; wait\n"
                                              "umount \"$run\" || exit 91\n"
                                              "echo MENDED\n"
                                              "\"$cli\" train --resume \"$run\"; echo \"code $?\"\n"
                                              "cp -r \"$run\" \"$copy\"\n");
        QStringList arguments = tinyRun(path(QStringLiteral("config.json")), path(QStringLiteral("disk/run")));
        const QStringList longer{QStringLiteral("--epochs-finetune"), QStringLiteral("8")}; // the last one counts
        arguments += longer;
        QCOMPARE(QProcess::execute(QStringLiteral(FLOWER_CLI), tinyRun(path(QStringLiteral("config.json")), path(QStringLiteral("whole8"))) + longer), 0);
        const Outcome outcome = shell(script, QStringList{path(QStringLiteral("disk")), path(QStringLiteral("copy2")), QStringLiteral(FLOWER_CLI)} + arguments);
        QCOMPARE(outcome.code, 0);
        const QString before = outcome.text.section(QStringLiteral("MENDED\n"), 0, 0);
        const QString after = outcome.text.section(QStringLiteral("MENDED\n"), 1);
        for (const char *sentence : {"can't be kept on disk", "epochs.csv can't be written", "run.json can't be written", "The model can't be saved"})
            QVERIFY2(before.count(QLatin1String(sentence)) == 1, qPrintable(before)); // each once
        QVERIFY2(before.contains(QStringLiteral("epoch  11")) && before.contains(QStringLiteral("code 1")), qPrintable(before));
        QVERIFY2(after.contains(QStringLiteral("The run goes on after epoch")) && after.contains(QStringLiteral("code 0")), qPrintable(after));
        QVERIFY(!modelTensors(path(QStringLiteral("copy2"))).isEmpty());
        QCOMPARE(modelTensors(path(QStringLiteral("copy2"))), modelTensors(path(QStringLiteral("whole8"))));
    }
};

FLOWER_TEST(tst_FullDisk)
#include "tst_FullDisk.moc"
