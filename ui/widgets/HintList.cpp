// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HintList.h"

#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {

constexpr int kTallest = 84; ///< pixels: the charts come first
constexpr int kLowest = 40;
constexpr int kIcon = 18;

} // namespace

/// One hint. A click anywhere on it leads to its setting; the button does it by keyboard.
class HintList::Row : public QWidget
{
public:
    explicit Row(HintList *list) : m_list(list), m_icon(new QLabel), m_text(makeLabel({})), m_button(new QPushButton(HintList::tr("Show")))
    {
        m_text->setObjectName(QStringLiteral("hint"));
        m_text->setWordWrap(true);
        m_button->setObjectName(QStringLiteral("showSetting"));
        m_button->setToolTip(HintList::tr("Bring the setting that this is about into view"));
        m_button->setAutoDefault(false);
        setCursor(Qt::PointingHandCursor);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 2, 4, 2);
        row->setSpacing(8);
        row->addWidget(m_icon, 0, Qt::AlignTop);
        row->addWidget(m_text, 1);
        row->addWidget(m_button, 0, Qt::AlignTop);
        connect(m_button, &QPushButton::clicked, this, [this] { follow(); });
    }

    void show(const TrainingHint &hint)
    {
        m_setting = hint.field;
        const bool urgent = hint.kind == HintKind::LearningRateTooHigh;
        m_icon->setPixmap(themedIcon(urgent ? QStringLiteral("warning") : QStringLiteral("info")).pixmap(kIcon, kIcon));
        m_text->setText(hint.text);
        m_button->setAccessibleDescription(hint.text);
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
            follow();
    }

private:
    void follow() { Q_EMIT m_list->settingWanted(m_setting); }

    HintList *m_list;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QString m_setting;
};

HintList::HintList(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("hints"));
    setAccessibleName(tr("Hints"));
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_column->addStretch();
    setWidget(content);
    hide();
}

void HintList::setHints(const QList<TrainingHint> &hints)
{
    // Rows stay where they can, so that the one with the focus keeps it while a run goes on.
    while (m_rows.size() > hints.size())
        delete m_rows.takeLast();
    while (m_rows.size() < hints.size()) {
        m_rows.append(new Row(this));
        m_column->insertWidget(static_cast<int>(m_rows.size()) - 1, m_rows.last());
        m_rows.last()->setVisible(true); // else it counts in the height only after a turn of the event loop
    }
    for (qsizetype number = 0; number < hints.size(); ++number)
        m_rows.at(number)->show(hints.at(number));
    setVisible(!hints.isEmpty());
    fitHeight();
}

void HintList::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitHeight();
}

void HintList::fitHeight()
{
    const int width = viewport()->width();
    const int wanted = m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width) : m_column->totalSizeHint().height();
    m_height = std::min(wanted, kTallest);
    setMinimumHeight(std::min(wanted, kLowest));
    setMaximumHeight(m_height);
    updateGeometry();
}

QSize HintList::sizeHint() const
{
    return {QScrollArea::sizeHint().width(), m_height};
}

} // namespace flower
