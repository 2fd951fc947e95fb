// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Prediction.h"
#include "ui/CameraSource.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace flower {

class ClassBars;
class ClassifySession;
class LiveAnswers;

/// What the camera sees, and the model's answer to it, frame by frame. Switched on by its button only, and off as soon as this
/// widget is out of sight.
class CameraView : public QWidget
{
    Q_OBJECT
public:
    /// Makes the camera; an empty function, or one that returns null: there can be none.
    using MakeCamera = std::function<std::unique_ptr<CameraSource>()>;

    CameraView(ClassifySession *session, MakeCamera makeCamera, QWidget *parent = nullptr);
    ~CameraView() override;

    /// Switches it on and off; in sight where there is a camera. Its place is in the page's header.
    [[nodiscard]] QPushButton *button() const { return m_button; }
    /// Asks for the first time whether there is a camera, which may take a moment.
    void lookForCamera();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void runningChanged(bool running);
    void failed(const QString &sentence);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    class Picture;
    void setRunning(bool running);
    void showAnswer(const QImage &frame, const Prediction &prediction);
    void updateButton();

    ClassifySession *m_session;
    MakeCamera m_makeCamera;
    std::unique_ptr<CameraSource> m_camera;
    LiveAnswers *m_answers;
    QPushButton *m_button;
    Picture *m_picture;
    QLabel *m_headline;
    ClassBars *m_bars;
    QLabel *m_rate;
    bool m_running = false;
};

} // namespace flower
