// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace flower {

/// A rounded panel with an optional title; cards lie one level deep.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// The row of the title, for small controls at its right.
    [[nodiscard]] QHBoxLayout *titleRow() const { return m_titleRow; }

private:
    QHBoxLayout *m_titleRow = nullptr;
    QVBoxLayout *m_content = nullptr;
};

} // namespace flower
