// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Prediction.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QSlider;

namespace flower {

class ClassifySession;
class HeatPhoto;

/// The brush of a HeatPhoto and what it changes: how probable a class is before and after parts of the photo are covered
/// (occlusion: Zeiler and Fergus 2014). One question is on its way at a time, and the next one is about the newest state.
class CoverPanel : public QWidget
{
    Q_OBJECT
public:
    CoverPanel(ClassifySession *session, HeatPhoto *photo, QWidget *parent = nullptr);

    /// While it is active, it asks whenever the photo is covered.
    void setActive(bool active);
    /// Forgets the answers: the photo or the model is another one.
    void reset();
    /// The class whose probability is shown.
    void setClass(const ScoredClass &scored);

private:
    void ask();
    void take(int number, const Prediction &prediction);
    void showState();

    ClassifySession *m_session;
    HeatPhoto *m_photo;
    QSlider *m_size;
    QPushButton *m_undo;
    QPushButton *m_clear;
    QLabel *m_result;
    ScoredClass m_class;
    std::optional<Prediction> m_before; ///< all classes, nothing covered
    std::optional<Prediction> m_after;  ///< all classes, as covered when it was asked
    QString m_problem;
    int m_asked = 0;       ///< number of the question under way; 0: none
    bool m_wanted = false; ///< something changed meanwhile
    bool m_active = false;
};

} // namespace flower
