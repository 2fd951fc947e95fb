// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KindLegend.h"

#include "ui/models/KindLegendModel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

namespace flower {

KindLegend::KindLegend(QWidget *parent)
    : QWidget(parent), m_kinds(new KindLegendModel(this)), m_search(new QLineEdit), m_all(new QToolButton), m_list(new QListView)
{
    m_search->setObjectName(QStringLiteral("legendSearch"));
    m_search->setPlaceholderText(tr("Search a kind"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_all->setObjectName(QStringLiteral("legendAll"));
    m_all->setText(tr("All kinds"));
    m_all->setToolTip(tr("Show all kinds alike again"));
    m_all->setEnabled(false);
    m_list->setObjectName(QStringLiteral("legend"));
    m_list->setAccessibleName(tr("Kinds and their markers"));
    m_list->setToolTip(tr("A click highlights a kind and dims the others; another click takes it back. Space does the same."));
    m_list->setModel(m_kinds);
    m_list->setSelectionMode(QAbstractItemView::MultiSelection);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({14, 14});
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumHeight(72);
    connect(m_search, &QLineEdit::textChanged, this, &KindLegend::filter);
    connect(m_all, &QToolButton::clicked, m_list, &QListView::clearSelection);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QSet<int> kinds = highlighted();
        m_all->setEnabled(!kinds.isEmpty());
        Q_EMIT highlightedChanged(kinds);
    });
    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_list, 1);
}

void KindLegend::setKinds(const QStringList &names, const QList<int> &counts)
{
    m_kinds->setKinds(names, counts);
    filter(m_search->text());
    m_all->setEnabled(false);
    Q_EMIT highlightedChanged({}); // a model that is filled anew takes the selection with it, without a word
}

QSet<int> KindLegend::highlighted() const
{
    QSet<int> kinds;
    for (const QModelIndex &kind : m_list->selectionModel()->selectedIndexes())
        kinds.insert(kind.row());
    return kinds;
}

/// Rows are hidden, not taken away: what is highlighted stays so.
void KindLegend::filter(const QString &text)
{
    for (int kind = 0; kind < m_kinds->rowCount(); ++kind)
        m_list->setRowHidden(kind, !m_kinds->index(kind).data().toString().contains(text.trimmed(), Qt::CaseInsensitive));
}

void KindLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_kinds->recolor();
    QWidget::changeEvent(event);
}

} // namespace flower
