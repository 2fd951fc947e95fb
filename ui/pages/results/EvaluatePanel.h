// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/EvaluateSession.h"

#include <QFrame>

#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace flower {

struct AppContext;
struct RunDetails;

/// Measures a run's model on another folder or list of photos, in the page: asks for the photos, shows how far it is, then the
/// numbers with what they stand on, and saves them as a model card. Hidden until open(); it takes the place of a page's content.
class EvaluatePanel : public QFrame
{
    Q_OBJECT
public:
    /// `context` outlives the panel.
    explicit EvaluatePanel(AppContext *context, QWidget *parent = nullptr);
    /// Cancels what is under way.
    ~EvaluatePanel() override;

    /// The run whose model is measured from now on; numbers of another model go. Without a model nothing can be measured.
    void setRun(const RunDetails &run);
    void open();
    /// Measures on a folder or CSV.
    void evaluate(const QString &path);
    /// Writes the card of the numbers in sight into `folder`.
    void saveCard(const QString &folder);

Q_SIGNALS:
    void opened();
    void closed();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose(const QString &path);
    void showState();
    void showOutcome();
    void showMessage(const QString &text);
    [[nodiscard]] QString standsOn() const;

    AppContext *m_context;
    EvaluateRequest m_request; ///< the model's part is filled by setRun()
    QString m_modelName;
    quint64 m_seed = 1;
    std::optional<EvaluateOutcome> m_outcome;
    QLabel *m_title;
    QLineEdit *m_path;
    QPushButton *m_folder;
    QPushButton *m_list;
    QPushButton *m_evaluate;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QLabel *m_message;
    QWidget *m_results;
    QGridLayout *m_numbers;
    QLabel *m_basis;
    QLabel *m_unmatched;
    QPushButton *m_save;
};

} // namespace flower
