// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/FlowerDatasetReader.h"
#include "engine/data/Oxford102Archive.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <vector>

using namespace flower;

namespace {

struct Member {
    QByteArray name;
    QByteArray bytes;
    unsigned type = AE_IFREG;
    QByteArray link{};     ///< of a symbolic link
    QByteArray hardLink{}; ///< of a hard link
};

void writeArchive(const QString &path, const std::vector<Member> &members)
{
    const std::unique_ptr<archive, int (*)(archive *)> writer(archive_write_new(), archive_write_free);
    archive_write_add_filter_gzip(writer.get());
    archive_write_set_format_pax_restricted(writer.get());
    QCOMPARE(archive_write_open_filename(writer.get(), QFile::encodeName(path).constData()), ARCHIVE_OK);
    for (const Member &member : members) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(entry.get(), member.name.constData());
        archive_entry_set_filetype(entry.get(), member.type);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), member.bytes.size());
        if (!member.link.isEmpty())
            archive_entry_set_symlink(entry.get(), member.link.constData());
        if (!member.hardLink.isEmpty())
            archive_entry_set_hardlink(entry.get(), member.hardLink.constData());
        QCOMPARE(archive_write_header(writer.get(), entry.get()), ARCHIVE_OK);
        archive_write_data(writer.get(), member.bytes.constData(), static_cast<size_t>(member.bytes.size()));
    }
    QCOMPARE(archive_write_close(writer.get()), ARCHIVE_OK);
}

std::vector<Member> goodMembers()
{
    return {{"jpg/", "", AE_IFDIR, "", ""}, {"jpg/image_00001.jpg", "\xFF\xD8 one"}, {"./jpg/image_00002.jpg", "\xFF\xD8 two"}};
}

} // namespace

class tst_Oxford102Archive : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder; ///< the user's
    std::unique_ptr<QTemporaryDir> m_cache;
    RunControl m_control;
    int m_reports = 0;

    [[nodiscard]] QString archivePath() const { return m_folder->filePath(QStringLiteral("102flowers.tgz")); }

    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    void putMats() const
    {
        put(m_folder->filePath(QStringLiteral("imagelabels.mat")), "labels");
        put(m_folder->filePath(QStringLiteral("setid.mat")), "split");
    }

    Result<QString> unpack(const ArchiveLimits &limits = {})
    {
        const std::optional<Result<Oxford102Archive>> found = Oxford102Archive::find(m_folder->path());
        if (!found)
            return Error{ErrorCode::Internal, QStringLiteral("No archive was found.")};
        if (!*found)
            return found->error();
        return (*found)->unpack(m_cache->path(), m_control, [this](qint64, qint64) { ++m_reports; }, limits);
    }

    /// Neither a half-unpacked folder nor anything beside the cache.
    void expectNothingKept() const
    {
        QVERIFY(QDir(m_cache->path()).isEmpty());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 3);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<QTemporaryDir>();
        m_reports = 0;
    }

    void aGoodArchiveIsUnpackedOnceIntoTheCache()
    {
        writeArchive(archivePath(), goodMembers());
        putMats();
        const Result<QString> folder = unpack();
        QVERIFY2(folder.isOk(), qPrintable(folder.isOk() ? QString() : folder.error().message));
        QVERIFY(folder->startsWith(m_cache->path()));
        QVERIFY(m_reports > 0);
        QFile photo(*folder + QStringLiteral("/jpg/image_00002.jpg"));
        QVERIFY(photo.open(QIODevice::ReadOnly));
        QCOMPARE(photo.readAll(), QByteArray("\xFF\xD8 two"));
        QVERIFY(QFile::exists(*folder + QStringLiteral("/setid.mat")));
        QCOMPARE(QDir(m_cache->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 3);

        m_reports = 0;
        QCOMPARE(*unpack(), *folder);
        QCOMPARE(m_reports, 0);
        std::vector<Member> others = goodMembers();
        others[1].bytes = "\xFF\xD8 another";
        writeArchive(archivePath(), others);
        QVERIFY(*unpack() != *folder);
    }

    void archivesThatArePickedAndFoldersThatAreNot()
    {
        QVERIFY(!Oxford102Archive::find(m_folder->path()).has_value());
        writeArchive(archivePath(), goodMembers());
        QCOMPARE(Oxford102Archive::find(m_folder->path())->error().code, ErrorCode::NotFound);
        QCOMPARE(Oxford102Archive::find(archivePath())->error().code, ErrorCode::NotFound);
        QDir(m_folder->path()).mkpath(QStringLiteral("rose"));
        QVERIFY(!Oxford102Archive::find(m_folder->path()).has_value());
        putMats();
        QVERIFY(Oxford102Archive::find(m_folder->path())->isOk());
        QVERIFY(Oxford102Archive::find(archivePath())->isOk());
        QVERIFY(!Oxford102Archive::find(m_folder->filePath(QStringLiteral("setid.mat"))).has_value());
        QDir(m_folder->path()).mkpath(QStringLiteral("jpg"));
        QVERIFY(!Oxford102Archive::find(m_folder->path()).has_value());
    }

    void membersThatHaveNoPlaceAreRefused_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("climbs out") << 0;
        QTest::newRow("climbs out in the middle") << 1;
        QTest::newRow("absolute") << 2;
        QTest::newRow("symbolic link") << 3;
        QTest::newRow("hard link") << 4;
        QTest::newRow("pipe") << 5;
        QTest::newRow("twice the same name") << 6;
        QTest::newRow("backslashes") << 7;
        QTest::newRow("a folder that climbs out") << 8;
        QTest::newRow("folders in folders") << 9;
        QTest::newRow("a name without end") << 10;
    }

    void membersThatHaveNoPlaceAreRefused()
    {
        QFETCH(int, kind);
        const std::vector<Member> bad{
            {"../climber.jpg", "out"},
            {"jpg/../../climber.jpg", "out"},
            {QFile::encodeName(m_folder->filePath(QStringLiteral("climber.jpg"))), "out"},
            {"jpg/image_00003.jpg", "", AE_IFLNK, "/etc/hostname", ""},
            {"jpg/image_00003.jpg", "", AE_IFREG, "", "jpg/image_00001.jpg"},
            {"jpg/image_00003.jpg", "", AE_IFIFO, "", ""},
            {"jpg/image_00001.jpg", "again"},
            {"..\\climber.jpg", "out"},
            {"../climbers/", "", AE_IFDIR, "", ""},
            {QByteArray("a/").repeated(200) + "b.jpg", "deep"},
            {"jpg/" + QByteArray(5'000, 'a') + ".jpg", "long"},
        };
        std::vector<Member> members = goodMembers();
        members.push_back(bad.at(static_cast<size_t>(kind)));
        writeArchive(archivePath(), members);
        putMats();
        QCOMPARE(unpack().error().code, ErrorCode::Unreadable);
        expectNothingKept();
    }

    void aTruncatedArchiveIsDamaged()
    {
        std::vector<Member> members = goodMembers();
        QByteArray noise(200'000, Qt::Uninitialized);
        quint32 state = 1;
        for (char &byte : noise) {
            state = state * 1664525u + 1013904223u;
            byte = static_cast<char>(state >> 24);
        }
        members.push_back({"jpg/image_00003.jpg", noise});
        writeArchive(archivePath(), members);
        putMats();
        QVERIFY(QFile::resize(archivePath(), QFileInfo(archivePath()).size() / 2));
        QCOMPARE(unpack().error().code, ErrorCode::Unreadable);
        expectNothingKept();
        put(archivePath(), "no archive at all");
        QCOMPARE(unpack().error().code, ErrorCode::Unreadable);
        put(archivePath(), "");
        QCOMPARE(unpack().error().code, ErrorCode::Unreadable);
        expectNothingKept();
    }

    void limitsStopABomb()
    {
        std::vector<Member> members = goodMembers();
        members.push_back({"jpg/image_00003.jpg", QByteArray(2'000'000, '\0')});
        writeArchive(archivePath(), members);
        putMats();
        QVERIFY(QFileInfo(archivePath()).size() < 20'000);
        QCOMPARE(unpack({1'000'000, 10}).error().code, ErrorCode::Unreadable);
        QCOMPARE(unpack({10'000'000, 3}).error().code, ErrorCode::Unreadable);
        expectNothingKept();
        QVERIFY(unpack({10'000'000, 4}).isOk());
    }

    void aStopLeavesNothing()
    {
        writeArchive(archivePath(), goodMembers());
        putMats();
        RunControl control;
        control.requestStop();
        const Result<QString> folder = (*Oxford102Archive::find(archivePath()))->unpack(m_cache->path(), control, [](qint64, qint64) {});
        QCOMPARE(folder.error().code, ErrorCode::Interrupted);
        expectNothingKept();
    }

    void theOfficialFilesWithAnArchiveReadAsTheFolderDoes()
    {
        const QString official = QStringLiteral(FLOWER_SHARED "/data/oxford102/");
        if (!QFile::exists(official + QStringLiteral("setid.mat")))
            QSKIP("The Oxford 102 label files are not here.");
        for (const char *name : {"imagelabels.mat", "setid.mat"})
            QVERIFY(QFile::copy(official + QString::fromLatin1(name), m_folder->filePath(QString::fromLatin1(name))));
        std::vector<Member> members;
        for (int number = 1; number <= 8189; ++number)
            members.push_back({"jpg/image_" + QByteArray::number(number).rightJustified(5, '0') + ".jpg", "\xFF\xD8 drawn"});
        writeArchive(archivePath(), members);

        FlowerDatasetReader reader(m_cache->path());
        const auto ignore = [](qint64, qint64) {};
        const Result<Dataset> fromArchive = reader.read({false, m_folder->path(), 1}, m_control, ignore);
        QVERIFY2(fromArchive.isOk(), qPrintable(fromArchive.isOk() ? QString() : fromArchive.error().message));
        const Result<Dataset> fromFolder = reader.read({false, official, 1}, m_control, ignore);
        QVERIFY(fromFolder.isOk());
        QCOMPARE(fromArchive->kind, DatasetKind::Oxford102);
        QCOMPARE(fromArchive->name, QDir(m_folder->path()).dirName());
        QCOMPARE(fromArchive->samples.size(), 8189);
        QCOMPARE(fromArchive->splitHash(), fromFolder->splitHash());
        // The place it was unpacked to is a data set of its own, for runs that note it.
        QCOMPARE(reader.read({false, fromArchive->rootPath, 1}, m_control, ignore)->splitHash(), fromArchive->splitHash());
    }
};

FLOWER_TEST(tst_Oxford102Archive)
#include "tst_Oxford102Archive.moc"
