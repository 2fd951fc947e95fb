// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/DownloadSession.h"

#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

#include <QThread>

#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>

using namespace flower;

namespace {

/// Fetches nothing: answers by the file's name.
class FakeFetcher : public Fetcher
{
public:
    Result<QString> fetch(const RemoteFile &file, const QString &folder, RunControl &control, const ProgressSink &progress) override
    {
        progress(1, 2);
        if (file.fileName == QLatin1String("throw"))
            throw std::runtime_error("broken on purpose");
        if (file.fileName == QLatin1String("fail"))
            return Error{ErrorCode::Network, QStringLiteral("The server is away.")};
        if (file.fileName == QLatin1String("wait")) {
            while (control.checkpoint())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        }
        return folder + QLatin1Char('/') + file.fileName;
    }
};

QList<RemoteFile> files(const QStringList &names)
{
    QList<RemoteFile> list;
    for (const QString &name : names) {
        RemoteFile file;
        file.fileName = name;
        file.title = QStringLiteral("Title of ") + name;
        list.append(file);
    }
    return list;
}

} // namespace

class tst_DownloadSession : public QObject
{
    Q_OBJECT

private:
    /// The error that a download of `names` ends with.
    static std::optional<Error> errorOf(const QStringList &names, bool cancel = false)
    {
        DownloadSession session(std::make_shared<FakeFetcher>());
        std::optional<Error> error;
        connect(&session, &DownloadSession::failed, &session, [&](const Error &given) { error = given; });
        session.start(files(names), QStringLiteral("folder"));
        if (cancel)
            session.cancel();
        const bool ended = QTest::qWaitFor([&] { return !session.isRunning(); });
        return ended ? error : std::nullopt;
    }

private Q_SLOTS:
    void filesComeInOrderAndInThisThread()
    {
        DownloadSession session(std::make_shared<FakeFetcher>());
        QStringList titles;
        connect(&session, &DownloadSession::progressed, this, [&](const QString &title, qint64 done, qint64 total) {
            QCOMPARE(QThread::currentThread(), thread());
            QCOMPARE(done, 1);
            QCOMPARE(total, 2);
            titles.append(title);
        });
        QSignalSpy finished(&session, &DownloadSession::finished);
        session.start(files({QStringLiteral("a"), QStringLiteral("b")}), QStringLiteral("folder"));
        QVERIFY(session.isRunning());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!session.isRunning());
        QCOMPARE(finished.first().first().toStringList(), QStringList({QStringLiteral("folder/a"), QStringLiteral("folder/b")}));
        QCOMPARE(titles, QStringList({QStringLiteral("Title of a"), QStringLiteral("Title of b")}));
        session.start({}, QStringLiteral("folder"));
        QTRY_COMPARE(finished.size(), 2);
    }

    void theFirstErrorEndsIt()
    {
        const std::optional<Error> error = errorOf({QStringLiteral("fail"), QStringLiteral("throw")});
        QVERIFY(error.has_value());
        QCOMPARE(error->code, ErrorCode::Network);
    }

    void anExceptionBecomesAnError()
    {
        const std::optional<Error> error = errorOf({QStringLiteral("throw")});
        QVERIFY(error.has_value());
        QCOMPARE(error->code, ErrorCode::Internal);
        QVERIFY(error->message.contains(QStringLiteral("broken on purpose")));
    }

    void cancelIsHeardAlsoWhereTheFilesCame()
    {
        for (const char *name : {"wait", "a"}) {
            const std::optional<Error> error = errorOf({QString::fromLatin1(name)}, true);
            QVERIFY(error.has_value());
            QCOMPARE(error->code, ErrorCode::Interrupted);
        }
    }

    void aSecondStartIsIgnored()
    {
        DownloadSession session(std::make_shared<FakeFetcher>());
        QSignalSpy finished(&session, &DownloadSession::finished);
        QSignalSpy failed(&session, &DownloadSession::failed);
        session.start(files({QStringLiteral("wait")}), QString());
        session.start(files({QStringLiteral("a")}), QString());
        session.cancel();
        QTRY_COMPARE(failed.size(), 1);
        session.start(files({QStringLiteral("a")}), QString());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(failed.size(), 1);
    }

    void destructionDuringADownloadStopsIt()
    {
        auto session = std::make_unique<DownloadSession>(std::make_shared<FakeFetcher>());
        session->start(files({QStringLiteral("wait")}), QString());
        session.reset();
    }
};

FLOWER_TEST(tst_DownloadSession)
#include "tst_DownloadSession.moc"
