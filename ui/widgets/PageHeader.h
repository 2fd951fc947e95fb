// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace flower {

/// A page's head: the title, one line of context, and the actions at the right.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setContext(const QString &text);
    void addAction(QWidget *control);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitContext(); ///< to the room that the actions leave; whole in the tool tip

    QString m_text;
    QLabel *m_context;
    QHBoxLayout *m_actions;
};

/// A page's column, with its margins, the header and what is to be said (a banner) below; the page adds its content.
QVBoxLayout *makePageColumn(QWidget *page, PageHeader *header, QWidget *banner);

} // namespace flower
