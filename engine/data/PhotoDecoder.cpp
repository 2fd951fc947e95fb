// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PhotoDecoder.h"

#include "engine/data/JpegDecoder.h"
#include "engine/data/OpenCvImage.h"

#include <QCoreApplication>
#include <QFile>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace flower {

namespace {

constexpr qint64 kLargestFile = 512ll << 20; // bytes

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

Result<QByteArray> bytesOf(const PhotoInput &photo)
{
    if (!photo.encoded.isEmpty())
        return photo.encoded;
    QFile file(photo.path);
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

/// The photo as RGB, perhaps smaller than it is, but not smaller than `size`.
Result<cv::Mat> decode(const PhotoInput &photo, const DecodedSize &size)
{
    // Photos are worked on by as many threads as there are processors; OpenCV's own would only stand in their way.
    static const bool kOneThreadEach = (cv::setNumThreads(1), true);
    static_cast<void>(kOneThreadEach);
    const Result<QByteArray> bytes = bytesOf(photo);
    if (!bytes)
        return bytes.error();
    try {
        if (std::optional<cv::Mat> image = decodeJpeg(*bytes, size))
            return *std::move(image);
        const cv::Mat raw(1, static_cast<int>(bytes->size()), CV_8U, const_cast<char *>(bytes->constData()));
        // IMREAD_UNCHANGED keeps alpha and ignores EXIF, which these two forms hardly carry; the others turn by EXIF.
        const int flags = needsAllChannels(*bytes) ? cv::IMREAD_UNCHANGED : cv::IMREAD_COLOR;
        const cv::Mat image = cv::imdecode(raw, flags);
        if (image.empty())
            return Error{ErrorCode::Unreadable, tr("The file is not a photo that can be read (JPEG, PNG, WebP, BMP, TIFF).")};
        return toRgb(image);
    } catch (const std::exception &) {
        return Error{ErrorCode::Unreadable, tr("The photo is damaged or too large to be decoded.")};
    }
}

} // namespace

cv::Mat matView(const RgbImage &image)
{
    return cv::Mat(image.height, image.width, CV_8UC3, const_cast<char *>(image.pixels.constData()));
}

RgbImage fromMat(const cv::Mat &mat)
{
    RgbImage image{mat.cols, mat.rows, QByteArray(static_cast<qsizetype>(mat.cols) * mat.rows * 3, Qt::Uninitialized)};
    cv::Mat target = matView(image);
    mat.copyTo(target);
    return image;
}

cv::Mat scaled(const cv::Mat &image, int width, int height)
{
    if (image.cols == width && image.rows == height)
        return image;
    // Bilinear looks at four pixels, which is enough up to a factor of 1.5; averaging the area costs three times as much.
    const double factor = std::max(double(image.cols) / std::max(1, width), double(image.rows) / std::max(1, height));
    cv::Mat result;
    cv::resize(image, result, cv::Size(std::max(1, width), std::max(1, height)), 0, 0,
               factor > 1.5 ? cv::INTER_AREA : cv::INTER_LINEAR);
    return result;
}

static cv::Mat scaledToShortSide(const cv::Mat &image, int shortSide)
{
    const double factor = double(shortSide) / std::min(image.cols, image.rows);
    return scaled(image, std::max(shortSide, static_cast<int>(std::lround(image.cols * factor))),
                  std::max(shortSide, static_cast<int>(std::lround(image.rows * factor))));
}

Result<RgbImage> PhotoDecoder::load(const PhotoInput &photo, int maxSide) const
{
    const Result<cv::Mat> image = decode(photo, {maxSide, false});
    if (!image)
        return image.error();
    const double factor = std::min(1.0, double(maxSide) / std::max(image->cols, image->rows));
    return fromMat(scaled(*image, static_cast<int>(std::lround(image->cols * factor)),
                          static_cast<int>(std::lround(image->rows * factor))));
}

Result<RgbImage> PhotoDecoder::loadShortSide(const PhotoInput &photo, int shortSide)
{
    const Result<cv::Mat> image = decode(photo, {shortSide, true});
    if (!image)
        return image.error();
    if (std::max(image->cols, image->rows) > 50 * std::min(image->cols, image->rows))
        return Error{ErrorCode::Unsupported, tr("The picture is a narrow strip, over 50 times as long as it is wide.")};
    return fromMat(scaledToShortSide(*image, shortSide));
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
    const cv::Mat image = scaledToShortSide(matView(photo), size * 256 / 224);
    const cv::Rect crop((image.cols - size) / 2, (image.rows - size) / 2, size, size);
    return fromMat(image(crop));
}

} // namespace flower
