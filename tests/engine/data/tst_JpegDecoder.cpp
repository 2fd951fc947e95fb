// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/JpegDecoder.h"

#include "tests/support/TestMain.h"

#include <QFile>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace flower;

/// libjpeg-turbo's pictures beside OpenCV's. The photos are made by tests/data/make_photos.py.
class tst_JpegDecoder : public QObject
{
    Q_OBJECT

    static QByteArray bytesOf(const QString &name)
    {
        QFile file(QStringLiteral(FLOWER_TEST_DATA "/photos/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static cv::Mat byOpenCv(const QByteArray &jpeg)
    {
        cv::Mat rgb;
        cv::cvtColor(cv::imdecode(cv::Mat(1, int(jpeg.size()), CV_8U, const_cast<char *>(jpeg.data())), cv::IMREAD_COLOR), rgb,
                     cv::COLOR_BGR2RGB);
        return rgb;
    }
    static double meanDifference(const cv::Mat &a, const cv::Mat &b)
    {
        return cv::norm(a, b, cv::NORM_L1) / static_cast<double>(3 * a.total());
    }

private Q_SLOTS:
    void allOrientationsAreAsOpenCvTurnsThem_data()
    {
        QTest::addColumn<int>("orientation");
        for (int orientation = 1; orientation <= 8; ++orientation)
            QTest::addRow("turned%d.jpg", orientation) << orientation;
    }
    void allOrientationsAreAsOpenCvTurnsThem()
    {
        const QByteArray jpeg = bytesOf(QString::fromLatin1(QTest::currentDataTag()));
        JpegDecoder decoder;
        const std::optional<JpegHeader> header = decoder.readHeader(jpeg);
        QVERIFY(header);
        QTEST(header->orientation, "orientation");
        QCOMPARE(header->size.width, 320);
        const cv::Mat whole = upright(decoder.decode(jpeg, header->size, header->size), header->orientation);
        const cv::Mat expected = byOpenCv(jpeg);
        QVERIFY(whole.size() == expected.size());
        QVERIFY(meanDifference(whole, expected) < 0.5);
    }

    void theSmallestScaleThatIsEnoughIsTaken_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("scaledWidth");
        QTest::newRow("the whole") << 320 << 320;
        QTest::newRow("a half would be too small") << 161 << 320;
        QTest::newRow("a half") << 160 << 160;
        QTest::newRow("a quarter") << 80 << 80;
        QTest::newRow("an eighth") << 33 << 40;
        QTest::newRow("tiny") << 1 << 40;
    }
    void theSmallestScaleThatIsEnoughIsTaken()
    {
        QFETCH(int, width);
        const QByteArray jpeg = bytesOf(QStringLiteral("turned1.jpg"));
        JpegDecoder decoder;
        const std::optional<JpegHeader> header = decoder.readHeader(jpeg);
        QVERIFY(header);
        const cv::Mat scaled = decoder.decode(jpeg, header->size, {width, std::max(1, width * 3 / 4)});
        QTEST(scaled.cols, "scaledWidth");
        cv::Mat expected;
        cv::resize(byOpenCv(jpeg), expected, scaled.size(), 0, 0, cv::INTER_AREA);
        QVERIFY(meanDifference(scaled, expected) < 2.0);
    }

    void progressiveIsTakenToo()
    {
        const QByteArray jpeg = bytesOf(QStringLiteral("progressive.jpg"));
        JpegDecoder decoder;
        const std::optional<JpegHeader> header = decoder.readHeader(jpeg);
        QVERIFY(header);
        QVERIFY(meanDifference(decoder.decode(jpeg, header->size, header->size), byOpenCv(jpeg)) < 0.5);
    }

    void otherFormsAreLeftToOpenCv_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"cmyk.jpg", "bomb.jpg", "text.jpg", "empty.jpg", "plain.png"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void otherFormsAreLeftToOpenCv()
    {
        QFETCH(QString, name);
        QVERIFY(!JpegDecoder::ofThisThread().readHeader(bytesOf(name)));
    }

    void aDamagedPictureIsEmptyAndTheNextOneIsWhole()
    {
        JpegDecoder decoder;
        const QByteArray jpeg = bytesOf(QStringLiteral("turned1.jpg"));
        const QByteArray cut = jpeg.first(jpeg.size() / 2);
        const std::optional<JpegHeader> header = decoder.readHeader(cut);
        QVERIFY(header);
        QVERIFY(decoder.decode(cut, header->size, header->size).empty());
        QVERIFY(!decoder.decode(jpeg, header->size, header->size).empty());
    }
};

FLOWER_TEST(tst_JpegDecoder)
#include "tst_JpegDecoder.moc"
