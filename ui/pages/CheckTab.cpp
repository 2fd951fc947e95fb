// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/CheckTab.h"

#include "ui/DataCheck.h"
#include "ui/Format.h"
#include "ui/PlainTip.h"
#include "ui/Workspace.h"
#include "ui/models/FindingListModel.h"
#include "ui/widgets/FindingDelegate.h"
#include "ui/widgets/Labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace flower {

namespace {

constexpr int kLongestButton = 34; // characters; the whole text is in the tool tip

/// A text on a button or in a menu: names of kinds may be long and have an "&".
QString onButton(const QString &text)
{
    const QString shortened = text.size() <= kLongestButton ? text : text.left(kLongestButton - 1) + QStringLiteral("…");
    return QString(shortened).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

CheckTab::CheckTab(DataCheck *check, Workspace *workspace, ThumbnailLoader *thumbnails, QWidget *parent)
    : QWidget(parent), m_check(check), m_workspace(workspace), m_model(new FindingListModel(thumbnails, this)), m_state(makeLabel({}, "muted")),
      m_again(new QPushButton(tr("Check again"))), m_sections(new QListWidget), m_what(makeLabel({}, "muted")),
      m_list(new QListView), m_remedy(new QPushButton), m_others(new QToolButton), m_otherMenu(new QMenu(this)), m_all(new QPushButton)
{
    m_state->setObjectName(QStringLiteral("checkState"));
    m_state->setWordWrap(true);
    m_again->setObjectName(QStringLiteral("checkAgain"));
    m_again->setToolTip(tr("Look through the photos once more. Only those that changed are read."));
    connect(m_again, &QPushButton::clicked, m_check, &DataCheck::start);
    auto *stateRow = new QHBoxLayout;
    stateRow->addWidget(m_state, 1);
    stateRow->addWidget(m_again, 0, Qt::AlignTop);
    setUpSections();
    m_content = makeFindings();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addLayout(stateRow);
    column->addWidget(m_sections);
    column->addWidget(m_content, 1);
    column->addStretch();
    connect(m_check, &DataCheck::changed, this, &CheckTab::showReport);
    showReport();
}

void CheckTab::setUpSections()
{
    m_sections->setObjectName(QStringLiteral("findingSections"));
    m_sections->setAccessibleName(tr("What was found"));
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setFlow(QListView::LeftToRight);
    m_sections->setWrapping(true);
    m_sections->setResizeMode(QListView::Adjust);
    m_sections->setSpacing(2);
    m_sections->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sections->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sections->viewport()->installEventFilter(this);
    connect(m_sections, &QListWidget::currentRowChanged, this, &CheckTab::showSection);
}

bool CheckTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sections->viewport() && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &CheckTab::fitSections, Qt::QueuedConnection); // when they lie anew
    return QWidget::eventFilter(watched, event);
}

void CheckTab::fitSections()
{
    m_sections->doItemsLayout();
    int bottom = 0;
    for (int row = 0; row < m_sections->count(); ++row)
        bottom = std::max(bottom, m_sections->visualItemRect(m_sections->item(row)).bottom());
    m_sections->setFixedHeight(bottom + 1 + 2 * m_sections->spacing());
}

QWidget *CheckTab::makeFindings()
{
    m_what->setObjectName(QStringLiteral("findingText"));
    m_what->setWordWrap(true);
    m_list->setModel(m_model);
    m_list->setObjectName(QStringLiteral("findings"));
    m_list->setAccessibleName(tr("Findings"));
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CheckTab::showRemedies);

    m_remedy->setObjectName(QStringLiteral("remedy"));
    connect(m_remedy, &QPushButton::clicked, this, [this] { applyRemedy(0); });
    m_others->setObjectName(QStringLiteral("otherRemedies"));
    m_others->setText(tr("Other ways"));
    m_others->setPopupMode(QToolButton::InstantPopup);
    m_others->setMenu(m_otherMenu);
    m_others->setFocusPolicy(Qt::StrongFocus);
    m_all->setObjectName(QStringLiteral("remedyForAll"));
    connect(m_all, &QPushButton::clicked, this, [this] { m_check->applyAll(static_cast<FindingKind>(section())); });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remedy);
    buttons->addWidget(m_others);
    buttons->addStretch();
    buttons->addWidget(m_all);
    auto *findings = new QWidget;
    auto *column = new QVBoxLayout(findings);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_what);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    return findings;
}

FindingSection CheckTab::section() const
{
    const QListWidgetItem *item = m_sections->currentItem();
    return item ? static_cast<FindingSection>(item->data(Qt::UserRole).toInt()) : FindingSection::Notes;
}

QString CheckTab::stateText() const
{
    switch (m_check->state()) {
    case DataCheck::State::Nothing:
        return {};
    case DataCheck::State::Running:
        return m_check->isWaiting() ? tr("The check of the photos goes on when the training has ended.")
            : !m_check->findings().isEmpty()
            ? tr("Copies that were cut and photos that look unlike their kind are still being looked for. What is here can be put right meanwhile.")
            : tr("The photos are being checked. They can be trained with meanwhile.");
    case DataCheck::State::Stopped:
        return tr("The check was stopped. What was seen is remembered.");
    case DataCheck::State::Failed:
        return m_check->problem();
    case DataCheck::State::Done:
        break;
    }
    const QString checked = m_check->report().counts.isAnything() || !m_check->findings().isEmpty()
        ? tr("Nothing here must be done, and no file is touched. Ctrl+Z undoes a step.")
        : tr("%n photo(s) were checked: there is nothing to put right.", nullptr, static_cast<int>(m_workspace->dataset().samples.size()));
    return m_check->report().skipped.isEmpty() ? checked : checked + QLatin1Char(' ') + m_check->report().skipped.join(QLatin1Char(' '));
}

/// The section and the finding that were looked at stay, where they are still there; else the row.
void CheckTab::showReport()
{
    m_state->setText(stateText());
    m_again->setVisible(m_check->state() != DataCheck::State::Running && m_check->state() != DataCheck::State::Nothing);
    const bool hadSection = m_sections->currentItem() != nullptr;
    const FindingSection before = section();
    const int row = m_list->currentIndex().row();
    const QStringList photos = row >= 0 ? m_model->finding(row).photos : QStringList();
    {
        const QSignalBlocker quiet(m_sections);
        m_sections->clear();
        QMap<FindingSection, int> counts;
        for (const DataFinding &finding : m_check->findings())
            ++counts[sectionOf(finding.kind)];
        for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
            const QString title = tr("%1 (%2)").arg(sectionTitle(count.key()), format::count(count.value()));
            auto *item = new QListWidgetItem(title, m_sections);
            item->setData(Qt::UserRole, static_cast<int>(count.key()));
            item->setSizeHint(QSize(m_sections->fontMetrics().horizontalAdvance(title) + 16, m_sections->fontMetrics().height() + 8));
            item->setTextAlignment(Qt::AlignCenter);
            if (!m_sections->currentItem() || (hadSection && count.key() == before))
                m_sections->setCurrentItem(item);
        }
    }
    m_sections->setVisible(m_sections->count() > 0);
    m_content->setVisible(m_sections->count() > 0);
    fitSections();
    showSection();
    if (!hadSection || section() != before || row < 0 || m_model->rowCount() == 0)
        return;
    int same = 0;
    while (same < m_model->rowCount() && m_model->finding(same).photos != photos)
        ++same;
    m_list->setCurrentIndex(m_model->index(same < m_model->rowCount() ? same : std::min(row, m_model->rowCount() - 1)));
}

void CheckTab::showSection()
{
    const FindingSection shown = section();
    QList<DataFinding> findings;
    QStringList sentences; // of what has no photos to show
    for (DataFinding finding : m_check->findings()) {
        if (m_sections->count() == 0 || sectionOf(finding.kind) != shown)
            continue;
        if (shown == FindingSection::Notes)
            sentences.append(std::exchange(finding.sentence, tr("Turned when they are read"))); // the only note with photos
        if (!finding.photos.isEmpty())
            findings.append(finding);
    }
    m_what->setText(sentences.isEmpty() ? sectionText(shown) : sentences.join(QStringLiteral("\n\n")));
    m_model->setFindings(findings, m_workspace->dataset());
    m_list->setVisible(!findings.isEmpty());
    m_list->setCurrentIndex(m_model->index(0));
    showRemedies();
}

void CheckTab::showRemedies()
{
    const QModelIndex current = m_list->currentIndex();
    const QList<Remedy> remedies = current.isValid() ? m_model->finding(current.row()).remedies : QList<Remedy>();
    m_remedy->setVisible(!remedies.isEmpty());
    if (!remedies.isEmpty()) {
        m_remedy->setText(onButton(remedies.first().text));
        m_remedy->setToolTip(plainTip(remedies.first().text));
    }
    m_others->setVisible(remedies.size() > 1);
    m_otherMenu->clear();
    for (int number = 1; number < remedies.size(); ++number)
        m_otherMenu->addAction(onButton(remedies.at(number).text), this, [this, number] { applyRemedy(number); });
    const QStringList photos = section() == FindingSection::Notes || m_sections->count() == 0
        ? QStringList()
        : m_check->photosOfAll(static_cast<FindingKind>(section()));
    m_all->setVisible(m_model->rowCount() > 1 && !photos.isEmpty());
    m_all->setText(tr("Leave out for all (%n photo(s))", nullptr, static_cast<int>(photos.size())));
    m_all->setToolTip(tr("Does for each finding in this list what its first button does, in one step"));
}

void CheckTab::applyRemedy(int number)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const Remedy remedy = m_model->finding(current.row()).remedies.value(number);
    m_check->apply(remedy); // the list is another one after it
}

} // namespace flower
