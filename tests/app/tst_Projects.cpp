// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/TinyRun.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace flower::testing;

/// A real run is handed on with flower-trainer-cli, as from one computer to another.
class tst_Projects : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    struct Outcome {
        int code = -1;
        QJsonObject last;
        QString said;
    };
    static Outcome run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        Outcome outcome{process.exitCode(), {}, QString::fromUtf8(process.readAllStandardError())};
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (line.startsWith('{'))
                outcome.last = QJsonDocument::fromJson(line).object();
        }
        return outcome;
    }
    static Outcome cli(const QStringList &arguments) { return run(QStringLiteral(FLOWER_CLI), arguments); }
    static QString text(const Outcome &outcome, const char *key) { return outcome.last.value(QLatin1String(key)).toString(); }
    static int number(const Outcome &outcome, const char *key) { return outcome.last.value(QLatin1String(key)).toInt(); }
    [[nodiscard]] QStringList packing(const QString &zip) const
    {
        return {QStringLiteral("pack"), QStringLiteral("--data"), QStringLiteral("samples"), QStringLiteral("--run"), path(QStringLiteral("anna/run")),
                QStringLiteral("--out"), zip, QStringLiteral("--json")};
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CACHE_HOME", path(QStringLiteral("anna/cache")).toUtf8());
        qputenv("HOME", path(QStringLiteral("anna")).toUtf8());
        QDir().mkpath(path(QStringLiteral("anna")));
        QVERIFY(writeTinyConfig(path(QStringLiteral("config.json"))));
        QCOMPARE(QProcess::execute(QStringLiteral(FLOWER_CLI), tinyRun(path(QStringLiteral("config.json")), path(QStringLiteral("anna/run")))), 0);
    }

    void wrongUsageIsTwo()
    {
        QCOMPARE(cli({QStringLiteral("pack")}).code, 2);
        QCOMPARE(cli({QStringLiteral("pack"), QStringLiteral("--data"), QStringLiteral("samples")}).code, 2);
        QCOMPARE(cli({QStringLiteral("unpack"), QStringLiteral("a.zip")}).code, 2);
        QCOMPARE(cli({QStringLiteral("unpack"), QStringLiteral("--to"), path(QStringLiteral("b"))}).code, 2);
        QCOMPARE(cli({QStringLiteral("unpack"), path(QStringLiteral("nowhere.zip")), QStringLiteral("--to"), path(QStringLiteral("b"))}).code, 1);
    }

    void aRunIsMeasuredTheSameElsewhere()
    {
        const QString zip = path(QStringLiteral("samples.zip"));
        const Outcome packed = cli(packing(zip));
        QVERIFY2(packed.code == 0, qPrintable(packed.said));
        QCOMPARE(number(packed, "runs"), 1);
        QVERIFY(packed.last.value(QStringLiteral("notes")).toArray().isEmpty());
        const Outcome opened = cli({QStringLiteral("unpack"), zip, QStringLiteral("--to"), path(QStringLiteral("bert/samples")), QStringLiteral("--json")});
        QVERIFY2(opened.code == 0, qPrintable(opened.said));
        QCOMPARE(number(opened, "photos"), number(packed, "photos"));
        QVERIFY(opened.last.value(QStringLiteral("notes")).toArray().isEmpty());
        const QString run = opened.last.value(QStringLiteral("runs")).toArray().first().toString();
        QCOMPARE(contentOf(run + QStringLiteral("/model.safetensors")), contentOf(path(QStringLiteral("anna/run/model.safetensors"))));

        const auto measure = [](const QString &model, const QString &data) {
            return cli({QStringLiteral("evaluate"), QStringLiteral("--model"), model, QStringLiteral("--data"), data, QStringLiteral("--subset"),
                        QStringLiteral("test"), QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--json")});
        };
        const Outcome here = measure(path(QStringLiteral("anna/run/model.safetensors")), QStringLiteral("samples"));
        const Outcome there = measure(run + QStringLiteral("/model.safetensors"), text(opened, "data"));
        QCOMPARE(here.code, 0);
        QCOMPARE(there.code, 0);
        for (const char *key : {"photos", "top1", "loss"})
            QCOMPARE(there.last.value(QLatin1String(key)), here.last.value(QLatin1String(key)));
    }

    void noPathOfTheFirstComputerIsInIt()
    {
        const QString zip = path(QStringLiteral("private.zip"));
        QVERIFY(cli(packing(zip)).code == 0);
        const QString folder = path(QStringLiteral("bert/private"));
        QVERIFY(cli({QStringLiteral("unpack"), zip, QStringLiteral("--to"), folder}).code == 0);
        QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int files = 0;
        while (walk.hasNext()) {
            const QByteArray bytes = contentOf(walk.next());
            ++files;
            for (const QByteArray &secret : {m_folder.path().toUtf8(), QByteArray("anna"), qgetenv("USER")})
                QVERIFY2(secret.size() < 4 || !bytes.contains(secret), qPrintable(walk.filePath()));
        }
        QVERIFY(files > 100);
    }

    void aFullDiskLeavesNothing()
    {
        QDir().mkpath(path(QStringLiteral("disk")));
        const QStringList namespaces{QStringLiteral("--user"), QStringLiteral("--map-root-user"), QStringLiteral("--mount"), QStringLiteral("sh"), QStringLiteral("-c")};
        if (run(QStringLiteral("unshare"), namespaces + QStringList{QStringLiteral("mount -t tmpfs -o size=1m tmpfs \"$1\""), QStringLiteral("sh"), path(QStringLiteral("disk"))}).code != 0)
            QSKIP("Nothing can be mounted here");
        const QString zip = path(QStringLiteral("full.zip"));
        QVERIFY(cli(packing(zip)).code == 0);
        const QString script = QStringLiteral("mount -t tmpfs -o size=1m tmpfs \"$1\" || exit 90\n"
                                              "disk=$1; zip=$2; cli=$3; shift 3\n"
                                              "\"$cli\" \"$@\" && exit 91\n"
                                              "[ -z \"$(ls -A \"$disk\")\" ] || exit 92\n"
                                              "\"$cli\" unpack \"$zip\" --to \"$disk/project\" && exit 93\n"
                                              "[ -z \"$(ls -A \"$disk\")\" ] || exit 94\n");
        QStringList onto = packing(path(QStringLiteral("disk/full.zip")));
        const Outcome outcome = run(QStringLiteral("unshare"), namespaces + QStringList{script, QStringLiteral("sh"), path(QStringLiteral("disk")), zip, QStringLiteral(FLOWER_CLI)} + onto);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.said));
        QVERIFY2(outcome.said.contains(QStringLiteral("full.zip can't be written")) && outcome.said.contains(QStringLiteral("are free on the disk")),
                 qPrintable(outcome.said));
    }
};

FLOWER_TEST(tst_Projects)
#include "tst_Projects.moc"
