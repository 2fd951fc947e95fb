// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/ConfusionTab.h"

#include "engine/core/ConfusionOrder.h"
#include "ui/charts/ConfusionMap.h"
#include "ui/models/ConfusedPairsModel.h"
#include "ui/models/ScoredClasses.h"
#include "ui/pages/results/PhotoStacks.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/WhyPanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <numeric>

namespace flower {

namespace {

constexpr QSize kLegendSize{40, 10};

enum Order { AsDataSet, ByError, BySimilarity };

AnsweredPhoto answeredPhoto(const PhotoResult &photo, const QStringList &names)
{
    AnsweredPhoto answered{{photo.path, {}}, {}, {}, photo.label};
    if (photo.topClasses.isEmpty())
        return {};
    answered.title = photo.isRight() ? ConfusionTab::tr("%1, answered rightly").arg(names.value(photo.label))
                                     : ConfusionTab::tr("True %1, answered %2").arg(names.value(photo.label), names.value(photo.topClasses.first()));
    answered.classes = scoredClasses(photo, names);
    return answered;
}

} // namespace

ConfusionTab::ConfusionTab(std::shared_ptr<const PhotoSource> photos, ClassifySession *explanations, QWidget *parent)
    : ResultsTab(parent), m_map(new ConfusionMap), m_scale(new QComboBox), m_order(new QComboBox), m_fit(new QToolButton),
      m_readout(makeLabel({})), m_rightScale(new QLabel), m_rightText(makeLabel({}, "muted")), m_wrongScale(new QLabel),
      m_wrongText(makeLabel({}, "muted")), m_pairs(new ConfusedPairsModel(this)), m_pairTable(new QTableView),
      m_noMistakes(makeLabel(tr("No photo was answered wrongly."), "muted")), m_stacks(new PhotoStacks(photos)),
      m_left(new QStackedWidget), m_openWhy(new QPushButton(tr("See why")))
{
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    m_left->addWidget(makeMapSide());
    split->addWidget(m_left);
    split->addWidget(makePairsSide());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setSizes({500, 500});
    setContent(split);
    m_openWhy->hide();
    if (explanations)
        makeWhySide(explanations, std::move(photos));

    connect(m_map, &ConfusionMap::opened, this, [this](const ConfusionCell &cell) { openCell(cell.label, cell.answer); });
    connect(m_map, &ConfusionMap::pointedAtChanged, this, &ConfusionTab::showPointedAt);
    connect(m_map, &ConfusionMap::colorsChanged, this, &ConfusionTab::showLegend);
    connect(m_map, &ConfusionMap::fittedChanged, m_fit, &QToolButton::setDisabled);
    connect(m_fit, &QToolButton::clicked, m_map, &ConfusionMap::fit);
    connect(m_scale, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_map->setScale(index == 0 ? ConfusionColors::Scale::PartOfRow : ConfusionColors::Scale::Counts);
    });
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] { m_map->setOrder(chosenOrder()); });
    connect(m_pairTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            choosePair(current.row());
    });
    connect(m_pairTable, &QTableView::clicked, this, [this](const QModelIndex &index) { choosePair(index.row()); });
    connect(m_stacks, &PhotoStacks::photoActivated, this, &ConfusionTab::photoActivated);
}

QWidget *ConfusionTab::makeMapSide()
{
    m_map->setObjectName(QStringLiteral("confusionMap"));
    m_scale->setObjectName(QStringLiteral("confusionScale"));
    m_scale->addItems({tr("Part of the row"), tr("Photos")});
    m_scale->setAccessibleName(tr("What the colours stand for"));
    m_scale->setToolTip(tr("What the colours stand for: the part of the photos of a kind (rows normalised), or their number"));
    m_order->setObjectName(QStringLiteral("confusionOrder"));
    m_order->addItems({tr("In the photos' order"), tr("Most mistakes first"), tr("Alike side by side")});
    m_order->setAccessibleName(tr("Order of the kinds"));
    m_order->setToolTip(tr("Order of the kinds. Alike side by side: kinds that are taken for one another lie together\n"
                           "(hierarchical clustering of the symmetrised confusion)"));
    m_fit->setObjectName(QStringLiteral("confusionFit"));
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("Show all kinds again after zooming (a double click or the key 0 does the same)"));
    m_fit->setEnabled(false);
    m_readout->setObjectName(QStringLiteral("confusionReadout"));
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_readout->setWordWrap(true);
    m_readout->setFixedHeight(2 * m_readout->fontMetrics().lineSpacing()); // the map stays where it is
    m_readout->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    auto *card = new Card;
    for (QWidget *control : {static_cast<QWidget *>(m_scale), static_cast<QWidget *>(m_order), static_cast<QWidget *>(m_fit)})
        card->titleRow()->insertWidget(card->titleRow()->count() - 1, control);
    auto *legend = new QHBoxLayout;
    for (QWidget *part : {m_rightScale, m_rightText, m_wrongScale, m_wrongText})
        legend->addWidget(part);
    legend->addStretch();
    card->content()->addWidget(m_map, 1);
    card->content()->addWidget(m_readout);
    card->content()->addLayout(legend);
    return card;
}

QWidget *ConfusionTab::makePairsSide()
{
    m_pairTable->setModel(m_pairs);
    m_pairTable->setObjectName(QStringLiteral("confusedPairs"));
    m_pairTable->setAccessibleName(tr("Kinds that are taken for one another, most mistakes first"));
    setUpRowTable(m_pairTable, 24);
    m_pairTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_pairTable->setWordWrap(false);
    m_pairTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    for (const int column : {ConfusedPairsModel::First, ConfusedPairsModel::Second})
        m_pairTable->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    for (const int column : {ConfusedPairsModel::FirstAsSecond, ConfusedPairsModel::SecondAsFirst})
        m_pairTable->horizontalHeader()->resizeSection(column, 40);
    m_pairTable->setMinimumHeight(76);
    auto *pairs = new QWidget;
    auto *pairColumn = new QVBoxLayout(pairs);
    pairColumn->setContentsMargins(0, 0, 0, 0);
    pairColumn->addWidget(m_noMistakes);
    pairColumn->addWidget(m_pairTable, 1);
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(pairs);
    split->addWidget(m_stacks);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 2);
    split->setSizes({140, 320});
    m_openWhy->setObjectName(QStringLiteral("openWhy"));
    m_openWhy->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_openWhy->setToolTip(tr("Show the chosen photo large, with what speaks for its answers (Ctrl+E)"));
    auto *card = new Card;
    card->titleRow()->addWidget(m_openWhy);
    card->content()->addWidget(split);
    return card;
}

void ConfusionTab::makeWhySide(ClassifySession *explanations, std::shared_ptr<const PhotoSource> photos)
{
    m_why = new WhyPanel(explanations, std::move(photos));
    auto *card = new Card;
    card->content()->addWidget(m_why);
    m_left->addWidget(card);
    m_openWhy->show();
    connect(m_openWhy, &QPushButton::clicked, this, [this] { openWhy(true); });
    connect(m_why, &WhyPanel::closed, this, [this] { openWhy(false); });
    connect(m_stacks, &PhotoStacks::photoChosen, this, &ConfusionTab::showChosenPhoto);
}

void ConfusionTab::openWhy(bool open)
{
    m_left->setCurrentIndex(open ? 1 : 0);
    m_stacks->showAnswers(!open); // the panel has them too
    m_openWhy->setVisible(!open);
    showChosenPhoto();
    if (open)
        m_why->seeWhy();
}

/// In the panel, while it is open; else it has no photo, so that it asks for nothing.
void ConfusionTab::showChosenPhoto()
{
    const AnsweredPhoto chosen = answeredPhoto(m_stacks->chosenPhoto(), m_run.details.classNames);
    m_openWhy->setEnabled(!chosen.classes.isEmpty());
    m_why->showPhoto(m_left->currentIndex() == 1 ? chosen : AnsweredPhoto());
}

void ConfusionTab::showRun(const ShownRun &run)
{
    m_run = run;
    m_shown = {};
    explain(run.problem);
    if (m_why)
        m_why->useModel(run.details.modelPath);
    m_map->setMatrix(run.confusion, run.details.classNames, chosenOrder());
    m_stacks->setRun(run);
    m_pairs->setPairs(confusedPairs(run.confusion), run.details.classNames);
    const bool mistakes = m_pairs->rowCount() > 0;
    m_noMistakes->setVisible(!mistakes);
    m_pairTable->setVisible(mistakes);
    if (mistakes)
        m_pairTable->selectRow(0);
}

QList<int> ConfusionTab::chosenOrder() const
{
    switch (m_order->currentIndex()) {
    case ByError:
        return orderByError(m_run.confusion);
    case BySimilarity:
        return m_run.similarityOrder;
    default: {
        QList<int> order(m_run.confusion.classes());
        std::iota(order.begin(), order.end(), 0);
        return order;
    }
    }
}

void ConfusionTab::choosePair(int row)
{
    const ConfusedPair &pair = m_pairs->pair(row);
    const ConfusionCell forth{pair.first, pair.second};
    const ConfusionCell back{pair.second, pair.first};
    if (m_shown != forth && m_shown != back) // else the table only follows the map
        pair.firstAsSecond >= pair.secondAsFirst ? openCell(forth.label, forth.answer) : openCell(back.label, back.answer);
}

void ConfusionTab::openCell(int label, int answer)
{
    m_shown = {label, answer};
    m_map->setCurrent(m_shown);
    m_stacks->showCell(label, answer);
    if (const int row = m_pairs->rowOf(label, answer); row >= 0)
        m_pairTable->selectRow(row);
    else
        m_pairTable->clearSelection();
}

void ConfusionTab::openKind(int label)
{
    openCell(label, label);
    m_stacks->showKind(label);
}

void ConfusionTab::showLegend()
{
    for (const auto &[right, scale, text] : {std::tuple{true, m_rightScale, m_rightText},
                                             std::tuple{false, m_wrongScale, m_wrongText}}) {
        scale->setPixmap(QPixmap::fromImage(m_map->colors().legend(right, kLegendSize)));
        text->setText(m_map->colors().legendText(right));
    }
}

void ConfusionTab::showPointedAt()
{
    const std::optional<ConfusionCell> cell = m_map->pointedAt();
    m_readout->setText(cell ? m_map->colors().describe(*cell, m_map->names()) : QString());
}

} // namespace flower
