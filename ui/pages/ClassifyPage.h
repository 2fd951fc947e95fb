// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QUndoStack;

namespace flower {

struct AppContext;
class AnswerDesk;
class AnswerSide;
class Banner;
class CameraView;
class FactsReader;
class PageHeader;
class PredictionListModel;
class ThumbnailLoader;
class TrainingExamples;
class Workspace;

/// Drop photos, open or paste them, and each gets its answer, in a list or a table (AnswerDesk). Works while training runs.
class ClassifyPage : public QWidget
{
    Q_OBJECT
public:
    ClassifyPage(AppContext *context, const Workspace *workspace, QWidget *parent = nullptr);

    void openModel(const QString &path);
    void chooseModel();
    void choosePhotos();
    void paste();
    /// Files and folders; folders are walked.
    void classify(const QStringList &paths);
    /// The corrections by hand.
    [[nodiscard]] QUndoStack *undoStack() const;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void ask(const QList<PhotoInput> &photos);
    void askNext();
    void takeModel();
    void saveCsv();
    void showSelection();
    void updateState();

    AppContext *m_context;
    PageHeader *m_header;
    Banner *m_banner;
    QStackedWidget *m_stack;
    ThumbnailLoader *m_thumbnails;
    PredictionListModel *m_answers;
    FactsReader *m_facts;
    AnswerDesk *m_desk;
    AnswerSide *m_side;
    CameraView *m_camera;
    TrainingExamples *m_examples;
    QLabel *m_hint;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_open;
    QPushButton *m_save;
    QPushButton *m_clear;
    QList<PhotoInput> m_toAsk; ///< dropped and not asked about yet: no model is open, or there are very many
    int m_pasted = 0;
};

} // namespace flower
