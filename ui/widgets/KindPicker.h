// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStringListModel;

namespace flower {

/// A list of kinds that pops up and is searched by typing: arrows choose, Return takes, Escape closes.
class KindPicker : public QFrame
{
    Q_OBJECT
public:
    explicit KindPicker(QWidget *parent = nullptr);

    /// Shows the list above or below `anchor`, with `current` chosen.
    void pick(const QStringList &kinds, const QString &current, const QWidget *anchor);

Q_SIGNALS:
    void picked(const QString &kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();

    QLineEdit *m_search;
    QListView *m_list;
    QStringListModel *m_kinds;
    QSortFilterProxyModel *m_found;
};

} // namespace flower
