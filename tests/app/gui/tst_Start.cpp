// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// Starts the real program without a screen and looks when its window is there (docs/performance.md).
class tst_Start : public QObject
{
    Q_OBJECT

    /// Wall time, generous: a machine that runs other tests beside this one. Alone it takes an eighth of a second.
    static constexpr qint64 kBoundMilliseconds = 3000;

    struct Outcome {
        int code = -1;
        qint64 shownAfter = -1; ///< by this process's clock
        QString shown;
        QString engine;
    };
    QTemporaryDir m_home;

    Outcome start(const QString &program) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"})
            environment.insert(QLatin1String(name), m_home.path());
        process.setProcessEnvironment(environment);
        QElapsedTimer clock;
        clock.start();
        process.start(program, {QStringLiteral("--report-start")});
        Outcome outcome;
        while (!process.canReadLine() && process.waitForReadyRead(60'000)) {}
        outcome.shownAfter = clock.elapsed();
        outcome.shown = QString::fromUtf8(process.readLine()).trimmed();
        if (!process.waitForFinished(60'000))
            process.kill();
        outcome.engine = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
        outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return outcome;
    }

private Q_SLOTS:
    void theWindowIsThereBeforeTheEngine()
    {
        Outcome best;
        for (int attempt = 0; attempt < 3 && (attempt == 0 || best.shownAfter > kBoundMilliseconds); ++attempt)
            best = start(QStringLiteral(FLOWER_GUI_PROGRAM));
        qInfo("%lld ms until the window was shown; %s; %s", best.shownAfter, qPrintable(best.shown), qPrintable(best.engine));
        QVERIFY2(best.shown.startsWith(QStringLiteral("window shown after")), qPrintable(best.shown));
        QVERIFY2(best.engine.startsWith(QStringLiteral("engine ready after")), qPrintable(best.engine));
        QCOMPARE(best.code, 0);
        QVERIFY(best.shownAfter <= kBoundMilliseconds);
#ifdef Q_OS_LINUX
        QVERIFY2(best.shown.endsWith(QStringLiteral("LibTorch not loaded")), qPrintable(best.shown));
#endif
    }

    void withoutItsEngineTheProgramSaysSo()
    {
        QTemporaryDir elsewhere;
        const QString program = elsewhere.filePath(QFileInfo(QStringLiteral(FLOWER_GUI_PROGRAM)).fileName());
        QVERIFY(QFile::copy(QStringLiteral(FLOWER_GUI_PROGRAM), program));
        const Outcome outcome = start(program);
        QVERIFY2(outcome.engine.contains(QStringLiteral("flower_engine")), qPrintable(outcome.engine));
        QCOMPARE(outcome.code, 1);
    }
};

FLOWER_TEST(tst_Start)
#include "tst_Start.moc"
