// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/core/TrainingEvent.h"
#include "ui/widgets/Banner.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace flower {

struct AppContext;
struct InterruptedRun;
struct TrainingConfig;
class AugmentationPreview;
class DownloadPanel;
class EpochTableModel;
class LearningRatePanel;
class HintList;
class PageHeader;
class RunCard;
class SettingsForm;
class TrainingChart;
class Workspace;

/// Settings, the live curves, the epochs, and where the run stands.
class TrainPage : public QWidget
{
    Q_OBJECT
public:
    TrainPage(AppContext *context, Workspace *workspace, QWidget *parent = nullptr);

    /// Starts a run with the workspace's photos and settings; what stands in the way is said in the page's banner.
    void startRun();
    /// Goes on with a run that was broken off, with its own photos and settings, which become the workspace's.
    void goOn(const flower::InterruptedRun &run);
    void togglePause();
    /// Asks in the page whether torchvision's weights may be fetched.
    void offerWeights();
    /// Searches for a phase's learning rate, where the curves are else; nothing while a training or a search is on, as the buttons
    /// say.
    void findRate(flower::Phase phase);
    /// Brings a setting into view, named as in ConfigProblem::field.
    void showSetting(const QString &setting);

Q_SIGNALS:
    void photosWanted();
    void runEnded(const flower::TrainingSummary &summary);
    /// "Epoch 12 of 50 · 4 min left", or empty: no run is on.
    void jobLineChanged(const QString &line, int percent);

private:
    QWidget *makeCharts();
    QWidget *makeSide();
    [[nodiscard]] bool asksForPhotos();
    void begin(const TrainingConfig &config, const std::function<Result<QString>()> &start);
    void useRate(Phase phase, double learningRate);
    void receive(const TrainingEvent &event);
    void show(const StateChanged &what);
    void show(const RunStarted &what);
    void show(const Progress &what);
    void show(const EpochResult &what);
    void show(const PhotosSkipped &what);
    void show(const Notice &what);
    void show(const RunFinished &what);
    void updateButtons();
    void updateContext();
    void updateHints();
    void previewAugmentation(Phase phase);
    /// Puts a sentence under those that the banner shows; it warns where one of them does.
    void addNotice(const QString &text, Banner::Tone tone = Banner::Tone::Warning);

    AppContext *m_context;
    Workspace *m_workspace;
    PageHeader *m_header;
    Banner *m_banner;
    DownloadPanel *m_download;
    LearningRatePanel *m_rates;
    QStackedWidget *m_left; ///< the curves, or the search for a learning rate
    QPushButton *m_start;
    QPushButton *m_pause;
    QPushButton *m_stop;
    TrainingChart *m_accuracy;
    TrainingChart *m_loss;
    HintList *m_hints;
    QList<EpochResult> m_history; ///< of the run under way, or the last one
    EpochTableModel *m_epochs;
    QTableView *m_table;
    RunCard *m_run;
    QLabel *m_size; ///< of the network
    SettingsForm *m_settings;
    AugmentationPreview *m_preview = nullptr; ///< made when it is first wanted
    QStringList m_notices;
    Banner::Tone m_noticesTone = Banner::Tone::Warning;
};

} // namespace flower
