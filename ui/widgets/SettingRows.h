// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"

#include <QList>
#include <QObject>

#include <functional>

class QFormLayout;
class QLabel;
class QWidget;

namespace flower {

/// Rows of forms, each of which shows and edits one value of a TrainingConfig. A value that differs from its default has a
/// dot; one that changes nothing at present can't be edited, and its tool tip says why.
class SettingRows : public QObject
{
    Q_OBJECT
public:
    /// One value in a config, whatever its type, as a number.
    struct Value {
        /// `field` takes a config, const or not, and returns a reference to the value in it.
        template<typename Field>
            requires std::is_invocable_v<Field, TrainingConfig &>
        Value(Field field)
            : place([field](const TrainingConfig &config) { return static_cast<const void *>(&field(config)); }),
              get([field](const TrainingConfig &config) { return static_cast<double>(field(config)); }),
              set([field](TrainingConfig &config, double number) {
                  field(config) = static_cast<std::remove_cvref_t<decltype(field(config))>>(number);
              })
        {
        }
        std::function<const void *(const TrainingConfig &)> place; ///< where in the config it is
        std::function<double(const TrainingConfig &)> get;
        std::function<void(TrainingConfig &, double)> set;
    };
    /// How a row shows its value and whether it is as the default.
    struct Row {
        std::function<void()> show;
        std::function<bool(const TrainingConfig &)> isDefault;
        std::function<const void *(const TrainingConfig &)> place = {}; ///< of the value, for fieldOf()
        std::function<QString()> whyIdle = {}; ///< why the value changes nothing at present; empty: it does
        bool more = false;                     ///< behind "More settings"
        bool wide = false;                     ///< the field below its label: what it shows can be long
    };

    /// Edits `config`, which lives as long.
    SettingRows(TrainingConfig *config, QObject *parent);

    /// An empty form that fills `page`, laid out as all are.
    static QFormLayout *makeForm(QWidget *page);

    void addInt(QFormLayout *form, const QString &label, const QString &tip, const Value &value, int low, int high, bool more,
                int step = 1);
    void addDouble(QFormLayout *form, const QString &label, const QString &tip, const Value &value, double low, double high,
                   double step, int decimals, bool more);
    void addBool(QFormLayout *form, const QString &label, const QString &tip, const Value &value, bool more);
    /// `names` in the order of the value's enumerators.
    void addChoice(QFormLayout *form, const QString &label, const QString &tip, const Value &value, const QStringList &names,
                   bool more, std::function<QString()> whyIdle = {});
    /// A field that edits the config by itself.
    void addField(QFormLayout *form, const QString &label, const QString &tip, QWidget *field, const Row &row);

    /// Shows what the config holds, with dots where it is not as `base`.
    void show(const TrainingConfig &base, bool more);
    /// What edits the setting of this name (as in ConfigProblem::field), or null.
    [[nodiscard]] QWidget *fieldOf(const QString &setting) const;
    /// Points at the row of `field` until a value is edited or another is pointed at; null: at none.
    void pointAt(const QWidget *field);

Q_SIGNALS:
    void edited(); ///< by the user

private:
    struct Shown {
        Row row;
        QString label;
        QString tip;
        QLabel *labelWidget;
        QWidget *field;
    };

    void edit(const Value &value, double number);
    [[nodiscard]] Row rowOf(const Value &value, std::function<void(double)> show, bool more) const;

    TrainingConfig *m_config;
    QList<Shown> m_rows;
};

} // namespace flower
