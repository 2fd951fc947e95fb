// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/PhotoLook.h"

#include "engine/core/PhotoFeatureSource.h"
#include "engine/data/JpegDecoder.h"
#include "engine/data/OpenCvImage.h"
#include "engine/data/PhotoDecoder.h"
#include "engine/data/check/CutJpeg.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace flower {

namespace {

constexpr int kLookedAt = 128;           // pixels of the longer side: enough for a fingerprint, and a JPEG is decoded at an eighth
constexpr int kWhole = 1 << 20;          // no photo has a longer side: it isn't scaled
constexpr qint64 kLargestFile = 512 << 20; // bytes, as for PhotoDecoder

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

RgbImage asImage(const cv::Mat &pixels)
{
    RgbImage image = emptyImage(pixels.size());
    pixels.copyTo(matView(image));
    return image;
}

/// The fingerprint of a JPEG, decoded as small as is enough; nothing where libjpeg-turbo has something to say against it.
std::optional<PhotoFingerprint> fingerprintOfJpeg(const QByteArray &bytes, const JpegHeader &header)
{
    const double factor = std::min(1.0, double(kLookedAt) / std::max(header.size.width, header.size.height));
    const cv::Size enough(std::max(1, static_cast<int>(header.size.width * factor)), std::max(1, static_cast<int>(header.size.height * factor)));
    const cv::Mat decoded = JpegDecoder::ofThisThread().decode(bytes, header.size, enough);
    if (decoded.empty())
        return std::nullopt;
    return fingerprintOf(asImage(upright(decoded, header.orientation)));
}

/// A photo, decoded as a training would decode it.
Result<ContentFacts> factsOf(const QByteArray &bytes)
{
    ContentFacts facts;
    if (const std::optional<JpegHeader> header = JpegDecoder::ofThisThread().readHeader(bytes)) {
        facts.orientation = header->orientation;
        facts.size = {header->size.width, header->size.height};
        if (facts.orientation >= 5) // a quarter turn
            facts.size.transpose();
        if (const std::optional<PhotoFingerprint> print = fingerprintOfJpeg(bytes, *header)) {
            facts.print = *print;
        } else {
            if (isCutShort(bytes))
                return Error{ErrorCode::Unreadable, tr("The file is cut short: a part of the picture is missing.")};
            const Result<RgbImage> other = PhotoDecoder().load({{}, bytes}, kLookedAt);
            if (!other)
                return other.error();
            facts.print = fingerprintOf(*other);
        }
    } else {
        const Result<RgbImage> whole = PhotoDecoder().load({{}, bytes}, kWhole);
        if (!whole)
            return whole.error();
        facts.size = {whole->width, whole->height};
        facts.print = fingerprintOf(*whole);
    }
    if (std::max(facts.size.width(), facts.size.height()) > 50 * std::min(facts.size.width(), facts.size.height()))
        return Error{ErrorCode::Unsupported, tr("The picture is a narrow strip, over 50 times as long as it is wide.")};
    return facts;
}

/// A photo of about this size or larger, upright.
Result<RgbImage> largeEnough(const QByteArray &bytes, int side)
{
    const std::optional<JpegHeader> header = JpegDecoder::ofThisThread().readHeader(bytes);
    if (header) {
        const cv::Size wanted(std::min(side, header->size.width), std::min(side, header->size.height));
        if (const cv::Mat decoded = JpegDecoder::ofThisThread().decode(bytes, header->size, wanted); !decoded.empty())
            return asImage(upright(decoded, header->orientation));
    }
    return PhotoDecoder().load({{}, bytes}, header ? 2 * side : kWhole);
}

} // namespace

PhotoLook lookAt(const QString &path, const ScanCache &cache)
{
    PhotoLook look;
    const QFileInfo info(path);
    look.state = fileStateOf(info);
    look.content = cache.find(path, look.state);
    if (look.content)
        return look;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        look.problem = tr("The file can't be opened: %1.").arg(file.errorString());
        return look;
    }
    if (file.size() > kLargestFile) {
        look.problem = tr("The file is over 512 MB.");
        return look;
    }
    const QByteArray bytes = file.readAll();
    if (bytes.isEmpty()) {
        look.problem = tr("The file is empty.");
        return look;
    }
    look.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    look.content = cache.findContent(look.sha256);
    if (look.content)
        return look;
    try {
        const Result<ContentFacts> facts = factsOf(bytes);
        look.isDecoded = facts.isOk();
        if (facts)
            look.facts = *facts;
        else
            look.problem = facts.error().message;
    } catch (const std::exception &) { // OpenCV's, or no memory
        look.problem = tr("The photo is damaged or too large to be decoded.");
    }
    return look;
}

RgbImage pictureFor(const QString &path, const FileState &state)
{
    QFile file(path);
    if (fileStateOf(QFileInfo(path)) != state || !file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return {};
    const QByteArray bytes = file.readAll();
    constexpr int side = PhotoFeatureSource::kSide;
    try {
        const Result<RgbImage> photo = largeEnough(bytes, side);
        if (!photo)
            return {};
        RgbImage picture = emptyImage({side, side});
        scaleInto(matView(*photo), matView(picture));
        return picture;
    } catch (const std::exception &) { // OpenCV's, or no memory
        return {};
    }
}

} // namespace flower
