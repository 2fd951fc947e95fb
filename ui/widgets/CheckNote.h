// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace flower {

class DataCheck;

/// A line about the check of the photos: how far it is, with a way to cancel it, and then what was found. Hidden where there is nothing
/// to say.
class CheckNote : public QWidget
{
    Q_OBJECT
public:
    explicit CheckNote(DataCheck *check, QWidget *parent = nullptr);

Q_SIGNALS:
    void showWanted();

private:
    void showState();

    DataCheck *m_check;
    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_show;
};

} // namespace flower
