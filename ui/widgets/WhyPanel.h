// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QSlider;

namespace flower {

class ClassBars;
class ClassifySession;
class CoverPanel;
class HeatPhoto;
class ThumbnailLoader;

/// A photo and what was answered.
struct AnsweredPhoto {
    PhotoInput photo;
    QString title;              ///< what is said of it
    QList<ScoredClass> classes; ///< most probable first; empty: there is no answer to ask about
    int trueClass = -1;         ///< −1: it isn't known
    bool isOfOpenModel = true;  ///< false: an earlier model answered, which can't be asked any more
};

/// A photo large, its answers as bars, and on demand why: a map over the photo of what speaks for the chosen class, or a brush
/// that covers parts of it.
class WhyPanel : public QWidget
{
    Q_OBJECT
public:
    /// `session`: asked about the photos, by nobody else but the owner of this panel.
    WhyPanel(ClassifySession *session, std::shared_ptr<const PhotoSource> photos, QWidget *parent = nullptr);

    /// What is covered stays as long as the photo is the same.
    void showPhoto(const AnsweredPhoto &answered);
    /// Asks this model, which is opened when it is needed; an empty path: it is lost. Without a call: the one that is open.
    void useModel(const QString &path);
    /// As a click on "See why".
    void seeWhy();
    [[nodiscard]] bool isCovering() const;

Q_SIGNALS:
    void closed();
    void coveringChanged();

private:
    QWidget *makeHeatRow();
    void connectSession();
    void chooseMode();
    void chooseClass();
    void showPicture();
    void ask();
    /// Whether the model can be asked now; opens it or says what is wrong where not.
    bool modelIsReady();
    void note(const QString &text);

    ClassifySession *m_session;
    ThumbnailLoader *m_pictures;
    AnsweredPhoto m_answered;
    std::optional<Explanation> m_explanation;
    std::optional<QString> m_modelPath;
    QString m_requestedModel; ///< the last one that this panel had opened
    int m_modelNumber;        ///< of the one that is open
    QLabel *m_title;
    QLabel *m_file;
    HeatPhoto *m_photo;
    QPushButton *m_seeWhy;
    QPushButton *m_coverParts;
    QSlider *m_opacity;
    QWidget *m_heatRow;
    CoverPanel *m_cover;
    QLabel *m_note;
    ClassBars *m_bars;
};

} // namespace flower
