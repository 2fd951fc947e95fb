// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace flower {

class Workspace;

/// A line that says what was changed about the photos in review, with a way to see it and to drop it. Hidden where there is
/// nothing to say.
class ReviewNote : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewNote(Workspace *workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void showWanted();

private:
    void showCounts();

    Workspace *m_workspace;
    QLabel *m_text;
};

} // namespace flower
