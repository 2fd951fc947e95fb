// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace flower {

/// What an empty page shows: what it is for, and the buttons that fill it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString &icon, const QString &title, const QString &text, QWidget *parent = nullptr);

    void addButton(QWidget *button);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showPicture(); ///< in the colours of the theme

    QString m_icon;
    QLabel *m_picture;
    QHBoxLayout *m_buttons;
};

} // namespace flower
