// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace flower {

/// A line in a page that says what went wrong or needs a look, and what to do; or that something is as it was meant to be. Hidden while
/// there is nothing to say.
class Banner : public QFrame
{
    Q_OBJECT
public:
    using QFrame::show;
    enum class Tone { Warning, Information };

    explicit Banner(QWidget *parent = nullptr);

    void showMessage(const QString &text) { show(text, Tone::Warning); } ///< an empty text hides it
    void show(const QString &text, Tone tone);
    [[nodiscard]] QString message() const;
    [[nodiscard]] Tone tone() const { return m_tone; } ///< of the last message

private:
    void setTone(Tone tone);

    QLabel *m_icon;
    QLabel *m_text;
    Tone m_tone = Tone::Warning;
};

} // namespace flower
