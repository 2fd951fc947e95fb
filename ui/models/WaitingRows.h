// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMultiHash>
#include <QString>

namespace flower {

/// The rows of a list whose pictures are on their way, so that a picture that comes repaints its row and not all.
class WaitingRows
{
public:
    void add(const QString &path, int row)
    {
        if (!m_rows.contains(path, row))
            m_rows.insert(path, row);
    }
    /// The rows that waited for this picture; they wait no more.
    QList<int> take(const QString &path)
    {
        const QList<int> rows = m_rows.values(path);
        m_rows.remove(path);
        return rows;
    }
    void clear() { m_rows.clear(); }

private:
    QMultiHash<QString, int> m_rows;
};

} // namespace flower
