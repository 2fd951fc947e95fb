// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace flower {

/// A curve's entry in a legend: its line and name; a click hides the curve or shows it again.
class LegendButton : public QToolButton
{
    Q_OBJECT
public:
    explicit LegendButton(const QString &name, QWidget *parent = nullptr);

    /// `markers`: with a dot on the line.
    void setLine(const QColor &color, bool markers);
};

} // namespace flower
