// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QWidget>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace flower {

struct AppContext;
class AnswerSide;
class Banner;
class PageHeader;
class PredictionListModel;
class ThumbnailLoader;

/// Drop photos, open or paste them, and each gets its five most probable kinds beside it. Works while training runs.
class ClassifyPage : public QWidget
{
    Q_OBJECT
public:
    explicit ClassifyPage(AppContext *context, QWidget *parent = nullptr);

    void openModel(const QString &path);
    void chooseModel();
    void choosePhotos();
    void paste();
    /// Files and folders; folders are walked.
    void classify(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void ask(const QList<PhotoInput> &photos);
    void saveCsv();
    void updateState();
    void showSelection();

    AppContext *m_context;
    PageHeader *m_header;
    Banner *m_banner;
    QStackedWidget *m_stack;
    ThumbnailLoader *m_thumbnails;
    PredictionListModel *m_answers;
    QListView *m_list;
    AnswerSide *m_side;
    QLabel *m_hint;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_open;
    QPushButton *m_save;
    QPushButton *m_clear;
    QList<PhotoInput> m_waitingForModel; ///< dropped before a model was open
    int m_pasted = 0;
};

} // namespace flower
