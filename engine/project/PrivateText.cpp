// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/PrivateText.h"

#include <QDir>
#include <QRegularExpression>

namespace flower {

namespace {

constexpr qsizetype kShortestFolder = 3; // "/a": a shorter one is every path's beginning

QString homeFolder()
{
    return QDir::cleanPath(QDir::homePath());
}

} // namespace

PrivateText::PrivateText(const QStringList &photos, const QString &run) : m_run(QDir::cleanPath(run))
{
    for (const QString &folder : photos) {
        if (folder.size() >= kShortestFolder)
            m_photos.append(QDir::cleanPath(folder));
    }
}

QString PrivateText::hidden(QString text) const
{
    for (const QString &folder : m_photos) {
        for (const QString &spelling : {folder, QDir::toNativeSeparators(folder)}) {
            if (text == spelling)
                return QStringLiteral("photos");
            text.replace(spelling + QLatin1Char('/'), QLatin1String("photos/"));
            text.replace(spelling + QLatin1Char('\\'), QLatin1String("photos/"));
        }
    }
    for (const QString &spelling : {m_run, QDir::toNativeSeparators(m_run)}) {
        text.replace(spelling + QLatin1Char('/'), QString());
        text.replace(spelling + QLatin1Char('\\'), QString());
    }
    // The folders of any other absolute path: "/mnt/card/rose.jpg", "C:\Users\anna\rose.jpg", "\\computer\share\rose.jpg".
    static const QRegularExpression kFolders(QStringLiteral("(?<![\\w.:)/\\\\])([A-Za-z]:)?[/\\\\]{1,2}([^/\\\\\\n:]+[/\\\\])+"));
    text.replace(kFolders, QString());
    return text;
}

bool PrivateText::isIn(const QString &text) const
{
    QStringList folders = m_photos;
    folders.append(m_run);
    folders.append(homeFolder());
    for (const QString &folder : std::as_const(folders)) {
        if (folder.size() < kShortestFolder)
            continue;
        const QRegularExpression whole(QStringLiteral("(?<![\\w.\\-/])") + QRegularExpression::escape(folder) + QStringLiteral("(?![\\w])"));
        if (whole.match(text).hasMatch())
            return true;
    }
    return false;
}

} // namespace flower
