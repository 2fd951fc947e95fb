// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/FeatureStore.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryFile>

#include <utility>

namespace flower {

namespace {

/// A file of `bytes` zeros that really has its place on the disk: one with holes would kill the program when the disk is
/// full and a hole is written to through the mapping.
Result<QString> makeFile(const QString &folder, qint64 bytes)
{
    QTemporaryFile file(QDir(folder).filePath(QStringLiteral("features-XXXXXX.tmp")));
    bool ok = file.open();
    const QByteArray zeros(1 << 20, '\0');
    for (qint64 left = bytes; ok && left > 0; left -= zeros.size())
        ok = file.write(zeros.constData(), std::min<qint64>(left, zeros.size())) == std::min<qint64>(left, zeros.size());
    ok = ok && file.flush();
    if (!ok) {
        return Error{ErrorCode::Unwritable,
                     QCoreApplication::translate("flower", "The features of the photos need %1 MB in %2, which can't be written: "
                                                           "%3. Make room there or choose fewer kept views.")
                         .arg(bytes / 1'000'000).arg(QDir::toNativeSeparators(folder), file.errorString())};
    }
    file.setAutoRemove(false);
    return file.fileName();
}

} // namespace

void FeatureStore::removeLeftBehind(const QString &folder)
{
    QDir place(folder);
    const QStringList files = place.entryList({QStringLiteral("features-??????.tmp")}, QDir::Files);
    for (const QString &name : files)
        place.remove(name);
}

Result<FeatureStore> FeatureStore::create(int64_t views, int64_t photos, int64_t channels, const QString &folder,
                                          qint64 bytesInMemory)
{
    FeatureStore store;
    const int64_t count = views * photos * channels;
    const qint64 bytes = count * static_cast<qint64>(sizeof(float));
    if (bytes <= bytesInMemory) {
        store.m_features = torch::empty({views, photos, channels}, torch::kFloat32);
        return store;
    }
    const Result<QString> path = makeFile(folder, bytes);
    if (!path)
        return path.error();
    store.m_path = path.value();
    store.m_features = torch::from_file(QFile::encodeName(store.m_path).toStdString(), /*shared=*/true, count, torch::kFloat32)
                           .view({views, photos, channels});
    return store;
}

FeatureStore::FeatureStore(FeatureStore &&other) noexcept
    : m_features(std::move(other.m_features)), m_path(std::exchange(other.m_path, {}))
{
}

FeatureStore &FeatureStore::operator=(FeatureStore &&other) noexcept
{
    std::swap(m_features, other.m_features);
    std::swap(m_path, other.m_path);
    return *this;
}

FeatureStore::~FeatureStore()
{
    m_features = torch::Tensor(); // a mapped file can't be removed on Windows
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

} // namespace flower
