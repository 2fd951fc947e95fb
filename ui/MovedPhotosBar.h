// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/MissingPhotos.h"
#include "engine/session/Beside.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace flower {

/// Says that photos are not where they were recorded, and opens the dialog that finds them. Hidden while all are there.
class MovedPhotosBar : public QFrame
{
    Q_OBJECT
public:
    /// `placesFile`: where it is kept what was found (PhotoPlacesFile).
    explicit MovedPhotosBar(QString placesFile, QWidget *parent = nullptr);

    /// Looks, beside the window, which photos of a list (CSV) are missing, and shows them; looked() follows, unless the bar is told to show
    /// others meanwhile. What is no list has none.
    void lookAtList(const QString &path);
    /// The same for the photos of a run, of all subsets; `folder`: the run's. Empty has none. What is shown of the same run stays meanwhile.
    void lookAtRun(const QString &folder);
    /// Photos that a data set or a run shows; none hide the bar.
    void showMissing(const MissingPhotos &missing);
    /// Photos of a run that is to go on: that can be done without them, too.
    void offerWithout(const MissingPhotos &missing);
    [[nodiscard]] const MissingPhotos &missing() const { return m_missing; }
    /// Opens the dialog, when it is known what is missing; nothingMissing() follows where nothing is, failed() where it can't be told.
    void find();

Q_SIGNALS:
    void looked();         ///< missing() is known
    void nothingMissing(); ///< what find() was called for
    void failed(const QString &sentence);
    void found();          ///< where some of the photos are is known now
    void withoutWanted();  ///< the run is to go on without them

private:
    void look(const std::function<Result<MissingPhotos>(const PhotoPlaces &places)> &what);
    void endLook(const Result<MissingPhotos> &missing);
    void setText(const QString &text);
    void say(const MissingPhotos &missing, const QString &text);

    QString m_placesFile;
    MissingPhotos m_missing;
    QString m_problem; ///< why the last look couldn't tell; empty: it could
    NewestBeside m_look;
    QString m_run; ///< whose photos were looked for last
    bool m_isLooking = false;
    bool m_findsThen = false; ///< find() waits for the look
    QLabel *m_text;
    QPushButton *m_find;
    QPushButton *m_without;
};

} // namespace flower
