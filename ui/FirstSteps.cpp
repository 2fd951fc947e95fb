// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FirstSteps.h"

#include "ui/widgets/Labels.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace flower {

namespace {

/// A table with a headline for each group.
QLabel *makeKeys(const QList<ShortcutGroup> &groups, const char *name)
{
    QString rows;
    for (const ShortcutGroup &group : groups) {
        rows += QStringLiteral("<tr><td colspan=2><b>%1</b></td></tr>").arg(group.title.toHtmlEscaped());
        for (const ShortcutText &shortcut : group.shortcuts) {
            rows += QStringLiteral("<tr><td style=\"white-space:pre; padding-right:12px\">%1</td><td>%2</td></tr>")
                        .arg(shortcut.keys.toHtmlEscaped(), shortcut.what.toHtmlEscaped());
        }
    }
    auto *label = new QLabel(QStringLiteral("<table cellspacing=2>%1</table>").arg(rows));
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

} // namespace

FirstSteps::FirstSteps(const QList<ShortcutGroup> &everywhere, const QList<ShortcutGroup> &inPages, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("firstSteps"));
    setWindowTitle(tr("First steps"));
    auto *steps = makeLabel(tr("1. Photos: choose a folder with one subfolder for each kind, or the built-in samples.\n"
                               "2. Train: press Start. First only the head learns, then the layers before it as well.\n"
                               "3. Results: see how many test photos it gets right.\n"
                               "4. Classify: drop a photo on the window."));
    steps->setObjectName(QStringLiteral("steps"));
    auto *keys = new QHBoxLayout;
    keys->setSpacing(16); // German fits into 1024 pixels
    keys->addWidget(makeKeys(everywhere, "keysEverywhere"));
    keys->addWidget(makeKeys(inPages, "keysInPages"), 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget(steps);
    column->addLayout(keys);
    column->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

} // namespace flower
