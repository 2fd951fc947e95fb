// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QStringList>
#include <QtEndian>

// A training of a few seconds with flower-trainer-cli, and what it leaves.

namespace flower::testing {

/// Writes the settings of a run whose model is its last epoch's, so that comparing models compares all that was learnt.
inline bool writeTinyConfig(const QString &path)
{
    QFile config(path);
    return config.open(QIODevice::WriteOnly) && config.write("{\"keepBest\": false}") > 0;
}

/// The arguments of a run on the drawn samples, from scratch, in one thread.
inline QStringList tinyRun(const QString &config, const QString &out)
{
    return {QStringLiteral("train"), QStringLiteral("--data"), QStringLiteral("samples"), QStringLiteral("--image-size"),
            QStringLiteral("32"), QStringLiteral("--epochs-head"), QStringLiteral("3"), QStringLiteral("--epochs-finetune"),
            QStringLiteral("4"), QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--config"), config,
            QStringLiteral("--out"), out};
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The tensors of a run's model, without the header that tells when it was made; empty where there is no model.
inline QByteArray modelTensors(const QString &run)
{
    const QByteArray file = contentOf(run + QStringLiteral("/model.safetensors"));
    return file.size() < 8 ? QByteArray() : file.mid(8 + static_cast<qsizetype>(qFromLittleEndian<quint64>(file.constData())));
}

} // namespace flower::testing
