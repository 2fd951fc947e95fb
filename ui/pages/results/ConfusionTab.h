// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/ConfusionColors.h"
#include "ui/pages/results/ResultsTab.h"
#include "ui/pages/results/ShownRun.h"

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace flower {

class ClassifySession;
class ConfusedPairsModel;
class ConfusionMap;
class PhotoSource;
class PhotoStacks;
class WhyPanel;

/// Which kinds are taken for which: the confusion matrix as a map, the pairs ranked by their mistakes, and the photos behind
/// the cell or pair that is chosen.
class ConfusionTab : public ResultsTab
{
    Q_OBJECT
public:
    /// `explanations` tells why a photo was answered as it was, with the run's model; null: that isn't offered.
    explicit ConfusionTab(std::shared_ptr<const PhotoSource> photos, ClassifySession *explanations = nullptr,
                          QWidget *parent = nullptr);

    void showRun(const ShownRun &run) override;
    /// Shows the photos of `label` that were answered with `answer`, and those the other way round.
    void openCell(int label, int answer);
    /// Shows all photos of one kind: the mistakes beside the right ones.
    void openKind(int label);

Q_SIGNALS:
    void photoActivated(const flower::PhotoResult &photo);

private:
    QWidget *makeMapSide();
    QWidget *makePairsSide();
    void makeWhySide(ClassifySession *explanations, std::shared_ptr<const PhotoSource> photos);
    void openWhy(bool open);
    void showChosenPhoto();
    [[nodiscard]] QList<int> chosenOrder() const;
    void choosePair(int row);
    void showLegend();
    void showPointedAt();

    ShownRun m_run;
    ConfusionCell m_shown; ///< whose photos are in sight
    ConfusionMap *m_map;
    QComboBox *m_scale;
    QComboBox *m_order;
    QToolButton *m_fit;
    QLabel *m_readout;
    QLabel *m_rightScale;
    QLabel *m_rightText;
    QLabel *m_wrongScale;
    QLabel *m_wrongText;
    ConfusedPairsModel *m_pairs;
    QTableView *m_pairTable;
    QLabel *m_noMistakes;
    PhotoStacks *m_stacks;
    QStackedWidget *m_left;    ///< the map, or m_why in its place
    QPushButton *m_openWhy;
    WhyPanel *m_why = nullptr; ///< null where explanations aren't offered
};

} // namespace flower
