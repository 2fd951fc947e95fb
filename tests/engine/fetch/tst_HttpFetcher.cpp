// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/HttpFetcher.h"
#include "engine/fetch/PartFile.h"

#include "tests/engine/fetch/HttpServer.h"
#include "tests/support/TestMain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>

using namespace flower;
using namespace flower::testing;

namespace {

constexpr qint64 kLength = 300'000;

QByteArray contents(char seed = 1)
{
    QByteArray bytes(kLength, Qt::Uninitialized);
    for (qsizetype index = 0; index < bytes.size(); ++index)
        bytes[index] = static_cast<char>(index * 7 + index / 251 + seed);
    return bytes;
}

QByteArray answer(int status, const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Word\r\nConnection: close\r\n" + headers + "Content-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Gives one file as servers do: ranges where If-Range fits.
struct FileServer {
    QByteArray body = contents();
    QByteArray etag = "\"one\"";
    bool ranges = true;

    [[nodiscard]] QByteArray operator()(const QByteArray &head) const
    {
        const QByteArray version = etag.isEmpty() ? QByteArray() : "ETag: " + etag + "\r\n";
        const QByteArray range = headerOf(head, "Range");
        if (!ranges || range.isEmpty() || headerOf(head, "If-Range") != etag)
            return answer(200, version, body);
        const qint64 from = range.mid(6, range.size() - 7).toLongLong();
        if (from >= body.size())
            return answer(416, version + "Content-Range: bytes */" + QByteArray::number(body.size()) + "\r\n", {});
        return answer(206, version + "Content-Range: bytes " + QByteArray::number(from) + '-' + QByteArray::number(body.size() - 1)
                          + '/' + QByteArray::number(body.size()) + "\r\n", body.mid(from));
    }
};

/// Cuts the body of an answer short and closes, or falls silent.
HttpAnswer cutShort(const QByteArray &whole, qint64 bodyBytes, bool close = true)
{
    return {whole.left(whole.indexOf("\r\n\r\n") + 4 + bodyBytes), close};
}

} // namespace

class tst_HttpFetcher : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    RunControl m_control;
    QList<qint64> m_progress;

    static RemoteFile remote(const HttpServer &server, const QByteArray &body = contents())
    {
        RemoteFile file;
        file.url = server.url();
        file.fileName = QStringLiteral("file.bin");
        file.bytes = kLength;
        file.md5 = QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex();
        return file;
    }

    Result<QString> fetch(const RemoteFile &file, HttpFetcher::Access access = HttpFetcher::Access::LoopbackHttpToo,
                          std::chrono::milliseconds timeout = std::chrono::seconds(30))
    {
        m_progress.clear();
        return HttpFetcher(access, timeout).fetch(file, m_folder->path(), m_control,
                                                  [this](qint64 done, qint64) { m_progress.append(done); });
    }

    [[nodiscard]] QByteArray kept(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    /// Leaves a part of 100,000 bytes behind.
    void breakOnce(const HttpServer &server)
    {
        QCOMPARE(fetch(remote(server)).error().code, ErrorCode::Network);
        QCOMPARE(kept(QStringLiteral("file.bin.part")).size(), 100'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        // The system's proxy is obeyed; here it must not stand between the test and its own server.
        for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aWholeFileComes()
    {
        const HttpServer server([](const QByteArray &head) { return HttpAnswer{FileServer()(head)}; });
        const Result<QString> path = fetch(remote(server));
        QVERIFY2(path.isOk(), qPrintable(path.isOk() ? QString() : path.error().message));
        QCOMPARE(*path, m_folder->filePath(QStringLiteral("file.bin")));
        QCOMPARE(kept(QStringLiteral("file.bin")), contents());
        QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
        QCOMPARE(m_progress.last(), kLength);
        QVERIFY(headerOf(server.requests().first(), "Range").isEmpty());
        QCOMPARE(headerOf(server.requests().first(), "Accept-Encoding"), QByteArray("identity"));
    }

    void theBeginningOfASha256IsEnough()
    {
        const HttpServer server([](const QByteArray &head) { return HttpAnswer{FileServer()(head)}; });
        RemoteFile file = remote(server);
        file.md5.clear();
        file.sha256 = QCryptographicHash::hash(contents(), QCryptographicHash::Sha256).toHex().left(8).toUpper();
        QVERIFY(fetch(file).isOk());
    }

    void aBrokenDownloadIsGoneOnWith()
    {
        const HttpServer server([first = true](const QByteArray &head) mutable {
            const QByteArray whole = FileServer()(head);
            return std::exchange(first, false) ? cutShort(whole, 100'000) : HttpAnswer{whole};
        });
        breakOnce(server);
        QVERIFY(fetch(remote(server)).isOk());
        QCOMPARE(kept(QStringLiteral("file.bin")), contents());
        const QList<QByteArray> requests = withoutRepetitions(server.requests());
        QCOMPARE(requests.size(), 2);
        QVERIFY(headerOf(requests.first(), "Range").isEmpty());
        QCOMPARE(headerOf(requests.last(), "Range"), QByteArray("bytes=100000-"));
        QCOMPARE(headerOf(requests.last(), "If-Range"), QByteArray("\"one\""));
        QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
    }

    void aServerWithoutRangesSendsAllAgain()
    {
        FileServer files;
        files.ranges = false;
        const HttpServer server([files, first = true](const QByteArray &head) mutable {
            return std::exchange(first, false) ? cutShort(files(head), 100'000) : HttpAnswer{files(head)};
        });
        breakOnce(server);
        QVERIFY(fetch(remote(server)).isOk());
        QCOMPARE(kept(QStringLiteral("file.bin")), contents());
    }

    void anotherVersionIsNotJoinedToThePart_data()
    {
        QTest::addColumn<bool>("ignoresIfRange");
        QTest::newRow("the server sends the new one whole") << false;
        QTest::newRow("the server sends the rest of the new one") << true;
    }

    void anotherVersionIsNotJoinedToThePart()
    {
        QFETCH(bool, ignoresIfRange);
        FileServer newer;
        newer.body = contents(2);
        newer.etag = "\"two\"";
        const HttpServer server([newer, ignoresIfRange, first = true](const QByteArray &head) mutable {
            if (std::exchange(first, false))
                return cutShort(FileServer()(head), 100'000);
            QByteArray asked = head;
            return HttpAnswer{newer(ignoresIfRange ? asked.replace("\"one\"", "\"two\"") : asked)};
        });
        breakOnce(server);
        QVERIFY(fetch(remote(server, contents(2))).isOk());
        QCOMPARE(kept(QStringLiteral("file.bin")), contents(2));
        const QList<QByteArray> requests = withoutRepetitions(server.requests());
        QCOMPARE(requests.size(), ignoresIfRange ? 3 : 2);
        QCOMPARE(headerOf(requests.at(1), "Range"), QByteArray("bytes=100000-"));
        QCOMPARE(headerOf(requests.at(1), "If-Range"), QByteArray("\"one\""));
        QCOMPARE(headerOf(requests.last(), "Range").isEmpty(), ignoresIfRange);
    }

    void aRangeThatWasNotAskedForIsNotTaken()
    {
        const HttpServer server([](const QByteArray &) {
            return HttpAnswer{answer(206, "Content-Range: bytes 5-9/300000\r\n", "wrong")};
        });
        QCOMPARE(fetch(remote(server)).error().code, ErrorCode::Network);
        QCOMPARE(names(), QStringList());
    }

    void aWholePartOnlyLacksItsName()
    {
        const HttpServer server([](const QByteArray &head) { return HttpAnswer{FileServer()(head)}; });
        PartFile part(m_folder->filePath(QStringLiteral("file.bin")), server.url());
        QVERIFY(part.startOver({"\"one\"", {}}).isOk());
        QVERIFY(part.append(contents()).isOk());
        QVERIFY(part.close().isOk());
        QVERIFY(fetch(remote(server)).isOk());
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(names(), QStringList{QStringLiteral("file.bin")});
    }

    void aWrongChecksumIsNotKept()
    {
        const HttpServer server([](const QByteArray &head) { return HttpAnswer{FileServer()(head)}; });
        const Result<QString> path = fetch(remote(server, "something else"));
        QCOMPARE(path.error().code, ErrorCode::Network);
        QVERIFY(path.error().message.contains(QStringLiteral("checksum")));
        QCOMPARE(names(), QStringList());
    }

    void refusalsOfTheServerAreSentences_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {204, 304, 401, 404, 500, 503})
            QTest::addRow("%d", status) << status;
    }

    void refusalsOfTheServerAreSentences()
    {
        QFETCH(int, status);
        const HttpServer server([status](const QByteArray &) { return HttpAnswer{answer(status, {}, status > 400 ? "no" : "")}; });
        const Result<QString> path = fetch(remote(server));
        QCOMPARE(path.error().code, ErrorCode::Network);
        QVERIFY(path.error().message.endsWith(QLatin1Char('.')));
        QCOMPARE(names(), QStringList());
    }

    void redirectsAreFollowedToAllowedPlacesOnly()
    {
        const HttpServer server([](const QByteArray &head) {
            return HttpAnswer{head.startsWith("GET /moved") ? answer(302, "Location: /file\r\n", {})
                                  : head.startsWith("GET /away") ? answer(302, "Location: http://flowers.invalid/file\r\n", {})
                                                                 : FileServer()(head)};
        });
        RemoteFile file = remote(server);
        file.url = server.url(QStringLiteral("/away"));
        const Result<QString> away = fetch(file);
        QCOMPARE(away.error().code, ErrorCode::Network);
        QVERIFY(away.error().message.contains(QStringLiteral("http://flowers.invalid/file")));
        QCOMPARE(names(), QStringList());
        file.url = server.url(QStringLiteral("/moved"));
        QVERIFY(fetch(file).isOk());
        QCOMPARE(kept(QStringLiteral("file.bin")), contents());
    }

    void anOversizeBodyIsNotKept_data()
    {
        QTest::addColumn<bool>("announced");
        QTest::newRow("announced") << true;
        QTest::newRow("not announced") << false;
    }

    void anOversizeBodyIsNotKept()
    {
        QFETCH(bool, announced);
        const HttpServer server([announced](const QByteArray &) {
            const QByteArray body(3 * kLength, 'x');
            return HttpAnswer{announced ? answer(200, {}, body) : "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body};
        });
        QCOMPARE(fetch(remote(server)).error().code, ErrorCode::Network);
        QCOMPARE(names(), QStringList());
    }

    void aStopKeepsThePart()
    {
        const HttpServer server([](const QByteArray &head) { return cutShort(FileServer()(head), 100'000, false); });
        RunControl control;
        QTimer timer;
        const QString part = m_folder->filePath(QStringLiteral("file.bin.part.json"));
        connect(&timer, &QTimer::timeout, this, [&] {
            if (QFile::exists(part))
                control.requestStop();
        });
        timer.start(20); // fires in the loop of fetch()
        const Result<QString> path = HttpFetcher(HttpFetcher::Access::LoopbackHttpToo)
                                         .fetch(remote(server), m_folder->path(), control, [](qint64, qint64) {});
        QCOMPARE(path.error().code, ErrorCode::Interrupted);
        QVERIFY(names().contains(QStringLiteral("file.bin.part")));
        QVERIFY(!names().contains(QStringLiteral("file.bin")));
    }

    void aSilentServerIsGivenUp()
    {
        const HttpServer server([](const QByteArray &head) { return cutShort(FileServer()(head), 100'000, false); });
        const Result<QString> path = fetch(remote(server), HttpFetcher::Access::LoopbackHttpToo, std::chrono::milliseconds(300));
        QCOMPARE(path.error().code, ErrorCode::Network);
        QVERIFY(path.error().message.contains(QStringLiteral("doesn't answer")));
        QCOMPARE(kept(QStringLiteral("file.bin.part")).size(), 100'000);
    }

    void aServerThatIsNotThereIsASentence()
    {
        QTcpServer unused;
        QVERIFY(unused.listen(QHostAddress::LocalHost));
        const quint16 port = unused.serverPort();
        unused.close();
        RemoteFile file;
        file.url = QUrl(QStringLiteral("http://127.0.0.1:%1/file").arg(port));
        file.fileName = QStringLiteral("file.bin");
        file.md5 = "00112233445566778899aabbccddeeff";
        QCOMPARE(fetch(file).error().code, ErrorCode::Network);
        QCOMPARE(names(), QStringList());
    }

    void plainHttpIsRefused()
    {
        const HttpServer server([](const QByteArray &head) { return HttpAnswer{FileServer()(head)}; });
        QCOMPARE(fetch(remote(server), HttpFetcher::Access::HttpsOnly).error().code, ErrorCode::InvalidArgument);
        RemoteFile file = remote(server);
        file.url = QUrl(QStringLiteral("http://flowers.invalid/file"));
        QCOMPARE(fetch(file).error().code, ErrorCode::InvalidArgument);
        file.url = QUrl(QStringLiteral("file:///etc/hostname"));
        QCOMPARE(fetch(file).error().code, ErrorCode::InvalidArgument);
        QVERIFY(server.requests().isEmpty());
    }

    void nothingIsFetchedWithoutAChecksum()
    {
        const HttpServer server([](const QByteArray &head) { return HttpAnswer{FileServer()(head)}; });
        RemoteFile file = remote(server);
        file.md5.clear();
        const Result<QString> path = fetch(file);
        QCOMPARE(path.error().code, ErrorCode::InvalidArgument);
        QVERIFY(path.error().message.contains(QStringLiteral("checksum")));
        QVERIFY(server.requests().isEmpty());
        QCOMPARE(names(), QStringList());
    }

    void namesThatLeadElsewhereAreRefused()
    {
        const HttpServer server([](const QByteArray &head) { return HttpAnswer{FileServer()(head)}; });
        RemoteFile file = remote(server);
        for (const char *name : {"", "..", "../file.bin", "/tmp/file.bin", "a\\b", "c:file"}) {
            file.fileName = QString::fromLatin1(name);
            QCOMPARE(fetch(file).error().code, ErrorCode::InvalidArgument);
        }
        QVERIFY(server.requests().isEmpty());
    }

    void aFileThatIsThereIsNeitherFetchedNorOverwritten()
    {
        const HttpServer server([](const QByteArray &head) { return HttpAnswer{FileServer()(head)}; });
        put(QStringLiteral("file.bin"), contents());
        QVERIFY(fetch(remote(server)).isOk());
        put(QStringLiteral("file.bin"), "mine");
        QCOMPARE(fetch(remote(server)).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(kept(QStringLiteral("file.bin")), QByteArray("mine"));
        QVERIFY(server.requests().isEmpty());
    }
};

FLOWER_TEST(tst_HttpFetcher)
#include "tst_HttpFetcher.moc"
