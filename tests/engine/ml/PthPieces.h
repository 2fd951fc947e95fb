// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>
#include <QTest>
#include <QtEndian>

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <vector>

/// Files as torch.save() writes them, sound ones and others, piece by piece.
namespace flower::testing::pth {

using Entries = QList<std::pair<QByteArray, QByteArray>>;

template<typename T>
QByteArray littleEndian(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

// The pieces of a pickle, in the opcodes that PyTorch writes.
inline QByteArray text(const QByteArray &value)
{
    return 'X' + littleEndian(static_cast<quint32>(value.size())) + value;
}
inline QByteArray number(qint64 value)
{
    return "\x8a\x08" + littleEndian(value);
}
inline QByteArray tuple(const QByteArrayList &items)
{
    return '(' + items.join() + 't';
}
inline QByteArray numbers(const std::vector<int64_t> &values)
{
    QByteArrayList items;
    for (const int64_t value : values)
        items.append(number(value));
    return tuple(items);
}
inline QByteArray storage(const QByteArray &key, qint64 count, const QByteArray &type = "FloatStorage")
{
    return tuple({text("storage"), "ctorch\n" + type + '\n', text(key), text("cpu"), number(count)}) + 'Q';
}
inline QByteArray tensor(const QByteArray &storage, qint64 offset, const std::vector<int64_t> &shape,
                         const std::vector<int64_t> &strides)
{
    return "ctorch._utils\n_rebuild_tensor_v2\n"
        + tuple({storage, number(offset), numbers(shape), numbers(strides), "\x89", "ccollections\nOrderedDict\n)R"}) + 'R';
}
inline QByteArray stateDict(const Entries &tensors)
{
    QByteArray bytes = "\x80\x02}(";
    for (const auto &[name, value] : tensors)
        bytes += text(name) + value;
    return bytes + "u.";
}

/// The old form: magic number, protocol, machine, state dict, keys, then whatever follows.
inline QByteArray oldForm(const QByteArray &pickle, const QByteArrayList &keys, const QByteArray &data)
{
    QByteArray list = "\x80\x02](";
    for (const QByteArray &key : keys)
        list += text(key);
    return QByteArray("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.\x80\x02M\xe9\x03.\x80\x02}.") + pickle + list + "e."
        + data;
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeZip(const QString &path, const Entries &entries, const char *compression = "store")
{
    archive *writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_set_format_option(writer, "zip", "compression", compression);
    QCOMPARE(archive_write_open_filename(writer, QFile::encodeName(path).constData()), ARCHIVE_OK);
    for (const auto &[name, data] : entries) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_size(entry, data.size());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        QCOMPARE(archive_write_header(writer, entry), ARCHIVE_OK);
        QCOMPARE(archive_write_data(writer, data.constData(), static_cast<size_t>(data.size())), data.size());
        archive_entry_free(entry);
    }
    QCOMPARE(archive_write_close(writer), ARCHIVE_OK);
    archive_write_free(writer);
}

/// A file that tests/data/make_pth.py writes.
inline QString pytorchFile(const char *name)
{
    return QStringLiteral(FLOWER_TEST_DATA "/pth/") + QString::fromLatin1(name);
}

} // namespace flower::testing::pth
