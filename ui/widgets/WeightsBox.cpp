// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WeightsBox.h"

#include <QFileDialog>
#include <QFileInfo>

namespace flower {

namespace {

// Data of the entries that are no file.
constexpr QLatin1String kChooseFile("choose:");
constexpr QLatin1String kFetch("fetch:");

} // namespace

WeightsBox::WeightsBox(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(this, &QComboBox::activated, this, &WeightsBox::take);
    fill();
}

void WeightsBox::setFiles(const QStringList &paths)
{
    m_paths = paths;
    fill();
}

void WeightsBox::setFetchOffered(bool on)
{
    m_fetchOffered = on;
    fill();
}

void WeightsBox::showFile(const QString &path)
{
    m_shown = path;
    if (findData(path) < 0)
        insertItem(1, QFileInfo(path).completeBaseName(), path); // behind "None"
    setCurrentIndex(findData(path));
}

void WeightsBox::fill()
{
    clear();
    addItem(tr("None: from scratch"), QString());
    for (const QString &path : std::as_const(m_paths))
        addItem(QFileInfo(path).completeBaseName(), path);
    if (m_fetchOffered)
        addItem(tr("Get torchvision's weights…"), kFetch);
    addItem(tr("Choose a file…"), kChooseFile);
    showFile(m_shown);
}

void WeightsBox::take(int index)
{
    QString path = itemData(index).toString();
    if (path == kFetch || path == kChooseFile)
        showFile(m_shown); // until there is another file
    if (path == kFetch) {
        Q_EMIT fetchWanted();
        return;
    }
    if (path == kChooseFile) {
        path = QFileDialog::getOpenFileName(this, tr("Open pretrained weights"), QFileInfo(m_shown).path(),
                                            tr("Weights (*.safetensors *.pth)"));
        if (path.isEmpty())
            return;
    }
    Q_EMIT chosen(path);
}

} // namespace flower
