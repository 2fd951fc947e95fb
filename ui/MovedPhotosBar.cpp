// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MovedPhotosBar.h"

#include "engine/core/PhotoPlaces.h"
#include "engine/store/InterruptedRun.h"
#include "ui/FindPhotosDialog.h"
#include "ui/Format.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <utility>

namespace flower {

MovedPhotosBar::MovedPhotosBar(QString placesFile, QWidget *parent)
    : QFrame(parent), m_placesFile(std::move(placesFile)), m_text(makeLabel({})), m_find(new QPushButton(tr("Find moved photos…"))),
      m_without(new QPushButton(tr("Go on without them")))
{
    setObjectName(QStringLiteral("banner"));
    m_text->setObjectName(QStringLiteral("movedPhotosText"));
    m_text->setWordWrap(true);
    auto *icon = new QLabel;
    icon->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(20, 20));
    m_find->setObjectName(QStringLiteral("findMovedPhotos"));
    m_without->setObjectName(QStringLiteral("goOnWithoutPhotos"));
    m_without->setToolTip(tr("The numbers of the run will not be those of an undisturbed one."));
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("leaveMovedPhotos"));
    close->setAutoRaise(true);
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setToolTip(tr("Hide this message"));
    close->setAccessibleName(close->toolTip());
    connect(m_find, &QPushButton::clicked, this, &MovedPhotosBar::find);
    connect(m_without, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT withoutWanted();
    });
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->addWidget(icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_find);
    row->addWidget(m_without);
    row->addWidget(close);
    hide();
}

void MovedPhotosBar::lookAtList(const QString &path)
{
    showMissing({});
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        look([path](const PhotoPlaces &places) { return missingPhotosOfList(path, places); });
    else
        endLook(MissingPhotos());
}

void MovedPhotosBar::lookAtRun(const QString &folder)
{
    if (std::exchange(m_run, folder) != folder)
        showMissing({});
    if (folder.isEmpty()) {
        endLook(MissingPhotos());
        return;
    }
    look([folder](const PhotoPlaces &places) -> Result<MissingPhotos> {
        const Result<RunDetails> run = RunFolder(folder).read();
        if (!run)
            return run.error();
        return missingPhotosOf(*run, places);
    });
}

/// A hundred thousand photos, maybe on a disk in the network.
void MovedPhotosBar::look(const std::function<Result<MissingPhotos>(const PhotoPlaces &places)> &what)
{
    m_isLooking = true;
    m_look.run(this, [what, file = m_placesFile] { return what(PhotoPlacesFile(file).known()); },
               [this](const Result<MissingPhotos> &missing) { endLook(missing); });
}

void MovedPhotosBar::endLook(const Result<MissingPhotos> &missing)
{
    const bool finds = m_findsThen && isVisible(); // not over another page, nor where the wish was closed
    showMissing(missing ? *missing : MissingPhotos());
    m_problem = missing ? QString() : missing.error().message;
    Q_EMIT looked();
    if (finds)
        find();
}

void MovedPhotosBar::showMissing(const MissingPhotos &missing)
{
    m_without->hide();
    const auto count = static_cast<int>(missing.photos.size());
    say(missing, tr("%Ln of %1 photo(s) of “%2” are not where they were. If they were moved, the program can find them again.", nullptr, count)
                     .arg(format::count(missing.total), missing.name));
}

void MovedPhotosBar::offerWithout(const MissingPhotos &missing)
{
    m_without->show();
    const auto count = static_cast<int>(missing.photos.size());
    say(missing, tr("%Ln of %1 photo(s) that the run with “%2” learns from are not where they were. Find them, so that it ends as it would "
                    "have undisturbed.", nullptr, count).arg(format::count(missing.total), missing.name));
}

void MovedPhotosBar::say(const MissingPhotos &missing, const QString &text)
{
    m_look.forget();
    m_isLooking = false;
    m_findsThen = false;
    m_missing = missing;
    m_problem.clear();
    m_find->show();
    setText(text);
    setVisible(!missing.photos.isEmpty());
}

void MovedPhotosBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void MovedPhotosBar::find()
{
    if (m_isLooking) {
        m_findsThen = true;
        m_find->hide();
        m_without->hide();
        setText(tr("Looking which photos are not where they were…"));
        show();
        return;
    }
    if (!m_problem.isEmpty()) {
        Q_EMIT failed(m_problem);
        return;
    }
    if (m_missing.photos.isEmpty()) {
        Q_EMIT nothingMissing();
        return;
    }
    auto *dialog = new FindPhotosDialog(m_missing, m_placesFile, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &MovedPhotosBar::found);
    dialog->open();
}

} // namespace flower
