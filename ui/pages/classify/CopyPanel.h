// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoCopies.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace flower {

class PhotoCopySession;

/// Copies photos into folders by kind, shows how far that is, and says at the end what became of it. Hidden while nothing is copied
/// and there is nothing to say.
class CopyPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CopyPanel(QWidget *parent = nullptr);

    void start(const QList<PhotoCopy> &photos, const QString &target);
    [[nodiscard]] bool isRunning() const;
    /// Says something else in the same place; an empty text says nothing any more.
    void say(const QString &sentence);
    /// What became of copying, in words.
    static QString sentence(const CopyReport &report);

Q_SIGNALS:
    void runningChanged();

private:
    void finish(const CopyReport &report);

    PhotoCopySession *m_session;
    QWidget *m_running; ///< how far it is
    QLabel *m_copying;
    QProgressBar *m_progress;
    QWidget *m_said;
    QLabel *m_text;
};

} // namespace flower
