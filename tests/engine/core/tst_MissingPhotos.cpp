// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/MissingPhotos.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_MissingPhotos : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString at(const QString &path) const { return m_folder.filePath(path); }
    void put(const QString &path, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(at(path)).path());
        QFile file(at(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a file can't be written");
    }
    static WantedPhoto wanted(const QString &path) { return {QStringLiteral("/old/") + path, path, {}}; }

private Q_SLOTS:
    void missingPhotosAreNamedFromTheirFolder()
    {
        put(QStringLiteral("here/1.jpg"), "there");
        const QStringList paths{at(QStringLiteral("here/1.jpg")), at(QStringLiteral("here/daisy/2.jpg")),
                                QStringLiteral("/elsewhere/a/3.jpg"), QStringLiteral("/elsewhere/b/4.jpg")};
        const QList<WantedPhoto> missing = missingPhotos(paths, {{}, {7, {}}}, at(QStringLiteral("here")), {});
        QCOMPARE(missing.size(), 3);
        QCOMPARE(missing.at(0), (WantedPhoto{paths.at(1), QStringLiteral("daisy/2.jpg"), {7, {}}}));
        QCOMPARE(missing.at(1).relativePath, QStringLiteral("a/3.jpg"));
        QCOMPARE(missing.at(2).relativePath, QStringLiteral("b/4.jpg"));
        const PhotoPlaces places{{}, {{paths.at(1), paths.at(0)}}};
        QCOMPARE(missingPhotos(paths, {}, at(QStringLiteral("here")), places).size(), 2);
    }

    void manyFoldersAreToldByTheirParents()
    {
        QList<WantedPhoto> photos{wanted(QStringLiteral("1.jpg"))};
        QCOMPARE(missingFolders(photos), (QList<MissingFolder>{{QStringLiteral("/old"), 1}}));
        for (int kind = 0; kind < 20; ++kind) {
            for (int number = 0; number < 3; ++number)
                photos.append(wanted(QStringLiteral("meadow/%1/%2.jpg").arg(kind).arg(number)));
        }
        QCOMPARE(missingFolders(photos), (QList<MissingFolder>{{QStringLiteral("/old/meadow"), 60}, {QStringLiteral("/old"), 1}}));
    }

    void aListSaysWhatItsPhotosWere()
    {
        put(QStringLiteral("list/here.jpg"), "there");
        put(QStringLiteral("list/photos.csv"), "path,label,relative_to,bytes,sha256\nhere.jpg,a,,,\ndaisy/1.jpg,a,../old,7,"
                                                   + QByteArray(64, 'a') + "\n//computer/2.jpg,a,,,\n");
        const Result<MissingPhotos> missing = missingPhotosOfList(at(QStringLiteral("list/photos.csv")), {});
        QVERIFY(missing);
        QCOMPARE(missing->name, QStringLiteral("list"));
        QCOMPARE(missing->total, 2);
        QCOMPARE(missing->photos.size(), 1);
        QCOMPARE(missing->photos.first().path, at(QStringLiteral("old/daisy/1.jpg")));
        QCOMPARE(missing->photos.first().content, (PhotoContent{7, QByteArray(32, '\xaa')}));
        QCOMPARE(missingPhotosOfList(at(QStringLiteral("none.csv")), {}).error().code, ErrorCode::NotFound);
    }
};

FLOWER_TEST(tst_MissingPhotos)
#include "tst_MissingPhotos.moc"
