// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/data/OpenCvImage.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <QFile>

#include <vector>

namespace flower::testing {

/// A picture of coloured blobs: another one for each seed.
inline cv::Mat drawnPhoto(int seed, cv::Size size = {240, 180})
{
    cv::RNG random(static_cast<quint64>(seed) * 7919 + 1);
    cv::Mat picture(size, CV_8UC3, cv::Scalar(random.uniform(0, 256), random.uniform(0, 256), random.uniform(0, 256)));
    for (int blob = 0; blob < 14; ++blob) {
        const cv::Point2d centre(random.uniform(0.0, 1.0) * size.width, random.uniform(0.0, 1.0) * size.height);
        const cv::Size2d axes(random.uniform(0.05, 0.3) * size.width, random.uniform(0.05, 0.3) * size.width);
        const cv::Scalar color(random.uniform(0, 256), random.uniform(0, 256), random.uniform(0, 256));
        cv::ellipse(picture, cv::RotatedRect(centre, axes, static_cast<float>(random.uniform(0, 180))), color, cv::FILLED, cv::LINE_AA);
    }
    return picture;
}

inline RgbImage asImage(const cv::Mat &picture)
{
    RgbImage image = emptyImage(picture.size());
    picture.copyTo(matView(image));
    return image;
}

/// The bytes of a JPEG; with an EXIF orientation where it isn't 1.
inline QByteArray jpegOf(const cv::Mat &picture, int quality = 90, int orientation = 1)
{
    std::vector<uchar> bytes;
    cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    QByteArray jpeg(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    if (orientation != 1) {
        QByteArray exif = QByteArray::fromHex("ffe10022" "457869660000" "4d4d002a00000008" "0001" "0112" "0003" "00000001" "0000" "0000" "00000000");
        exif[29] = static_cast<char>(orientation);
        jpeg.insert(2, exif);
    }
    return jpeg;
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace flower::testing
