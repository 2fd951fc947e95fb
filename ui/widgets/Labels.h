// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QString>
#include <QVariant>

namespace flower {

/// A plain-text label in one of the theme's roles: "title", "cardTitle", "number", "muted", "warning", "pointedAt". Names of files and classes
/// are text, never markup.
inline QLabel *makeLabel(const QString &text, const char *role = nullptr, QWidget *parent = nullptr)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    if (role)
        label->setProperty("role", QLatin1String(role));
    return label;
}

/// The page's one primary button.
inline QPushButton *makePrimaryButton(const QString &text, QWidget *parent = nullptr)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("role", QLatin1String("primary"));
    return button;
}

} // namespace flower
