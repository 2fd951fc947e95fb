// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/NavigationRail.h"

#include "engine/session/DownloadSession.h"
#include "ui/Format.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr int kWidth = 184;

} // namespace

NavigationRail::NavigationRail(QWidget *parent)
    : QFrame(parent), m_pages(new QVBoxLayout), m_buttons(new QButtonGroup(this)), m_job(new QToolButton),
      m_network(makeLabel(tr("Works offline"), "muted"))
{
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(kWidth);
    auto *brand = new QHBoxLayout;
    auto *picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(28, 28));
    brand->addWidget(picture);
    brand->addWidget(makeLabel(tr("Flower Trainer"), "cardTitle"), 1);
    connect(m_buttons, &QButtonGroup::idClicked, this, &NavigationRail::pageWanted);
    m_job->setObjectName(QStringLiteral("job"));
    m_job->setProperty("role", QLatin1String("rail"));
    m_job->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_job->setToolTip(tr("The running training; a click leads to it"));
    connect(m_job, &QToolButton::clicked, this, &NavigationRail::jobWanted);
    m_network->setObjectName(QStringLiteral("network"));
    m_network->setWordWrap(true);
    m_network->setToolTip(tr("Your photos stay on this computer. Nothing goes over the network unless you ask for it."));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 16, 12, 16);
    column->setSpacing(4);
    m_pages->setSpacing(4);
    column->addLayout(brand);
    column->addSpacing(16);
    column->addLayout(m_pages);
    column->addStretch();
    column->addWidget(m_job);
    column->addWidget(m_network);
    setJobLine({});
}

void NavigationRail::addPage(const QString &iconName, const QString &text)
{
    const int page = static_cast<int>(m_buttons->buttons().size());
    auto *button = new QToolButton;
    button->setProperty("role", QLatin1String("rail"));
    button->setIcon(themedIcon(iconName));
    button->setIconSize(QSize(20, 20));
    button->setText(QStringLiteral("  ") + text);
    button->setAccessibleName(text);
    button->setToolTip(tr("%1 (Ctrl+%2)").arg(text).arg(page + 1));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_buttons->addButton(button, page);
    m_pages->addWidget(button);
}

void NavigationRail::setPage(int page)
{
    m_buttons->button(page)->setChecked(true);
}

void NavigationRail::setJobLine(const QString &line)
{
    m_job->setVisible(!line.isEmpty());
    m_job->setText(line);
    m_job->setAccessibleName(line);
}

void NavigationRail::follow(DownloadSession *downloads)
{
    connect(downloads, &DownloadSession::progressed, m_network, [this](const QString &, qint64 done, qint64) {
        m_network->setText(tr("Fetching: %1").arg(format::bytes(done)));
    });
    const auto offline = [this] { m_network->setText(tr("Works offline")); };
    connect(downloads, &DownloadSession::finished, m_network, offline);
    connect(downloads, &DownloadSession::failed, m_network, offline);
}

} // namespace flower
