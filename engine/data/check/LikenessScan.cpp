// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/LikenessScan.h"

#include "engine/data/check/FeatureCopies.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QLocale>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QString inFolder(const QString &folder, const char *name)
{
    return folder.isEmpty() ? QString() : QDir(folder).filePath(QLatin1String(name));
}

} // namespace

LikenessScan::LikenessScan(std::shared_ptr<PhotoFeatureSource> source, const QString &cacheFolder, int photos)
    : m_source(std::move(source)), m_traits(inFolder(cacheFolder, "data-check-features.bin")),
      m_kept(inFolder(cacheFolder, "data-check-likeness.bin"))
{
    if (!m_source) {
        turnOff(tr("There is no network to look at them with."));
        return;
    }
    if (photos > kMostPhotos) {
        turnOff(tr("This is done for up to %1 photos.").arg(QLocale().toString(kMostPhotos)));
        return;
    }
    const Result<QByteArray> weights = m_source->open();
    if (!weights) {
        turnOff(weights.error().message);
        return;
    }
    m_isOn = true;
    m_weights = *weights;
    m_traits.load(m_weights);
}

LikenessScan::~LikenessScan()
{
    if (m_source)
        m_source->close();
}

void LikenessScan::turnOff(const QString &why)
{
    m_isOn = false;
    m_skipped = tr("Not looked for: photos that look like none of the kinds, and copies with a tenth or more cut off. %1").arg(why);
}

void LikenessScan::add(const std::vector<NewPhoto> &photos)
{
    if (!m_isOn || photos.empty())
        return;
    QList<RgbImage> pictures;
    for (const NewPhoto &photo : photos)
        pictures.append(photo.picture);
    const Result<std::vector<std::vector<float>>> features = m_source->features(pictures);
    if (!features) {
        turnOff(features.error().message);
        return;
    }
    for (size_t index = 0; index < photos.size(); ++index)
        m_traits.add(photos[index].sha256, traitsOf((*features)[index], photos[index].picture));
}

QByteArray LikenessScan::keyOf(const std::vector<QByteArray> &contents, const std::vector<int> &labels) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_weights);
    for (size_t content = 0; content < contents.size(); ++content) {
        hash.addData(contents[content]);
        hash.addData(QByteArray::number(labels[content]));
        hash.addData(QByteArrayView(";"));
    }
    return hash.result();
}

std::optional<LikenessFindings> LikenessScan::known(const std::vector<QByteArray> &contents, const std::vector<int> &labels)
{
    if (!m_isOn)
        return LikenessFindings();
    std::optional<LikenessFindings> findings = m_kept.find(keyOf(contents, labels), static_cast<int>(contents.size()));
    if (findings)
        keepTraitsOf(contents);
    return findings;
}

/// Those of these contents were needed today.
void LikenessScan::keepTraitsOf(const std::vector<QByteArray> &contents)
{
    for (const QByteArray &content : contents)
        m_traits.use(content);
    static_cast<void>(m_traits.save()); // without it the next scan takes longer, and that is all
}

LikenessFindings LikenessScan::compare(const std::vector<QByteArray> &contents, const std::vector<int> &labels, int threads, RunControl &control)
{
    if (!m_isOn)
        return {};
    m_source->close();
    LikenessFindings findings;
    if (!control.isStopRequested()) {
        std::vector<PhotoTraits> traits;
        traits.reserve(contents.size());
        bool isWhole = true; // without what is damaged or couldn't be seen it isn't worth keeping
        for (const QByteArray &content : contents) {
            std::optional<PhotoTraits> seen = m_traits.find(content);
            isWhole = isWhole && seen;
            traits.push_back(std::move(seen).value_or(PhotoTraits()));
        }
        findings = {findFeatureCopies(traits, threads, control), findOddPhotos(traits, labels, threads, control)};
        if (isWhole && !control.isStopRequested())
            static_cast<void>(m_kept.add(keyOf(contents, labels), findings));
    }
    keepTraitsOf(contents);
    return findings;
}

} // namespace flower
