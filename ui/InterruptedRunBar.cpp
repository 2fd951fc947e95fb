// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/InterruptedRunBar.h"

#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace flower {

InterruptedRunBar::InterruptedRunBar(QWidget *parent) : QFrame(parent), m_text(makeLabel({}))
{
    setObjectName(QStringLiteral("banner"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *icon = new QLabel;
    icon->setPixmap(themedIcon(QStringLiteral("pause")).pixmap(20, 20));
    auto *goOn = new QPushButton(tr("Go on training"));
    goOn->setObjectName(QStringLiteral("goOnWithRun"));
    auto *leave = new QPushButton(tr("Leave it"));
    leave->setObjectName(QStringLiteral("leaveRun"));
    leave->setToolTip(tr("Don't ask about this run again. Its folder stays as it is."));
    connect(goOn, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT goOnWanted(m_run);
    });
    connect(leave, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT leaveWanted(m_run);
    });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->addWidget(icon);
    row->addWidget(m_text, 1);
    row->addWidget(goOn);
    row->addWidget(leave);
    hide();
}

void InterruptedRunBar::offer(const RunRecord &run)
{
    m_run = run;
    const QString when = QLocale().toString(run.startedAt.toLocalTime(), QLocale::ShortFormat);
    const QString text = run.epochsDone == 0
        ? tr("The training with “%1” that began on %2 was broken off before its first epoch was done.").arg(run.datasetName, when)
        : tr("The training with “%1” that began on %2 was broken off after epoch %3. It can go on from there.")
              .arg(run.datasetName, when).arg(run.epochsDone);
    m_text->setText(text);
    setAccessibleName(text);
    show();
}

} // namespace flower
