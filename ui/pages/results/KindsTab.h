// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/results/ResultsTab.h"

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace flower {

class ClassReportModel;

/// What the network reaches on each kind, as a table to sort, filter, copy and save.
class KindsTab : public ResultsTab
{
    Q_OBJECT
public:
    explicit KindsTab(QWidget *parent = nullptr);

    void showRun(const ShownRun &run) override;
    /// Writes the rows in sight, in their order, as CSV and says in the tab how that went.
    void save(const QString &path);

Q_SIGNALS:
    void kindActivated(int label);

private:
    QWidget *makeTools();
    void setUpTable();
    void saveAs();
    void copy() const;

    ClassReportModel *m_report;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QLineEdit *m_filter;
    QLabel *m_note;
    QString m_suggestedName;
};

} // namespace flower
