// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingEvent.h"

#include <QDialog>
#include <QImage>
#include <QList>

#include <memory>

class QComboBox;
class QLabel;

namespace flower {

class AugmentationSource;
class AugmentedPhotoLoader;
class PhotoTile;
class Workspace;

/// Some of the user's training photos, each beside views of it as the run would show them to the network; drawn anew when a
/// setting changes. A window of its own that blocks nothing.
class AugmentationPreview : public QDialog
{
    Q_OBJECT
public:
    AugmentationPreview(std::shared_ptr<const AugmentationSource> source, Workspace *workspace, QWidget *parent = nullptr);

    /// Opens, or comes to the front, with the settings of a phase.
    void showPhase(Phase phase);

private:
    void choosePhotos();
    void refresh();
    void showPhoto(int row, const QImage &photo, const QList<QImage> &views);
    void showProblem(int row, const QString &reason);
    [[nodiscard]] Phase phase() const;

    Workspace *m_workspace;
    AugmentedPhotoLoader *m_loader;
    QComboBox *m_phase;
    QLabel *m_explanation;
    QList<QList<PhotoTile *>> m_tiles; ///< rows of a photo and its views
    QList<int> m_positions;            ///< of the photos in the data set
    unsigned m_draw = 0;               ///< how often photos were chosen
};

} // namespace flower
