// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoFinder.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace flower {

class FindPhotosSession;

/// Finds photos that were moved: says which are missing, looks through a folder that the user chooses, and shows what was found, and by
/// what, before anything is taken. Accepted when what was found is kept.
class FindPhotosDialog : public QDialog
{
    Q_OBJECT
public:
    /// `placesFile`: where it is kept (PhotoPlacesFile).
    FindPhotosDialog(MissingPhotos missing, QString placesFile, QWidget *parent = nullptr);
    ~FindPhotosDialog() override;

    /// Looks through a folder and all below it.
    void search(const QString &folder);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeMissing();
    void chooseFolder();
    void say(const QString &sentence);
    void showState();
    void showFound();
    void use();

    MissingPhotos m_missing;
    QString m_placesFile;
    FindPhotosSession *m_session;
    std::optional<FoundPhotos> m_found;
    QLineEdit *m_folder;
    QPushButton *m_choose;
    QPushButton *m_search;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QLabel *m_message;
    QWidget *m_results;
    QGridLayout *m_numbers;
    QCheckBox *m_byName;
    QPushButton *m_use;
};

} // namespace flower
