// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SettingRows.h"

#include "engine/core/TrainingConfigFields.h"
#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace flower {

namespace {

/// Less than a spin box of a far bound asks for, which would make the form wider than its place.
constexpr int kLeastFieldWidth = 80;

/// A spin box that lets the wheel scroll the page unless it has the focus.
template<typename Base>
class CalmSpinBox : public Base
{
public:
    CalmSpinBox() { this->setFocusPolicy(Qt::StrongFocus); }

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (this->hasFocus())
            Base::wheelEvent(event);
        else
            event->ignore();
    }
};

/// Finds where in a config the setting of a name is.
struct PlaceFinder {
    QString prefix;
    const QString &wanted;
    const void *&place;

    template<typename T>
    void operator()(const char *name, const T &member, fields::Range = {}) const
    {
        const QString field = prefix + QString::fromLatin1(name);
        if constexpr (std::is_same_v<T, Augmentation> || std::is_same_v<T, PhaseConfig>)
            fields::visitMembers(member, PlaceFinder{field + QLatin1Char('.'), wanted, place});
        else if (field == wanted)
            place = &member;
    }
};

} // namespace

SettingRows::SettingRows(TrainingConfig *config, QObject *parent) : QObject(parent), m_config(config) {}

QFormLayout *SettingRows::makeForm(QWidget *page)
{
    auto *form = new QFormLayout(page);
    form->setContentsMargins(2, 12, 6, 8);
    form->setHorizontalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    return form;
}

void SettingRows::addInt(QFormLayout *form, const QString &label, const QString &tip, const Value &value, int low, int high,
                         bool more, int step)
{
    auto *box = new CalmSpinBox<QSpinBox>;
    box->setRange(low, high);
    box->setSingleStep(step);
    connect(box, &QSpinBox::valueChanged, this, [this, value](int number) { edit(value, number); });
    const auto show = [box, low, high](double number) {
        const QSignalBlocker blocker(box);
        box->setValue(static_cast<int>(std::clamp<double>(number, low, high)));
    };
    addField(form, label, tip, box, rowOf(value, show, more));
}

void SettingRows::addDouble(QFormLayout *form, const QString &label, const QString &tip, const Value &value, double low, double high,
                            double step, int decimals, bool more)
{
    auto *box = new CalmSpinBox<QDoubleSpinBox>;
    box->setDecimals(decimals);
    box->setRange(low, high);
    box->setSingleStep(step);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, value](double number) { edit(value, number); });
    const auto show = [box](double number) {
        const QSignalBlocker blocker(box);
        box->setValue(number);
    };
    addField(form, label, tip, box, rowOf(value, show, more));
}

void SettingRows::addBool(QFormLayout *form, const QString &label, const QString &tip, const Value &value, bool more)
{
    auto *box = new QCheckBox;
    connect(box, &QCheckBox::toggled, this, [this, value](bool on) { edit(value, on); });
    const auto show = [box](double number) {
        const QSignalBlocker blocker(box);
        box->setChecked(number != 0);
    };
    addField(form, label, tip, box, rowOf(value, show, more));
}

void SettingRows::addChoice(QFormLayout *form, const QString &label, const QString &tip, const Value &value,
                            const QStringList &names, bool more, std::function<QString()> whyIdle)
{
    auto *box = new QComboBox;
    box->addItems(names);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(box, &QComboBox::activated, this, [this, value](int index) { edit(value, index); });
    Row row = rowOf(value, [box](double number) { box->setCurrentIndex(static_cast<int>(number)); }, more);
    row.whyIdle = std::move(whyIdle);
    addField(form, label, tip, box, row);
}

void SettingRows::addField(QFormLayout *form, const QString &label, const QString &tip, QWidget *field, const Row &row)
{
    QLabel *labelWidget = makeLabel(label);
    labelWidget->setToolTip(tip);
    labelWidget->setBuddy(field);
    if (!qobject_cast<QCheckBox *>(field)) {
        field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        field->setMinimumWidth(kLeastFieldWidth);
    }
    field->setToolTip(tip);
    field->setAccessibleName(label);
    field->setAccessibleDescription(tip);
    if (row.wide) {
        form->addRow(labelWidget);
        form->addRow(field);
    } else {
        form->addRow(labelWidget, field);
    }
    m_rows.append({row, label, tip, labelWidget, field});
}

void SettingRows::show(const TrainingConfig &base, bool more)
{
    for (const Shown &shown : std::as_const(m_rows)) {
        shown.row.show();
        shown.labelWidget->setText(shown.row.isDefault(base) ? shown.label : tr("%1 •").arg(shown.label));
        shown.labelWidget->setVisible(more || !shown.row.more);
        shown.field->setVisible(more || !shown.row.more);
        if (shown.row.whyIdle) {
            const QString why = shown.row.whyIdle();
            const QString tip = why.isEmpty() ? shown.tip : why + QStringLiteral("\n\n") + shown.tip;
            shown.labelWidget->setToolTip(tip);
            shown.field->setToolTip(tip);
            shown.field->setAccessibleDescription(tip);
            shown.field->setEnabled(why.isEmpty());
        }
    }
}

QWidget *SettingRows::fieldOf(const QString &setting) const
{
    const void *place = nullptr;
    fields::visitConfig(*m_config, PlaceFinder{QString(), setting, place});
    const auto shown = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Shown &candidate) {
        return place && candidate.row.place && candidate.row.place(*m_config) == place;
    });
    return shown == m_rows.cend() ? nullptr : shown->field;
}

void SettingRows::pointAt(const QWidget *field)
{
    for (const Shown &shown : std::as_const(m_rows)) {
        const QString role = shown.field == field ? QStringLiteral("pointedAt") : QString();
        if (shown.labelWidget->property("role").toString() == role)
            continue;
        shown.labelWidget->setProperty("role", role);
        shown.labelWidget->style()->unpolish(shown.labelWidget);
        shown.labelWidget->style()->polish(shown.labelWidget);
    }
}

void SettingRows::edit(const Value &value, double number)
{
    pointAt(nullptr);
    value.set(*m_config, number);
    Q_EMIT edited();
}

SettingRows::Row SettingRows::rowOf(const Value &value, std::function<void(double)> show, bool more) const
{
    Row row;
    row.show = [config = m_config, value, show = std::move(show)] { show(value.get(*config)); };
    row.isDefault = [config = m_config, value](const TrainingConfig &base) {
        return std::abs(value.get(base) - value.get(*config)) < 1e-9;
    };
    row.place = value.place;
    row.more = more;
    return row;
}

} // namespace flower
