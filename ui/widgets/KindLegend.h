// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>
#include <QWidget>

class QLineEdit;
class QListView;
class QToolButton;

namespace flower {

class KindLegendModel;

/// What the markers of a map stand for; a click on a kind highlights it, another one takes that back. It stays usable with a hundred
/// kinds: the list scrolls, and can be searched.
class KindLegend : public QWidget
{
    Q_OBJECT
public:
    explicit KindLegend(QWidget *parent = nullptr);

    /// `counts`: photos on the map, beside `names`. Nothing is highlighted.
    void setKinds(const QStringList &names, const QList<int> &counts);
    [[nodiscard]] QSet<int> highlighted() const;
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void highlightedChanged(const QSet<int> &kinds); ///< empty: all are shown alike

protected:
    void changeEvent(QEvent *event) override;

private:
    void filter(const QString &text);

    KindLegendModel *m_kinds;
    QLineEdit *m_search;
    QToolButton *m_all;
    QListView *m_list;
};

} // namespace flower
