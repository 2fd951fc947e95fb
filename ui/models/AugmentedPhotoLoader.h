// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace flower {

class EngineThread;

/// Augmented views of a few photos, made in the background a moment after they were last asked for, so that a setting can be
/// changed quickly. GUI thread.
class AugmentedPhotoLoader : public QObject
{
    Q_OBJECT
public:
    static constexpr int kViews = 5;

    /// `side`: pictures are made smaller to this many pixels.
    AugmentedPhotoLoader(std::shared_ptr<const AugmentationSource> source, int side, QObject *parent = nullptr);
    /// Waits for the photo under way.
    ~AugmentedPhotoLoader() override;

    /// Forgets what was asked for and isn't there yet.
    void cancel();
    /// `positions` in the data set's samples. What was asked for before is forgotten.
    void load(const Dataset &dataset, const QList<int> &positions, const TrainingConfig &config, Phase phase);

Q_SIGNALS:
    /// The photo `positions[row]`, whole, and its views.
    void loaded(int row, const QImage &photo, const QList<QImage> &views);
    void failed(int row, const QString &reason);

private:
    struct Wish {
        int row;
        int position;
        PhotoInput photo;
    };
    void start();

    std::shared_ptr<const AugmentationSource> m_source;
    int m_side;
    QTimer m_pause;
    QList<Wish> m_wishes;
    TrainingConfig m_config;
    Phase m_phase = Phase::Head;
    std::shared_ptr<std::atomic_int> m_asked; ///< how often: only the last is answered
    std::unique_ptr<EngineThread> m_thread;
};

} // namespace flower
