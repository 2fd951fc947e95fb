// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/MatFile.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace flower;

class tst_MatFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A seed of the fuzz target, made by tests/fuzz/make_corpus.py.
    static QString seed(const char *name)
    {
        return QStringLiteral(FLOWER_TEST_DATA "/../fuzz/corpus/mat/") + QString::fromLatin1(name);
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::vector<int> numbersOf(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("file.mat")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {-1};
        file.close();
        return matNumbers(file.fileName(), "labels");
    }

private Q_SLOTS:
    void numbersOfEveryFormAreRead()
    {
        QCOMPARE(matNumbers(seed("double"), "labels"), (std::vector<int>{1, 2, 3, 0, 0})); // the last two are none of 32 bits
        QCOMPARE(matNumbers(seed("uint8"), "labels"), (std::vector<int>{1, 2, 102}));
        QCOMPARE(matNumbers(seed("uint16-big"), "labels"), (std::vector<int>{1, 2, 300}));
        QCOMPARE(matNumbers(seed("int32"), "labels"), (std::vector<int>{1, -2, 3}));
        QCOMPARE(matNumbers(seed("uint8-compressed"), "labels").size(), size_t(90));
        QCOMPARE(matNumbers(seed("uint8-compressed"), "labels").back(), 102);
    }

    void whatIsNoSuchMatrixIsEmpty()
    {
        for (const char *name : {"claims-more", "other-name", "hdf5", "nowhere"})
            QVERIFY2(matNumbers(seed(name), "labels").empty(), name);
        QVERIFY(matNumbers(QStringLiteral("/dev/zero"), "labels").empty());
        QVERIFY(numbersOf({}).empty());
    }

    void filesCutOffAreEmpty()
    {
        for (const char *name : {"double", "uint8-compressed"}) {
            const QByteArray whole = bytesOf(seed(name));
            QVERIFY(!numbersOf(whole).empty());
            for (qsizetype length = 0; length < whole.size(); ++length)
                QVERIFY(numbersOf(whole.left(length)).empty());
        }
    }

    /// 40 MB of zeros that take 40 kB.
    void aBombIsNotUnpacked()
    {
        const QByteArray packed = qCompress(QByteArray(40 << 20, '\0'), 9).mid(4); // without Qt's own length
        QVERIFY(packed.size() < 100'000);
        QByteArray bytes = bytesOf(seed("uint8-compressed")).left(128) + QByteArray("\x0F\0\0\0", 4);
        for (int byte = 0; byte < 4; ++byte)
            bytes += static_cast<char>(packed.size() >> (8 * byte) & 0xFF);
        const QByteArray matrix = bytesOf(seed("uint8")).mid(128);
        QVERIFY(numbersOf(bytes + packed + matrix).empty()); // refused, not skipped
        QCOMPARE(numbersOf(bytes.left(128) + matrix).size(), size_t(3));
    }

    void theOfficialFilesAreRead()
    {
        const QString folder = QStringLiteral(FLOWER_SHARED "/data/oxford102/");
        if (!QFile::exists(folder + QStringLiteral("setid.mat")))
            QSKIP("The Oxford 102 label files are not here.");
        const std::vector<int> labels = matNumbers(folder + QStringLiteral("imagelabels.mat"), "labels");
        QCOMPARE(labels.size(), size_t(8189));
        QCOMPARE(*std::min_element(labels.begin(), labels.end()), 1);
        QCOMPARE(*std::max_element(labels.begin(), labels.end()), 102);
        std::vector<int> all;
        for (const auto &[name, size] : {std::pair{"trnid", 1020}, std::pair{"valid", 1020}, std::pair{"tstid", 6149}}) {
            const std::vector<int> part = matNumbers(folder + QStringLiteral("setid.mat"), name);
            QCOMPARE(part.size(), static_cast<size_t>(size));
            all.insert(all.end(), part.begin(), part.end());
        }
        std::sort(all.begin(), all.end());
        std::vector<int> expected(8189);
        std::iota(expected.begin(), expected.end(), 1);
        QVERIFY(all == expected);
    }
};

FLOWER_TEST(tst_MatFile)
#include "tst_MatFile.moc"
