// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RecentPhotosMenu.h"

#include <QSettings>

namespace flower {

namespace {

constexpr int kMost = 8;
constexpr QLatin1String kKey("recentDatasets");

} // namespace

RecentPhotosMenu::RecentPhotosMenu(QWidget *parent) : QMenu(tr("&Recent photos"), parent)
{
    fill(QSettings().value(kKey).toStringList());
}

void RecentPhotosMenu::remember(const QString &path)
{
    QSettings settings;
    QStringList paths = settings.value(kKey).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    paths = paths.mid(0, kMost);
    settings.setValue(kKey, paths);
    fill(paths);
}

void RecentPhotosMenu::fill(const QStringList &paths)
{
    clear();
    setEnabled(!paths.isEmpty());
    for (const QString &path : paths) {
        QString text = path;
        addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")), this, [this, path] { Q_EMIT chosen(path); });
    }
}

} // namespace flower
