// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ReviewNote.h"

#include "ui/PhotoReview.h"
#include "ui/Workspace.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>

namespace flower {

ReviewNote::ReviewNote(Workspace *workspace, QWidget *parent) : QWidget(parent), m_workspace(workspace), m_text(makeLabel({}))
{
    m_text->setObjectName(QStringLiteral("reviewNote"));
    m_text->setWordWrap(true);
    auto *icon = new QLabel;
    icon->setPixmap(themedIcon(QStringLiteral("tag")).pixmap(20, 20));
    auto *show = new QPushButton(tr("Show them"));
    show->setObjectName(QStringLiteral("showChanges"));
    auto *drop = new QPushButton(tr("Drop the changes"));
    drop->setObjectName(QStringLiteral("dropChanges"));
    drop->setToolTip(tr("Use the photos as they were read, as before the review. Ctrl+Z brings the changes back."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(icon);
    row->addWidget(m_text, 1);
    row->addWidget(show);
    row->addWidget(drop);
    connect(show, &QPushButton::clicked, this, &ReviewNote::showWanted);
    connect(drop, &QPushButton::clicked, this,
            [this] { m_workspace->review()->dropAll(m_workspace->datasetAsRead().rootPath); });
    connect(m_workspace, &Workspace::datasetChanged, this, &ReviewNote::showCounts);
    connect(m_workspace, &Workspace::marksChanged, this, &ReviewNote::showCounts);
    showCounts();
}

void ReviewNote::showCounts()
{
    const MarkCounts &counts = m_workspace->markCounts();
    QStringList sentences;
    if (counts.changed() > 0) {
        sentences.append(tr("%n photo(s) changed in review: %1 with another kind, %2 left out.", nullptr, counts.changed())
                             .arg(counts.relabelled).arg(counts.leftOut));
    }
    if (counts.testPhotos > 0) {
        sentences.append(tr("%n of them are test photos: a new test number can't be compared with one from before.", nullptr,
                            counts.testPhotos));
    }
    if (counts.withoutEffect > 0)
        sentences.append(tr("%n mark(s) fit no photo or no kind here and are kept.", nullptr, counts.withoutEffect));
    m_text->setText(sentences.join(QLatin1Char(' ')));
    setVisible(!sentences.isEmpty());
}

} // namespace flower
