// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/PrivateText.h"

#include <QDir>

#include <algorithm>

namespace flower {

namespace {

constexpr qsizetype kShortestFolder = 3; // "/a": a shorter one is every path's beginning

/// The folder where it stands by itself, not as the end or the beginning of other names.
QRegularExpression standingAlone(const QString &folder, const QString &notBefore = QStringLiteral("\\w"))
{
    return QRegularExpression(QStringLiteral("(?<![\\w.\\-])%1(?![%2])").arg(QRegularExpression::escape(folder), notBefore));
}

} // namespace

PrivateText::PrivateText(const QStringList &photos, const QString &run) : m_run(QDir::cleanPath(run))
{
    for (const QString &folder : photos) {
        if (folder.size() >= kShortestFolder)
            m_photos.append(QDir::cleanPath(folder));
    }
    const QString home = QDir::cleanPath(QDir::homePath());
    for (const QString &folder : m_photos + QStringList{m_run, home}) {
        const QString native = QDir::toNativeSeparators(folder);
        const QString inJson = QString(native).replace(QLatin1Char('\\'), QLatin1String("\\\\"));
        for (const QString &spelling : {folder, native, inJson}) {
            if (spelling.size() >= kShortestFolder)
                m_folders.append(standingAlone(spelling));
        }
    }
    for (const QString &spelling : {home, QDir::toNativeSeparators(home)}) {
        if (spelling.size() >= kShortestFolder)
            m_home.append(standingAlone(spelling, QStringLiteral("\\w/\\\\")));
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
        if (spelling.isEmpty())
            break;
        text.replace(spelling + QLatin1Char('/'), QString());
        text.replace(spelling + QLatin1Char('\\'), QString());
    }
    // The folders of any other absolute path: "/mnt/card/rose.jpg", "C:\Users\anna\rose.jpg", "\\computer\share\rose.jpg".
    static const QRegularExpression kFolders(QStringLiteral("(?<![\\w.:)/\\\\])([A-Za-z]:)?[/\\\\]{1,2}(?!\\s)([^/\\\\\\n:]+[/\\\\])+"));
    for (const QRegularExpression &home : m_home)
        text.replace(home, QStringLiteral("~"));
    text.replace(kFolders, QString());
    return text;
}

bool PrivateText::isIn(const QString &text) const
{
    return std::any_of(m_folders.begin(), m_folders.end(), [&text](const QRegularExpression &folder) { return folder.match(text).hasMatch(); });
}

} // namespace flower
