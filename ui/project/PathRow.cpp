// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/PathRow.h"

#include "engine/core/PhotoCopies.h"
#include "ui/widgets/Labels.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr QLatin1String kPlaceKey("projectsPlace");

} // namespace

PathRow::PathRow(const QString &accessibleName, QWidget *parent) : QWidget(parent), m_path(new QLineEdit), m_sentence(makeLabel({}, "warning"))
{
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setAccessibleName(accessibleName);
    m_sentence->setObjectName(QStringLiteral("pathSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    auto *browse = new QPushButton(tr("Browse…"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_sentence);
    connect(m_path, &QLineEdit::textChanged, this, &PathRow::changed);
    connect(browse, &QPushButton::clicked, this, &PathRow::browseWanted);
}

void PathRow::setPath(const QString &path)
{
    m_path->setText(QDir::toNativeSeparators(path));
}

QString PathRow::path() const
{
    const QString text = QDir::fromNativeSeparators(m_path->text().trimmed());
    return text.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(text).absoluteFilePath());
}

void PathRow::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_path->setAccessibleDescription(sentence);
}

QString freePath(const QString &folder, const QString &name, const QString &ending)
{
    const QString stem = folderNameFor(name);
    QString path;
    int number = 0;
    do {
        ++number;
        path = QDir(folder).filePath((number == 1 ? stem : QStringLiteral("%1 (%2)").arg(stem).arg(number)) + ending);
    } while (QFileInfo::exists(path));
    return path;
}

QString projectsPlace()
{
    const QString last = QSettings().value(kPlaceKey).toString();
    return !last.isEmpty() && QFileInfo(last).isDir() ? last : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void setProjectsPlace(const QString &folder)
{
    QSettings().setValue(kPlaceKey, folder);
}

} // namespace flower
