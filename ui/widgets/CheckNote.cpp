// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CheckNote.h"

#include "ui/DataCheck.h"
#include "ui/FindingWords.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace flower {

namespace {

constexpr int kNarrowBar = 200; // pixels: beside what was found so far

}

CheckNote::CheckNote(DataCheck *check, QWidget *parent)
    : QWidget(parent), m_check(check), m_icon(new QLabel), m_text(makeLabel({})), m_progress(new QProgressBar),
      m_cancel(new QPushButton(tr("Cancel"))), m_show(new QPushButton(tr("Show them")))
{
    m_text->setObjectName(QStringLiteral("checkNote"));
    m_text->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("checkProgress"));
    m_progress->setAccessibleName(tr("Check of the photos"));
    m_progress->setFormat(tr("%v of %m"));
    m_cancel->setObjectName(QStringLiteral("cancelCheck"));
    m_cancel->setToolTip(tr("Stop checking the photos. They can be trained with all the same."));
    m_show->setObjectName(QStringLiteral("showFindings"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_show);
    connect(m_cancel, &QPushButton::clicked, m_check, &DataCheck::cancel);
    connect(m_show, &QPushButton::clicked, this, &CheckNote::showWanted);
    connect(m_check, &DataCheck::changed, this, &CheckNote::showState);
    connect(m_check, &DataCheck::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, static_cast<int>(total));
        m_progress->setValue(static_cast<int>(done));
        m_progress->setTextVisible(total > 0); // else it has no steps
        setVisible(m_check->state() == DataCheck::State::Running); // a check that is over at once isn't announced
    });
    showState();
}

void CheckNote::showState()
{
    const bool isRunning = m_check->state() == DataCheck::State::Running;
    const QString line = findingsLine(m_check->findings());
    const QString worth = line.isEmpty() ? QString() : tr("Worth a look before training: %1.").arg(line);
    m_icon->setPixmap(themedIcon(line.isEmpty() ? QStringLiteral("info") : QStringLiteral("warning")).pixmap(20, 20));
    QString work;
    if (m_check->isWaiting())
        work = tr("The check of the photos goes on when the training has ended.");
    else if (isRunning)
        work = m_check->isLookingCloser() ? tr("More is being looked for:") : tr("Checking the photos:");
    m_text->setText(QStringList({worth, work}).join(QLatin1Char(' ')).trimmed());
    m_progress->setVisible(isRunning);
    m_progress->setMaximumWidth(worth.isEmpty() ? QWIDGETSIZE_MAX : kNarrowBar);
    m_cancel->setVisible(isRunning);
    m_show->setVisible(!line.isEmpty());
    setVisible(!line.isEmpty() || (isRunning && isVisible()));
}

} // namespace flower
