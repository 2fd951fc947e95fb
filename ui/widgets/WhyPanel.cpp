// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WhyPanel.h"

#include "engine/session/ClassifySession.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/ClassBars.h"
#include "ui/widgets/CoverPanel.h"
#include "ui/widgets/HeatLegend.h"
#include "ui/widgets/HeatPhoto.h"
#include "ui/widgets/Labels.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace flower {

namespace {

constexpr int kSide = 960; ///< pixels of the decoded photo
constexpr int kKeptPictures = 4;
constexpr int kUsualOpacity = 60; ///< per cent

} // namespace

WhyPanel::WhyPanel(ClassifySession *session, std::shared_ptr<const PhotoSource> photos, QWidget *parent)
    : QWidget(parent), m_session(session), m_pictures(new ThumbnailLoader(std::move(photos), kSide, this, kKeptPictures)),
      m_modelNumber(session->modelNumber()), m_title(makeLabel({}, "cardTitle")), m_file(makeLabel({}, "muted")), m_photo(new HeatPhoto),
      m_seeWhy(new QPushButton(tr("See why"))), m_coverParts(new QPushButton(tr("Cover parts"))),
      m_opacity(new QSlider(Qt::Horizontal)), m_heatRow(makeHeatRow()), m_cover(new CoverPanel(session, m_photo)),
      m_note(makeLabel({}, "warning")), m_bars(new ClassBars(true))
{
    m_title->setObjectName(QStringLiteral("whyTitle"));
    m_photo->setObjectName(QStringLiteral("whyPhoto"));
    for (QLabel *label : {m_title, m_file}) {
        label->setMinimumWidth(40);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_seeWhy->setObjectName(QStringLiteral("seeWhy"));
    m_seeWhy->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_seeWhy->setToolTip(tr("Show which parts of the photo speak for the chosen kind (Ctrl+E)"));
    m_coverParts->setObjectName(QStringLiteral("coverParts"));
    m_coverParts->setToolTip(tr("Paint over parts of the photo and see how the answer changes"));
    for (QPushButton *button : {m_seeWhy, m_coverParts}) {
        button->setCheckable(true);
        connect(button, &QPushButton::toggled, this, [this, button](bool on) {
            if (on)
                (button == m_seeWhy ? m_coverParts : m_seeWhy)->setChecked(false);
            chooseMode();
        });
    }
    m_note->setObjectName(QStringLiteral("whyNote"));
    m_note->setWordWrap(true);
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("closeWhy"));
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the photo"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &WhyPanel::closed);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_file);
    auto *top = new QHBoxLayout;
    top->addLayout(texts, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    auto *modes = new QHBoxLayout;
    modes->addWidget(m_seeWhy);
    modes->addWidget(m_coverParts);
    modes->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(top);
    column->addWidget(m_photo, 1);
    column->addLayout(modes);
    column->addWidget(m_heatRow);
    column->addWidget(m_cover);
    column->addWidget(m_note);
    column->addWidget(m_bars);

    connect(m_bars, &ClassBars::chosenChanged, this, &WhyPanel::chooseClass);
    connect(m_pictures, &ThumbnailLoader::loaded, this, [this](const QString &path) {
        if (path == m_answered.photo.path)
            showPicture();
    });
    connectSession();
    chooseMode();
}

QWidget *WhyPanel::makeHeatRow()
{
    m_opacity->setObjectName(QStringLiteral("heatOpacity"));
    m_opacity->setRange(0, 100);
    m_opacity->setValue(kUsualOpacity);
    m_opacity->setAccessibleName(tr("How strongly the map covers the photo"));
    m_opacity->setToolTip(m_opacity->accessibleName());
    m_photo->setHeatOpacity(kUsualOpacity / 100.0);
    connect(m_opacity, &QSlider::valueChanged, this, [this](int opacity) { m_photo->setHeatOpacity(opacity / 100.0); });
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    QLabel *map = makeLabel(tr("Map"));
    map->setBuddy(m_opacity);
    row->addWidget(map);
    row->addWidget(m_opacity, 1);
    row->addWidget(new HeatLegend);
    return widget;
}

void WhyPanel::connectSession()
{
    connect(m_session, &ClassifySession::explained, this, [this](const Explanation &explanation) {
        if (explanation.path != m_answered.photo.path || explanation.explained.index != m_bars->chosen().index)
            return;
        note({});
        m_explanation = explanation;
        m_photo->setExplanation(explanation);
    });
    connect(m_session, &ClassifySession::explainFailed, this, [this](const QString &path, const Error &error) {
        if (path == m_answered.photo.path)
            note(error.message);
    });
    connect(m_session, &ClassifySession::modelOpened, this, [this] {
        note({});
        m_explanation.reset();
        m_photo->setExplanation({});
        m_cover->setActive(false);
        m_cover->reset();
        const int before = std::exchange(m_modelNumber, m_session->modelNumber());
        if (!m_modelPath && before != m_modelNumber)
            m_answered.isOfOpenModel = false;
        ask();
    });
    connect(m_session, &ClassifySession::modelFailed, this, [this](const QString &path, const Error &error) {
        if (!m_modelPath || path != m_requestedModel)
            return;
        m_requestedModel.clear();
        note(error.message);
    });
}

void WhyPanel::showPhoto(const AnsweredPhoto &answered)
{
    const bool isAnother = answered.photo != m_answered.photo;
    const bool isAnsweredAnew = isAnother || answered.classes != m_answered.classes || answered.trueClass != m_answered.trueClass
        || answered.isOfOpenModel != m_answered.isOfOpenModel;
    m_answered = answered;
    m_title->setText(answered.title);
    m_title->setToolTip(answered.title.toHtmlEscaped());
    if (!isAnsweredAnew)
        return;
    m_file->setText(QFileInfo(answered.photo.path).fileName());
    m_file->setToolTip(answered.photo.path.toHtmlEscaped());
    m_bars->setClasses(answered.classes, answered.trueClass);
    for (QPushButton *button : {m_seeWhy, m_coverParts})
        button->setEnabled(!answered.classes.isEmpty());
    note({});
    if (isAnother) {
        m_photo->setPhoto({});
        m_cover->reset();
        showPicture();
    }
    chooseClass();
}

void WhyPanel::useModel(const QString &path)
{
    m_modelPath = path;
    m_explanation.reset();
    m_photo->setExplanation({});
    ask();
}

void WhyPanel::seeWhy()
{
    m_seeWhy->setChecked(true);
}

void WhyPanel::chooseMode()
{
    const HeatPhoto::Mode mode = m_seeWhy->isChecked()       ? HeatPhoto::Mode::Heat
                                 : m_coverParts->isChecked() ? HeatPhoto::Mode::Cover
                                                             : HeatPhoto::Mode::Plain;
    const bool wasCovering = isCovering();
    m_photo->setMode(mode);
    m_heatRow->setVisible(mode == HeatPhoto::Mode::Heat);
    m_cover->setVisible(mode == HeatPhoto::Mode::Cover);
    note({});
    ask();
    if (wasCovering != isCovering())
        Q_EMIT coveringChanged();
}

bool WhyPanel::isCovering() const
{
    return m_photo->mode() == HeatPhoto::Mode::Cover;
}

void WhyPanel::chooseClass()
{
    m_explanation.reset();
    m_photo->setExplanation({});
    m_cover->setClass(m_bars->chosen());
    ask();
}

void WhyPanel::showPicture()
{
    if (m_answered.photo == PhotoInput())
        return;
    const QPixmap picture = m_pictures->pixmap(m_answered.photo);
    if (m_pictures->isUnreadable(m_answered.photo.path))
        note(tr("The photo can't be read. Was it moved or deleted?"));
    if (picture.width() <= 1)
        return;
    m_photo->setPhoto(picture.toImage());
    m_photo->setExplanation(m_explanation);
    m_cover->reset();
}

void WhyPanel::ask()
{
    const ScoredClass chosen = m_bars->chosen();
    const bool wanted = m_photo->mode() != HeatPhoto::Mode::Plain && chosen.index >= 0;
    const bool ready = wanted && modelIsReady();
    m_cover->setActive(ready && m_photo->mode() == HeatPhoto::Mode::Cover);
    if (ready && !m_explanation)
        m_session->explain(m_answered.photo, chosen.index);
}

bool WhyPanel::modelIsReady()
{
    if (!m_modelPath && m_session->model().path.isEmpty()) {
        note(tr("Open the model first that is to be asked."));
        return false;
    }
    if (m_modelPath && m_modelPath->isEmpty()) {
        note(tr("The model of this run (model.safetensors) isn't in its folder any more, so it can't be asked why."));
        return false;
    }
    if (m_modelPath && m_requestedModel != *m_modelPath) {
        m_requestedModel = *m_modelPath;
        note(tr("Opening the model…"));
        m_session->openModel(*m_modelPath);
        return false;
    }
    if (m_modelPath && m_session->model().path != *m_modelPath)
        return false; // it is being opened
    if (const ScoredClass chosen = m_bars->chosen(); !m_answered.isOfOpenModel || m_session->model().classNames.value(chosen.index) != chosen.name) {
        note(m_modelPath ? tr("The model in this run's folder (model.safetensors) is another one than gave this answer: its kinds differ. So "
                              "it can't be asked why.")
                         : tr("This answer is of another model than the one that is open. Classify the photo again to see why."));
        return false;
    }
    return true;
}

void WhyPanel::note(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

} // namespace flower
