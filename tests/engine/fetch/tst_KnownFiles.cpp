// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/KnownFiles.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_KnownFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsSecureNamedAndChecked()
    {
        const QList<RemoteFile> files = torchvisionWeights() + oxford102Files();
        QCOMPARE(files.size(), 5);
        for (const RemoteFile &file : files) {
            QCOMPARE(file.url.scheme(), QStringLiteral("https"));
            QVERIFY(file.url.path().endsWith(QLatin1Char('/') + file.fileName));
            QVERIFY(!file.title.isEmpty());
            QVERIFY(file.bytes > 0);
            QVERIFY(file.md5.isEmpty() || QByteArray::fromHex(file.md5).size() == 16);
            QVERIFY(file.md5.size() == 32 || file.sha256.size() >= 8);
        }
    }

    void weightsCarryTheirChecksumInTheirNames()
    {
        for (const RemoteFile &file : torchvisionWeights())
            QVERIFY(file.fileName.contains(QString::fromLatin1(file.sha256)));
    }
};

FLOWER_TEST(tst_KnownFiles)
#include "tst_KnownFiles.moc"
