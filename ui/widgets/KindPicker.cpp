// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KindPicker.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {

constexpr int kWidth = 260;
constexpr int kHeight = 320;

} // namespace

KindPicker::KindPicker(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_search(new QLineEdit), m_list(new QListView), m_kinds(new QStringListModel(this)),
      m_found(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("kindPicker"));
    setFrameShape(QFrame::StyledPanel);
    setFixedSize(kWidth, kHeight);
    m_found->setSourceModel(m_kinds);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setObjectName(QStringLiteral("kindSearch"));
    m_search->setPlaceholderText(tr("Search a kind"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("kindList"));
    m_list->setAccessibleName(tr("Kinds of flowers"));
    m_list->setModel(m_found);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys go to the search, and its arrows here
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found->setFilterFixedString(text);
        m_list->setCurrentIndex(m_found->index(0, 0));
    });
    connect(m_search, &QLineEdit::returnPressed, this, &KindPicker::take);
    connect(m_list, &QListView::clicked, this, &KindPicker::take);
}

void KindPicker::pick(const QStringList &kinds, const QString &current, const QWidget *anchor)
{
    m_kinds->setStringList(kinds);
    m_search->clear();
    m_list->setCurrentIndex(m_found->index(std::max(0, static_cast<int>(kinds.indexOf(current))), 0));
    const QRect space = anchor->screen()->availableGeometry();
    QPoint place = anchor->mapToGlobal(QPoint(0, anchor->height()));
    if (place.y() + height() > space.bottom())
        place.setY(std::max(space.top(), anchor->mapToGlobal(QPoint()).y() - height()));
    place.setX(std::clamp(place.x(), space.left(), std::max(space.left(), space.right() - width())));
    move(place);
    show();
    m_search->setFocus();
    m_list->scrollTo(m_list->currentIndex());
}

bool KindPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void KindPicker::take()
{
    const QString kind = m_list->currentIndex().data().toString();
    if (kind.isEmpty())
        return; // nothing is called what was typed
    hide();
    Q_EMIT picked(kind);
}

} // namespace flower
