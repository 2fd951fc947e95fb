// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PictureHeader.h"

#include "engine/data/PhotoDecoder.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QtEndian>

using namespace flower;

class tst_PictureHeader : public QObject
{
    Q_OBJECT

    static QByteArray photo(const char *name)
    {
        QFile file(QStringLiteral(FLOWER_TEST_DATA "/photos/") + QString::fromUtf8(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    template<typename T>
    static QByteArray big(T value)
    {
        QByteArray bytes(sizeof(T), '\0');
        qToBigEndian(value, bytes.data());
        return bytes;
    }
    template<typename T>
    static QByteArray little(T value)
    {
        QByteArray bytes(sizeof(T), '\0');
        qToLittleEndian(value, bytes.data());
        return bytes;
    }
    static QByteArray png(quint32 width, quint32 height)
    {
        return QByteArray("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16) + big(width) + big(height) + QByteArray("\x10\x06\0\0\0", 5);
    }
    static QByteArray jpeg(quint16 width, quint16 height, const QByteArray &between = {})
    {
        return "\xFF\xD8" + between + QByteArray("\xFF\xC0\0\x11\x08", 5) + big(height) + big(width) + QByteArray(20, '\0');
    }

private Q_SLOTS:
    void theSizeIsWhatTheDecoderSees_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char *name : {"grey.jpg", "cmyk.jpg", "progressive.jpg", "turned1.jpg", "plain.png", "palette.png", "deep.png",
                                 "alpha.png", "alpha.webp", "photo.webp", "photo.bmp", "photo.tiff"})
            QTest::newRow(name) << photo(name);
    }
    void theSizeIsWhatTheDecoderSees()
    {
        QFETCH(QByteArray, file);
        const std::optional<PictureSize> size = pictureSize(file);
        QVERIFY(size.has_value());
        QVERIFY(checkPicture(file).isOk());
        const Result<RgbImage> image = PhotoDecoder().load({QString(), file}, 10'000);
        QVERIFY2(image, image ? "" : qPrintable(image.error().message));
        QCOMPARE(*size, (PictureSize{image->width, image->height}));
    }

    void bombsAreRefusedBeforeTheyAreDecoded_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("JPEG") << jpeg(65'500, 65'500);
        QTest::newRow("JPEG, one pixel too many") << jpeg(16'385, 16'384);
        QTest::newRow("JPEG behind bytes that are none of its own") << jpeg(65'500, 65'500, "junk\xFF\xFF\x01");
        QTest::newRow("PNG") << png(50'000, 50'000);
        QTest::newRow("PNG that overflows") << png(0xFFFFFFFF, 0xFFFFFFFF);
        QTest::newRow("WebP canvas") << "RIFF" + little<quint32>(22) + "WEBPVP8X" + little<quint32>(10) + QByteArray(4, '\0') + QByteArray(6, '\xFF');
        QTest::newRow("BMP") << "BM" + QByteArray(12, '\0') + little<quint32>(40) + little<qint32>(100'000) + little<qint32>(-100'000);
        QTest::newRow("BMP that overflows") << "BM" + QByteArray(12, '\0') + little<quint32>(40) + little(std::numeric_limits<qint32>::min())
                                                   + little(std::numeric_limits<qint32>::min());
        QTest::newRow("TIFF") << QByteArray("II*\0\x08\0\0\0\x02\0", 10) + little<quint16>(256) + little<quint16>(4) + little<quint32>(1)
                                     + little<quint32>(100'000) + little<quint16>(257) + little<quint16>(4) + little<quint32>(1)
                                     + little<quint32>(100'000) + QByteArray(4, '\0');
    }
    void bombsAreRefusedBeforeTheyAreDecoded()
    {
        QFETCH(QByteArray, file);
        const Result<void> checked = checkPicture(file);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::Unsupported);
        QVERIFY2(checked.error().message.contains(QStringLiteral("268 million")), qPrintable(checked.error().message));
        QCOMPARE(PhotoDecoder().load({QString(), file}, 256).error(), checked.error());
    }

    void theLimitIsExact()
    {
        QVERIFY(checkPicture(jpeg(16'384, 16'384)).isOk());
        QVERIFY(checkPicture(png(1u << 28, 1)).isOk());
        QVERIFY(!checkPicture(png((1u << 28) + 1, 1)));
        QVERIFY(!checkPicture(png(0, 5)));
    }

    /// Each pass of a progressive JPEG costs the decoder the whole picture's time.
    void aJpegOfManyPassesIsRefused()
    {
        const QByteArray progressive = photo("progressive.jpg");
        QVERIFY(checkPicture(progressive).isOk());
        QByteArray slow = progressive.chopped(2);
        for (int pass = 0; pass < 501; ++pass)
            slow += QByteArray("\xFF\xDA\0\x08\x01\x01\0\0\0\0", 10);
        const Result<void> checked = checkPicture(slow + "\xFF\xD9");
        QVERIFY(!checked);
        QVERIFY(checked.error().message.contains(QStringLiteral("500 passes")));
    }

    void otherFormsNeverReachADecoder_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("a flower");
        QTest::newRow("OpenEXR") << QByteArray("\x76\x2F\x31\x01\x02\0\0\0", 8) + QByteArray(64, '\0');
        QTest::newRow("JPEG 2000") << QByteArray("\0\0\0\x0CjP  \r\n\x87\n", 12) + QByteArray(64, '\0');
        QTest::newRow("portable grey map") << QByteArray("P5\n1 1\n255\na");
        QTest::newRow("Radiance") << QByteArray("#?RADIANCE\n\n-Y 1 +X 1\nabcd");
        QTest::newRow("RIFF that is a sound") << QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16) + QByteArray(16, '\0');
        QTest::newRow("JPEG without a frame") << QByteArray("\xFF\xD8\xFF\xDA\0\x08", 6) + QByteArray(16, '\0');
        QTest::newRow("JPEG that ends") << QByteArray("\xFF\xD8\xFF", 3);
        QTest::newRow("PNG that ends") << png(4, 4).left(20);
        QTest::newRow("TIFF without sides") << QByteArray("II*\0\x08\0\0\0\0\0\0\0\0\0", 14);
    }
    void otherFormsNeverReachADecoder()
    {
        QFETCH(QByteArray, file);
        const Result<void> checked = checkPicture(file);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::Unreadable);
    }

#ifdef Q_OS_UNIX
    void aDeviceIsNoPhoto()
    {
        const Result<RgbImage> image = PhotoDecoder().load({QStringLiteral("/dev/zero"), {}}, 256);
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::Unreadable);
    }
#endif
};

FLOWER_TEST(tst_PictureHeader)
#include "tst_PictureHeader.moc"
