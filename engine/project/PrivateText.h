// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace flower {

/// Takes folders of this computer out of a text, and with them the user's name: of absolute paths the file's name stays. Internal to
/// flower_project.
class PrivateText
{
public:
    /// Paths below `photos` become photos/…; those below `run` lose the folder.
    PrivateText(const QStringList &photos, const QString &run);

    [[nodiscard]] QString hidden(QString text) const;
    /// Whether the text still names the home folder or one of the folders above.
    [[nodiscard]] bool isIn(const QString &text) const;

private:
    QStringList m_photos;
    QString m_run;
    QList<QRegularExpression> m_home;    ///< the home folder where nothing follows it
    QList<QRegularExpression> m_folders; ///< all of them, in every spelling
};

} // namespace flower
