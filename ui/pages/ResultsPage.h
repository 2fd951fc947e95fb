// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/RunFolder.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace flower {

struct AppContext;
class Banner;
class PageHeader;
class PlotView;
class ResultsTab;
class RunTableModel;

/// Past runs: their final numbers with what they stand on, and their curves over each other.
class ResultsPage : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsPage(AppContext *context, QWidget *parent = nullptr);

    /// Reads the run book again and selects the run of `folder`, where it is given.
    void reload(const QString &folder = {});
    /// Another view of the selected run, beside its numbers and curves.
    void addTab(ResultsTab *tab, const QString &title);

Q_SIGNALS:
    void modelWanted(const QString &modelPath);
    void trainingWanted();

private:
    QWidget *makeContent();
    void showSelection();
    void showNumbers(const RunDetails &details);
    void readAnswers();

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
    QString m_modelPath;
    QString m_folder;
    QTabWidget *m_tabs;
    QComboBox *m_subset;        ///< whose answers the tabs show
    RunDetails m_details;       ///< of the run whose answers the tabs show
    QList<ResultsTab *> m_views;
    int m_reading = 0;          ///< counts what was asked for, so that an answer that comes late is dropped
};

} // namespace flower
