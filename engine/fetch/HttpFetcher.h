// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <chrono>

namespace flower {

/// Fetches over HTTPS, through the system's proxy, and gives a file its name only when its checksum is right. What came
/// before a stop or a broken connection stays as `NAME.part` and is gone on with.
///
/// fetch() blocks, running an event loop of its own. It belongs in a job's thread (EngineThread) or the terminal program's
/// main thread; never call it in a window's thread.
class HttpFetcher : public Fetcher
{
public:
    enum class Access {
        HttpsOnly,
        LoopbackHttpToo, ///< plain HTTP to this computer's own addresses, for tests
    };

    /// `timeout`: how long the server may be silent.
    explicit HttpFetcher(Access access = Access::HttpsOnly, std::chrono::milliseconds timeout = std::chrono::seconds(30));

    /// Errors: InvalidArgument (a name or an address that isn't allowed, no checksum, a different file that is there), Network,
    /// Unwritable, Unreadable, Interrupted.
    Result<QString> fetch(const RemoteFile &file, const QString &folder, RunControl &control,
                          const ProgressSink &progress) override;

private:
    Access m_access;
    std::chrono::milliseconds m_timeout;
};

} // namespace flower
