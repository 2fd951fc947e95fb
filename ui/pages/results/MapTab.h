// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoMap.h"
#include "ui/pages/results/ResultsTab.h"
#include "ui/pages/results/ShownRun.h"

#include <memory>
#include <optional>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace flower {

class KindLegend;
class MapSession;
class PhotoBubble;
class PhotoScatter;
class PhotoSource;
class PhotoStack;
class ThumbnailLoader;

/// The photos of a run on a plane, those that look alike to the network side by side: which kinds lie apart, which run into each
/// other, and which photos lie among another kind. A map that was drawn before is there at once; else it is drawn on demand.
class MapTab : public ResultsTab
{
    Q_OBJECT
public:
    MapTab(MapSession *session, std::shared_ptr<const PhotoSource> photos, QWidget *parent = nullptr);
    ~MapTab() override;

    void showRun(const ShownRun &run) override;

Q_SIGNALS:
    void photoActivated(const flower::PhotoResult &photo);
    void reviewWanted(const QList<flower::PhotoResult> &photos); ///< look through these

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeMapSide();
    QBoxLayout *makeTools();
    QWidget *makeQuestion();
    QWidget *makeStatus();
    QWidget *makeListSide();
    void follow(MapSession *session);
    [[nodiscard]] MapRequest request(bool onlyKept) const;
    /// Whether a message of the session is about what was asked for last.
    [[nodiscard]] bool isOurs(const MapRequest &request) const { return m_asked == request; }
    void chooseMethod();
    void lookUp();
    void draw();
    void start(bool onlyKept);
    void ask(const QString &sentence);
    void showLooking(qint64 done, qint64 total);
    void showMap(const PhotoMap &map);
    void showFailure(const MapRequest &request, const Error &error);
    void setWorking(bool working);
    void showNote(const PhotoMap &map);
    void showPointedAt();
    void showSelection();
    [[nodiscard]] const PhotoResult &photo(int point) const { return m_run.results.at(m_placed.at(point)); }
    [[nodiscard]] QList<PhotoResult> selectedPhotos() const;

    MapSession *m_session;
    ShownRun m_run;
    QList<int> m_placed;                ///< the photo of each point, by its number among the results
    std::optional<MapRequest> m_asked;  ///< what the session was asked last, until it has answered
    bool m_isDue = false;               ///< the run came while the tab was out of sight
    QString m_wanted;                   ///< the model whose maps the user asked for, until the question stands there again
    bool m_drawsMissing = false;        ///< where what is looked up isn't kept, it is drawn
    ThumbnailLoader *m_thumbnails;
    QStackedWidget *m_pages;
    PhotoScatter *m_scatter;
    PhotoBubble *m_bubble;
    KindLegend *m_legend;
    PhotoStack *m_stack;
    QComboBox *m_method;
    QCheckBox *m_ringWrong;
    QToolButton *m_fit;
    QLabel *m_question;
    QPushButton *m_draw;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    QLabel *m_note;
    QPushButton *m_review;
};

} // namespace flower
