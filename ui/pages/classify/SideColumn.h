// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace flower {

/// A column of panels beside a view. It takes no room while none of them is shown.
class SideColumn : public QWidget
{
    Q_OBJECT
public:
    explicit SideColumn(QWidget *parent = nullptr);

    /// Below those that are there; one with a stretch takes what room is left.
    void add(QWidget *panel, int stretch = 0);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showWhatIsThere();

    QVBoxLayout *m_column;
    QList<QWidget *> m_panels;
};

} // namespace flower
