// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CoverPanel.h"

#include "engine/session/ClassifySession.h"
#include "ui/Format.h"
#include "ui/widgets/HeatPhoto.h"
#include "ui/widgets/Labels.h"

#include <QColor>
#include <QHBoxLayout>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace flower {

namespace {

constexpr int kSmallest = 5; ///< brush, per cent of the side of what the network sees
constexpr int kLargest = 50;
constexpr int kUsual = 20;

/// The grey that says nothing to the network: the mean of the pixels that it knows.
QColor coverColor(const Preprocessing &preprocessing)
{
    return QColor::fromRgb(qRound(preprocessing.mean[0] * 255), qRound(preprocessing.mean[1] * 255), qRound(preprocessing.mean[2] * 255));
}

double probabilityOf(const Prediction &prediction, int index)
{
    const auto found = std::find_if(prediction.top.begin(), prediction.top.end(),
                                    [index](const ScoredClass &scored) { return scored.index == index; });
    return found == prediction.top.end() ? 0.0 : found->probability;
}

} // namespace

CoverPanel::CoverPanel(ClassifySession *session, HeatPhoto *photo, QWidget *parent)
    : QWidget(parent), m_session(session), m_photo(photo), m_size(new QSlider(Qt::Horizontal)), m_undo(new QPushButton(tr("Undo"))),
      m_clear(new QPushButton(tr("Uncover"))), m_result(makeLabel({}, "cardTitle"))
{
    m_size->setObjectName(QStringLiteral("brushSize"));
    m_size->setRange(kSmallest, kLargest);
    m_size->setValue(kUsual);
    m_size->setAccessibleName(tr("Size of the brush"));
    m_size->setToolTip(m_size->accessibleName());
    m_undo->setObjectName(QStringLiteral("undoStroke"));
    m_undo->setToolTip(tr("Take the last stroke back (Ctrl+Z on the photo)"));
    m_clear->setObjectName(QStringLiteral("clearStrokes"));
    m_clear->setToolTip(tr("Take all strokes away"));
    m_result->setObjectName(QStringLiteral("coverResult"));
    m_result->setWordWrap(true);
    QLabel *teaching = makeLabel(tr("Where the probability falls, the network needed what is covered. Nothing is saved."), "muted");
    teaching->setWordWrap(true);

    auto *row = new QHBoxLayout;
    QLabel *brush = makeLabel(tr("Brush"));
    brush->setBuddy(m_size);
    row->addWidget(brush);
    row->addWidget(m_size, 1);
    row->addWidget(m_undo);
    row->addWidget(m_clear);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_result);
    column->addWidget(teaching);

    m_photo->setBrushSize(kUsual / 100.0);
    connect(m_size, &QSlider::valueChanged, this, [this](int size) { m_photo->setBrushSize(size / 100.0); });
    connect(m_undo, &QPushButton::clicked, m_photo, &HeatPhoto::undoStroke);
    connect(m_clear, &QPushButton::clicked, m_photo, &HeatPhoto::clearStrokes);
    connect(m_photo, &HeatPhoto::coveredChanged, this, [this] {
        showState();
        ask();
    });
    connect(m_session, &ClassifySession::pixelsAnswered, this, &CoverPanel::take);
    showState();
}

void CoverPanel::setActive(bool active)
{
    m_active = active;
    if (active)
        m_photo->setCoverColor(coverColor(m_session->model().preprocessing));
    if (active && !m_before)
        ask();
}

void CoverPanel::reset()
{
    m_before.reset();
    m_after.reset();
    m_problem.clear();
    m_asked = 0; // an answer that is still on its way is nobody's
    m_wanted = false;
    showState();
    if (m_active)
        setActive(true);
}

void CoverPanel::setClass(const ScoredClass &scored)
{
    m_class = scored;
    showState();
}

void CoverPanel::ask()
{
    if (!m_active || !m_photo->hasPhoto() || m_session->model().path.isEmpty())
        return;
    if (m_asked != 0) {
        m_wanted = true;
        return;
    }
    m_asked = m_session->classifyPixels(m_before ? m_photo->coveredPixels() : m_photo->originalPixels());
}

void CoverPanel::take(int number, const Prediction &prediction)
{
    if (number != m_asked)
        return;
    m_asked = 0;
    m_problem = prediction.error;
    if (prediction.error.isEmpty()) {
        m_wanted = m_wanted || (!m_before && m_photo->hasStrokes());
        if (!m_before)
            m_before = prediction;
        m_after = prediction;
    }
    showState();
    if (std::exchange(m_wanted, false))
        ask();
}

void CoverPanel::showState()
{
    m_undo->setEnabled(m_photo->hasStrokes());
    m_clear->setEnabled(m_photo->hasStrokes());
    if (!m_problem.isEmpty() || !m_after || m_class.index < 0) {
        m_result->setText(m_problem);
        return;
    }
    const QString before = format::percent(probabilityOf(*m_before, m_class.index));
    const QString after = format::percent(probabilityOf(*m_after, m_class.index));
    const ScoredClass now = m_after->top.value(0);
    if (!m_photo->hasStrokes())
        m_result->setText(tr("%1: %2. Now paint over a part of the photo.").arg(m_class.name, before));
    else if (now.index == m_before->top.value(0).index)
        m_result->setText(tr("%1: %2 → %3").arg(m_class.name, before, after));
    else
        m_result->setText(tr("%1: %2 → %3. The answer is now %4.").arg(m_class.name, before, after, now.name));
}

} // namespace flower
