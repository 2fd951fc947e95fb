// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QDir>
#include <QFile>

#include <atomic>
#include <chrono>
#include <thread>
#include <tuple>

// Stand-ins for downloads: small, and from servers that don't exist.

namespace flower::testing {

/// Writes small files where large ones would come.
class FakeFetcher : public Fetcher
{
public:
    std::atomic<int> calls{0};
    std::atomic<bool> fails{false};
    std::atomic<bool> waitsInTheMiddle{false}; ///< holds at half of each file until it is stopped or this goes off

    Result<QString> fetch(const RemoteFile &file, const QString &folder, RunControl &control, const ProgressSink &progress) override
    {
        ++calls;
        progress(file.bytes / 2, file.bytes);
        while (waitsInTheMiddle && !control.isStopRequested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (control.isStopRequested())
            return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        if (fails)
            return Error{ErrorCode::Network, file.url.host() + QStringLiteral(" can't be reached. Check the connection to the internet and try again.")};
        QDir().mkpath(folder);
        QFile target(QDir(folder).filePath(file.fileName));
        if (!target.open(QIODevice::WriteOnly))
            return Error{ErrorCode::Unwritable, target.errorString()};
        return target.fileName();
    }
};

/// As the program's own lists, but from servers that don't exist.
inline QList<RemoteFile> fakeWeightsFiles()
{
    const QString folder = QStringLiteral("https://weights.invalid/");
    return {{QUrl(folder + QStringLiteral("net-v2.pth")), QStringLiteral("net-v2.pth"), QStringLiteral("MobileNet-V2 weights (torchvision V2, 14 MB)"), 14'200'000, {}, {}},
            {QUrl(folder + QStringLiteral("net-v1.pth")), QStringLiteral("net-v1.pth"), QStringLiteral("MobileNet-V2 weights (torchvision V1, 14 MB)"), 14'200'000, {}, {}}};
}
inline QList<RemoteFile> fakeOxford102Files()
{
    const QString folder = QStringLiteral("https://flowers.invalid/102/");
    QList<RemoteFile> files;
    for (const auto &[name, title, bytes] : {std::tuple{"102flowers.tgz", "Oxford 102 photos (345 MB)", 344'862'509},
                                             std::tuple{"imagelabels.mat", "Oxford 102 labels", 502},
                                             std::tuple{"setid.mat", "Oxford 102 split", 14'989}}) {
        files.append({QUrl(folder + QLatin1String(name)), QLatin1String(name), QLatin1String(title), bytes, {}, {}});
    }
    return files;
}

} // namespace flower::testing
