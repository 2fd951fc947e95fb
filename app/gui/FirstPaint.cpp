// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/FirstPaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace flower {

namespace {

constexpr int kPatienceMilliseconds = 2000;

/// Sees the first painting, and is gone.
class FirstPaint : public QObject
{
public:
    FirstPaint(QWidget *window, std::function<void()> then) : QObject(window), m_then(std::move(then))
    {
        window->installEventFilter(this);
        QTimer::singleShot(kPatienceMilliseconds, this, &FirstPaint::finish);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, &FirstPaint::finish); // by then all of the window is on the screen
        return false;
    }

private:
    void finish()
    {
        if (const auto then = std::exchange(m_then, {}))
            then();
        deleteLater();
    }

    std::function<void()> m_then;
};

} // namespace

void afterFirstPaint(QWidget *window, std::function<void()> then)
{
    new FirstPaint(window, std::move(then));
}

} // namespace flower
