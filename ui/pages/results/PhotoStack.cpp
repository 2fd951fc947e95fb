// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/PhotoStack.h"

#include "ui/models/AnsweredPhotosModel.h"
#include "ui/widgets/AnsweredPhotoDelegate.h"
#include "ui/widgets/Labels.h"

#include <QListView>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr int kThumbnailSide = 78;

} // namespace

PhotoStack::PhotoStack(ThumbnailLoader *thumbnails, QWidget *parent)
    : QWidget(parent), m_model(new AnsweredPhotosModel(thumbnails, this)), m_title(makeLabel({}, "cardTitle")),
      m_note(makeLabel({}, "warning")), m_list(new QListView)
{
    m_title->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("missingNote"));
    m_note->hide();
    m_list->setModel(m_model);
    m_list->setViewMode(QListView::IconMode);
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setItemDelegate(new AnsweredPhotoDelegate(kThumbnailSide, m_list));
    m_list->setMinimumHeight(kThumbnailSide + 12);
    m_list->setMinimumWidth(kThumbnailSide + 28);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT photoChosen(m_model->photo(current.row()));
    });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT photoActivated(m_model->photo(index.row())); });
    connect(m_model, &AnsweredPhotosModel::missingChanged, this, &PhotoStack::noteMissing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_list, 1);
}

void PhotoStack::setPhotos(const QString &title, const QList<PhotoResult> &photos, const QStringList &classNames)
{
    const QString text = tr("%1: %Ln photo(s)", nullptr, static_cast<int>(photos.size())).arg(title);
    m_title->setText(text);
    m_list->setAccessibleName(text);
    m_model->setPhotos(photos, classNames);
    m_list->scrollToTop();
}

bool PhotoStack::chooseFirst()
{
    if (m_model->rowCount() == 0)
        return false;
    m_list->setCurrentIndex(m_model->index(0));
    return true;
}

void PhotoStack::noteMissing()
{
    m_note->setVisible(m_model->missing() > 0);
    m_note->setText(tr("%Ln photo(s) can't be read. Were they moved or deleted?", nullptr, m_model->missing()));
    m_note->setToolTip(tr("Put the photos back where they were when this run was trained: the tool tip of each says where."));
}

} // namespace flower
