// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/GroupPrediction.h"

#include <QList>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;

namespace flower {

class ClassBars;
class ClassifySession;
class ThumbnailLoader;

/// One answer to two to five photos of one plant, with each photo's part in it.
class GroupAnswer : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kMost = 5;

    GroupAnswer(ClassifySession *session, ThumbnailLoader *thumbnails, QWidget *parent = nullptr);

    /// The photos that are chosen; other ones forget the answer. Where they are more than kMost, their number is enough.
    void setPhotos(const QList<PhotoInput> &photos, int chosen);
    /// Reads the answer anew by the session's thresholds.
    void judge();

private:
    void ask();
    void take(const GroupPrediction &group);
    void showParts(const QList<GroupPart> &parts);
    void showThumbnail(const QString &path);
    void reset();

    ClassifySession *m_session;
    ThumbnailLoader *m_thumbnails;
    QList<PhotoInput> m_photos;
    int m_chosen = 0;
    std::optional<Prediction> m_fused; ///< the answer to them
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_answer;
    QWidget *m_result;
    QLabel *m_headline;
    ClassBars *m_bars;
    QGridLayout *m_parts;
    QList<QLabel *> m_pictures; ///< of the parts
    bool m_asked = false;
};

} // namespace flower
