// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/CameraView.h"

#include "engine/session/ClassifySession.h"
#include "ui/models/PredictionListModel.h"
#include "ui/pages/classify/LiveAnswers.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ClassBars.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PhotoDelegate.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr double kRateFrom = 1.0; ///< answers a second; below, a number says little

} // namespace

/// The frame that was answered, whole.
class CameraView::Picture : public QWidget
{
public:
    Picture() { setMinimumSize(320, 240); }
    void show(const QImage &frame)
    {
        m_frame = QPixmap::fromImage(frame);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        QRect target = rect();
        if (!m_frame.isNull()) {
            target.setSize(m_frame.size().scaled(size(), Qt::KeepAspectRatio));
            target.moveCenter(rect().center());
        }
        paintRoundedPhoto(&painter, target, m_frame);
    }

private:
    QPixmap m_frame;
};

CameraView::CameraView(ClassifySession *session, MakeCamera makeCamera, QWidget *parent)
    : QWidget(parent), m_session(session), m_makeCamera(std::move(makeCamera)), m_answers(new LiveAnswers(session, this)),
      m_button(new QPushButton(themedIcon(QStringLiteral("camera")), tr("Camera"))), m_picture(new Picture),
      m_headline(makeLabel({}, "number")), m_bars(new ClassBars(false)), m_rate(makeLabel({}, "muted"))
{
    m_button->setObjectName(QStringLiteral("camera"));
    m_button->setCheckable(true);
    m_button->setToolTip(tr("Answer what the camera sees, until you switch it off or leave this page. Nothing is kept or sent."));
    m_button->hide();
    connect(m_button, &QPushButton::toggled, this, &CameraView::setRunning);
    m_picture->setAccessibleName(tr("What the camera sees"));
    m_headline->setObjectName(QStringLiteral("cameraAnswer"));
    m_headline->setWordWrap(true);
    m_rate->setObjectName(QStringLiteral("cameraRate"));
    auto *answer = new Card;
    answer->setFixedWidth(320);
    answer->content()->addWidget(m_headline);
    answer->content()->addWidget(m_bars);
    answer->content()->addStretch();
    answer->content()->addWidget(m_rate);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_picture, 1);
    row->addWidget(answer);
    connect(m_answers, &LiveAnswers::answered, this, &CameraView::showAnswer);
    connect(m_session, &ClassifySession::modelOpened, this, &CameraView::updateButton);
}

CameraView::~CameraView()
{
    if (m_camera && m_running)
        m_camera->stop();
}

void CameraView::lookForCamera()
{
    if (!m_makeCamera)
        return;
    m_camera = std::exchange(m_makeCamera, {})();
    if (!m_camera)
        return;
    connect(m_camera.get(), &CameraSource::isThereChanged, this, &CameraView::updateButton);
    connect(m_camera.get(), &CameraSource::frameCame, m_answers, qOverload<LiveAnswers::Frame>(&LiveAnswers::take));
    connect(m_camera.get(), &CameraSource::failed, this, [this](const QString &sentence) {
        stop();
        Q_EMIT failed(sentence);
    });
    updateButton();
}

void CameraView::updateButton()
{
    const bool isThere = m_camera && m_camera->isThere();
    if (!isThere)
        stop();
    m_button->setVisible(isThere);
    m_button->setEnabled(!m_session->model().path.isEmpty());
}

void CameraView::stop()
{
    m_button->setChecked(false);
}

void CameraView::setRunning(bool running)
{
    m_running = running;
    m_button->setText(running ? tr("Stop camera") : tr("Camera"));
    if (running) {
        m_picture->show({});
        m_headline->setText(tr("The camera starts…"));
        m_bars->setClasses({});
        m_rate->clear();
        m_camera->start();
    } else {
        m_camera->stop();
        m_answers->stop();
    }
    Q_EMIT runningChanged(running);
}

void CameraView::showAnswer(const QImage &frame, const Prediction &prediction)
{
    m_picture->show(frame);
    const bool isAnswered = prediction.error.isEmpty() && !prediction.top.isEmpty();
    m_headline->setText(isAnswered ? PredictionListModel::headline(prediction) : prediction.error);
    m_bars->setClasses(prediction.top);
    const double rate = m_answers->rate();
    m_rate->setText(rate < kRateFrom ? QString() : tr("%1 answers a second").arg(QLocale().toString(rate, 'f', 0)));
}

void CameraView::hideEvent(QHideEvent *event)
{
    stop();
    QWidget::hideEvent(event);
}

} // namespace flower
