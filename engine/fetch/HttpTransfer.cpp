// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/HttpTransfer.h"

#include "engine/fetch/PartFile.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QStorageInfo>
#include <QTimer>

namespace flower {

namespace {

using namespace std::chrono_literals;

constexpr int kMostRedirects = 5;
constexpr auto kStopInterval = 50ms;
constexpr qint64 kProgressInterval = 60;

} // namespace

HttpTransfer::HttpTransfer(PartFile &part, const TransferRules &rules, RunControl &control, const ProgressSink &progress)
    : m_part(part), m_rules(rules), m_control(control), m_progress(progress)
{
}

HttpTransfer::~HttpTransfer() = default;

bool HttpTransfer::mayFetch(const QUrl &url, const TransferRules &rules)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    return rules.loopbackHttp && url.scheme() == QLatin1String("http") && QHostAddress(url.host()).isLoopback();
}

Result<HttpTransfer::Outcome> HttpTransfer::run(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(kMostRedirects);
    request.setTransferTimeout(static_cast<int>(m_rules.timeout.count()));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("FlowerTrainer/" FLOWER_VERSION));
    // The bytes as they lie on the server: those are what ranges and checksums count.
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_part.bytes() > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_part.bytes()) + '-');
        request.setRawHeader("If-Range", m_part.version().ifRange());
    }

    // A loop of its own, because Fetcher::fetch() blocks and QNetworkReply needs events. It is started in a job's thread
    // only: in the GUI thread it would let clicks in. The job's thread has no other jobs that this loop could start early,
    // for DownloadSession posts one at a time.
    QTimer stopTimer;
    connect(&stopTimer, &QTimer::timeout, this, [this] {
        if (m_control.isStopRequested())
            fail({ErrorCode::Interrupted, tr("The download was stopped.")});
    });
    stopTimer.start(kStopInterval);
    m_sinceProgress.start();
    m_reply.reset(m_manager.get(request));
    connect(m_reply.get(), &QNetworkReply::redirected, this, &HttpTransfer::followRedirect);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &HttpTransfer::receive);
    connect(m_reply.get(), &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
    if (!m_reply->isFinished())
        m_loop.exec();
    m_reply->disconnect(this);
    if (!m_reply->isFinished() && !m_error && !m_outdated) // the thread is being ended
        m_error = Error{ErrorCode::Interrupted, tr("The download was stopped.")};
    if (!m_error && !m_outdated)
        receive();

    if (const Result<void> closed = m_part.close(); !closed && !m_error)
        m_error = closed.error();
    if (m_error)
        return *m_error;
    if (m_outdated)
        return Outcome::OutdatedPart;
    if (m_reply->error() != QNetworkReply::NoError || (m_total > 0 && m_part.bytes() < m_total))
        return networkError();
    m_progress(m_part.bytes(), m_part.bytes());
    return Outcome::Complete;
}

void HttpTransfer::followRedirect(const QUrl &url)
{
    if (mayFetch(url, m_rules)) {
        Q_EMIT m_reply->redirectAllowed();
        return;
    }
    fail({ErrorCode::Network,
          tr("The server sends on to %1, which isn't a secure address. Nothing was fetched from there.").arg(url.toString())});
}

bool HttpTransfer::begin()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return false; // no answer; the reply's error says why
    if (status == 416 && m_part.bytes() > 0) {
        m_outdated = true;
        breakOff();
        return false;
    }
    if (status != 200 && status != 206) {
        fail(statusError(status));
        return false;
    }
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (status == 206) {
        if (!beginPartial())
            return false;
        if (m_total == 0 && length > 0)
            m_total = m_part.bytes() + length;
    } else {
        m_total = length;
    }
    if (m_total > m_rules.mostBytes) {
        tooLarge();
        return false;
    }
    const FileVersion version{m_reply->rawHeader("ETag"), m_reply->rawHeader("Last-Modified")};
    if (const Result<void> opened = status == 206 ? m_part.resume() : m_part.startOver(version); !opened) {
        fail(opened.error());
        return false;
    }
    const qint64 room = QStorageInfo(QFileInfo(m_part.path()).absolutePath()).bytesAvailable();
    if (room >= 0 && m_total - m_part.bytes() > room) {
        fail({ErrorCode::Unwritable, tr("There is too little room for %1: %2 more are needed. Make room, or choose another folder.")
                  .arg(QFileInfo(m_part.path()).completeBaseName(),
                       QLocale().formattedDataSize(m_total - m_part.bytes() - room))});
        return false;
    }
    m_begun = true;
    return true;
}

bool HttpTransfer::beginPartial()
{
    static const QRegularExpression kRange(QStringLiteral("^bytes (\\d+)-\\d+/(\\d+|\\*)$"));
    const QRegularExpressionMatch range = kRange.match(QString::fromLatin1(m_reply->rawHeader("Content-Range").trimmed()));
    const QByteArray etag = m_reply->rawHeader("ETag");
    const bool otherVersion = !etag.isEmpty() && !m_part.version().etag.isEmpty() && etag != m_part.version().etag;
    if (m_part.bytes() == 0 || !range.hasMatch() || range.captured(1).toLongLong() != m_part.bytes() || otherVersion) {
        m_outdated = true;
        breakOff();
        return false;
    }
    m_total = range.captured(2).toLongLong(); // 0 for the asterisk
    return true;
}

void HttpTransfer::receive()
{
    if (m_error || m_outdated || (!m_begun && !begin()))
        return;
    const QByteArray chunk = m_reply->isOpen() ? m_reply->readAll() : QByteArray(); // closed after a timeout
    if (m_part.bytes() + chunk.size() > m_rules.mostBytes)
        return tooLarge();
    if (const Result<void> written = m_part.append(chunk); !written)
        return fail(written.error());
    if (m_sinceProgress.elapsed() >= kProgressInterval) {
        m_sinceProgress.restart();
        m_progress(m_part.bytes(), m_total);
    }
}

void HttpTransfer::tooLarge()
{
    m_part.discard();
    fail({ErrorCode::Network, tr("%1 sends far more than the file should have. It was not kept. Fetch the file by hand if you trust it.")
              .arg(m_reply->url().host())});
}

void HttpTransfer::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
    breakOff();
}

void HttpTransfer::breakOff()
{
    // No abort(): the reply may be in the midst of announcing something of its own. It is ended with this object.
    m_loop.quit();
}

Error HttpTransfer::statusError(int status) const
{
    const QString host = m_reply->url().host();
    if (status == 404 || status == 410)
        return {ErrorCode::Network, tr("%1 isn't on %2 any more. Fetch it by hand from elsewhere.").arg(m_reply->url().toString(), host)};
    if (status == 401 || status == 403 || status == 407)
        return {ErrorCode::Network, tr("%1 refuses to give the file (answer %2). Fetch it by hand in a browser.").arg(host).arg(status)};
    return {ErrorCode::Network, tr("%1 can't give the file now (answer %2). Try again later.").arg(host).arg(status)};
}

Error HttpTransfer::networkError() const
{
    const QString host = m_reply->url().host();
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return {ErrorCode::Network, tr("%1 can't be reached. Check the connection to the internet and try again.").arg(host)};
    case QNetworkReply::OperationCanceledError: // by the transfer timeout; a stop has its own sentence
    case QNetworkReply::TimeoutError:
        return {ErrorCode::Network, tr("%1 doesn't answer. Try again later; what has come is kept.").arg(host)};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorCode::Network, tr("The connection to %1 isn't secure: %2. Check this computer's date and time.")
                    .arg(host, m_reply->errorString())};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {ErrorCode::Network, tr("The proxy doesn't let the connection through: %1. Check the system's proxy settings.")
                    .arg(m_reply->errorString())};
    case QNetworkReply::TooManyRedirectsError:
        return {ErrorCode::Network, tr("%1 sends from one address to the next without end. Try again later.").arg(host)};
    case QNetworkReply::NoError:
    case QNetworkReply::RemoteHostClosedError:
        return {ErrorCode::Network, tr("The connection to %1 broke off. Try again: what has come is kept.").arg(host)};
    default:
        return {ErrorCode::Network, tr("Fetching from %1 failed: %2. Try again later.").arg(host, m_reply->errorString())};
    }
}

} // namespace flower
