// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/AnswerBars.h"

#include "ui/Format.h"
#include "ui/models/ScoredClasses.h"
#include "ui/widgets/ClassBars.h"
#include "ui/widgets/Labels.h"

#include <QFileInfo>
#include <QVBoxLayout>

namespace flower {

AnswerBars::AnswerBars(QWidget *parent) : QWidget(parent), m_file(makeLabel({}, "muted")), m_bars(new ClassBars(false))
{
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_file);
    column->addWidget(m_bars);
    column->addStretch();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_bars->setClasses(QList<ScoredClass>(ClassBars::kMost));
    setFixedHeight(sizeHint().height());
    setAccessibleName(tr("Answers to the chosen photo"));
    clear();
}

void AnswerBars::setPhoto(const PhotoResult &photo, const QStringList &classNames)
{
    const QList<ScoredClass> classes = scoredClasses(photo, classNames);
    QStringList answers;
    for (const ScoredClass &scored : classes)
        answers.append(tr("%1 %2").arg(scored.name, format::percent(scored.probability)));
    setAccessibleDescription(answers.join(QStringLiteral(", ")));
    setToolTip(photo.path.toHtmlEscaped());
    m_file->setText(QFileInfo(photo.path).fileName());
    m_bars->setClasses(classes, photo.label);
}

void AnswerBars::clear()
{
    setAccessibleDescription({});
    setToolTip({});
    m_file->clear();
    m_bars->setClasses({});
}

} // namespace flower
