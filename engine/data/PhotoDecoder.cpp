// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PhotoDecoder.h"

#include "engine/data/ExifFacts.h"
#include "engine/data/JpegDecoder.h"
#include "engine/data/OpenCvImage.h"
#include "engine/data/PictureHeader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace flower {

namespace {

constexpr qint64 kLargestFile = 512ll << 20; // bytes
constexpr qint64 kExifBytes = 256 << 10;     // a JPEG's EXIF segment has 64 KiB at most and comes first

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

Result<QByteArray> bytesOf(const PhotoInput &photo)
{
    if (!photo.encoded.isEmpty())
        return photo.encoded;
    QFile file(photo.path);
    if (QFileInfo(file).exists() && !QFileInfo(file).isFile()) // a pipe or a device never ends
        return Error{ErrorCode::Unreadable, tr("This is no file.")};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, tr("The file can't be opened: %1.").arg(file.errorString())};
    if (file.size() > kLargestFile)
        return Error{ErrorCode::Unsupported, tr("The file is over 512 MB.")};
    QByteArray bytes = file.readAll();
    if (bytes.isEmpty())
        return Error{ErrorCode::Unreadable, tr("The file is empty.")};
    return bytes;
}

/// Any depth and number of channels to 8-bit RGB; transparent parts over white.
cv::Mat toRgb(cv::Mat image)
{
    if (image.depth() == CV_16U)
        image.convertTo(image, CV_8U, 1.0 / 257.0);
    else if (image.depth() != CV_8U)
        image.convertTo(image, CV_8U, 255.0);
    cv::Mat rgb;
    if (image.channels() == 1) {
        cv::cvtColor(image, rgb, cv::COLOR_GRAY2RGB);
    } else if (image.channels() == 4) {
        rgb.create(image.size(), CV_8UC3);
        for (int y = 0; y < image.rows; ++y) {
            const auto *in = image.ptr<cv::Vec4b>(y);
            auto *out = rgb.ptr<cv::Vec3b>(y);
            for (int x = 0; x < image.cols; ++x) {
                const int alpha = in[x][3];
                for (int channel = 0; channel < 3; ++channel)
                    out[x][channel] = static_cast<uchar>((in[x][2 - channel] * alpha + 255 * (255 - alpha) + 127) / 255);
            }
        }
    } else {
        cv::cvtColor(image, rgb, cv::COLOR_BGR2RGB);
    }
    return rgb;
}

/// A PNG (or TIFF) may have an alpha channel or 16 bits that the plain flag would drop without care.
bool needsAllChannels(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG") || bytes.startsWith("RIFF");
}

/// A decoded photo, maybe smaller than it is in the file.
struct Decoded {
    cv::Mat rgb;         ///< not turned yet
    cv::Size size;       ///< in the file, not turned
    int orientation = 1; ///< EXIF; what is left to do
};

/// Every form that OpenCV knows, in full size.
Result<Decoded> decodeWithOpenCv(const QByteArray &bytes)
{
    const cv::Mat raw(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char *>(bytes.constData()));
    // IMREAD_UNCHANGED keeps alpha and ignores EXIF, which these two forms hardly carry; the others turn by EXIF.
    const int flags = needsAllChannels(bytes) ? cv::IMREAD_UNCHANGED : cv::IMREAD_COLOR;
    const cv::Mat image = cv::imdecode(raw, flags);
    if (image.empty())
        return Error{ErrorCode::Unreadable, tr("The file is not a photo that can be read (JPEG, PNG, WebP, BMP, TIFF).")};
    return Decoded{toRgb(image), image.size(), 1};
}

/// Decodes, and scales to `targetSize(size in the file)`: a Result<cv::Size>.
template<typename TargetSize>
Result<RgbImage> loadScaled(const PhotoInput &photo, TargetSize &&targetSize)
{
    const Result<QByteArray> bytes = bytesOf(photo);
    if (!bytes)
        return bytes.error();
    if (const Result<void> checked = checkPicture(*bytes); !checked)
        return checked.error();
    try {
        std::optional<Decoded> decoded;
        JpegDecoder &jpeg = JpegDecoder::ofThisThread();
        if (const std::optional<JpegHeader> header = jpeg.readHeader(*bytes)) {
            const Result<cv::Size> wanted = targetSize(header->size);
            if (!wanted)
                return wanted.error();
            const cv::Mat rgb = jpeg.decode(*bytes, header->size, *wanted);
            if (!rgb.empty())
                decoded = Decoded{rgb, header->size, header->orientation};
        }
        if (!decoded) {
            const Result<Decoded> other = decodeWithOpenCv(*bytes);
            if (!other)
                return other.error();
            decoded = *other;
        }
        const Result<cv::Size> wanted = targetSize(decoded->size);
        if (!wanted)
            return wanted.error();
        RgbImage image = emptyImage(*wanted);
        scaleInto(decoded->rgb, matView(image));
        if (decoded->orientation == 1)
            return image;
        const cv::Mat turned = upright(matView(image), decoded->orientation);
        RgbImage result = emptyImage(turned.size());
        turned.copyTo(matView(result));
        return result;
    } catch (const std::exception &) {
        return Error{ErrorCode::Unreadable, tr("The photo is damaged or too large to be decoded.")};
    }
}

cv::Size withShortSide(cv::Size size, int shortSide)
{
    const double factor = double(shortSide) / std::min(size.width, size.height);
    return {std::max(shortSide, static_cast<int>(std::lround(size.width * factor))),
            std::max(shortSide, static_cast<int>(std::lround(size.height * factor)))};
}

} // namespace

cv::Mat matView(const RgbImage &image)
{
    return cv::Mat(image.height, image.width, CV_8UC3, const_cast<char *>(image.pixels.constData()));
}

RgbImage emptyImage(cv::Size size)
{
    return {size.width, size.height, QByteArray(static_cast<qsizetype>(size.width) * size.height * 3, Qt::Uninitialized)};
}

void scaleInto(const cv::Mat &image, cv::Mat target)
{
    [[maybe_unused]] static const bool isSingle = (cv::setNumThreads(1), true);
    const double across = double(image.cols) / target.cols;
    const double down = double(image.rows) / target.rows;
    if (image.size() == target.size()) {
        image.copyTo(target);
    } else if (across <= 1 && down <= 1) {
        cv::resize(image, target, target.size(), 0, 0, cv::INTER_LINEAR);
    } else if (across < 2 && down < 2) {
        // Enlarged to twice the target and averaged by fours: as free of aliases as INTER_AREA, but vectorised.
        cv::Mat twice;
        cv::resize(image, twice, target.size() * 2, 0, 0, cv::INTER_LINEAR);
        cv::resize(twice, target, target.size(), 0, 0, cv::INTER_AREA);
    } else {
        cv::resize(image, target, target.size(), 0, 0, cv::INTER_AREA);
    }
}

void centreCropInto(const cv::Mat &image, cv::Mat target)
{
    const cv::Size size = withShortSide(image.size(), target.cols * 256 / 224);
    cv::Mat scaled = image;
    if (size != image.size()) {
        scaled.create(size, CV_8UC3);
        scaleInto(image, scaled);
    }
    scaled(cv::Rect({(size.width - target.cols) / 2, (size.height - target.rows) / 2}, target.size())).copyTo(target);
}

Result<RgbImage> PhotoDecoder::load(const PhotoInput &photo, int maxSide) const
{
    return loadScaled(photo, [maxSide](cv::Size size) -> Result<cv::Size> {
        const double factor = std::min(1.0, double(maxSide) / std::max(size.width, size.height));
        return cv::Size(std::max(1, static_cast<int>(std::lround(size.width * factor))),
                        std::max(1, static_cast<int>(std::lround(size.height * factor))));
    });
}

PhotoFacts PhotoDecoder::facts(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray begin = file.read(kExifBytes);
    if (!begin.startsWith(QByteArrayView("II*\0", 4)) && !begin.startsWith(QByteArrayView("MM\0*", 4)))
        return exifFacts(begin);
    // A TIFF file's directory may lie anywhere; of the mapped file only the pages that are looked at are read.
    const uchar *whole = file.size() <= kLargestFile ? file.map(0, file.size()) : nullptr;
    return whole ? exifFacts(QByteArrayView(whole, file.size())) : exifFacts(begin);
}

Result<RgbImage> PhotoDecoder::loadShortSide(const PhotoInput &photo, int shortSide)
{
    return loadScaled(photo, [shortSide](cv::Size size) -> Result<cv::Size> {
        if (std::max(size.width, size.height) > 50 * std::min(size.width, size.height))
            return Error{ErrorCode::Unsupported, tr("The picture is a narrow strip, over 50 times as long as it is wide.")};
        return withShortSide(size, shortSide);
    });
}

Result<RgbImage> PhotoDecoder::loadCentreCrop(const PhotoInput &photo, int size)
{
    const Result<RgbImage> image = loadShortSide(photo, size * 256 / 224);
    if (!image)
        return image.error();
    return centreCrop(*image, size);
}

RgbImage PhotoDecoder::centreCrop(const RgbImage &photo, int size)
{
    RgbImage crop = emptyImage({size, size});
    centreCropInto(matView(photo), matView(crop));
    return crop;
}

} // namespace flower
