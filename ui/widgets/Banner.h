// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace flower {

/// A line in a page that says what went wrong or needs a look, and what to do. Hidden while there is nothing to say.
class Banner : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    void showMessage(const QString &text); ///< an empty text hides it
    [[nodiscard]] QString message() const;

private:
    QLabel *m_text;
};

} // namespace flower
