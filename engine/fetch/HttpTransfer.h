// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

class QNetworkReply;

namespace flower {

class PartFile;

/// What a transfer may do.
struct TransferRules {
    bool loopbackHttp = false; ///< plain HTTP to this computer: for tests
    qint64 mostBytes = 0;      ///< of the whole file
    std::chrono::milliseconds timeout{30'000}; ///< without a byte
};

/// One GET request (RFC 9110) that fills a PartFile, from its end on where the server plays along. Internal to
/// flower_fetch. Made, run and destroyed in one thread.
class HttpTransfer : public QObject
{
    Q_OBJECT
public:
    enum class Outcome {
        Complete,
        OutdatedPart, ///< the part doesn't fit what the server has; run again without it
    };

    HttpTransfer(PartFile &part, const TransferRules &rules, RunControl &control, const ProgressSink &progress);
    ~HttpTransfer() override;

    /// Blocks until the transfer ended. Errors: Network, Unwritable, Interrupted; the part stays, unless it grew too large.
    Result<Outcome> run(const QUrl &url);

    /// HTTPS, or what the rules let pass besides.
    [[nodiscard]] static bool mayFetch(const QUrl &url, const TransferRules &rules);

private:
    void followRedirect(const QUrl &url);
    /// Judges status and headers when they came. False: the body isn't wanted.
    bool begin();
    bool beginPartial();
    void receive();
    void tooLarge();
    void fail(const Error &error);
    void breakOff();
    [[nodiscard]] Error statusError(int status) const;
    [[nodiscard]] Error networkError() const;

    PartFile &m_part;
    TransferRules m_rules;
    RunControl &m_control;
    const ProgressSink &m_progress;
    QEventLoop m_loop;
    QNetworkAccessManager m_manager; ///< of this transfer alone, so that no broken connection is used again
    std::unique_ptr<QNetworkReply> m_reply;
    std::optional<Error> m_error;
    bool m_begun = false;
    bool m_outdated = false;
    qint64 m_total = 0; ///< bytes of the whole file; 0: the server doesn't say
    QElapsedTimer m_sinceProgress;
};

} // namespace flower
