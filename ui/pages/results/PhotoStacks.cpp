// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/PhotoStacks.h"

#include "ui/models/ThumbnailLoader.h"
#include "ui/pages/results/PhotoStack.h"
#include "ui/widgets/AnswerBars.h"

#include <QHBoxLayout>
#include <QListView>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr int kDecodedSide = 192; // pixels; twice what is shown, for sharp screens

template<typename Predicate>
QList<PhotoResult> photosWhere(const QList<PhotoResult> &results, Predicate wanted)
{
    QList<PhotoResult> photos;
    std::copy_if(results.begin(), results.end(), std::back_inserter(photos), wanted);
    return photos;
}

QList<PhotoResult> photosOfCell(const QList<PhotoResult> &results, int label, int answer)
{
    return photosWhere(results, [=](const PhotoResult &photo) {
        return photo.label == label && photo.topClasses.value(0, -1) == answer;
    });
}

} // namespace

PhotoStacks::PhotoStacks(std::shared_ptr<const PhotoSource> photos, QWidget *parent) : QWidget(parent), m_bars(new AnswerBars)
{
    auto *thumbnails = new ThumbnailLoader(std::move(photos), kDecodedSide, this);
    m_left = new PhotoStack(thumbnails);
    m_right = new PhotoStack(thumbnails);
    m_left->list()->setObjectName(QStringLiteral("leftStack"));
    m_right->list()->setObjectName(QStringLiteral("rightStack"));
    m_bars->setObjectName(QStringLiteral("answerBars"));
    for (const PhotoStack *stack : {m_left, m_right}) {
        connect(stack, &PhotoStack::photoChosen, this, &PhotoStacks::choose);
        connect(stack, &PhotoStack::photoActivated, this, &PhotoStacks::photoActivated);
    }
    auto *stacks = new QHBoxLayout;
    stacks->setSpacing(8);
    stacks->addWidget(m_left, 1);
    stacks->addWidget(m_right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(stacks, 1);
    column->addWidget(m_bars);
}

void PhotoStacks::setRun(const ShownRun &run)
{
    m_results = run.results;
    m_classNames = run.details.classNames;
    for (PhotoStack *stack : {m_left, m_right}) {
        stack->hide();
        stack->setPhotos({}, {}, m_classNames);
    }
    chooseFirst();
}

void PhotoStacks::showCell(int label, int answer)
{
    const QString name = m_classNames.value(label);
    const QString answerName = m_classNames.value(answer);
    m_left->setPhotos(label == answer ? tr("%1, answered rightly").arg(name) : tr("True %1, answered %2").arg(name, answerName),
                      photosOfCell(m_results, label, answer), m_classNames);
    m_left->show();
    m_right->setVisible(label != answer);
    m_right->setPhotos(tr("True %1, answered %2").arg(answerName, name),
                       label != answer ? photosOfCell(m_results, answer, label) : QList<PhotoResult>(), m_classNames);
    chooseFirst();
}

void PhotoStacks::showKind(int label)
{
    const QString name = m_classNames.value(label);
    m_left->setPhotos(tr("%1, answered wrongly").arg(name),
                      photosWhere(m_results, [=](const PhotoResult &photo) { return photo.label == label && !photo.isRight(); }),
                      m_classNames);
    m_right->setPhotos(tr("%1, answered rightly").arg(name), photosOfCell(m_results, label, label), m_classNames);
    m_left->show();
    m_right->show();
    chooseFirst();
}

void PhotoStacks::choose(const PhotoResult &photo)
{
    m_chosen = photo;
    m_bars->setPhoto(photo, m_classNames);
    Q_EMIT photoChosen(photo);
}

void PhotoStacks::showAnswers(bool shown)
{
    m_bars->setVisible(shown);
}

void PhotoStacks::chooseFirst()
{
    m_chosen = {};
    m_bars->clear();
    if (!m_left->chooseFirst() && !m_right->chooseFirst())
        Q_EMIT photoChosen({});
}

} // namespace flower
