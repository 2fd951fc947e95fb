// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/GroupAnswer.h"

#include "engine/session/ClassifySession.h"
#include "ui/Format.h"
#include "ui/PlainTip.h"
#include "ui/models/PredictionListModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/widgets/ClassBars.h"
#include "ui/widgets/Labels.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QKeySequence>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {

constexpr int kPictureSide = 48;
constexpr int kBarHeight = 8;

QString whatItSays(const GroupPart &part)
{
    return part.error.isEmpty() ? GroupAnswer::tr("alone: %1, %2").arg(part.answer.name, format::percent(part.answer.probability)) : part.error;
}

QLabel *makeNarrowLabel(const QString &text, const char *role = nullptr)
{
    QLabel *label = makeLabel(text, role);
    label->setMinimumWidth(40);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    label->setToolTip(plainTip(text));
    return label;
}

} // namespace

GroupAnswer::GroupAnswer(ClassifySession *session, ThumbnailLoader *thumbnails, QWidget *parent)
    : QWidget(parent), m_session(session), m_thumbnails(thumbnails), m_title(makeLabel({}, "cardTitle")),
      m_sentence(makeLabel({}, "muted")), m_answer(new QPushButton(tr("Answer as one plant"))), m_result(new QWidget),
      m_headline(makeLabel({}, "cardTitle")), m_bars(new ClassBars(false)), m_parts(new QGridLayout)
{
    m_sentence->setObjectName(QStringLiteral("groupSentence"));
    m_sentence->setWordWrap(true);
    m_answer->setObjectName(QStringLiteral("answerAsOnePlant"));
    m_answer->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    m_answer->setToolTip(tr("One answer to the chosen photos together (Ctrl+G)"));
    m_headline->setObjectName(QStringLiteral("groupHeadline"));
    m_headline->setWordWrap(true);
    m_parts->setColumnStretch(1, 1);
    m_parts->setHorizontalSpacing(10);
    m_parts->setVerticalSpacing(2);

    auto *result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 8, 0, 0);
    result->setSpacing(6);
    result->addWidget(m_headline);
    result->addWidget(m_bars);
    QLabel *parts = makeLabel(tr("Each photo's part in the answer"), "cardTitle");
    parts->setToolTip(tr("The probabilities of the photos are averaged (sum rule); a part is what a photo adds to the average of "
                         "the first kind. All parts together are 100 %."));
    result->addWidget(parts);
    result->addLayout(m_parts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_answer, 0, Qt::AlignLeft);
    column->addWidget(m_result);
    column->addStretch();

    connect(m_answer, &QPushButton::clicked, this, &GroupAnswer::ask);
    connect(m_session, &ClassifySession::groupAnswered, this, &GroupAnswer::take);
    connect(m_session, &ClassifySession::modelOpened, this, &GroupAnswer::reset);
    connect(m_thumbnails, &ThumbnailLoader::loaded, this, &GroupAnswer::showThumbnail);
    reset();
}

void GroupAnswer::setPhotos(const QList<PhotoInput> &photos, int chosen)
{
    if (photos == m_photos && chosen == m_chosen)
        return;
    m_photos = photos;
    m_chosen = chosen;
    reset();
}

void GroupAnswer::reset()
{
    const bool tooMany = m_chosen > kMost;
    m_asked = false;
    m_fused.reset();
    m_title->setText(tr("%Ln photo(s) chosen", nullptr, m_chosen));
    m_sentence->setText(tooMany ? tr("One answer to one plant takes 2 to %1 photos. Choose fewer.").arg(kMost)
                                : tr("Are they of the same plant? Then they can get one answer together."));
    m_answer->setEnabled(m_chosen >= 2 && !tooMany);
    m_result->hide();
}

void GroupAnswer::ask()
{
    if (m_session->model().path.isEmpty()) {
        m_sentence->setText(tr("Open the model first that is to be asked."));
        return;
    }
    m_asked = true;
    m_answer->setEnabled(false);
    m_sentence->setText(tr("Looking at the photos…"));
    m_session->classifyGroup(m_photos, ClassBars::kMost);
}

void GroupAnswer::take(const GroupPrediction &group)
{
    const bool isOurs = std::equal(group.parts.begin(), group.parts.end(), m_photos.begin(), m_photos.end(),
                                   [](const GroupPart &part, const PhotoInput &photo) { return part.path == photo.path; });
    if (!m_asked || !isOurs)
        return;
    if (!group.fused.error.isEmpty()) {
        m_sentence->setText(group.fused.error);
        m_answer->setEnabled(true);
        return;
    }
    m_sentence->setText(tr("One answer to these photos of one plant:"));
    m_fused = group.fused;
    judge(); // they may have changed since it was asked
    m_bars->setClasses(group.fused.top);
    showParts(group.parts);
    m_result->show();
}

void GroupAnswer::judge()
{
    if (!m_fused)
        return;
    applyVerdict(*m_fused, m_session->model().calibration);
    m_headline->setText(PredictionListModel::headline(*m_fused));
}

void GroupAnswer::showParts(const QList<GroupPart> &parts)
{
    while (QLayoutItem *item = m_parts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_pictures.clear();
    for (const GroupPart &part : parts) {
        const int row = 3 * static_cast<int>(m_pictures.size());
        auto *picture = new QLabel;
        picture->setFixedSize(kPictureSide, kPictureSide);
        picture->setAlignment(Qt::AlignCenter);
        m_pictures.append(picture);
        m_parts->addWidget(picture, row, 0, 3, 1);
        m_parts->addWidget(makeNarrowLabel(QFileInfo(part.path).fileName()), row, 1);
        QLabel *number = makeLabel(part.error.isEmpty() ? format::percent(part.part) : QString());
        number->setObjectName(QStringLiteral("part%1").arg(m_pictures.size() - 1));
        m_parts->addWidget(number, row, 2, Qt::AlignRight);
        auto *bar = new QProgressBar;
        bar->setRange(0, 1000);
        bar->setValue(qRound(part.part * 1000));
        bar->setTextVisible(false);
        bar->setFixedHeight(kBarHeight);
        bar->setAccessibleName(tr("Part of %1 in the answer").arg(QFileInfo(part.path).fileName()));
        m_parts->addWidget(bar, row + 1, 1, 1, 2);
        m_parts->addWidget(makeNarrowLabel(whatItSays(part), part.error.isEmpty() ? "muted" : "warning"), row + 2, 1, 1, 2);
        showThumbnail(part.path);
    }
}

void GroupAnswer::showThumbnail(const QString &path)
{
    for (qsizetype at = 0; at < std::min(m_pictures.size(), m_photos.size()); ++at) {
        if (m_photos.at(at).path != path)
            continue;
        const QPixmap picture = m_thumbnails->pixmap(m_photos.at(at));
        if (picture.width() > 1)
            m_pictures.at(at)->setPixmap(picture.scaled(kPictureSide, kPictureSide, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    }
}

} // namespace flower
