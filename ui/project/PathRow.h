// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace flower {

/// A place to type or to choose, with a line below that says what is in the way there.
class PathRow : public QWidget
{
    Q_OBJECT
public:
    explicit PathRow(const QString &accessibleName, QWidget *parent = nullptr);

    void setPath(const QString &path);
    /// Absolute, with this program's separators; empty where nothing is there.
    [[nodiscard]] QString path() const;
    void say(const QString &sentence);

Q_SIGNALS:
    void changed();
    void browseWanted();

private:
    QLineEdit *m_path;
    QLabel *m_sentence;
};

/// A path in `folder` that is named `name`, with a number where that is taken.
QString freePath(const QString &folder, const QString &name, const QString &ending = {});
/// Where projects are put when nobody says otherwise: where the last one was, or the documents.
QString projectsPlace();
/// Remembers it.
void setProjectsPlace(const QString &folder);

} // namespace flower
