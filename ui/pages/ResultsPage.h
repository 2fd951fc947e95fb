// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/RunFolder.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace flower {

struct AppContext;
class Banner;
class EvaluatePanel;
class PageHeader;
class PlotView;
class RunTableModel;

/// Past runs: their final numbers with what they stand on, and their curves over each other.
class ResultsPage : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsPage(AppContext *context, QWidget *parent = nullptr);

    /// Reads the run book again and selects the run of `folder`, where it is given.
    void reload(const QString &folder = {});

Q_SIGNALS:
    void modelWanted(const QString &modelPath);
    void trainingWanted();

private:
    QWidget *makeContent();
    void showSelection();
    void showNumbers(const RunDetails &details);

    AppContext *m_context;
    PageHeader *m_header;
    Banner *m_banner;
    QStackedWidget *m_stack;
    RunTableModel *m_runs;
    QTableView *m_table;
    PlotView *m_accuracy;
    PlotView *m_loss;
    QGridLayout *m_numbers;
    QLabel *m_footing;
    QPushButton *m_classify;
    QPushButton *m_openFolder;
    QPushButton *m_evaluateOnOthers;
    EvaluatePanel *m_evaluate = nullptr; ///< null where models can't be measured on other photos
    QString m_modelPath;
    QString m_folder;
};

} // namespace flower
