// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/DrawnSamples.h"

#include "engine/data/SeededRandom.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QTemporaryDir>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace flower {

namespace {

constexpr int kSide = 160;
constexpr int kPicturesPerKind = 48;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// How one kind of flower looks. Colours are hue (0 to 180), saturation and value, as OpenCV counts them.
struct Kind {
    const char *name;
    int petals;
    double length; ///< of a petal, relative to the picture
    double width;  ///< of a petal, relative to its length
    cv::Vec3b petal;
    cv::Vec3b centre;
    double centreSize; ///< relative to the petal's length
    int rows;          ///< of petals, one inside the other
};

constexpr int kKindCount = 6;
const std::array<Kind, kKindCount> kKinds{{
    {"drawn daisy", 16, 0.36, 0.20, {25, 15, 245}, {25, 220, 235}, 0.30, 1},
    {"drawn sunflower", 20, 0.36, 0.26, {25, 230, 245}, {12, 170, 80}, 0.50, 2},
    {"drawn violet", 5, 0.32, 0.75, {138, 170, 190}, {27, 200, 240}, 0.18, 1},
    {"drawn poppy", 4, 0.36, 1.05, {2, 220, 215}, {60, 60, 35}, 0.24, 1},
    {"drawn aster", 12, 0.34, 0.22, {155, 130, 225}, {25, 200, 220}, 0.26, 2},
    {"drawn forget-me-not", 5, 0.28, 0.85, {107, 150, 225}, {27, 160, 250}, 0.24, 1},
}};

cv::Scalar toBgr(const cv::Vec3b &hsv)
{
    cv::Mat pixel(1, 1, CV_8UC3, cv::Scalar(hsv[0], hsv[1], hsv[2]));
    cv::cvtColor(pixel, pixel, cv::COLOR_HSV2BGR);
    const auto bgr = pixel.at<cv::Vec3b>(0, 0);
    return {double(bgr[0]), double(bgr[1]), double(bgr[2])};
}

cv::Vec3b varied(const cv::Vec3b &hsv, double amount, SeededRandom &random)
{
    const auto shifted = [&](int value, double range, int top) {
        return static_cast<uchar>(std::clamp(value + random.uniform(-range, range) * amount, 0.0, double(top)));
    };
    return {shifted(hsv[0], 8, 179), shifted(hsv[1], 45, 255), shifted(hsv[2], 40, 255)};
}

void drawLeaves(cv::Mat &image, SeededRandom &random)
{
    const int leaves = 5 + static_cast<int>(random.below(8));
    for (int leaf = 0; leaf < leaves; ++leaf) {
        const cv::Point place(static_cast<int>(random.uniform(0, kSide)), static_cast<int>(random.uniform(0, kSide)));
        const cv::Size size(static_cast<int>(random.uniform(15, 50)), static_cast<int>(random.uniform(4, 14)));
        cv::ellipse(image, place, size, random.uniform(0, 360), 0, 360, toBgr(varied({55, 150, 110}, 1.0, random)), cv::FILLED,
                    cv::LINE_AA);
    }
}

void drawFlower(cv::Mat &image, const Kind &kind, SeededRandom &random)
{
    const cv::Point2d middle(kSide * random.uniform(0.38, 0.62), kSide * random.uniform(0.38, 0.62));
    const double length = kSide * kind.length * random.uniform(0.75, 1.15);
    const double turn = random.uniform(0, 360);
    const double tilt = random.uniform(0.75, 1.0); // seen a little from the side
    const cv::Vec3b petalColour = varied(kind.petal, 1.0, random);
    for (int row = 0; row < kind.rows; ++row) {
        const double rowLength = length * (1.0 - 0.22 * row);
        for (int petal = 0; petal < kind.petals; ++petal) {
            const double degrees = turn + 360.0 * (petal + 0.5 * row) / kind.petals + random.uniform(-4, 4);
            const double radians = degrees * std::numbers::pi / 180;
            const cv::Point tip(static_cast<int>(middle.x + 0.55 * rowLength * std::cos(radians)),
                                static_cast<int>(middle.y + 0.55 * rowLength * std::sin(radians) * tilt));
            const cv::Size size(std::max(2, static_cast<int>(rowLength / 2)),
                                std::max(1, static_cast<int>(rowLength / 2 * kind.width)));
            cv::ellipse(image, tip, size, degrees, 0, 360, toBgr(varied(petalColour, 0.35, random)), cv::FILLED, cv::LINE_AA);
            cv::ellipse(image, tip, size, degrees, 0, 360, toBgr(varied(petalColour, 0.35, random)) * 0.8, 1, cv::LINE_AA);
        }
    }
    cv::ellipse(image, cv::Point(middle), cv::Size2d(length * kind.centreSize, length * kind.centreSize * tilt), 0, 0, 360,
                toBgr(varied(kind.centre, 0.6, random)), cv::FILLED, cv::LINE_AA);
}

cv::Mat drawPicture(int kind, int number)
{
    SeededRandom random(20, static_cast<quint64>(kind), static_cast<quint64>(number));
    cv::Mat image(kSide, kSide, CV_8UC3, toBgr(varied({50, 110, 120}, 1.5, random)));
    drawLeaves(image, random);
    drawFlower(image, kKinds.at(static_cast<size_t>(kind)), random);
    cv::GaussianBlur(image, image, cv::Size(3, 3), random.uniform(0.4, 1.2));
    image.convertTo(image, -1, random.uniform(0.8, 1.15), random.uniform(-12, 12));
    return image;
}

} // namespace

Result<QString> drawSamples(const QString &cacheFolder, RunControl &control, const ProgressSink &progress)
{
    const QDir cache(cacheFolder);
    const QString target = cache.filePath(QStringLiteral("samples-v1"));
    if (QDir(target).exists())
        return target;
    const auto failed = [&] {
        return Error{ErrorCode::Unwritable, tr("The drawn samples can't be written to %1.").arg(cacheFolder)};
    };
    if (!cache.mkpath(QStringLiteral(".")))
        return failed();
    QTemporaryDir folder(cache.filePath(QStringLiteral("samples-XXXXXX")));
    const QDir root(folder.path());
    for (int kind = 0; kind < kKindCount; ++kind) {
        const QString name = QString::fromLatin1(kKinds.at(static_cast<size_t>(kind)).name);
        if (!root.mkpath(name))
            return failed();
        for (int number = 0; number < kPicturesPerKind; ++number) {
            std::vector<uchar> png;
            cv::imencode(".png", drawPicture(kind, number), png);
            QFile file(root.filePath(QStringLiteral("%1/drawn_%2.png").arg(name).arg(number, 2, 10, QLatin1Char('0'))));
            const auto bytes = static_cast<qint64>(png.size());
            if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char *>(png.data()), bytes) != bytes)
                return failed();
            if (!control.checkpoint())
                return Error{ErrorCode::Interrupted, tr("Drawing the samples was stopped.")};
        }
        progress((kind + 1) * kPicturesPerKind, kKindCount * kPicturesPerKind);
    }
    if (!QDir().rename(folder.path(), target) && !QDir(target).exists())
        return failed();
    return target;
}

} // namespace flower
