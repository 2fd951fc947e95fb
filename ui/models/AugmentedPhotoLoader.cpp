// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/AugmentedPhotoLoader.h"

#include "engine/session/EngineThread.h"

namespace flower {

namespace {

constexpr int kPauseMilliseconds = 120;

/// A picture of its own, no larger than `side`.
QImage toImage(const RgbImage &pixels, int side)
{
    const QImage image(reinterpret_cast<const uchar *>(pixels.pixels.constData()), pixels.width, pixels.height, pixels.width * 3,
                       QImage::Format_RGB888);
    return image.width() > side || image.height() > side ? image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                                                         : image.copy();
}

} // namespace

AugmentedPhotoLoader::AugmentedPhotoLoader(std::shared_ptr<const AugmentationSource> source, int side, QObject *parent)
    : QObject(parent), m_source(std::move(source)), m_side(side), m_asked(std::make_shared<std::atomic_int>(0)),
      m_thread(std::make_unique<EngineThread>(QStringLiteral("augmentation")))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &AugmentedPhotoLoader::start);
}

AugmentedPhotoLoader::~AugmentedPhotoLoader()
{
    cancel();
}

void AugmentedPhotoLoader::cancel()
{
    ++*m_asked;
    m_pause.stop();
    m_wishes.clear();
}

void AugmentedPhotoLoader::load(const Dataset &dataset, const QList<int> &positions, const TrainingConfig &config, Phase phase)
{
    cancel();
    for (const int position : positions)
        m_wishes.append({static_cast<int>(m_wishes.size()), position, {dataset.samples.at(position).path, {}}});
    m_config = config;
    m_phase = phase;
    m_pause.start();
}

void AugmentedPhotoLoader::start()
{
    for (const Wish &wish : std::as_const(m_wishes)) {
        m_thread->post([this, worker = m_thread.get(), source = m_source, asked = m_asked, number = m_asked->load(), wish,
                        config = m_config, phase = m_phase, side = m_side] {
            if (*asked != number)
                return;
            const Result<AugmentedPhoto> made = source->augment(wish.photo, wish.position, config, phase, kViews);
            QImage photo;
            QList<QImage> views;
            if (made) {
                photo = toImage(made->photo, side);
                for (const RgbImage &view : made->views)
                    views.append(toImage(view, side));
            }
            const QString reason = made ? QString() : made.error().message;
            worker->reply([this, asked, number, row = wish.row, photo, views, reason] {
                if (*asked != number)
                    return;
                if (reason.isEmpty())
                    Q_EMIT loaded(row, photo, views);
                else
                    Q_EMIT failed(row, reason);
            });
        });
    }
}

} // namespace flower
