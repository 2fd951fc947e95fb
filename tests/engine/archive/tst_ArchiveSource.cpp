// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/archive/ArchiveSource.h"

#include "tests/support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>

using namespace flower;

class tst_ArchiveSource : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A file with this name of 600 KB, more than is read at once, in a ZIP or a tar.
    [[nodiscard]] QString packed(const QString &name, bool isZip) const
    {
        const QString path = m_folder.filePath(name);
        QByteArray bytes(2 << 20, 0);
        size_t used = 0;
        archive *writer = archive_write_new();
        if (isZip)
            archive_write_set_format_zip(writer);
        else
            archive_write_set_format_ustar(writer);
        if (isZip)
            archive_write_set_options(writer, "compression=store");
        archive_write_open_memory(writer, bytes.data(), static_cast<size_t>(bytes.size()), &used);
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, "rose.txt");
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        const QByteArray content = roses();
        archive_entry_set_size(entry, content.size());
        if (archive_write_header(writer, entry) != ARCHIVE_OK || archive_write_data(writer, content.constData(), static_cast<size_t>(content.size())) < 0)
            qFatal("the test's archive can't be made");
        archive_entry_free(entry);
        archive_write_close(writer);
        archive_write_free(writer);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes.constData(), static_cast<qint64>(used)) != static_cast<qint64>(used))
            qFatal("the test's archive isn't written");
        return path;
    }
    static QByteArray roses() { return QByteArray("a rose is ").repeated(60'000); }
    static void addFormats(ArchiveSource &source)
    {
        archive_read_support_format_zip_seekable(source.reader());
        archive_read_support_format_tar(source.reader());
    }

private Q_SLOTS:
    void bothKindsAreReadWhateverTheirName_data()
    {
        QTest::addColumn<bool>("isZip");
        QTest::newRow("ZIP, which seeks") << true;
        QTest::newRow("tar") << false;
    }
    void bothKindsAreReadWhateverTheirName()
    {
        QFETCH(const bool, isZip);
        ArchiveSource source(packed(QStringLiteral("Löwenzahn 薔薇.archive"), isZip));
        QVERIFY(source.file().open(QIODevice::ReadOnly));
        addFormats(source);
        QVERIFY(source.begin());
        archive_entry *entry = nullptr;
        QCOMPARE(archive_read_next_header(source.reader(), &entry), ARCHIVE_OK);
        QCOMPARE(QByteArray(archive_entry_pathname(entry)), QByteArray("rose.txt"));
        QByteArray content(roses().size(), 0);
        QCOMPARE(archive_read_data(source.reader(), content.data(), static_cast<size_t>(content.size())), static_cast<la_ssize_t>(content.size()));
        QVERIFY(content == roses());
        QCOMPARE(archive_read_next_header(source.reader(), &entry), ARCHIVE_EOF);
    }

    void whatIsNoArchiveOrCanNotBeReadIsRefused()
    {
        const QString path = m_folder.filePath(QStringLiteral("none"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(roses()) > 0);
        file.close();
        ArchiveSource other(path);
        QVERIFY(other.file().open(QIODevice::ReadOnly));
        addFormats(other);
        archive_entry *entry = nullptr;
        QVERIFY(!other.begin() || archive_read_next_header(other.reader(), &entry) != ARCHIVE_OK);

        ArchiveSource closed(packed(QStringLiteral("closed"), true)); // each read of it fails
        addFormats(closed);
        QVERIFY(!closed.begin() || archive_read_next_header(closed.reader(), &entry) != ARCHIVE_OK);
    }
};

FLOWER_TEST(tst_ArchiveSource)
#include "tst_ArchiveSource.moc"
