// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/ExifOrientation.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_ExifOrientation : public QObject
{
    Q_OBJECT

    /// Start of the image, then one segment of kind `marker`.
    static QByteArray withSegment(const QByteArray &content, char marker = '\xE1')
    {
        const auto length = static_cast<int>(content.size()) + 2;
        return QByteArray("\xFF\xD8\xFF") + marker + static_cast<char>(length >> 8) + static_cast<char>(length & 255) + content
            + QByteArray("\xFF\xDA", 2);
    }
    static QByteArray bytes(const char *hex) { return QByteArray::fromHex(hex); }

private Q_SLOTS:
    void bothByteOrdersAreRead()
    {
        const QByteArray big = bytes("457869660000 4D4D002A00000008 0002 010F000200000001 41000000 0112000300000001 0006 0000");
        const QByteArray little = bytes("457869660000 49492A0008000000 0100 1201030001000000 0800 0000");
        QCOMPARE(exifOrientation(withSegment(big)), 6);
        QCOMPARE(exifOrientation(withSegment(little)), 8);
        // Behind another segment, with a fill byte between.
        QCOMPARE(exifOrientation(bytes("FFD8 FFE00004 4A46 FF") + withSegment(little).mid(2)), 8);
    }

    void whatIsDamagedIsUpright_data()
    {
        QTest::addColumn<QByteArray>("jpeg");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("start only") << bytes("FFD8");
        QTest::newRow("no EXIF") << withSegment("JFIF");
        QTest::newRow("EXIF without content") << withSegment(bytes("457869660000"));
        QTest::newRow("another byte order") << withSegment(bytes("457869660000 58582A0008000000 0100 1201030001000000 0800 0000"));
        QTest::newRow("directory beyond the end") << withSegment(bytes("457869660000 49492A00FFFFFFFF 0100 1201030001000000 0800 0000"));
        QTest::newRow("more entries than there are") << withSegment(bytes("457869660000 49492A0008000000 FFFF 0F01030001000000 0800 0000"));
        QTest::newRow("value 9") << withSegment(bytes("457869660000 49492A0008000000 0100 1201030001000000 0900 0000"));
        QTest::newRow("value 0") << withSegment(bytes("457869660000 49492A0008000000 0100 1201030001000000 0000 0000"));
        QTest::newRow("another type") << withSegment(bytes("457869660000 49492A0008000000 0100 1201020001000000 0800 0000"));
        QTest::newRow("segment without a length") << bytes("FFD8 FFE10000 457869660000");
        QTest::newRow("cut in the segment") << bytes("FFD8 FFE1FFFF 457869660000 49492A0008000000 0100 120103");
        QTest::newRow("behind the picture's start")
            << bytes("FFD8 FFDA0002") + withSegment(bytes("457869660000 49492A0008000000 0100 1201030001000000 0800 0000")).mid(2);
    }
    void whatIsDamagedIsUpright()
    {
        QFETCH(QByteArray, jpeg);
        QCOMPARE(exifOrientation(jpeg), 1);
    }
};

FLOWER_TEST(tst_ExifOrientation)
#include "tst_ExifOrientation.moc"
