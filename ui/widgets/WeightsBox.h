// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QStringList>

namespace flower {

/// The list of pretrained weights: none, the files that were found, one to fetch where that is offered, and any other file.
class WeightsBox : public QComboBox
{
    Q_OBJECT
public:
    explicit WeightsBox(QWidget *parent = nullptr);

    void setFiles(const QStringList &paths);
    void setFetchOffered(bool on);
    /// Shows the file as chosen, also one that was not in the list. Sends nothing.
    void showFile(const QString &path);

Q_SIGNALS:
    void chosen(const QString &path); ///< by the user; empty: none
    void fetchWanted();

private:
    void fill();
    void take(int index);

    QStringList m_paths;
    QString m_shown;
    bool m_fetchOffered = false;
};

} // namespace flower
