// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/FinalNumbers.h"

#include "engine/store/RunFolder.h"
#include "ui/Format.h"
#include "ui/widgets/Labels.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace flower {

FinalNumbers::FinalNumbers(QWidget *parent) : Card({}, parent), m_numbers(new QGridLayout)
{
    m_numbers->setHorizontalSpacing(16);
    m_numbers->setVerticalSpacing(0);
    content()->addLayout(m_numbers);
}

void FinalNumbers::showRun(const RunDetails &details)
{
    clear();
    if (details.test) {
        const Evaluation &test = *details.test;
        add(test.top1, tr("test, first answer right"), &test.top1Interval,
            tr("Top-1 accuracy on photos that were not looked at before the end, with the Wilson interval"));
        add(test.top5, tr("test, among the first five"), test.top5Interval ? &*test.top5Interval : nullptr,
            tr("Top-5 accuracy, with the Wilson interval"));
        add(test.meanPerClass, tr("test, mean per kind"), test.meanPerClassInterval ? &*test.meanPerClassInterval : nullptr,
            tr("Mean of the recall of each class, with a bootstrap interval"));
    }
    if (details.validation) {
        add(details.validation->top1, tr("validation, epoch %1").arg(details.bestEpoch), &details.validation->top1Interval,
            tr("Top-1 accuracy on the photos that chose the best epoch: a little too good, for that reason"));
    }
    setVisible(m_numbers->count() > 0);
}

void FinalNumbers::add(double fraction, const QString &caption, const Interval *interval, const QString &tip)
{
    const int column = m_numbers->count() / 3;
    QLabel *number = makeLabel(format::percent(fraction), "number");
    QLabel *text = makeLabel(caption, "muted");
    QLabel *range = makeLabel(interval ? tr("95 % interval %1 – %2").arg(QLocale().toString(interval->low * 100, 'f', 1),
                                                                            format::percent(interval->high))
                                       : QString(), "muted");
    range->setToolTip(tr("With this number of photos, chance alone could have put the result anywhere in this range"));
    for (QLabel *label : {number, text})
        label->setToolTip(tip);
    m_numbers->addWidget(number, 0, column);
    m_numbers->addWidget(text, 1, column);
    m_numbers->addWidget(range, 2, column);
}

void FinalNumbers::clear()
{
    while (QLayoutItem *item = m_numbers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace flower
