// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/TrainingHints.h"

#include "engine/core/Metrics.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace flower {

namespace {

constexpr int kFewPhotos = 10;          ///< fewer of a class teach little
constexpr double kOutOfBalance = 5.0;   ///< largest class to smallest
constexpr int kMeanEpochs = 3;          ///< at the end, that single epochs' ups and downs even out in
constexpr int kFirstEpochs = 5;         ///< of a phase, that say nothing about fitting yet
constexpr double kGap = 0.10;           ///< of accuracies, training to validation's upper end: learned by heart
constexpr double kPoor = 0.75;          ///< accuracies below it are low

QString tr(const char *text, const char *comment = nullptr, int number = -1)
{
    return QCoreApplication::translate("flower", text, comment, number);
}

QString percent(double fraction)
{
    return tr("%1 %").arg(QLocale().toString(fraction * 100, 'f', 1));
}

QString loss(double value)
{
    return QLocale().toString(value, 'f', 2);
}

QString setting(double value)
{
    return QLocale().toString(value, 'g', 3);
}

/// Where a validation accuracy would lie with other photos of the same kinds.
Interval likelyTop1(double valTop1, const HintPhotos &photos)
{
    return wilsonInterval(static_cast<int>(std::lround(valTop1 * photos.validationPhotos)), photos.validationPhotos);
}

/// The epochs of one phase and what they are judged by.
struct PhaseHistory {
    Phase phase;
    const TrainingConfig &config;
    const HintPhotos &photos;
    QList<EpochResult> epochs;

    [[nodiscard]] const PhaseConfig &settings() const { return config.phase(phase); }
    [[nodiscard]] QString field(const char *name) const { return phaseKey(phase) + QLatin1Char('.') + QLatin1String(name); }
    [[nodiscard]] int count() const { return static_cast<int>(epochs.size()); }
    [[nodiscard]] bool isValidated() const { return photos.validationPhotos > 0; }
    /// Then what is right in training counts against the stronger half of a mixed photo, and says nothing of the photos.
    [[nodiscard]] bool mixesPhotos() const { return settings().mixupAlpha > 0 || settings().cutmixAlpha > 0; }
    /// Mean over `count` epochs that end `before` epochs before the last.
    [[nodiscard]] double mean(double EpochResult::*value, int count = kMeanEpochs, int before = 0) const
    {
        const auto last = epochs.cend() - before;
        return std::accumulate(last - count, last, 0.0, [value](double sum, const EpochResult &epoch) { return sum + epoch.*value; }) / count;
    }
    /// As BestEpoch: most validation photos right, then the smallest loss.
    [[nodiscard]] const EpochResult &best() const
    {
        return *std::max_element(epochs.cbegin(), epochs.cend(), [](const EpochResult &a, const EpochResult &b) {
            return a.valTop1 < b.valTop1 || (a.valTop1 == b.valTop1 && a.valLoss > b.valLoss);
        });
    }
};

PhaseHistory historyOf(Phase phase, const QList<EpochResult> &epochs, const TrainingConfig &config, const HintPhotos &photos)
{
    PhaseHistory history{phase, config, photos, {}};
    std::copy_if(epochs.cbegin(), epochs.cend(), std::back_inserter(history.epochs),
                 [phase](const EpochResult &epoch) { return epoch.phase == phase; });
    return history;
}

/// What went wrong where the learning steps are too large; empty where they aren't. `headTop1`: best of phase 1.
QString signOfLargeSteps(const PhaseHistory &history, double headTop1)
{
    const QList<EpochResult> &epochs = history.epochs;
    for (const EpochResult &epoch : epochs) {
        if (!std::isfinite(epoch.trainLoss) || !std::isfinite(epoch.valLoss))
            return tr("In epoch %1 the loss is no number any more.").arg(epoch.epoch);
    }
    if (history.count() < 3)
        return {};
    const auto lower = [](const EpochResult &a, const EpochResult &b) { return a.trainLoss < b.trainLoss; };
    const auto [least, most] = std::minmax_element(epochs.cbegin(), epochs.cend(), lower);
    const EpochResult &last = epochs.last();
    const double low = std::min(last.trainLoss, epochs.at(epochs.size() - 2).trainLoss); // one bad epoch is chance
    if (low > std::max(1.5 * least->trainLoss, least->trainLoss + 0.3)) {
        return tr("The training loss rose from %1 in epoch %2 to %3 in epoch %4.")
            .arg(loss(least->trainLoss)).arg(least->epoch).arg(loss(last.trainLoss)).arg(last.epoch);
    }
    const double guessing = std::log(std::max<double>(2, static_cast<double>(history.photos.classNames.size())));
    if (low > 1.25 * guessing && most->trainLoss > 1.05 * least->trainLoss) { // a loss that stands still has another reason
        return tr("After %1 epochs the training loss is %2; guessing among %3 kinds gives %4.")
            .arg(history.count()).arg(loss(last.trainLoss)).arg(history.photos.classNames.size()).arg(loss(guessing));
    }
    if (history.phase == Phase::FineTune && history.isValidated()
        && history.best().valTop1 < std::min(headTop1 - 0.05, likelyTop1(headTop1, history.photos).low)) {
        return tr("Fine-tuning made it worse: at best %1 of the validation photos are right, against %2 in phase 1.")
            .arg(percent(history.best().valTop1), percent(headTop1));
    }
    return {};
}

std::optional<TrainingHint> learningRateHint(const PhaseHistory &history, double headTop1)
{
    const QString sign = signOfLargeSteps(history, headTop1);
    if (sign.isEmpty())
        return std::nullopt;
    const QString remedy = tr("The learning steps are too large: lower the learning rate of phase %1 (now %2).")
                               .arg(history.phase == Phase::Head ? 1 : 2).arg(setting(history.settings().learningRate));
    return TrainingHint{HintKind::LearningRateTooHigh, sign + QLatin1Char(' ') + remedy, history.field("learningRate")};
}

/// What to do against learning by heart, and the setting that does it.
TrainingHint againstOverFitting(const PhaseHistory &history, const QString &sign)
{
    const auto hint = [&sign](const QString &remedy, const QString &field) {
        return TrainingHint{HintKind::OverFitting, sign + QLatin1Char(' ') + remedy, field};
    };
    const PhaseConfig &settings = history.settings();
    if (!settings.augmentation.enabled)
        return hint(tr("Switch augmentation on, or add photos."), history.field("augmentation.enabled"));
    if (settings.dropout < 0.5)
        return hint(tr("Raise dropout (now %1), or add photos.").arg(setting(settings.dropout)), history.field("dropout"));
    return hint(tr("Raise weight decay (now %1), or add photos.").arg(setting(settings.weightDecay)), history.field("weightDecay"));
}

std::optional<TrainingHint> overFittingHint(const PhaseHistory &history)
{
    if (!history.isValidated() || history.mixesPhotos() || history.count() < kFirstEpochs)
        return std::nullopt;
    const double trainTop1 = history.mean(&EpochResult::trainTop1);
    const double valTop1 = history.mean(&EpochResult::valTop1);
    if (trainTop1 - likelyTop1(valTop1, history.photos).high >= kGap) {
        return againstOverFitting(history, tr("The network learns photos by heart: %1 of the training photos are right, but only %2 of "
                                              "the validation photos (mean of %3 epochs).")
                                               .arg(percent(trainTop1), percent(valTop1)).arg(kMeanEpochs));
    }
    const EpochResult &least = *std::min_element(history.epochs.cbegin(), history.epochs.cend(), [](const auto &a, const auto &b) {
        return a.valLoss < b.valLoss;
    });
    const double valLoss = history.mean(&EpochResult::valLoss);
    if (valLoss > std::max(1.25 * least.valLoss, least.valLoss + 0.1) && history.mean(&EpochResult::trainLoss) < least.trainLoss
        && trainTop1 - valTop1 >= kGap / 2) {
        return againstOverFitting(history, tr("The network learns photos by heart: the validation loss rose from %1 in epoch %2 to %3, "
                                              "while the training loss fell from %4 to %5.")
                                               .arg(loss(least.valLoss)).arg(least.epoch).arg(loss(valLoss), loss(least.trainLoss),
                                                                                              loss(history.mean(&EpochResult::trainLoss))));
    }
    return std::nullopt;
}

/// What to do where the network learns too little, and the setting that does it.
TrainingHint againstUnderFitting(const PhaseHistory &history, const QString &sign)
{
    const auto hint = [&sign](const QString &remedy, const QString &field) {
        return TrainingHint{HintKind::UnderFitting, sign + QLatin1Char(' ') + remedy, field};
    };
    const PhaseConfig &settings = history.settings();
    const bool stillFalls = history.count() >= 2 * kMeanEpochs
        && history.mean(&EpochResult::trainLoss) < 0.97 * history.mean(&EpochResult::trainLoss, kMeanEpochs, kMeanEpochs);
    if (stillFalls)
        return hint(tr("The loss still falls: give phase %1 more epochs (now %2).").arg(history.phase == Phase::Head ? 1 : 2).arg(settings.epochs),
                    history.field("epochs"));
    if (history.phase == Phase::Head)
        return hint(tr("Only the head learns so far: give phase 2 some epochs."), QStringLiteral("finetune.epochs"));
    if (history.config.learningBlocks < kBlockCount)
        return hint(tr("Let more blocks learn (now %1 of %2).").arg(history.config.learningBlocks).arg(kBlockCount), QStringLiteral("learningBlocks"));
    return hint(tr("Raise the learning rate of phase 2 (now %1).").arg(setting(settings.learningRate)), history.field("learningRate"));
}

std::optional<TrainingHint> underFittingHint(const PhaseHistory &history)
{
    const bool isLastPhase = history.phase == Phase::FineTune || history.config.fineTune.epochs == 0;
    if (!isLastPhase || history.count() < std::max(kFirstEpochs, history.settings().epochs))
        return std::nullopt; // what goes on may still learn
    const double trainTop1 = history.mean(&EpochResult::trainTop1);
    const double valTop1 = history.mean(&EpochResult::valTop1);
    if ((!history.mixesPhotos() && trainTop1 >= kPoor) || (history.isValidated() && valTop1 >= kPoor))
        return std::nullopt;
    if (history.mixesPhotos()) {
        if (!history.isValidated())
            return std::nullopt;
        const bool isMixup = history.settings().mixupAlpha >= history.settings().cutmixAlpha;
        return TrainingHint{HintKind::UnderFitting,
                            tr("The network has learned too little: only %1 of the validation photos are right (mean of %2 epochs). Mix "
                               "photos less (Mixup now %3, CutMix %4).")
                                .arg(percent(valTop1)).arg(kMeanEpochs)
                                .arg(setting(history.settings().mixupAlpha), setting(history.settings().cutmixAlpha)),
                            history.field(isMixup ? "mixupAlpha" : "cutmixAlpha")};
    }
    return againstUnderFitting(history, tr("The network has learned too little: only %1 of the training photos are right (mean of %2 epochs).")
                                            .arg(percent(trainTop1)).arg(kMeanEpochs));
}

std::optional<TrainingHint> bestEpochHint(const PhaseHistory &history)
{
    constexpr int kEnough = 5;
    if (!history.isValidated() || history.count() < 2 * kEnough || history.settings().earlyStopping)
        return std::nullopt;
    const EpochResult &best = history.best();
    const int since = history.epochs.last().epoch - best.epoch;
    const int planned = history.settings().epochs;
    const double meanSince = history.mean(&EpochResult::valTop1, kEnough);
    const bool gotWorse = since >= std::max(8, planned * 2 / 5) && meanSince < likelyTop1(best.valTop1, history.photos).low;
    if (!gotWorse && since < std::max(20, planned * 2 / 3))
        return std::nullopt;
    const QString sign = tr("Epoch %1 was the best with %2 of the validation photos right; none of the %3 epochs since was better (mean of "
                            "the last %4: %5).")
                             .arg(best.epoch).arg(percent(best.valTop1)).arg(since).arg(kEnough).arg(percent(meanSince));
    if (!history.config.keepBest) {
        return TrainingHint{HintKind::BestEpochLongPast, sign + QLatin1Char(' ') + tr("Keep the model of the best epoch, not of the last."),
                            QStringLiteral("keepBest")};
    }
    return TrainingHint{HintKind::BestEpochLongPast, sign + QLatin1Char(' ') + tr("That epoch's model is kept; early stopping saves the time after it."),
                        history.field("earlyStopping")};
}

} // namespace

HintPhotos hintPhotos(const Dataset &dataset)
{
    return {dataset.classNames, dataset.countsPerClass(Subset::Train), dataset.count(Subset::Validation)};
}

QList<TrainingHint> epochHints(const QList<EpochResult> &epochs, const TrainingConfig &config, const HintPhotos &photos)
{
    QList<TrainingHint> hints;
    if (epochs.isEmpty())
        return hints;
    const PhaseHistory head = historyOf(Phase::Head, epochs, config, photos);
    const PhaseHistory fineTune = historyOf(Phase::FineTune, epochs, config, photos);
    const PhaseHistory &last = fineTune.epochs.isEmpty() ? head : fineTune;
    const double headTop1 = head.epochs.isEmpty() ? 0.0 : head.best().valTop1;
    bool lastLearns = true;
    for (const PhaseHistory *history : {&head, &fineTune}) {
        if (const std::optional<TrainingHint> hint = learningRateHint(*history, headTop1)) {
            hints.append(*hint);
            lastLearns = lastLearns && history != &last;
        }
    }
    if (!lastLearns)
        return hints; // all else follows from it
    for (const auto find : {&overFittingHint, &underFittingHint, &bestEpochHint}) {
        if (const std::optional<TrainingHint> hint = find(last))
            hints.append(*hint);
    }
    return hints;
}

QList<TrainingHint> classHints(const TrainingConfig &config, const HintPhotos &photos)
{
    QList<TrainingHint> hints;
    QList<int> order(std::min(photos.trainPhotos.size(), photos.classNames.size()));
    if (order.size() < 2)
        return hints;
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return photos.trainPhotos.at(a) < photos.trainPhotos.at(b); });
    const int smallest = photos.trainPhotos.at(order.first());
    const int largest = photos.trainPhotos.at(order.last());
    const bool outOfBalance = largest >= kOutOfBalance * std::max(1, smallest);

    const auto few = static_cast<int>(std::count_if(photos.trainPhotos.cbegin(), photos.trainPhotos.cend(),
                                                    [](int count) { return count < kFewPhotos; }));
    if (few > 0) {
        QStringList named;
        for (const int label : order.mid(0, std::min(few, 3)))
            named.append(tr("%1: %2").arg(photos.classNames.at(label), QString::number(photos.trainPhotos.at(label))));
        if (few > named.size())
            named.append(QStringLiteral("…"));
        const QString sign = tr("%n kind(s) have fewer than %1 photos to learn from (%2).", nullptr, few)
                                 .arg(QString::number(kFewPhotos), named.join(QStringLiteral(", ")));
        const bool helped = config.classBalance != ClassBalance::None;
        const QString phase = phaseKey(config.fineTune.epochs > 0 ? Phase::FineTune : Phase::Head);
        hints.append({HintKind::ClassTooSmall,
                      sign + QLatin1Char(' ')
                          + (outOfBalance && !helped ? tr("Add photos of them; until then show rare kinds more often.")
                                                     : tr("Add photos of them; augmentation makes the most of those that are there.")),
                      outOfBalance && !helped ? QStringLiteral("classBalance") : phase + QStringLiteral(".augmentation.enabled")});
    }
    if (outOfBalance && config.classBalance == ClassBalance::None) {
        hints.append({HintKind::ClassesOutOfBalance,
                      tr("The kinds are out of balance: %1 has %2 photos to learn from, %3 has %4. Let rare kinds count more (class "
                         "weights) or show them more often (balanced sampling).")
                          .arg(photos.classNames.at(order.last()), QString::number(largest), photos.classNames.at(order.first()),
                               QString::number(smallest)),
                      QStringLiteral("classBalance")});
    }
    return hints;
}

} // namespace flower
