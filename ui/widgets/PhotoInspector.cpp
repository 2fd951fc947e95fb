// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PhotoInspector.h"

#include "ui/Format.h"
#include "ui/PlainTip.h"
#include "ui/models/ClassTableModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PhotoDelegate.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/ShareBarDelegate.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr int kSide = 640;       // pixels
constexpr int kKeptPictures = 40; // of about a megabyte each
constexpr int kAnswers = 5;
constexpr int kRowHeight = 22;

} // namespace

/// The photo as large as there is room, whole and never stretched.
class PhotoInspector::Picture : public QWidget
{
public:
    Picture() { setMinimumSize(120, 90); }
    void setPixmap(const QPixmap &pixmap)
    {
        m_pixmap = pixmap;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_pixmap.width() <= 1)
            return; // none yet, or none that can be read
        const QSize size = m_pixmap.size().scaled(this->size(), Qt::KeepAspectRatio).boundedTo(m_pixmap.size());
        QPainter painter(this);
        paintRoundedPhoto(&painter, QRect(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size), m_pixmap);
    }

private:
    QPixmap m_pixmap;
};

PhotoInspector::PhotoInspector(std::shared_ptr<const PhotoSource> photos, QWidget *parent)
    : QWidget(parent), m_pictures(new ThumbnailLoader(std::move(photos), kSide, this, kKeptPictures)), m_picture(new Picture),
      m_kind(makeLabel({}, "cardTitle")), m_file(makeLabel({}, "muted")), m_answers(new QStandardItemModel(0, 2, this))
{
    m_kind->setObjectName(QStringLiteral("inspectedKind"));
    for (QLabel *label : {m_kind, m_file}) {
        label->setMinimumWidth(40);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    auto *answers = new QTableView;
    answers->setObjectName(QStringLiteral("topFive"));
    answers->setAccessibleName(tr("The five most probable kinds"));
    answers->setModel(m_answers);
    setUpRowTable(answers, kRowHeight);
    answers->horizontalHeader()->hide();
    answers->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    answers->setItemDelegateForColumn(1, new ShareBarDelegate(answers));
    answers->setSelectionMode(QAbstractItemView::NoSelection);
    answers->setFocusPolicy(Qt::NoFocus);
    answers->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    answers->setFixedHeight(kAnswers * kRowHeight + 2);
    answers->setToolTip(tr("The probabilities that the network gave when the run ended (softmax, calibrated)"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_picture, 1);
    column->addWidget(m_kind);
    column->addWidget(m_file);
    column->addWidget(answers);
    connect(m_pictures, &ThumbnailLoader::loaded, this, [this](const QString &path) {
        if (path == m_path)
            showPicture();
    });
}

void PhotoInspector::showPhoto(const PhotoResult &photo, const QStringList &classNames, const QString &mark)
{
    const QString kind = classNames.value(photo.label);
    m_kind->setText(mark.isEmpty() ? kind : tr("%1 · %2").arg(kind, mark));
    m_file->setText(QFileInfo(photo.path).fileName());
    m_file->setToolTip(plainTip(photo.path));
    m_answers->setRowCount(0);
    for (qsizetype rank = 0; rank < std::min<qsizetype>(kAnswers, photo.topClasses.size()); ++rank) {
        const int label = photo.topClasses.at(rank);
        const double probability = photo.topProbabilities.value(rank);
        auto *name = new QStandardItem(label == photo.label ? tr("%1 (its label)").arg(classNames.value(label)) : classNames.value(label));
        QFont font = this->font();
        font.setBold(label == photo.label);
        name->setFont(font);
        auto *number = new QStandardItem(format::percent(probability));
        number->setData(probability, ClassTableModel::ShareRole);
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_answers->appendRow({name, number});
    }
    if (m_path != photo.path) {
        m_path = photo.path;
        showPicture();
    }
}

void PhotoInspector::clear()
{
    m_path.clear();
    m_picture->setPixmap({});
    m_kind->clear();
    m_file->clear();
    m_answers->setRowCount(0);
}

void PhotoInspector::showPicture()
{
    m_picture->setPixmap(m_pictures->pixmap({m_path, {}}));
}

} // namespace flower
