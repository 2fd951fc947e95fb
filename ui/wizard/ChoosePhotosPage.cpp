// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/ChoosePhotosPage.h"

#include "engine/session/DatasetSession.h"
#include "ui/AppContext.h"
#include "ui/DownloadOffer.h"
#include "ui/MovedPhotosBar.h"
#include "ui/project/ProjectBar.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/DownloadPanel.h"
#include "ui/widgets/Labels.h"
#include "ui/wizard/TeachPlan.h"

#include <QButtonGroup>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QRadioButton>
#include <QVBoxLayout>
#include <QWizard>

#include <utility>

namespace flower {

namespace {

enum Source { Samples, Oxford102, Folder, Csv };

} // namespace

ChoosePhotosPage::ChoosePhotosPage(AppContext *context, TeachPlan *plan)
    : m_context(context), m_plan(plan), m_kinds(new QButtonGroup(this)), m_path(new QLineEdit), m_browse(new QPushButton(tr("Browse…"))),
      m_progress(new QProgressBar), m_banner(new Banner), m_moved(new MovedPhotosBar(context->placesFile)),
      m_download(new DownloadPanel(context->downloads))
{
    setTitle(tr("Which photos?"));
    setSubTitle(tr("You can also drop a folder or a CSV file here. Photos are only read, never changed."));
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    const QStringList titles{tr("Built-in samples"), tr("Oxford 102 Flowers"), tr("A folder"), tr("A list of photos (CSV)")};
    const QStringList texts{tr("Drawn flowers of six kinds, made by the program. Trains in about a minute, without weights or network."),
                            hasOxford102(m_context->oxford102Folder)
                                ? tr("8,189 photos of 102 kinds, as published. They are on this computer already.")
                                : tr("8,189 photos of 102 kinds, as published. Fetched once, after you agreed."),
                            tr("One subfolder for each kind; or train, val and test folders with such subfolders; or Oxford 102 Flowers "
                               "as it is published."),
                            tr("A file with the columns path,label and, if you like, split.")};
    for (int source = 0; source < titles.size(); ++source) {
        if (source == Oxford102 && !m_context->downloads)
            continue;
        auto *button = new QRadioButton(titles.at(source));
        button->setObjectName(QStringLiteral("source%1").arg(source));
        m_kinds->addButton(button, source);
        QLabel *text = makeLabel(texts.at(source), "muted");
        text->setWordWrap(true);
        text->setIndent(24);
        column->addWidget(button);
        column->addWidget(text);
        column->addSpacing(8);
    }
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setAccessibleName(tr("Place of the photos"));
    m_path->setPlaceholderText(tr("No place chosen yet"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    column->addLayout(row);
    column->addWidget(m_progress);
    column->addWidget(m_banner);
    column->addWidget(m_moved);
    column->addWidget(m_download);
    column->addStretch();
    m_progress->hide();
    m_kinds->button(Samples)->setChecked(true);

    connect(m_kinds, &QButtonGroup::idToggled, this, [this] {
        const bool needsPath = m_kinds->checkedId() == Folder || m_kinds->checkedId() == Csv;
        m_path->setEnabled(needsPath);
        m_browse->setEnabled(needsPath);
        forgetMoved();
    });
    m_path->setEnabled(false);
    m_browse->setEnabled(false);
    connect(m_path, &QLineEdit::textChanged, this, &ChoosePhotosPage::forgetMoved);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        const QString path = m_kinds->checkedId() == Folder
            ? QFileDialog::getExistingDirectory(this, tr("Choose the folder with your photos"), m_path->text())
            : QFileDialog::getOpenFileName(this, tr("Choose a list of photos"), m_path->text(), tr("List of photos (*.csv)"));
        if (!path.isEmpty())
            m_path->setText(path);
    });
    connect(m_download, &DownloadPanel::started, this, &QWizardPage::completeChanged);
    connect(m_download, &DownloadPanel::stopped, this, &QWizardPage::completeChanged);
    connect(m_download, &DownloadPanel::fetched, this, [this] {
        Q_EMIT completeChanged();
        if (m_kinds->checkedId() == Oxford102 && wizard()->currentPage() == this)
            wizard()->next(); // reads them
    });
    DatasetSession *session = m_context->datasets;
    connect(session, &DatasetSession::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, static_cast<int>(total));
        m_progress->setValue(static_cast<int>(done));
    });
    connect(session, &DatasetSession::finished, this, [this](const DatasetRequest &request, const Dataset &dataset) {
        if (!m_reading || request != m_plan->request)
            return;
        m_reading = false;
        m_plan->dataset = dataset;
        if (!dataset.problems.isEmpty()) {
            lookForMoved();
            return;
        }
        m_progress->hide();
        Q_EMIT completeChanged();
        wizard()->next();
    });
    connect(m_moved, &MovedPhotosBar::looked, this, &ChoosePhotosPage::endLookingForMoved);
    connect(m_moved, &MovedPhotosBar::found, this, [this] {
        m_plan->request = {}; // is to be read anew
        wizard()->next();
    });
    connect(session, &DatasetSession::failed, this, [this](const DatasetRequest &request, const Error &error) {
        if (!m_reading || request != m_plan->request)
            return;
        m_reading = false;
        m_banner->showMessage(error.message);
        lookForMoved();
    });
}

DatasetRequest ChoosePhotosPage::chosen() const
{
    switch (m_kinds->checkedId()) {
    case Samples:
        return {true, {}, m_plan->config.seed};
    case Oxford102:
        return {false, m_context->oxford102Folder, m_plan->config.seed};
    default:
        return {false, m_path->text().trimmed(), m_plan->config.seed};
    }
}

bool ChoosePhotosPage::isComplete() const
{
    const DatasetRequest request = chosen();
    const bool fetching = m_kinds->checkedId() == Oxford102 && m_download->isFetching();
    return !m_reading && !m_lookingForMoved && !fetching && (request.samples || !request.path.isEmpty());
}

bool ChoosePhotosPage::validatePage()
{
    const DatasetRequest request = chosen();
    if (m_kinds->checkedId() == Oxford102 && !hasOxford102(request.path)) {
        m_download->offer(oxford102Offer(*m_context));
        return false; // the next page opens when the photos were fetched and read
    }
    if (m_plan->request == request && m_plan->dataset.classCount() > 0)
        return true;
    m_plan->request = request;
    m_plan->dataset = {};
    m_banner->showMessage({});
    m_moved->showMissing({});
    m_reading = true;
    m_progress->setRange(0, 0);
    m_progress->show();
    Q_EMIT completeChanged();
    m_context->datasets->read(request);
    return false; // the next page opens when the photos are there
}

void ChoosePhotosPage::cleanupPage()
{
    m_reading = false;
    m_lookingForMoved = false;
}

void ChoosePhotosPage::forgetMoved()
{
    if (std::exchange(m_lookingForMoved, false))
        m_progress->hide();
    if (!m_moved->missing().photos.isEmpty())
        m_banner->showMessage({});
    m_moved->showMissing({});
    Q_EMIT completeChanged();
}

void ChoosePhotosPage::lookForMoved()
{
    m_lookingForMoved = true;
    m_moved->lookAtList(m_plan->request.samples ? QString() : m_plan->request.path);
}

void ChoosePhotosPage::endLookingForMoved()
{
    if (!std::exchange(m_lookingForMoved, false))
        return;
    m_progress->hide();
    Q_EMIT completeChanged();
    const auto rest = static_cast<int>(m_plan->dataset.samples.size());
    if (rest == 0)
        return; // why is said above
    if (!m_moved->missing().photos.isEmpty())
        m_banner->show(tr("You can go on with the other %Ln photo(s), or find these first.", nullptr, rest), Banner::Tone::Information);
    else if (wizard()->currentPage() == this)
        wizard()->next();
}

void ChoosePhotosPage::choose(const QString &path)
{
    m_kinds->button(QFileInfo(path).isDir() ? Folder : Csv)->setChecked(true);
    m_path->setText(path);
}

void ChoosePhotosPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && ProjectBar::projectIn(*event->mimeData()).isEmpty()) // a project has no place in the wizard
        event->acceptProposedAction();
}

void ChoosePhotosPage::dropEvent(QDropEvent *event)
{
    if (const QString path = event->mimeData()->urls().value(0).toLocalFile(); !path.isEmpty()) {
        event->acceptProposedAction();
        choose(path);
    }
}

} // namespace flower
