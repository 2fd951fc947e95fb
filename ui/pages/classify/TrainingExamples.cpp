// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/TrainingExamples.h"

#include "ui/PlainTip.h"
#include "ui/Workspace.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PhotoDelegate.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {

constexpr int kSide = 64;
constexpr int kGap = 6;
constexpr int kThumbnailSide = 160; ///< pixels: sharp on dense displays
constexpr int kKept = 200;

} // namespace

/// The photos of one kind, and its name beside them.
class TrainingExamples::Row : public QWidget
{
public:
    explicit Row(ThumbnailLoader *thumbnails) : m_thumbnails(thumbnails)
    {
        setFixedHeight(kSide);
        connect(thumbnails, &ThumbnailLoader::loaded, this, [this](const QString &path) {
            if (m_photos.contains(path))
                update();
        });
    }
    void showKind(const QString &kind, const QStringList &photos)
    {
        m_kind = kind;
        m_photos = photos;
        setVisible(!photos.isEmpty());
        setAccessibleName(TrainingExamples::tr("%n training photo(s) of %1", nullptr, static_cast<int>(photos.size())).arg(kind));
        update();
    }
    [[nodiscard]] const QStringList &photos() const { return m_photos; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        for (qsizetype at = 0; at < m_photos.size(); ++at)
            paintRoundedPhoto(&painter, place(at), m_thumbnails->pixmap({m_photos.at(at), {}}));
        const QRect text = rect().adjusted(TrainingExamples::kPhotos * (kSide + kGap) + kGap, 0, 0, 0);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_kind);
    }
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto *help = static_cast<QHelpEvent *>(event);
        for (qsizetype at = 0; at < m_photos.size(); ++at) {
            if (place(at).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), plainTip(m_photos.at(at)), this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }

private:
    static QRect place(qsizetype at) { return {static_cast<int>(at) * (kSide + kGap), 0, kSide, kSide}; }

    ThumbnailLoader *m_thumbnails;
    QString m_kind;
    QStringList m_photos;
};

TrainingExamples::TrainingExamples(std::shared_ptr<const PhotoSource> photos, const Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_title(makeLabel({}, "muted"))
{
    auto *thumbnails = new ThumbnailLoader(std::move(photos), kThumbnailSide, this, kKept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    for (int place = 0; place < kKinds; ++place) {
        m_rows.append(new Row(thumbnails));
        column->addWidget(m_rows.last());
    }
    setMinimumWidth(kPhotos * (kSide + kGap) + 80);
    connect(workspace, &Workspace::datasetChanged, this, &TrainingExamples::takeDataset);
    connect(workspace, &Workspace::marksChanged, this, &TrainingExamples::takeDataset);
    takeDataset();
}

void TrainingExamples::takeDataset()
{
    const Dataset &dataset = m_workspace->dataset();
    QList<QStringList> all(dataset.classCount());
    for (const Sample &sample : dataset.samples) {
        if (sample.subset == Subset::Train)
            all[sample.label].append(sample.path);
    }
    m_training.clear();
    for (int label = 0; label < dataset.classCount(); ++label) {
        QStringList chosen; // from all over the kind: neighbours in a folder are often the same plant
        for (qsizetype at = 0; at < std::min<qsizetype>(kPhotos, all.at(label).size()); ++at)
            chosen.append(all.at(label).at(at * all.at(label).size() / std::min<qsizetype>(kPhotos, all.at(label).size())));
        m_training.insert(dataset.classNames.at(label), chosen);
    }
    m_title->setText(tr("Training photos of the most probable kinds, from the open photos (%1)").arg(dataset.name));
    showKinds();
}

void TrainingExamples::showAnswer(const std::optional<Prediction> &answer)
{
    if (answer == m_answer)
        return;
    m_answer = answer;
    showKinds();
}

void TrainingExamples::showKinds()
{
    bool any = false;
    for (int place = 0; place < kKinds; ++place) {
        const QString kind = m_answer ? m_answer->top.value(place).name : QString();
        const QStringList photos = m_training.value(kind);
        m_rows.at(place)->showKind(kind, photos);
        any = any || !photos.isEmpty();
    }
    setVisible(any);
}

QStringList TrainingExamples::photos(int place) const
{
    return m_rows.at(place)->photos();
}

} // namespace flower
