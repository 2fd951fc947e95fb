// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/AugmentationPreview.h"

#include "ui/PlainTip.h"
#include "ui/Workspace.h"
#include "ui/models/AugmentedPhotoLoader.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PhotoTile.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>
#include <random>

namespace flower {

namespace {

constexpr int kPhotos = 4;
constexpr int kSide = 104; ///< of a tile

/// Positions of training photos, of different kinds as far as there are enough.
QList<int> drawPhotos(const Dataset &dataset, unsigned seed)
{
    QList<int> training;
    for (qsizetype position = 0; position < dataset.samples.size(); ++position) {
        if (dataset.samples.at(position).subset == Subset::Train)
            training.append(static_cast<int>(position));
    }
    std::shuffle(training.begin(), training.end(), std::mt19937(seed));
    QSet<int> kinds;
    QList<int> chosen;
    QList<int> others; // of a kind that is there already
    for (const int position : std::as_const(training)) {
        const int label = dataset.samples.at(position).label;
        (kinds.contains(label) ? others : chosen).append(position);
        kinds.insert(label);
    }
    return (chosen + others).mid(0, kPhotos);
}

} // namespace

AugmentationPreview::AugmentationPreview(std::shared_ptr<const AugmentationSource> source, Workspace *workspace, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_loader(new AugmentedPhotoLoader(std::move(source), 2 * kSide, this)),
      m_phase(new QComboBox), m_explanation(makeLabel({}, "muted"))
{
    setWindowTitle(tr("What the network sees"));
    m_phase->setObjectName(QStringLiteral("previewPhase"));
    m_phase->setAccessibleName(tr("Phase"));
    m_phase->addItems({tr("Phase 1"), tr("Phase 2")});
    m_explanation->setObjectName(QStringLiteral("previewExplanation"));
    m_explanation->setWordWrap(true);

    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    grid->addWidget(makeLabel(tr("Your photo"), "muted"), 0, 0, Qt::AlignHCenter);
    for (int view = 1; view <= AugmentedPhotoLoader::kViews; ++view)
        grid->addWidget(makeLabel(tr("View %1").arg(view), "muted"), 0, view, Qt::AlignHCenter);
    for (int row = 0; row < kPhotos; ++row) {
        QList<PhotoTile *> tiles;
        for (int column = 0; column <= AugmentedPhotoLoader::kViews; ++column) {
            tiles.append(new PhotoTile(kSide));
            tiles.last()->setObjectName(QStringLiteral("tile-%1-%2").arg(row).arg(column));
            grid->addWidget(tiles.last(), row + 1, column);
        }
        m_tiles.append(tiles);
    }

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *others = buttons->addButton(tr("Other photos"), QDialogButtonBox::ActionRole);
    others->setObjectName(QStringLiteral("otherPhotos"));
    others->setAutoDefault(false);
    connect(others, &QPushButton::clicked, this, &AugmentationPreview::choosePhotos);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *head = new QHBoxLayout;
    head->addWidget(m_phase);
    head->addWidget(m_explanation, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(head);
    column->addLayout(grid);
    column->addStretch();
    column->addWidget(buttons);

    connect(m_phase, &QComboBox::activated, this, &AugmentationPreview::refresh);
    connect(m_loader, &AugmentedPhotoLoader::loaded, this, &AugmentationPreview::showPhoto);
    connect(m_loader, &AugmentedPhotoLoader::failed, this, &AugmentationPreview::showProblem);
    connect(m_workspace, &Workspace::configChanged, this, &AugmentationPreview::refresh);
    connect(m_workspace, &Workspace::datasetChanged, this, &AugmentationPreview::choosePhotos);
    connect(m_workspace, &Workspace::marksChanged, this, &AugmentationPreview::choosePhotos);
    choosePhotos();
}

void AugmentationPreview::showPhase(Phase phase)
{
    m_phase->setCurrentIndex(phase == Phase::Head ? 0 : 1);
    show();
    raise();
    activateWindow();
    refresh();
}

Phase AugmentationPreview::phase() const
{
    return m_phase->currentIndex() == 0 ? Phase::Head : Phase::FineTune;
}

void AugmentationPreview::choosePhotos()
{
    m_loader->cancel();
    m_positions = drawPhotos(m_workspace->dataset(), m_draw++);
    for (qsizetype row = 0; row < m_tiles.size(); ++row) {
        for (PhotoTile *tile : m_tiles.at(row)) {
            tile->setPhoto({});
            tile->setToolTip({});
            tile->setVisible(row < m_positions.size());
        }
    }
    refresh();
}

void AugmentationPreview::refresh()
{
    if (!isVisible())
        return;
    const TrainingConfig &config = m_workspace->config();
    m_explanation->setText(config.phase(phase()).augmentation.enabled
                               ? tr("Views as the network learns from them with the settings of now: %1 × %1 pixels, seed %2.")
                                     .arg(config.viewSize(config.phase(phase()))).arg(config.seed)
                               : tr("Augmentation is off: the network sees the middle of each photo, always the same."));
    m_loader->load(m_workspace->dataset(), m_positions, config, phase());
}

void AugmentationPreview::showPhoto(int row, const QImage &photo, const QList<QImage> &views)
{
    const Sample &sample = m_workspace->dataset().samples.at(m_positions.at(row));
    const QString name = QFileInfo(sample.path).fileName();
    const QList<PhotoTile *> &tiles = m_tiles.at(row);
    tiles.first()->setPhoto(QPixmap::fromImage(photo));
    const QString what = tr("%1: %2").arg(m_workspace->dataset().classNames.at(sample.label), name);
    tiles.first()->setToolTip(plainTip(what));
    tiles.first()->setAccessibleName(what);
    for (qsizetype view = 0; view < views.size(); ++view) {
        tiles.at(view + 1)->setPhoto(QPixmap::fromImage(views.at(view)));
        tiles.at(view + 1)->setAccessibleName(tr("View %1 of %2").arg(QString::number(view + 1), name));
    }
}

void AugmentationPreview::showProblem(int row, const QString &reason)
{
    for (PhotoTile *tile : m_tiles.at(row)) {
        tile->setPhoto({});
        tile->setToolTip(plainTip(reason));
        tile->setAccessibleName(reason);
    }
}

} // namespace flower
