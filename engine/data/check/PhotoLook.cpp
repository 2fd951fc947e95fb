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

#include <opencv2/imgproc.hpp>

#include <algorithm>

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

/// The whole picture made square, because what is cut off or stands at its sides matters.
RgbImage squared(const cv::Mat &photo)
{
    RgbImage picture = emptyImage({PhotoFeatureSource::kSide, PhotoFeatureSource::kSide});
    scaleInto(photo, matView(picture));
    return picture;
}

/// What is seen of a photo.
struct Seen {
    ContentFacts facts;
    RgbImage picture;
};

/// A JPEG as small as is enough, where libjpeg-turbo has nothing to say against it; false where it has. The fingerprint is of the same
/// picture whether or not `seen.picture` is needed.
bool seeJpeg(const QByteArray &bytes, const JpegHeader &header, bool needsPicture, Seen &seen)
{
    const double factor = std::min(1.0, double(kLookedAt) / std::max(header.size.width, header.size.height));
    const cv::Size small(std::max(1, static_cast<int>(header.size.width * factor)), std::max(1, static_cast<int>(header.size.height * factor)));
    cv::Size wanted = small;
    if (needsPicture) {
        constexpr int side = PhotoFeatureSource::kSide;
        wanted = {std::max(small.width, std::min(side, header.size.width)), std::max(small.height, std::min(side, header.size.height))};
    }
    const cv::Mat decoded = JpegDecoder::ofThisThread().decode(bytes, header.size, wanted);
    if (decoded.empty())
        return false;
    const cv::Mat turned = upright(decoded, header.orientation);
    if (needsPicture)
        seen.picture = squared(turned);
    cv::Size enough = JpegDecoder::decodedSize(header.size, small);
    if (header.orientation >= 5) // a quarter turn
        std::swap(enough.width, enough.height);
    if (enough == turned.size()) {
        seen.facts.print = fingerprintOf(asImage(turned));
        return true;
    }
    cv::Mat reduced; // a JPEG at an eighth is the means of its blocks
    cv::resize(turned, reduced, enough, 0, 0, cv::INTER_AREA);
    seen.facts.print = fingerprintOf(asImage(reduced));
    return true;
}

/// A photo, decoded as a training would decode it.
Result<Seen> see(const QByteArray &bytes, bool needsPicture)
{
    Seen seen;
    ContentFacts &facts = seen.facts;
    if (const std::optional<JpegHeader> header = JpegDecoder::ofThisThread().readHeader(bytes)) {
        facts.orientation = header->orientation;
        facts.size = {header->size.width, header->size.height};
        if (facts.orientation >= 5)
            facts.size.transpose();
        if (!seeJpeg(bytes, *header, needsPicture, seen)) {
            if (isCutShort(bytes))
                return Error{ErrorCode::Unreadable, tr("The file is cut short: a part of the picture is missing.")};
            const Result<RgbImage> other = PhotoDecoder().load({{}, bytes}, kLookedAt);
            if (!other)
                return other.error();
            facts.print = fingerprintOf(*other);
            if (needsPicture) {
                if (const Result<RgbImage> larger = PhotoDecoder().load({{}, bytes}, 2 * PhotoFeatureSource::kSide))
                    seen.picture = squared(matView(*larger));
            }
        }
    } else {
        const Result<RgbImage> whole = PhotoDecoder().load({{}, bytes}, kWhole);
        if (!whole)
            return whole.error();
        facts.size = {whole->width, whole->height};
        facts.print = fingerprintOf(*whole);
        if (needsPicture)
            seen.picture = squared(matView(*whole));
    }
    if (std::max(facts.size.width(), facts.size.height()) > 50 * std::min(facts.size.width(), facts.size.height()))
        return Error{ErrorCode::Unsupported, tr("The picture is a narrow strip, over 50 times as long as it is wide.")};
    return seen;
}

} // namespace

PhotoLook lookAt(const QString &path, const ScanCache &cache, const std::function<bool(const QByteArray &)> &needsPicture)
{
    PhotoLook look;
    const QFileInfo info(path);
    look.state = fileStateOf(info);
    look.content = cache.find(path, look.state);
    if (look.content && !needsPicture(cache.sha256(*look.content)))
        return look;
    look.content.reset();
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
    const bool isNeeded = needsPicture(look.sha256);
    if (look.content && !isNeeded)
        return look;
    try {
        const Result<Seen> seen = see(bytes, isNeeded);
        if (seen) {
            look.facts = seen->facts;
            look.picture = seen->picture;
            look.isDecoded = true;
        } else if (!look.content) {
            look.problem = seen.error().message;
        }
    } catch (const std::exception &) { // OpenCV's, or no memory
        if (!look.content)
            look.problem = tr("The photo is damaged or too large to be decoded.");
    }
    return look;
}

} // namespace flower
