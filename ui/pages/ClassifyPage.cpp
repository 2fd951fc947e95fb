// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ClassifyPage.h"

#include "engine/core/PhotoFiles.h"
#include "engine/session/Beside.h"
#include "engine/session/ClassifySession.h"
#include "ui/AppContext.h"
#include "ui/Format.h"
#include "ui/models/FactsReader.h"
#include "ui/models/PredictionListModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/pages/classify/AnswerCorrections.h"
#include "ui/pages/classify/AnswerDesk.h"
#include "ui/pages/classify/AnswerSide.h"
#include "ui/pages/classify/CameraView.h"
#include "ui/pages/classify/CopyPanel.h"
#include "ui/pages/classify/EarlierAnswers.h"
#include "ui/pages/classify/GroupAnswer.h"
#include "ui/pages/classify/TrainingExamples.h"
#include "ui/project/ProjectBar.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PageHeader.h"

#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QSaveFile>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {

constexpr int kAskedAtOnce = 2000; // photos; a turn of the event loop stays short
constexpr int kThumbnailSide = 320;

} // namespace

ClassifyPage::ClassifyPage(AppContext *context, const Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_context(context), m_header(new PageHeader(tr("Classify"))), m_banner(new Banner),
      m_stack(new QStackedWidget), m_thumbnails(new ThumbnailLoader(context->photos, kThumbnailSide, this)),
      m_answers(new PredictionListModel(m_thumbnails, this)), m_facts(new FactsReader(context->photos, this)),
      m_desk(new AnswerDesk(context->photos, m_answers, context->correctionsFolder, context->placesFile)), m_side(new AnswerSide(context, m_thumbnails)),
      m_camera(new CameraView(context->classify, context->makeCamera)),
      m_examples(new TrainingExamples(context->photos, workspace)),
      m_hint(makeLabel(tr("Choose a photo to see why it was answered so, or several of one plant (Ctrl) for one answer."), "muted")),
      m_progress(new QProgressBar),
      m_cancel(new QPushButton(tr("Cancel"))), m_open(makePrimaryButton(tr("Open photos…"))),
      m_save(new QPushButton(themedIcon(QStringLiteral("save")), tr("Save as CSV…"))), m_clear(new QPushButton(tr("Clear")))
{
    setAcceptDrops(true);
    auto *model = new QPushButton(themedIcon(QStringLiteral("file")), tr("Open model…"));
    model->setObjectName(QStringLiteral("openModel"));
    model->setToolTip(tr("Choose a model that was trained and saved (model.safetensors)"));
    m_open->setObjectName(QStringLiteral("openPhotos"));
    m_open->setToolTip(tr("Choose photos to classify (Ctrl+O); Ctrl+V pastes one"));
    m_cancel->setObjectName(QStringLiteral("cancelClassify"));
    m_clear->setObjectName(QStringLiteral("clearAnswers"));
    for (QPushButton *button : {m_clear, m_save, model, m_camera->button(), m_open})
        m_header->addAction(button);
    connect(model, &QPushButton::clicked, this, &ClassifyPage::chooseModel);
    connect(m_open, &QPushButton::clicked, this, &ClassifyPage::choosePhotos);
    connect(m_save, &QPushButton::clicked, this, &ClassifyPage::saveCsv);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_toAsk.clear();
        m_context->classify->cancel();
        m_facts->cancel();
        m_answers->clear();
        m_desk->copies()->say({});
        updateState();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_toAsk.clear();
        m_context->classify->cancel();
        m_facts->cancel();
        m_answers->dropWaiting();
    });

    auto *empty = new EmptyState(QStringLiteral("classify"), tr("What flower is this?"),
                                 tr("Drop photos or folders here, open them, or paste a picture. The answers come from the model "
                                    "that you trained, on this computer."));
    m_stack->addWidget(empty);
    m_stack->addWidget(m_desk);
    m_stack->addWidget(m_camera);
    m_desk->addBeside(m_side, 1);
    m_desk->addBeside(m_examples);
    m_hint->setWordWrap(true);
    m_hint->setObjectName(QStringLiteral("chooseHint"));
    auto *progressRow = new QHBoxLayout;
    progressRow->addWidget(m_progress, 1);
    progressRow->addWidget(m_cancel);
    QVBoxLayout *column = makePageColumn(this, m_header, m_banner);
    column->addLayout(progressRow);
    auto *earlier = new EarlierAnswers(m_answers);
    column->addWidget(earlier);
    column->addWidget(m_stack, 1);
    column->addWidget(m_desk->copies());
    column->addWidget(m_hint);

    ClassifySession *session = m_context->classify;
    connect(session, &ClassifySession::modelOpened, this, [this] {
        m_banner->showMessage({});
        takeModel();
        if (!m_toAsk.isEmpty())
            ask(std::exchange(m_toAsk, {}));
    });
    connect(session, &ClassifySession::modelFailed, this, [this](const QString &, const Error &error) {
        m_banner->showMessage(error.message);
    });
    connect(session, &ClassifySession::answered, m_answers, &PredictionListModel::answer);
    connect(session, &ClassifySession::pendingChanged, this, &ClassifyPage::updateState);
    connect(m_desk, &AnswerDesk::judgedBy, session, &ClassifySession::judgeBy);
    connect(m_desk, &AnswerDesk::judgedBy, m_side, &AnswerSide::judge); // after the session
    connect(earlier, &EarlierAnswers::again, this, [this] { m_context->classify->classify(m_answers->askAgain()); });
    connect(m_desk->corrections(), &AnswerCorrections::failed, m_banner, &Banner::showMessage);
    connect(m_camera, &CameraView::runningChanged, this, &ClassifyPage::updateState);
    connect(m_camera, &CameraView::failed, m_banner, &Banner::showMessage);
    connect(m_facts, &FactsReader::read, m_answers, &PredictionListModel::setFacts);
    connect(m_desk, &AnswerDesk::selectionChanged, this, &ClassifyPage::showSelection);
    connect(m_side, &AnswerSide::coveringChanged, this, &ClassifyPage::showSelection);
    connect(m_side, &AnswerSide::closed, m_desk, &AnswerDesk::clearSelection);
    takeModel();
}

void ClassifyPage::openModel(const QString &path)
{
    m_context->classify->openModel(path);
}

void ClassifyPage::chooseModel()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a model"), m_context->runsFolder, tr("Models (*.safetensors)"));
    if (!path.isEmpty())
        openModel(path);
}

void ClassifyPage::choosePhotos()
{
    classify(QFileDialog::getOpenFileNames(this, tr("Open photos"), {},
                                           tr("Photos (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.JPG *.JPEG *.PNG)")));
}

void ClassifyPage::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (!data)
        return;
    if (data->hasUrls()) {
        QStringList paths;
        for (const QUrl &url : data->urls())
            paths.append(url.toLocalFile());
        classify(paths);
    } else if (const QImage image = qvariant_cast<QImage>(data->imageData()); !image.isNull()) {
        // In the background: to compress a large picture takes seconds.
        const auto encode = [image] {
            QByteArray encoded;
            QBuffer buffer(&encoded);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "PNG");
            return encoded;
        };
        runBeside(this, encode, [this, name = tr("Pasted picture %1").arg(++m_pasted)](const QByteArray &encoded) { ask({{name, encoded}}); });
    } else {
        m_banner->showMessage(tr("There is no picture and no file to paste."));
    }
}

void ClassifyPage::classify(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    // In the background: a folder may hold a hundred thousand files, and a look at a file on a network takes its time.
    const auto find = [paths] {
        QList<PhotoInput> photos;
        for (const QString &file : photoFilesIn(paths))
            photos.append({file, {}});
        return photos;
    };
    runBeside(this, find, [this](const QList<PhotoInput> &photos) {
        if (photos.isEmpty())
            m_banner->showMessage(tr("There are no photos in this folder."));
        ask(photos);
    });
}

void ClassifyPage::ask(const QList<PhotoInput> &photos)
{
    if (photos.isEmpty())
        return;
    m_toAsk += photos;
    if (m_context->classify->model().path.isEmpty()) {
        m_banner->showMessage(tr("Open a model first, or train one: the photos are answered as soon as there is one."));
        return;
    }
    m_camera->stop(); // it would cover them
    askNext();
}

/// Asks about some photos at a time: a hundred thousand would keep the window.
void ClassifyPage::askNext()
{
    if (m_toAsk.isEmpty() || m_context->classify->model().path.isEmpty())
        return;
    const QList<PhotoInput> photos = m_toAsk.mid(0, kAskedAtOnce);
    m_toAsk.remove(0, photos.size());
    QStringList files;
    for (const PhotoInput &photo : photos) {
        if (photo.encoded.isEmpty())
            files.append(photo.path);
    }
    m_desk->corrections()->recall(files);
    m_answers->ask(photos);
    m_facts->start(files);
    m_context->classify->classify(photos);
    updateState();
    if (!m_toAsk.isEmpty())
        QTimer::singleShot(0, this, &ClassifyPage::askNext);
}

void ClassifyPage::saveCsv()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the answers"), QStringLiteral("answers.csv"), tr("Table (*.csv)"));
    if (path.isEmpty())
        return;
    // In the background: ten thousand rows are megabytes, and the place may be on a network.
    const QList<AnswerRow> rows = m_desk->shownRows();
    const auto answered = static_cast<int>(std::count_if(rows.cbegin(), rows.cend(), [](const AnswerRow &row) { return row.prediction.has_value(); }));
    const auto write = [rows, path] {
        QSaveFile file(path);
        const QByteArray csv = answersCsv(rows);
        return file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit() ? QString() : file.errorString();
    };
    runBeside(this, write, [this, path, count = answered](const QString &problem) {
        if (problem.isEmpty())
            m_desk->copies()->say(tr("The answers to %n photo(s) were saved to %1.", nullptr, count).arg(QDir::toNativeSeparators(path)));
        else
            m_banner->showMessage(tr("%1 can't be written: %2").arg(path, problem));
    });
}

QUndoStack *ClassifyPage::undoStack() const
{
    return m_desk->corrections()->undoStack();
}

void ClassifyPage::showSelection()
{
    const int chosen = m_desk->selectedCount();
    QList<AnswerRow> rows;
    if (chosen <= GroupAnswer::kMost) { // it may be thousands
        for (const int row : m_desk->selectedRows())
            rows.append(m_answers->row(row));
    }
    m_side->showSelection(rows, chosen);
    m_examples->showAnswer(chosen == 1 && !m_side->isCovering() ? rows.first().prediction : std::nullopt);
    m_hint->setVisible(chosen == 0 && m_answers->rowCount() > 0);
}

void ClassifyPage::takeModel()
{
    m_desk->setModel(m_context->classify->model(), m_context->classify->modelNumber());
    updateState();
}

void ClassifyPage::updateState()
{
    const int pending = m_context->classify->pending();
    const int total = m_answers->rowCount();
    m_progress->setVisible(pending > 1);
    m_cancel->setVisible(pending > 1);
    m_progress->setRange(0, total);
    m_progress->setValue(total - pending);
    const bool isDesk = total > 0 && !m_camera->isRunning();
    m_stack->setCurrentIndex(m_camera->isRunning() ? 2 : isDesk ? 1 : 0);
    m_save->setVisible(isDesk);
    m_clear->setVisible(isDesk);
    m_hint->setVisible(isDesk && m_desk->selectedCount() == 0);
    const ModelInfo &model = m_context->classify->model();
    if (model.path.isEmpty()) {
        m_header->setContext(tr("No model is open: train one, or open one that was saved"));
        return;
    }
    QString line = tr("%1 · %2 kinds").arg(model.trainedOn.isEmpty() ? QFileInfo(model.path).fileName() : model.trainedOn,
                                            format::count(model.classNames.size()));
    if (model.testTop1 >= 0)
        line += tr(" · %1 of its test photos right").arg(format::percent(model.testTop1));
    m_header->setContext(line);
}

void ClassifyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QTimer::singleShot(0, m_camera, &CameraView::lookForCamera); // after the page is painted
}

void ClassifyPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && ProjectBar::projectIn(*event->mimeData()).isEmpty()) // the window takes projects
        event->acceptProposedAction();
}

void ClassifyPage::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        paths.append(url.toLocalFile());
    event->acceptProposedAction();
    if (paths.size() == 1 && paths.first().endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive))
        openModel(paths.first());
    else
        classify(paths);
}

} // namespace flower
