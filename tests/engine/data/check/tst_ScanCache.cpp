// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/ScanCache.h"
#include "tests/support/TestMain.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_ScanCache : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("cache/scan.bin")); }
    static QByteArray sha(int number) { return QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha256); }
    static ContentFacts facts(int number)
    {
        ContentFacts facts{{number + 1, 2 * number + 1}, 1 + number % 8, {}};
        facts.print.hash = static_cast<quint64>(number) * 0x123456789abcdef1;
        facts.print.mirrored = ~facts.print.hash;
        facts.print.inner = facts.print.hash / 3;
        facts.print.innerGrey.fill(static_cast<quint8>(number + 2));
        facts.print.isFlat = number % 2 == 1;
        facts.print.grey.fill(static_cast<quint8>(number));
        facts.print.color.fill(static_cast<quint8>(number + 1));
        return facts;
    }

private Q_SLOTS:
    void init() { QFile::remove(file()); }

    void whatWasSavedIsThere()
    {
        ScanCache cache(file());
        cache.load(); // there is none
        for (int number = 0; number < 300; ++number) {
            QCOMPARE(cache.addContent(sha(number), facts(number)), number);
            cache.setPath(QStringLiteral("/фото/%1.jpg").arg(number), {number, 1000 + number}, number);
        }
        QCOMPARE(cache.addContent(sha(7), facts(7)), 7); // known
        QVERIFY(cache.save().isOk());

        ScanCache again(file());
        again.load();
        QCOMPARE(again.size(), 300);
        for (int number = 0; number < 300; ++number) {
            const std::optional<int> content = again.find(QStringLiteral("/фото/%1.jpg").arg(number), {number, 1000 + number});
            QVERIFY(content);
            QVERIFY(again.facts(*content) == facts(number));
            QCOMPARE(again.findContent(sha(number)), content);
        }
        QVERIFY(!again.find(QStringLiteral("/фото/5.jpg"), {5, 1006})); // touched
        QVERIFY(!again.find(QStringLiteral("/фото/5.jpg"), {6, 1005})); // of another length
        QVERIFY(!again.find(QStringLiteral("/фото/300.jpg"), {300, 1300}));
        QVERIFY(!again.findContent(sha(300)));
    }

    void onlyWhatIsNewIsWritten()
    {
        ScanCache cache(file());
        QVERIFY(cache.save().isOk());
        QVERIFY(!QFile::exists(file()));
        cache.addContent(sha(1), facts(1));
        QVERIFY(cache.save().isOk());
        QVERIFY(QFile::remove(file()));
        cache.use(0); // today anyway
        QVERIFY(cache.save().isOk());
        QVERIFY(!QFile::exists(file()));
    }

    void aDamagedFileIsAsGoodAsNone_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("empty") << 0;
        QTest::newRow("cut short") << 1;
        QTest::newRow("another file") << 2;
        QTest::newRow("a newer version") << 3;
        QTest::newRow("a count that is not true") << 4;
        QTest::newRow("a path of a content that isn't there") << 5;
        QTest::newRow("an impossible size") << 6;
    }
    void aDamagedFileIsAsGoodAsNone()
    {
        QFETCH(int, damage);
        {
            ScanCache cache(file());
            cache.addContent(sha(1), facts(1));
            cache.setPath(QStringLiteral("/a.jpg"), {1, 2}, 0);
            QVERIFY(cache.save().isOk());
        }
        QFile stored(file());
        QVERIFY(stored.open(QIODevice::ReadOnly));
        QByteArray bytes = stored.readAll();
        stored.close();
        if (damage == 0)
            bytes.clear();
        else if (damage == 1)
            bytes.chop(5);
        else if (damage == 2)
            bytes = QByteArray("no cache at all").repeated(100);
        else if (damage == 3)
            bytes[7] = 99;
        else if (damage == 4)
            bytes[11] = 77;
        else if (damage == 5)
            bytes[bytes.size() - 5] = 9;
        else
            bytes[12 + 32] = static_cast<char>(0x80); // the width is negative
        QVERIFY(stored.open(QIODevice::WriteOnly));
        QCOMPARE(stored.write(bytes), bytes.size());
        stored.close();
        ScanCache cache(file());
        cache.load();
        QCOMPARE(cache.size(), 0);
        QVERIFY(!cache.find(QStringLiteral("/a.jpg"), {1, 2}));
        QVERIFY(!cache.findContent(sha(1)));
    }

    void withoutAPlaceNothingIsKept()
    {
        ScanCache cache{QString()};
        cache.addContent(sha(1), facts(1));
        QVERIFY(cache.save().isOk());
        cache.load();
        QCOMPARE(cache.size(), 0);
    }
};

FLOWER_TEST(tst_ScanCache)
#include "tst_ScanCache.moc"
