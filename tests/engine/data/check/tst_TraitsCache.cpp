// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/KeptLikeness.h"
#include "engine/data/check/TraitsCache.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

/// What the comparing of photos keeps: their traits, and what was found.
class tst_TraitsCache : public QObject
{
    Q_OBJECT

    static QByteArray hash(int number) { return QByteArray::number(number).rightJustified(32, '.'); }
    static PhotoTraits traits(int number)
    {
        return {QByteArray(64, static_cast<char>(number)), 8.0F * static_cast<float>(number), QByteArray(PhotoTraits::kGreyBytes, static_cast<char>(number + 1))};
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    QTemporaryDir m_folder;
    const QByteArray m_weights{32, 'w'};

private Q_SLOTS:
    void traitsComeBackByContent()
    {
        const QString path = m_folder.filePath(QStringLiteral("new/traits.bin"));
        TraitsCache first(path);
        first.load(m_weights);
        first.add(hash(1), traits(1));
        first.add(hash(2), traits(2));
        QCOMPARE(first.find(hash(2)), std::optional(traits(2)));
        QVERIFY(first.save());
        TraitsCache second(path);
        second.load(m_weights);
        QVERIFY(second.contains(hash(1)) && !second.contains(hash(3)));
        QCOMPARE(second.find(hash(1)), std::optional(traits(1)));
        QCOMPARE(second.find(hash(3)), std::nullopt);
        second.add(hash(3), traits(3)); // what is in the file stays
        QVERIFY(second.save());
        TraitsCache third(path);
        third.load(m_weights);
        for (int number = 1; number <= 3; ++number)
            QCOMPARE(third.find(hash(number)), std::optional(traits(number)));
        const QByteArray before = contentOf(path);
        QVERIFY(third.save());
        QCOMPARE(contentOf(path), before);
    }

    void whatIsDamagedIsMadeAnew()
    {
        const QString path = m_folder.filePath(QStringLiteral("damaged.bin"));
        TraitsCache written(path);
        written.load(m_weights);
        written.add(hash(1), traits(1));
        written.add(hash(2), traits(2));
        QVERIFY(written.save());
        QByteArray bytes = contentOf(path);
        bytes.back() = static_cast<char>(bytes.back() + 1); // a feature of the last one
        QVERIFY(write(path, bytes));
        TraitsCache read(path);
        read.load(m_weights);
        QVERIFY(read.contains(hash(2)));
        QCOMPARE(read.find(hash(2)), std::nullopt);
        QVERIFY(read.save());
        TraitsCache again(path);
        again.load(m_weights);
        QVERIFY(!again.contains(hash(2))); // so that it is looked at once more
        QCOMPARE(again.find(hash(1)), std::optional(traits(1)));
    }

    void whatCantBeOfThisNetworkIsForgotten()
    {
        const QString path = m_folder.filePath(QStringLiteral("other.bin"));
        TraitsCache written(path);
        written.load(m_weights);
        written.add(hash(1), traits(1));
        PhotoTraits wrong = traits(2);
        wrong.length = 1000;
        written.add(hash(2), wrong);
        QVERIFY(written.save());
        TraitsCache read(path);
        read.load(m_weights);
        QVERIFY(read.find(hash(1)));
        QCOMPARE(read.find(hash(2)), std::nullopt); // its length isn't that of its features
        PhotoTraits longer = traits(3);
        longer.features = QByteArray(128, '\x03');
        longer.length = lengthOf(longer.features);
        read.add(hash(3), longer); // its network has more features: the file was another one's
        QVERIFY(!read.contains(hash(1)));
        QVERIFY(read.save());
        TraitsCache again(path);
        again.load(m_weights);
        QCOMPARE(again.find(hash(3)), std::optional(longer));
    }

    void otherWeightsSeeOtherThings()
    {
        const QString path = m_folder.filePath(QStringLiteral("weights.bin"));
        TraitsCache cache(path);
        cache.load(m_weights);
        cache.add(hash(1), traits(1));
        QVERIFY(cache.save());
        cache.load(QByteArray(32, 'x'));
        QVERIFY(!cache.contains(hash(1)));
        cache.load(m_weights);
        QVERIFY(cache.contains(hash(1)));
    }

    void aDamagedFileIsNone()
    {
        const QString path = m_folder.filePath(QStringLiteral("damaged.bin"));
        TraitsCache cache(path);
        cache.load(m_weights);
        cache.add(hash(1), traits(1));
        QVERIFY(cache.save());
        const QByteArray good = contentOf(path);
        for (const QByteArray &bad : {good.left(good.size() - 1), good.left(20), QByteArray(), good + "x", "x" + good.mid(1)}) {
            QVERIFY(write(path, bad));
            cache.load(m_weights);
            QVERIFY(!cache.contains(hash(1)));
        }
        cache.load(m_weights);
        cache.add(hash(1), traits(1));
        cache.add(hash(2), traits(2));
        QVERIFY(cache.save());
        QByteArray twice = contentOf(path);
        twice.replace(48 + 36, 32, twice.mid(48, 32)); // behind the head, the contents' hashes and days
        QVERIFY(write(path, twice));
        cache.load(m_weights);
        QVERIFY(!cache.contains(hash(1)) && !cache.contains(hash(2)));
        QByteArray newer = good;
        newer[7] = 9; // the version
        QVERIFY(write(path, newer));
        cache.load(m_weights);
        QVERIFY(!cache.contains(hash(1)));
    }

    void whereNothingIsKeptNothingIsWritten()
    {
        TraitsCache cache{QString()};
        cache.load(m_weights);
        cache.add(hash(1), traits(1));
        QCOMPARE(cache.find(hash(1)), std::optional(traits(1)));
        QVERIFY(cache.save());
        QVERIFY(KeptLikeness(QString()).add(hash(1), {}));
        QCOMPARE(KeptLikeness(QString()).find(hash(1), 9), std::nullopt);
    }

    void whatWasFoundIsKeptForTheLastSets()
    {
        const QString path = m_folder.filePath(QStringLiteral("kept.bin"));
        KeptLikeness kept(path);
        const LikenessFindings findings{{{1, 2, false}, {3, 4, true}}, {{5, -1}, {6, 2}}};
        QVERIFY(kept.add(hash(0), findings));
        QCOMPARE(kept.find(hash(0), 9), std::optional(findings));
        QCOMPARE(kept.find(hash(0), 6), std::nullopt); // a photo that isn't there
        QCOMPARE(kept.find(hash(1), 9), std::nullopt);
        for (int set = 1; set < KeptLikeness::kMostSets; ++set)
            QVERIFY(kept.add(hash(set), {}));
        QCOMPARE(kept.find(hash(0), 9), std::optional(findings));
        QVERIFY(kept.add(hash(100), {}));
        QCOMPARE(kept.find(hash(0), 9), std::nullopt); // the oldest
        QVERIFY(kept.find(hash(1), 9));
        const QByteArray good = contentOf(path);
        for (const QByteArray &bad : {good.left(good.size() - 1), good.left(11), QByteArray(), "x" + good.mid(1)}) {
            QVERIFY(write(path, bad));
            QCOMPARE(kept.find(hash(1), 9), std::nullopt);
        }
    }
};

FLOWER_TEST(tst_TraitsCache)
#include "tst_TraitsCache.moc"
