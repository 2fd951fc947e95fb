// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/fetch/HttpServer.h"

#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <future>

namespace flower::testing {

namespace {

constexpr qint64 kLargestHead = 64 << 10;
constexpr int kPatience = 5'000; ///< milliseconds for a client that connected and asks for nothing

} // namespace

HttpServer::HttpServer(Handler handler) : m_handler(std::move(handler))
{
    std::promise<void> listens;
    const std::future<void> listening = listens.get_future();
    m_thread = std::thread([this, listens = std::move(listens)]() mutable {
        QEventLoop loop;
        m_loop = &loop;
        listen(&loop);
        listens.set_value();
        loop.exec();
    });
    listening.wait();
}

HttpServer::~HttpServer()
{
    QMetaObject::invokeMethod(m_loop, "quit", Qt::QueuedConnection); // by its name: what Qt makes of a pointer goes unseen
    m_thread.join();
}

QUrl HttpServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
}

QList<QByteArray> HttpServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void HttpServer::listen(QObject *context)
{
    auto *server = new QTcpServer(context);
    QObject::connect(server, &QTcpServer::newConnection, context, [this, server] {
        while (QTcpSocket *socket = server->nextPendingConnection())
            serve(socket);
    });
    server->listen(QHostAddress::LocalHost);
    m_port = server->serverPort();
}

void HttpServer::serve(QTcpSocket *socket)
{
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    // Waits, so that requests() has the order in which the clients connected.
    while (!socket->peek(kLargestHead).contains("\r\n\r\n")) {
        if (!socket->waitForReadyRead(kPatience)) {
            socket->deleteLater();
            return;
        }
    }
    const QByteArray head = socket->readAll();
    {
        const std::lock_guard lock(m_mutex);
        m_requests.append(head);
    }
    const HttpAnswer answer = m_handler(head);
    socket->write(answer.bytes);
    if (answer.close)
        socket->disconnectFromHost();
}

QList<QByteArray> withoutRepetitions(const QList<QByteArray> &requests)
{
    QList<QByteArray> kept = requests;
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace flower::testing
