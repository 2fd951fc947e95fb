// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QHash>
#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace flower {

class Workspace;

/// Beside an answer: three training photos of each of its two most probable kinds, from the data set that is open. Hidden where
/// none is, or where it has no kind of these names.
class TrainingExamples : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kKinds = 2;
    static constexpr int kPhotos = 3; ///< of each kind

    TrainingExamples(std::shared_ptr<const PhotoSource> photos, const Workspace *workspace, QWidget *parent = nullptr);

    void showAnswer(const std::optional<Prediction> &answer);
    /// The photos shown of a kind, by its place in the answer; empty: none.
    [[nodiscard]] QStringList photos(int place) const;

private:
    class Row;
    void takeDataset();
    void showKinds();

    const Workspace *m_workspace;
    QHash<QString, QStringList> m_training; ///< three photos by class
    std::optional<Prediction> m_answer;
    QLabel *m_title;
    QList<Row *> m_rows;
};

} // namespace flower
