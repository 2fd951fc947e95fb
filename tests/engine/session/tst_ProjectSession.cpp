// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/ProjectSession.h"

#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <stdexcept>

using namespace flower;

namespace {

/// Packs until it is stopped, unless the file is called “quick”.
class FakeArchive : public ProjectArchive
{
public:
    Result<ProjectSizes> measure(const Dataset &, const QStringList &runFolders, RunControl &) const override
    {
        return ProjectSizes{7, 0, QList<qint64>(runFolders.size(), 3)};
    }
    Result<PackReport> pack(const ProjectContent &, const QString &file, RunControl &control, const ProgressSink &progress) const override
    {
        if (file == QLatin1String("broken"))
            throw std::runtime_error("soil");
        progress(1, 2);
        while (file != QLatin1String("quick") && control.checkpoint())
            QThread::msleep(1);
        if (control.isStopRequested())
            return Error{ErrorCode::Interrupted, QStringLiteral("stopped")};
        PackReport report;
        report.file = file;
        return report;
    }
    Result<ProjectSummary> inspect(const QString &file, RunControl &) const override
    {
        if (file == QLatin1String("wrong"))
            return Error{ErrorCode::Unreadable, QStringLiteral("no project")};
        ProjectSummary summary;
        summary.name = file;
        return summary;
    }
    Result<UnpackReport> unpack(const QString &, const UnpackTarget &target, RunControl &, const ProgressSink &) const override
    {
        UnpackReport report;
        report.folder = target.folder;
        return report;
    }
};

} // namespace

class tst_ProjectSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneJobAfterTheOther()
    {
        ProjectSession session(std::make_shared<FakeArchive>());
        QSignalSpy measured(&session, &ProjectSession::measured);
        QSignalSpy packed(&session, &ProjectSession::packed);
        QSignalSpy progressed(&session, &ProjectSession::progressed);
        QSignalSpy unpacked(&session, &ProjectSession::unpacked);
        session.measure({}, {QStringLiteral("a"), QStringLiteral("b")});
        QVERIFY(!session.isRunning());
        QTRY_COMPARE(measured.size(), 1);
        QCOMPARE(measured.first().first().value<ProjectSizes>().runs.size(), 2);
        session.pack({}, QStringLiteral("quick"));
        QVERIFY(session.isRunning());
        QTRY_COMPARE(packed.size(), 1);
        QVERIFY(!session.isRunning());
        QCOMPARE(progressed.size(), 1);
        session.unpack(QStringLiteral("quick"), {QStringLiteral("there"), {}, {}});
        QTRY_COMPARE(unpacked.size(), 1);
        QCOMPARE(unpacked.first().first().value<UnpackReport>().folder, QStringLiteral("there"));
    }

    void aCancelledJobSaysSo()
    {
        ProjectSession session(std::make_shared<FakeArchive>());
        QSignalSpy failed(&session, &ProjectSession::failed);
        session.pack({}, QStringLiteral("long"));
        session.measure({}, {}); // doesn't disturb it
        QTest::qWait(20);
        QVERIFY(session.isRunning());
        session.cancel();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Interrupted);
        QVERIFY(!session.isRunning());
    }

    void errorsAndExceptionsAreSentences()
    {
        ProjectSession session(std::make_shared<FakeArchive>());
        QSignalSpy failed(&session, &ProjectSession::failed);
        session.inspect(QStringLiteral("wrong"));
        QTRY_COMPARE(failed.size(), 1);
        session.pack({}, QStringLiteral("broken"));
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(failed.last().first().value<Error>().message.contains(QStringLiteral("soil")));
    }

    void theLastQuestionIsAnswered()
    {
        ProjectSession session(std::make_shared<FakeArchive>());
        QSignalSpy inspected(&session, &ProjectSession::inspected);
        session.inspect(QStringLiteral("one"));
        session.inspect(QStringLiteral("two"));
        QTRY_COMPARE(inspected.size(), 1);
        QCOMPARE(inspected.first().first().toString(), QStringLiteral("two"));
    }

    void theEndOfTheSessionEndsItsJob()
    {
        const auto session = std::make_unique<ProjectSession>(std::make_shared<FakeArchive>());
        session->pack({}, QStringLiteral("long"));
    }
};

FLOWER_TEST(tst_ProjectSession)
#include "tst_ProjectSession.moc"
