// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <functional>
#include <mutex>
#include <thread>

class QEventLoop;
class QTcpSocket;

namespace flower::testing {

/// What HttpServer sends: raw bytes, status line included.
struct HttpAnswer {
    QByteArray bytes;
    bool close = true; ///< false: falls silent with the connection open
};

/// A server on the loopback address that answers each request as it is told, one a connection, in a thread of its own.
/// Made and destroyed by the test's thread.
class HttpServer
{
public:
    /// Gets the request's head; called in the server's thread, one at a time.
    using Handler = std::function<HttpAnswer(const QByteArray &head)>;

    explicit HttpServer(Handler handler);
    ~HttpServer();

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/file")) const;
    /// The heads of all requests so far, in the order in which the clients connected. Any thread.
    [[nodiscard]] QList<QByteArray> requests() const;

private:
    void listen(QObject *context);
    void serve(QTcpSocket *socket);

    Handler m_handler;
    quint16 m_port = 0;
    QEventLoop *m_loop = nullptr; ///< lives in m_thread
    std::thread m_thread;         ///< whose beginning and end a thread sanitizer sees, unlike a QThread's of Debian's Qt
    mutable std::mutex m_mutex;
    QList<QByteArray> m_requests; ///< under m_mutex
};

/// The requests without those that repeat the one right before them. Where a server closes in the midst of an answer and
/// Qt finds the end together with the last bytes, its network thread connects again and repeats the GET by itself, beside
/// reporting the error (seen with Qt 6.4; RFC 9110, 9.2.2 lets a client repeat what is idempotent). Nobody gets the second
/// answer, but the server has seen the request.
QList<QByteArray> withoutRepetitions(const QList<QByteArray> &requests);

/// The value of a header of a request's head; empty where there is none.
QByteArray headerOf(const QByteArray &head, const QByteArray &name);

} // namespace flower::testing
