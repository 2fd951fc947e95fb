// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/ExifFacts.h"

#include "engine/data/ExifOrientation.h"
#include "engine/data/PhotoDecoder.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace flower;

namespace {

/// An entry of a directory, with its value as bytes in the block's order.
struct Entry {
    quint16 tag;
    quint16 type;
    quint32 count;
    QByteArray value;
};

/// Writes TIFF blocks of one byte order.
struct Tiff {
    bool big = true;

    [[nodiscard]] QByteArray number(quint32 value, int bytes) const
    {
        QByteArray text(bytes, '\0');
        for (int byte = 0; byte < bytes; ++byte)
            text[big ? bytes - 1 - byte : byte] = static_cast<char>(value >> (8 * byte));
        return text;
    }
    [[nodiscard]] Entry pointer(quint16 tag, quint32 at) const { return {tag, 4, 1, number(at, 4)}; }
    [[nodiscard]] Entry text(quint16 tag, const QByteArray &value) const
    {
        return {tag, 2, static_cast<quint32>(value.size() + 1), value + '\0'};
    }
    /// Degrees, minutes and hundredths of seconds.
    [[nodiscard]] Entry degrees(quint16 tag, quint32 whole, quint32 minutes, quint32 hundredths) const
    {
        return {tag, 5, 3, number(whole, 4) + number(1, 4) + number(minutes, 4) + number(1, 4) + number(hundredths, 4) + number(100, 4)};
    }
    /// A directory that begins at `at`, with its long values behind it.
    [[nodiscard]] QByteArray directory(const QList<Entry> &entries, qsizetype at) const
    {
        QByteArray head = number(static_cast<quint32>(entries.size()), 2);
        QByteArray values;
        const qsizetype valuesAt = at + 2 + 12 * entries.size() + 4;
        for (const Entry &entry : entries) {
            head += number(entry.tag, 2) + number(entry.type, 2) + number(entry.count, 4);
            if (entry.value.size() <= 4) {
                head += entry.value.leftJustified(4, '\0');
            } else {
                head += number(static_cast<quint32>(valuesAt + values.size()), 4);
                values += entry.value;
            }
        }
        return head + number(0, 4) + values;
    }
    /// The whole block: a first directory, and what `details` and `gps` say.
    [[nodiscard]] QByteArray block(const QList<Entry> &details, const QList<Entry> &gps) const
    {
        QByteArray block = (big ? QByteArray("MM\0*", 4) : QByteArray("II*\0", 4)) + number(8, 4);
        const qsizetype detailsAt = 8 + 2 + 3 * 12 + 4;
        const QByteArray detailBytes = directory(details, detailsAt);
        const qsizetype gpsAt = detailsAt + detailBytes.size();
        block += directory({{0x0112, 3, 1, number(6, 2)}, pointer(0x8769, detailsAt), pointer(0x8825, static_cast<quint32>(gpsAt))}, 8);
        return block + detailBytes + directory(gps, gpsAt);
    }
    [[nodiscard]] QByteArray complete() const
    {
        return block({text(0x9003, "2024:05:01 14:03:22"), text(0x9011, "+02:00")},
                     {text(1, "N"), degrees(2, 52, 30, 3600), text(3, "W"), degrees(4, 13, 15, 0)});
    }
};

QByteArray jpeg(const QByteArray &block)
{
    const auto length = static_cast<int>(block.size()) + 8;
    return QByteArray("\xFF\xD8\xFF\xE1") + static_cast<char>(length >> 8) + static_cast<char>(length & 255) + QByteArray("Exif\0\0", 6)
        + block + QByteArray("\xFF\xDA", 2);
}

} // namespace

class tst_ExifFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothByteOrdersAreRead_data()
    {
        QTest::addColumn<bool>("big");
        QTest::addColumn<bool>("tiff");
        QTest::newRow("big-endian JPEG") << true << false;
        QTest::newRow("little-endian JPEG") << false << false;
        QTest::newRow("big-endian TIFF") << true << true;
        QTest::newRow("little-endian TIFF") << false << true;
    }
    void bothByteOrdersAreRead()
    {
        QFETCH(bool, big);
        QFETCH(bool, tiff);
        const QByteArray block = Tiff{big}.complete();
        const PhotoFacts facts = exifFacts(tiff ? block : jpeg(block));
        QVERIFY(facts.taken && facts.place);
        QCOMPARE(facts.taken->toString(Qt::ISODate), QStringLiteral("2024-05-01T14:03:22+02:00"));
        QCOMPARE(facts.place->latitude, 52.51);
        QCOMPARE(facts.place->longitude, -13.25);
        QCOMPARE(exifOrientation(tiff ? block : jpeg(block)), 6);
    }

    void aDateWithoutAZoneIsLocalTime()
    {
        const Tiff tiff;
        const PhotoFacts facts = exifFacts(jpeg(tiff.block({tiff.text(0x9004, "2023:06:15 09:00:01")}, {})));
        QVERIFY(facts.taken && !facts.place);
        QCOMPARE(*facts.taken, QDateTime(QDate(2023, 6, 15), QTime(9, 0, 1)));
        QCOMPARE(facts.taken->timeSpec(), Qt::LocalTime);
    }

    void whatIsImpossibleIsLeftOpen_data()
    {
        QTest::addColumn<QByteArray>("block");
        const Tiff tiff;
        const auto date = [&](const char *text) { return tiff.block({tiff.text(0x9003, text)}, {}); };
        const auto place = [&](const QList<Entry> &gps) { return tiff.block({}, gps); };
        QTest::newRow("zeros") << date("0000:00:00 00:00:00");
        QTest::newRow("blanks") << date("    :  :     :  :  ");
        QTest::newRow("a 13th month") << date("2024:13:01 00:00:00");
        QTest::newRow("no date") << date("yesterday");
        QTest::newRow("a long text") << date(QByteArray(300, '2').constData());
        QTest::newRow("a number") << tiff.block({{0x9003, 4, 1, tiff.number(20240501, 4)}}, {});
        QTest::newRow("latitude alone") << place({tiff.text(1, "N"), tiff.degrees(2, 52, 30, 0)});
        QTest::newRow("no side") << place({tiff.degrees(2, 52, 30, 0), tiff.degrees(4, 13, 0, 0)});
        QTest::newRow("another side") << place({tiff.text(1, "E"), tiff.degrees(2, 52, 0, 0), tiff.text(3, "E"), tiff.degrees(4, 13, 0, 0)});
        QTest::newRow("beyond the pole") << place({tiff.text(1, "N"), tiff.degrees(2, 91, 0, 0), tiff.text(3, "E"), tiff.degrees(4, 13, 0, 0)});
        QTest::newRow("a division by zero")
            << place({tiff.text(1, "N"), {2, 5, 3, QByteArray(24, '\0')}, tiff.text(3, "E"), tiff.degrees(4, 13, 0, 0)});
        QTest::newRow("two fractions")
            << place({tiff.text(1, "N"), {2, 5, 2, tiff.degrees(2, 52, 0, 0).value.first(16)}, tiff.text(3, "E"), tiff.degrees(4, 13, 0, 0)});
        QTest::newRow("fractions beyond the end")
            << place({tiff.text(1, "N"), {2, 5, 3, tiff.number(0xFFFFFFF0, 4)}, tiff.text(3, "E"), {4, 5, 3, tiff.number(0xFFFFFFFF, 4)}});
        QTest::newRow("a text beyond the end") << tiff.block({{0x9003, 2, 20, tiff.number(0xFFFFFFFF, 4)}}, {});
        QTest::newRow("a text longer than the file") << tiff.block({{0x9003, 2, 0xFFFFFFFF, tiff.number(8, 4)}}, {});
        QTest::newRow("a text without length") << tiff.block({{0x9003, 2, 0, tiff.number(8, 4)}}, {});
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a head alone") << QByteArray("MM\0*", 4);
        QTest::newRow("a directory that is its own subdirectory")
            << QByteArray("MM\0*", 4) + tiff.number(8, 4) + tiff.directory({tiff.pointer(0x8769, 8), tiff.pointer(0x8825, 8)}, 8);
        QTest::newRow("subdirectories beyond the end")
            << QByteArray("MM\0*", 4) + tiff.number(8, 4)
                + tiff.directory({tiff.pointer(0x8769, 0xFFFFFFFF), tiff.pointer(0x8825, 0x7FFFFFFF)}, 8);
    }
    void whatIsImpossibleIsLeftOpen()
    {
        QFETCH(QByteArray, block);
        QCOMPARE(exifFacts(jpeg(block)), PhotoFacts());
        QCOMPARE(exifFacts(block), PhotoFacts());
    }

    /// Cut anywhere, and with any byte changed: something is read or nothing is, but never beyond the end.
    void brokenFilesDoNoHarm()
    {
        for (const bool big : {true, false}) {
            const QByteArray whole = jpeg(Tiff{big}.complete());
            for (qsizetype length = 0; length < whole.size(); ++length)
                exifFacts(QByteArray(whole.constData(), length)); // a copy of its own, so that a sanitizer sees its end
            for (qsizetype at = 0; at < whole.size(); ++at) {
                for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
                    QByteArray broken = whole;
                    broken[at] = static_cast<char>(value);
                    const PhotoFacts facts = exifFacts(broken);
                    QVERIFY(!facts.place || (std::abs(facts.place->latitude) <= 90 && std::abs(facts.place->longitude) <= 180));
                    QVERIFY(!facts.taken || facts.taken->isValid());
                }
            }
        }
    }

    void aDecoderReadsThemFromAFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("Blüte.jpg"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(jpeg(Tiff{}.complete()) + QByteArray(1 << 20, '\0'));
        file.close();
        QVERIFY(PhotoDecoder().facts(path).place);
        QCOMPARE(PhotoDecoder().facts(folder.filePath(QStringLiteral("none.jpg"))), PhotoFacts());
        QCOMPARE(PhotoDecoder().facts(folder.path()), PhotoFacts());
    }

    void aTiffFileMayHaveItsDirectoryAtTheEnd()
    {
        QByteArray file("II*\0", 4);
        const auto number = [&file](quint32 value, int bytes) {
            for (int byte = 0; byte < bytes; ++byte)
                file.append(static_cast<char>(value >> (8 * byte)));
        };
        const auto directoryOf = [&](quint16 tag, quint16 type, quint32 count, quint32 value) {
            number(1, 2);
            number(tag, 2);
            number(type, 2);
            number(count, 4);
            number(value, 4);
            number(0, 4); // no further one
        };
        constexpr quint32 kDirectory = 400'000; // behind the pixels
        constexpr quint32 kSize = 18;
        number(kDirectory, 4);
        file.append(kDirectory - static_cast<quint32>(file.size()), '\0');
        directoryOf(0x8769, 4, 1, kDirectory + kSize);
        directoryOf(0x9003, 2, 20, kDirectory + 2 * kSize);
        file.append("2024:05:06 07:08:09\0", 20);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("late.tif"));
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file) == file.size());
        out.close();
        const PhotoFacts facts = PhotoDecoder().facts(path);
        QVERIFY(facts.taken.has_value());
        QCOMPARE(*facts.taken, QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9)));
    }
};

FLOWER_TEST(tst_ExifFacts)
#include "tst_ExifFacts.moc"
