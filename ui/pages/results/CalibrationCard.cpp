// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/CalibrationCard.h"

#include "ui/Format.h"
#include "ui/charts/ReliabilityChart.h"
#include "ui/models/ReliabilityTableModel.h"
#include "ui/pages/results/ShownRun.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RowTable.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace flower {

namespace {

QString errorText(const ShownRun &run, const QList<ReliabilityBin> &after)
{
    if (run.results.isEmpty())
        return {};
    const Evaluation *measured = run.evaluation();
    const double error = measured && measured->ece >= 0 ? measured->ece : expectedCalibrationError(after);
    const double before = measured ? measured->eceBefore : -1.0;
    if (before < 0)
        return CalibrationCard::tr("Calibration error %1; before temperature scaling not known").arg(format::percent(error));
    return CalibrationCard::tr("Calibration error %1; before temperature scaling %2").arg(format::percent(error), format::percent(before));
}

} // namespace

CalibrationCard::CalibrationCard(QWidget *parent)
    : Card(tr("Are its probabilities true?"), parent), m_chart(new ReliabilityChart), m_bins(new ReliabilityTableModel(this)),
      m_stack(new QStackedWidget), m_asTable(new QToolButton), m_error(makeLabel({}, "muted"))
{
    m_asTable->setObjectName(QStringLiteral("reliabilityAsTable"));
    m_asTable->setCheckable(true);
    m_asTable->setAutoRaise(true);
    m_asTable->setIcon(themedIcon(QStringLiteral("table")));
    m_asTable->setToolTip(tr("Show the numbers as a table"));
    m_asTable->setAccessibleName(tr("Table"));
    titleRow()->addWidget(m_asTable);
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("reliabilityTable"));
    table->setAccessibleName(tr("Reliability diagram as a table"));
    table->setModel(m_bins);
    setUpRowTable(table, 24);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(table);
    connect(m_asTable, &QToolButton::toggled, m_stack, &QStackedWidget::setCurrentIndex);
    m_error->setObjectName(QStringLiteral("calibrationError"));
    m_error->setWordWrap(true);
    m_error->setToolTip(tr("Expected calibration error: how far, on the mean, the probability of an answer is from the part of\n"
                           "such answers that are right. Temperature scaling makes answers less sure where they were too sure."));
    content()->addWidget(m_error);
    content()->addWidget(m_stack, 1);
}

void CalibrationCard::showRun(const ShownRun &run)
{
    const QList<ReliabilityBin> after = run.results.isEmpty() ? QList<ReliabilityBin>() : reliabilityDiagram(run.results);
    const QList<ReliabilityBin> before = reliabilityDiagramBefore(run.results);
    m_chart->setDiagrams(after, before);
    m_bins->setDiagrams(after, before);
    m_error->setText(run.problem.isEmpty() ? errorText(run, after) : run.problem);
}

} // namespace flower
