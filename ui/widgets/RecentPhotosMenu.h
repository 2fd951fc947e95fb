// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace flower {

/// The places of photos that were opened last, the newest first; they are kept from one start to the next.
class RecentPhotosMenu : public QMenu
{
    Q_OBJECT
public:
    explicit RecentPhotosMenu(QWidget *parent = nullptr);

    void remember(const QString &path);

Q_SIGNALS:
    void chosen(const QString &path);

private:
    void fill(const QStringList &paths);
};

} // namespace flower
