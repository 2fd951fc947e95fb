// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Calibration.h"
#include "engine/core/Contracts.h"
#include "ui/models/AnswerRow.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;
class QToolButton;

namespace flower {

class AnswerCorrections;
class AnswerFilterModel;
class AnswerTable;
class CopyPanel;
class KindPicker;
class PredictionListModel;
class SideColumn;
class ThresholdBar;

/// The answers of the Classify page as a list or as a table: searched, filtered, sorted, judged by other thresholds, corrected by
/// hand and copied into folders by kind.
class AnswerDesk : public QWidget
{
    Q_OBJECT
public:
    /// `correctionsFolder`: where corrections are kept; empty: they aren't. `placesFile`: see AnswerCorrections.
    AnswerDesk(std::shared_ptr<const PhotoSource> photos, PredictionListModel *answers, const QString &correctionsFolder,
               const QString &placesFile = {}, QWidget *parent = nullptr);

    /// The model that answers from now on, and its number (ClassifySession).
    void setModel(const ModelInfo &model, int number);
    /// Places a panel beside the answers.
    void addBeside(QWidget *panel, int stretch = 0);

    [[nodiscard]] int selectedCount() const;
    /// Rows of the PredictionListModel that are selected, in its order.
    [[nodiscard]] QList<int> selectedRows() const;
    void clearSelection();
    /// What passes the filters, in the order in which it is shown.
    [[nodiscard]] QList<AnswerRow> shownRows() const;
    /// Copies what is shown and answered into folders below `target`: of its kind, or of what the answer couldn't be counted on.
    void copyInto(const QString &target);
    /// Where copying says how far it is, and other sentences are said. Its place is outside of the desk: it is to be seen also
    /// when the answers are gone.
    [[nodiscard]] CopyPanel *copies() const { return m_copies; }
    [[nodiscard]] AnswerCorrections *corrections() const { return m_corrections; }

Q_SIGNALS:
    void selectionChanged(); ///< other rows, or what is known about them; once in a turn of the event loop
    void judgedBy(const flower::Calibration &calibration); ///< other thresholds were set

private:
    QBoxLayout *makeFilters();
    QBoxLayout *makeTools();
    void makeList();
    QToolButton *makeViewButton(const QString &text, const char *name, const QString &toolTip, int view);
    void setView(int view);
    void setOrder(int index);
    void noteOrder(int column, Qt::SortOrder order);
    void correctSelected(const QString &className);
    void chooseKind();
    void chooseTarget();
    /// Whether `test` holds for the row of one that is selected.
    bool anySelected(bool (*test)(const AnswerRow &row)) const;
    void noteSelected();
    void noteAnswers();
    /// Changes values of one column in many rows, and sorts them again only where the order depends on it.
    void changeAnswers(int column, const std::function<void()> &change);
    void refresh(int changed = -1); ///< as AnswerFilterModel
    void updateActions();

    PredictionListModel *m_answers;
    AnswerFilterModel *m_shown;
    AnswerCorrections *m_corrections;
    QStringList m_classNames;
    QSet<int> m_judged;      ///< models whose answers were judged by other thresholds than their own
    int m_model = 0;
    QStackedWidget *m_views;
    QListView *m_list;
    AnswerTable *m_table;
    SideColumn *m_side;
    ThresholdBar *m_thresholds;
    CopyPanel *m_copies;
    KindPicker *m_picker;
    QToolButton *m_asList;
    QToolButton *m_asTable;
    QLineEdit *m_search;
    QComboBox *m_show;
    QComboBox *m_order;
    QLabel *m_count;
    QAction *m_correct;
    QAction *m_takeBack;
    QToolButton *m_correctButton;
    QToolButton *m_copy;
    QTimer m_refresh;
    bool m_selectionNoted = false; ///< selectionChanged() is under way
};

} // namespace flower
