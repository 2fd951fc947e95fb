// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FindPhotosDialog.h"

#include "engine/session/FindPhotosSession.h"
#include "engine/core/PathParts.h"
#include "ui/Format.h"
#include "ui/PlainTip.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RowTable.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {

constexpr int kBarSteps = 1000;
constexpr int kNamesShown = 8;
constexpr int kRowHeight = 24; // pixels
constexpr int kMostRows = 5;   // of missing folders in sight

/// The first photos that were found so, for a tool tip.
QString namesOf(const MissingPhotos &missing, const FoundPhotos &found, FoundBy by)
{
    QStringList lines;
    for (qsizetype number = 0; number < found.photos.size() && lines.size() < kNamesShown; ++number) {
        const FoundPhoto &photo = found.photos.at(number);
        if (photo.by != by)
            continue;
        const QString was = QDir::toNativeSeparators(missing.photos.at(number).path);
        lines.append(photo.path.isEmpty() ? was : QStringLiteral("%1 → %2").arg(was, QDir::toNativeSeparators(photo.path)));
    }
    if (found.count(by) > kNamesShown)
        lines.append(QStringLiteral("…"));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

FindPhotosDialog::FindPhotosDialog(MissingPhotos missing, QString placesFile, QWidget *parent)
    : QDialog(parent), m_missing(std::move(missing)), m_placesFile(std::move(placesFile)), m_session(new FindPhotosSession(this)),
      m_folder(new QLineEdit), m_choose(new QPushButton(themedIcon(QStringLiteral("folder")), tr("Folder…"))),
      m_search(new QPushButton(tr("Search"))), m_bar(new QProgressBar), m_stop(new QPushButton(tr("Stop"))), m_message(makeLabel({})),
      m_results(new QWidget), m_numbers(new QGridLayout), m_byName(new QCheckBox), m_use(makePrimaryButton(tr("Use these")))
{
    setObjectName(QStringLiteral("findPhotos"));
    setWindowTitle(tr("Find moved photos"));
    setAcceptDrops(true);
    setMinimumWidth(620);
    m_folder->setObjectName(QStringLiteral("findPhotosFolder"));
    m_folder->setPlaceholderText(tr("The folder that the photos lie in now, or one above it"));
    m_folder->setAccessibleName(tr("Folder to look through"));
    m_choose->setObjectName(QStringLiteral("findPhotosChoose"));
    m_search->setObjectName(QStringLiteral("findPhotosSearch"));
    m_stop->setObjectName(QStringLiteral("findPhotosStop"));
    m_use->setObjectName(QStringLiteral("findPhotosUse"));
    m_byName->setObjectName(QStringLiteral("findPhotosByName"));
    m_message->setObjectName(QStringLiteral("findPhotosMessage"));
    m_message->setWordWrap(true);
    m_message->hide();
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    m_bar->setAccessibleName(tr("Progress of the search"));
    m_numbers->setHorizontalSpacing(12);
    m_numbers->setColumnStretch(1, 1);

    auto *ask = new QHBoxLayout;
    ask->addWidget(m_folder, 1);
    ask->addWidget(m_choose);
    ask->addWidget(m_search);
    auto *progress = new QHBoxLayout;
    progress->addWidget(m_bar, 1);
    progress->addWidget(m_stop);
    auto *results = new QVBoxLayout(m_results);
    results->setContentsMargins(0, 0, 0, 0);
    results->addLayout(m_numbers);
    results->addWidget(m_byName);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_use, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    for (QPushButton *button : {m_choose, m_stop, m_use, buttons->button(QDialogButtonBox::Cancel)})
        button->setAutoDefault(false); // Return in the folder's field searches
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(makeMissing());
    column->addLayout(ask);
    column->addLayout(progress);
    column->addWidget(m_message);
    column->addWidget(m_results);
    column->addStretch();
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &FindPhotosDialog::use);
    connect(m_choose, &QPushButton::clicked, this, &FindPhotosDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &FindPhotosDialog::showState);
    connect(m_search, &QPushButton::clicked, this, [this] { search(m_folder->text().trimmed()); });
    connect(m_byName, &QCheckBox::toggled, this, &FindPhotosDialog::showState);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_session->cancel();
        say(tr("Stopped. Nothing was taken."));
        showState();
        m_folder->setFocus();
    });
    connect(m_session, &FindPhotosSession::progressed, this, [this](qint64 done, qint64 total) {
        m_bar->setRange(0, total > 0 ? kBarSteps : 0);
        m_bar->setValue(total > 0 ? static_cast<int>(done * kBarSteps / total) : 0);
        say(total > 0 ? tr("Reading %1 files that may be the photos…").arg(format::count(total))
                      : tr("Looking through the folder: %1 files so far…").arg(format::count(done)));
    });
    connect(m_session, &FindPhotosSession::finished, this, [this](const FoundPhotos &found) {
        m_found = found;
        showFound();
        showState();
        (m_use->isEnabled() ? static_cast<QWidget *>(m_use) : m_folder)->setFocus();
    });
    connect(m_session, &FindPhotosSession::failed, this, [this](const Error &error) {
        say(error.message);
        showState();
        m_folder->setFocus();
    });
    showState();
    m_folder->setFocus();
}

FindPhotosDialog::~FindPhotosDialog() = default;

/// What is missing, by folders.
QWidget *FindPhotosDialog::makeMissing()
{
    auto *title = makeLabel(tr("%Ln of %1 photo(s) of “%2” are not where they were:", nullptr, static_cast<int>(m_missing.photos.size()))
                                .arg(format::count(m_missing.total), m_missing.name));
    title->setWordWrap(true);
    auto *model = new QStandardItemModel(this);
    model->setHorizontalHeaderLabels({tr("Folder"), tr("Photos")});
    for (const MissingFolder &folder : missingFolders(m_missing.photos)) {
        auto *path = new QStandardItem(QDir::toNativeSeparators(folder.path));
        path->setToolTip(plainTip(path->text()));
        auto *count = new QStandardItem(format::count(folder.photos));
        count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        model->appendRow({path, count});
    }
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("missingFolders"));
    table->setAccessibleName(tr("Folders that photos are missing from"));
    table->setModel(model);
    setUpRowTable(table, kRowHeight);
    table->setTextElideMode(Qt::ElideMiddle);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setMinimumHeight(kRowHeight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setFixedHeight(kRowHeight * (1 + std::clamp(model->rowCount(), 1, kMostRows)) + 4);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title);
    column->addWidget(table);
    return box;
}

void FindPhotosDialog::chooseFolder()
{
    QString start = m_folder->text().trimmed();
    for (QString above = m_missing.photos.value(0).path; start.isEmpty() && above.contains(QLatin1Char('/'));) {
        above = parentFolder(above);
        if (QFileInfo(above).isDir())
            start = above; // what is left of the old place
    }
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose the folder that the photos lie in now"), start);
    if (!folder.isEmpty())
        search(folder);
}

void FindPhotosDialog::search(const QString &folder)
{
    if (folder.isEmpty())
        return;
    m_found.reset();
    m_folder->setText(QDir::toNativeSeparators(folder));
    m_bar->setRange(0, 0);
    say(tr("Looking through the folder…"));
    m_session->start(m_missing.photos, QDir::fromNativeSeparators(folder));
    showState();
    m_stop->setFocus();
}

void FindPhotosDialog::say(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

void FindPhotosDialog::showState()
{
    const bool running = m_session->isRunning();
    m_folder->setEnabled(!running);
    m_choose->setEnabled(!running);
    m_search->setEnabled(!running && !m_folder->text().trimmed().isEmpty());
    m_search->setDefault(!m_found.has_value());
    m_bar->setVisible(running);
    m_stop->setVisible(running);
    m_results->setVisible(m_found.has_value());
    const int sure = m_found ? m_found->count(FoundBy::Content) + m_found->count(FoundBy::Place) : 0;
    const int named = m_found && m_byName->isChecked() ? m_found->count(FoundBy::Name) : 0;
    m_use->setEnabled(!running && sure + named > 0);
    m_use->setDefault(m_use->isEnabled());
}

void FindPhotosDialog::showFound()
{
    while (QLayoutItem *item = m_numbers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    const auto put = [&](FoundBy by, const char *name, const QString &sentence) {
        const int photos = m_found->count(by);
        if (photos == 0)
            return;
        QLabel *number = makeLabel(format::count(photos));
        number->setObjectName(QLatin1String(name));
        QLabel *text = makeLabel(sentence, by == FoundBy::Changed || by == FoundBy::Nothing ? "warning" : nullptr);
        text->setWordWrap(true);
        for (QLabel *label : {number, text})
            label->setToolTip(plainTip(namesOf(m_missing, *m_found, by)));
        m_numbers->addWidget(number, row, 0, Qt::AlignRight | Qt::AlignTop);
        m_numbers->addWidget(text, row++, 1);
    };
    put(FoundBy::Content, "foundByContent", tr("found by their content: surely the same photos"));
    put(FoundBy::Place, "foundByPlace", tr("found in the same place of their folder; what they showed before isn't known"));
    put(FoundBy::Name, "foundByName", tr("found by their name only"));
    put(FoundBy::Changed, "foundChanged", tr("there, but changed: the file has another content, so it is not taken"));
    put(FoundBy::Nothing, "foundNothing", tr("not found in this folder"));
    const int named = m_found->count(FoundBy::Name);
    m_byName->setChecked(false);
    m_byName->setVisible(named > 0);
    m_byName->setText(tr("Take the %Ln photo(s) that only have the right name, too", nullptr, named));
    say(m_found->count(FoundBy::Nothing) == m_found->photos.size() ? tr("None of the photos is in this folder. Choose another one.") : QString());
}

void FindPhotosDialog::use()
{
    const PhotoPlaces places = placesOf(m_missing.photos, *m_found, m_byName->isChecked());
    if (const Result<void> kept = PhotoPlacesFile(m_placesFile).add(places); !kept) {
        say(kept.error().message);
        return;
    }
    accept();
}

void FindPhotosDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !m_session->isRunning())
        event->acceptProposedAction();
}

void FindPhotosDialog::dropEvent(QDropEvent *event)
{
    const QString folder = event->mimeData()->urls().value(0).toLocalFile();
    if (folder.isEmpty())
        return;
    event->acceptProposedAction();
    search(folder);
}

} // namespace flower
