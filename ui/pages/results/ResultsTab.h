// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace flower {

struct ShownRun;

/// One tab of the Results page. In the place of its content it can say why there is nothing to show.
class ResultsTab : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsTab(QWidget *parent = nullptr);

    /// Called in the GUI thread whenever another run or subset is chosen; a run without results has a `problem`.
    virtual void showRun(const ShownRun &run) = 0;
    /// The sentence in the place of the content; empty while the content is in sight.
    [[nodiscard]] QString explanation() const;

protected:
    /// To be called once, in the constructor of the tab.
    void setContent(QWidget *content);
    /// Shows `sentence` in the place of the content, or, where it is empty, the content.
    void explain(const QString &sentence);

private:
    QStackedWidget *m_stack;
    QLabel *m_sentence;
};

} // namespace flower
