// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/CsvTable.h"

#include "engine/core/Csv.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace flower {

namespace {

constexpr qint64 kLargestTable = 256ll << 20; // bytes; a run of 10,000 epochs has an epochs.csv of one megabyte
constexpr int kMostLines = 1'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

Result<QByteArray> readRunFile(const QString &path, qint64 largest)
{
    QFile file(path);
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile()) // a pipe or a device never ends
        return Error{ErrorCode::Unreadable, tr("%1 is no file.").arg(path)};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, tr("%1 can't be opened: %2").arg(path, file.errorString())};
    if (file.size() > largest)
        return Error{ErrorCode::Unreadable, tr("%1 is too large to be a file of a run.").arg(path)};
    return file.readAll();
}

Result<CsvTable> CsvTable::read(const QString &path)
{
    const Result<QByteArray> bytes = readRunFile(path, kLargestTable);
    if (!bytes)
        return bytes.error();
    if (bytes->count('\n') > kMostLines)
        return Error{ErrorCode::Unreadable, tr("%1 is too large to be a file of a run.").arg(path)};
    CsvTable table;
    table.m_text = QString::fromUtf8(*bytes);
    if (!table.next())
        return Error{ErrorCode::Unreadable, tr("%1 is empty.").arg(path)};
    for (int column = 0; column < table.m_fields.size(); ++column)
        table.m_columns.insert(table.m_fields.at(column), column);
    return table;
}

bool CsvTable::next()
{
    while (m_position < m_text.size()) {
        const qsizetype end = csv::endOfRecord(m_text, m_position);
        const QString record = m_text.sliced(m_position, end - m_position).trimmed();
        m_position = end + 1;
        if (!record.isEmpty()) {
            m_fields = csv::fields(record);
            return true;
        }
    }
    return false;
}

QString CsvTable::text(const char *column) const
{
    return csv::text(m_fields.value(m_columns.value(QLatin1String(column), -1)));
}

} // namespace flower
