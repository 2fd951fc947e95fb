// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/ProjectBar.h"

#include "engine/session/Beside.h"
#include "engine/session/ProjectSession.h"
#include "engine/store/RunFolder.h"
#include "ui/AppContext.h"
#include "ui/Format.h"
#include "ui/Workspace.h"
#include "ui/project/HandOnDialog.h"
#include "ui/project/OpenProjectDialog.h"
#include "ui/project/PathRow.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QProgressBar>
#include <QToolButton>
#include <QUrl>

namespace flower {

namespace {

constexpr int kProgressSteps = 1'000;
constexpr int kProgressWidth = 180;

QList<RunRecord> readRuns(const QStringList &folders)
{
    QList<RunRecord> runs;
    for (const QString &folder : folders) {
        if (const Result<RunDetails> details = RunFolder(folder).read())
            runs.append(details->record);
    }
    return runs;
}

} // namespace

ProjectBar::ProjectBar(AppContext *context, Workspace *workspace, QWidget *parent)
    : QFrame(parent), m_context(context), m_workspace(workspace), m_icon(new QLabel), m_text(makeLabel({})), m_progress(new QProgressBar),
      m_cancel(new QPushButton(tr("Cancel"))), m_show(new QPushButton(tr("Show in folder"))), m_close(new QToolButton)
{
    setObjectName(QStringLiteral("card"));
    m_text->setObjectName(QStringLiteral("projectSentence"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress->setAccessibleName(tr("How far the project is"));
    m_progress->setRange(0, kProgressSteps);
    m_progress->setFixedWidth(kProgressWidth);
    m_cancel->setObjectName(QStringLiteral("cancelProject"));
    m_show->setObjectName(QStringLiteral("showProject"));
    m_close->setObjectName(QStringLiteral("closeProject"));
    m_close->setAutoRaise(true);
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setToolTip(tr("Hide this message"));
    m_close->setAccessibleName(m_close->toolTip());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_show);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_show, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_place)); });
    hide();
    if (m_context->projects == nullptr)
        return;
    ProjectSession *session = m_context->projects;
    connect(m_cancel, &QPushButton::clicked, session, &ProjectSession::cancel);
    connect(session, &ProjectSession::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setValue(total > 0 ? static_cast<int>(kProgressSteps * static_cast<double>(done) / static_cast<double>(total)) : 0);
    });
    connect(session, &ProjectSession::inspected, this, &ProjectBar::ask);
    connect(session, &ProjectSession::packed, this, &ProjectBar::showPacked);
    connect(session, &ProjectSession::unpacked, this, &ProjectBar::takeRuns);
    connect(session, &ProjectSession::failed, this, [this](const Error &error) {
        m_isLooking = false;
        say(error.message, {}, error.code != ErrorCode::Interrupted);
    });
}

QString ProjectBar::projectIn(const QMimeData &data)
{
    const QString path = data.hasUrls() ? data.urls().value(0).toLocalFile() : QString();
    return path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive) ? path : QString();
}

/// One project at a time; says so.
bool ProjectBar::isBusy()
{
    if (m_context->projects == nullptr)
        return true;
    const bool isBusy = m_isLooking || m_context->projects->isRunning();
    if (isBusy) {
        m_text->setText(tr("One project at a time: wait for this one, or cancel it."));
        show();
    }
    return isBusy;
}

void ProjectBar::handOn()
{
    if (isBusy())
        return;
    if (!m_workspace->hasDataset()) {
        say(tr("There are no photos to hand on yet. Open some first."), {}, true);
        return;
    }
    HandOnDialog dialog(m_context, m_workspace, window());
    if (dialog.exec() == QDialog::Accepted && !isBusy())
        pack(dialog.content(), dialog.file());
}

void ProjectBar::chooseProject()
{
    if (isBusy())
        return;
    const QString file = QFileDialog::getOpenFileName(window(), tr("Open a project"), projectsPlace(), tr("ZIP files (*.zip)"));
    if (!file.isEmpty())
        open(file);
}

void ProjectBar::open(const QString &file)
{
    if (isBusy())
        return;
    say(tr("Looking into %1…").arg(QFileInfo(file).fileName()));
    m_cancel->show();
    m_close->hide();
    m_isLooking = true;
    m_context->projects->inspect(file);
}

void ProjectBar::ask(const QString &file, const ProjectSummary &summary)
{
    m_isLooking = false;
    hide();
    OpenProjectDialog dialog(file, summary, window());
    if (dialog.exec() == QDialog::Accepted && !isBusy())
        unpack(file, dialog.folder());
}

void ProjectBar::pack(const ProjectContent &content, const QString &file)
{
    begin(tr("Packing %1…").arg(QFileInfo(file).fileName()));
    m_context->projects->pack(content, file);
}

void ProjectBar::unpack(const QString &file, const QString &folder)
{
    begin(tr("Opening %1…").arg(QFileInfo(file).fileName()));
    UnpackTarget target{folder, m_context->runsFolder, {}};
    if (m_context->runBook) {
        if (const Result<QList<RunRecord>> runs = m_context->runBook->runs()) {
            for (const RunRecord &run : *runs)
                target.takenRunIds.insert(run.id);
        }
    }
    m_context->projects->unpack(file, target);
}

void ProjectBar::begin(const QString &what)
{
    say(what);
    m_progress->setValue(0);
    m_progress->show();
    m_cancel->show();
    m_close->hide();
}

void ProjectBar::say(const QString &sentence, const QString &place, bool isProblem)
{
    m_text->setText(sentence);
    setAccessibleName(sentence);
    m_icon->setPixmap(themedIcon(isProblem ? QStringLiteral("warning") : QStringLiteral("info")).pixmap(20, 20));
    m_place = place;
    m_progress->hide();
    m_cancel->hide();
    m_close->show();
    m_show->setVisible(!place.isEmpty());
    show();
}

void ProjectBar::showPacked(const PackReport &report)
{
    const QString photos = report.photos > 0 ? tr("%Ln photo(s)", nullptr, report.photos) : tr("the list of the photos");
    QStringList sentences{tr("%1 is ready: %2, %3, %4.")
                              .arg(QFileInfo(report.file).fileName(), photos, tr("%Ln run(s)", nullptr, report.runs), format::bytes(report.bytes))};
    if (!report.missing.isEmpty()) {
        sentences.append(tr("%Ln photo(s) couldn't be found and are named in it; the first one is %1.", nullptr,
                            static_cast<int>(report.missing.size()))
                             .arg(report.missing.first()));
    }
    sentences += report.notes;
    say(sentences.join(QLatin1Char('\n')), QFileInfo(report.file).path(), !report.missing.isEmpty() || !report.notes.isEmpty());
}

/// The runs' files may be many and long: they are read beside the window.
void ProjectBar::takeRuns(const UnpackReport &report)
{
    runBeside(this, [folders = report.runFolders] { return readRuns(folders); },
              [this, report](const QList<RunRecord> &runs) { showOpened(report, runs); });
}

void ProjectBar::showOpened(const UnpackReport &report, const QList<RunRecord> &runs)
{
    QStringList notes = report.notes;
    for (const RunRecord &run : runs) {
        if (!m_context->runBook)
            break;
        if (const Result<void> saved = m_context->runBook->save(run); !saved)
            notes.append(saved.error().message);
    }
    QStringList came;
    if (report.photos > 0)
        came.append(tr("%Ln photo(s)", nullptr, report.photos));
    came.append(tr("%Ln run(s)", nullptr, static_cast<int>(runs.size())));
    if (!report.marks.isEmpty())
        came.append(tr("%Ln decision(s) from the review", nullptr, report.marks.size()));
    QStringList sentences{tr("“%1” is here: %2.").arg(report.name, came.join(QStringLiteral(", ")))};
    if (report.photos == 0)
        sentences.append(tr("The photos themselves weren't in the ZIP. Results can be read and photos classified without them; if they are on "
                            "this computer, File, Find moved photos finds them."));
    else if (report.missingPhotos > 0)
        sentences.append(tr("%Ln photo(s) of its list weren't in the ZIP.", nullptr, report.missingPhotos));
    sentences += notes;
    say(sentences.join(QLatin1Char('\n')), report.folder, !notes.isEmpty());
    Q_EMIT opened(report);
}

} // namespace flower
