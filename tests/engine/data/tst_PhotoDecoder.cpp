// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PhotoDecoder.h"

#include "tests/support/TestMain.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <QFile>
#include <QTest>

#include <array>
#include <cstdlib>

using namespace flower;

/// Every form of photo comes out as the same 8-bit RGB. The pictures are made by tests/data/make_photos.py.
class tst_PhotoDecoder : public QObject
{
    Q_OBJECT

    static QString place(const QString &name) { return QStringLiteral(FLOWER_TEST_DATA "/photos/") + name; }
    /// The pixel at relative places 0 to 1, as {r, g, b}.
    static std::array<int, 3> pixel(const RgbImage &image, double x, double y)
    {
        const auto column = static_cast<int>(x * image.width);
        const auto row = static_cast<int>(y * image.height);
        const auto *at = reinterpret_cast<const uchar *>(image.pixels.constData()) + 3 * (row * image.width + column);
        return {at[0], at[1], at[2]};
    }
    static bool near(const std::array<int, 3> &found, const std::array<int, 3> &expected, int tolerance)
    {
        for (size_t channel = 0; channel < 3; ++channel) {
            if (std::abs(found[channel] - expected[channel]) > tolerance)
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void everyFormBecomesRgb_data()
    {
        using Rgb = std::array<int, 3>;
        constexpr Rgb red{200, 0, 0};
        constexpr Rgb blue{0, 0, 200};
        QTest::addColumn<Rgb>("first");  // a quarter from the left (or from the top, where it is turned)
        QTest::addColumn<Rgb>("second"); // three quarters
        QTest::addColumn<bool>("upright");
        QTest::newRow("plain.png") << red << blue << false;
        QTest::newRow("UPPER.JPG") << red << blue << false;
        QTest::newRow("photo.webp") << red << blue << false;
        QTest::newRow("photo.tiff") << red << blue << false;
        QTest::newRow("photo.bmp") << red << blue << false;
        QTest::newRow("palette.png") << red << blue << false;
        QTest::newRow("deep.png") << red << blue << false;
        QTest::newRow("cmyk.jpg") << red << blue << false;
        QTest::newRow("Blüte mit Raum.png") << red << blue << false;
        QTest::newRow("grey.jpg") << Rgb{60, 60, 60} << Rgb{23, 23, 23} << false;
        QTest::newRow("alpha.png") << Rgb{255, 255, 255} << blue << false;
        QTest::newRow("alpha.webp") << Rgb{255, 255, 255} << blue << false;
        QTest::newRow("exif2.jpg") << blue << red << false; // mirrored
        QTest::newRow("exif4.jpg") << red << blue << false; // upside down and mirrored
        QTest::newRow("exif5.jpg") << red << blue << true;
        QTest::newRow("exif7.jpg") << blue << red << true;
        QTest::newRow("exif3.jpg") << blue << red << false; // half a turn
        QTest::newRow("exif6.jpg") << red << blue << true;  // to be turned clockwise: left becomes top
        QTest::newRow("exif8.jpg") << blue << red << true;
    }
    void everyFormBecomesRgb()
    {
        using Rgb = std::array<int, 3>;
        QFETCH(Rgb, first);
        QFETCH(Rgb, second);
        QFETCH(bool, upright);
        const Result<RgbImage> image = PhotoDecoder().load({place(QString::fromUtf8(QTest::currentDataTag())), {}}, 1000);
        QVERIFY2(image, image ? "" : qPrintable(image.error().message));
        QCOMPARE(image->width, upright ? 24 : 32);
        QCOMPARE(image->height, upright ? 32 : 24);
        QCOMPARE(image->pixels.size(), 3 * 32 * 24);
        const Rgb a = upright ? pixel(*image, 0.5, 0.25) : pixel(*image, 0.25, 0.5);
        const Rgb b = upright ? pixel(*image, 0.5, 0.75) : pixel(*image, 0.75, 0.5);
        const auto words = [](const Rgb &rgb) { return QStringLiteral("%1 %2 %3").arg(rgb[0]).arg(rgb[1]).arg(rgb[2]); };
        QVERIFY2(near(a, first, 12), qPrintable(words(a)));
        QVERIFY2(near(b, second, 12), qPrintable(words(b)));
    }

    void whatIsNoPhotoIsRefusedInWords_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"text.jpg", "empty.jpg", "truncated.jpg", "bomb.png", "bomb.jpg", "nowhere.jpg"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whatIsNoPhotoIsRefusedInWords()
    {
        QFETCH(QString, name);
        const Result<RgbImage> image = PhotoDecoder().load({place(name), {}}, 256);
        QVERIFY(!image);
        QVERIFY(image.error().message.endsWith(QLatin1Char('.')));
    }

    void bytesAreAsGoodAsAFile()
    {
        QFile file(place(QStringLiteral("plain.png")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto fromBytes = PhotoDecoder().load({QStringLiteral("pasted"), file.readAll()}, 1000);
        const auto fromFile = PhotoDecoder().load({file.fileName(), {}}, 1000);
        QVERIFY(fromBytes && fromFile);
        QCOMPARE(*fromBytes, *fromFile);
    }

    /// A JPEG decoded at a fraction of its size shows the same as one decoded whole.
    void scaledDecodingShowsTheSame()
    {
        const cv::Mat noise(90, 120, CV_8UC3);
        cv::randu(noise, 0, 255);
        cv::Mat picture;
        cv::resize(noise, picture, cv::Size(1200, 900), 0, 0, cv::INTER_CUBIC);
        std::vector<uchar> jpeg;
        QVERIFY(cv::imencode(".jpg", picture, jpeg, {cv::IMWRITE_JPEG_QUALITY, 95}));
        const QByteArray bytes(reinterpret_cast<const char *>(jpeg.data()), static_cast<qsizetype>(jpeg.size()));
        for (const int side : {100, 256, 500, 900}) {
            const auto actual = PhotoDecoder::loadShortSide({QStringLiteral("noise"), bytes}, side);
            QVERIFY(actual);
            QCOMPARE(actual->height, side);
            cv::Mat expected;
            cv::resize(cv::imdecode(jpeg, cv::IMREAD_COLOR), expected, cv::Size(actual->width, side), 0, 0, cv::INTER_AREA);
            cv::cvtColor(expected, expected, cv::COLOR_BGR2RGB);
            const cv::Mat found(actual->height, actual->width, CV_8UC3, const_cast<char *>(actual->pixels.constData()));
            cv::Mat difference;
            cv::absdiff(found, expected, difference);
            const cv::Scalar mean = cv::mean(difference);
            QVERIFY2(mean[0] < 4 && mean[1] < 4 && mean[2] < 4, qPrintable(QString::number(mean[1])));
        }
    }

    /// Shrinking and enlarging at once must not shift or darken a picture.
    void everyScaleKeepsTheColours()
    {
        const PhotoInput photo{place(QStringLiteral("turned1.jpg")), {}};
        for (const int side : {300, 239, 130, 120, 100, 61, 30, 12}) {
            const auto image = PhotoDecoder::loadShortSide(photo, side);
            QVERIFY(image.isOk());
            QCOMPARE(image->height, side);
            for (const double y : {0.35, 0.6, 0.9}) {
                const auto row = static_cast<int>(y * side);
                const int expected = static_cast<int>(255 * (row + 0.5) / side); // red is the height
                QVERIFY2(std::abs(pixel(*image, 0.5, y)[0] - expected) < 8, qPrintable(QString::number(side)));
            }
        }
    }

    void sizesAreAsAsked()
    {
        const PhotoInput photo{place(QStringLiteral("plain.png")), {}};
        QCOMPARE(PhotoDecoder().load(photo, 16)->width, 16);
        QCOMPARE(PhotoDecoder().load(photo, 16)->height, 12);
        const auto shortSide = PhotoDecoder::loadShortSide(photo, 48);
        QCOMPARE(shortSide->height, 48);
        QCOMPARE(shortSide->width, 64);
        const auto crop = PhotoDecoder::loadCentreCrop(photo, 21);
        QCOMPARE(crop->width, 21);
        QCOMPARE(crop->height, 21);
        QVERIFY(near(pixel(*crop, 0.1, 0.5), {200, 0, 0}, 12));
        QVERIFY(near(pixel(*crop, 0.9, 0.5), {0, 0, 200}, 12));
    }
};

FLOWER_TEST(tst_PhotoDecoder)
#include "tst_PhotoDecoder.moc"
