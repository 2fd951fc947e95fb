// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/DeferredEngine.h"
#include "engine/session/ClassifySession.h"
#include "tests/support/Slowdown.h"
#include "tests/support/TestMain.h"
#include "ui/pages/classify/LiveAnswers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace flower;
using namespace flower::testing;

/// How many frames of a camera a real network answers.
class tst_LiveModel : public QObject
{
    Q_OBJECT

    static constexpr double kFewest = 10.0 / kSlowdown; ///< answers a second

    QTemporaryDir m_folder;

    /// ImageNet's classifier as a model of this program: its file, with names for the classes.
    [[nodiscard]] QString modelOf(const QString &weights) const
    {
        QFile file(weights);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray bytes = file.readAll();
        const auto length = qFromLittleEndian<qint64>(bytes.constData());
        QJsonObject header = QJsonDocument::fromJson(bytes.mid(8, length)).object();
        QJsonObject metadata = header.value(QStringLiteral("__metadata__")).toObject();
        QJsonArray names;
        for (int number = 0; number < 1000; ++number)
            names.append(QStringLiteral("kind %1").arg(number));
        metadata.insert(QStringLiteral("class_names"), QString::fromUtf8(QJsonDocument(names).toJson(QJsonDocument::Compact)));
        header.insert(QStringLiteral("__metadata__"), metadata);
        const QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
        QByteArray start(8, Qt::Uninitialized);
        qToLittleEndian<qint64>(json.size(), start.data());
        const QString path = m_folder.filePath(QStringLiteral("model.safetensors"));
        QFile model(path);
        return model.open(QIODevice::WriteOnly) && model.write(start + json + bytes.mid(8 + length)) > 0 ? path : QString();
    }

private Q_SLOTS:
    void aRealNetworkAnswersTenFramesASecond()
    {
        const QString weights = QStringLiteral(FLOWER_SHARED "/weights/mobilenet_v2_1.0_224_imagenet.safetensors");
        if (!QFile::exists(weights))
            QSKIP("The pretrained weights aren't there.");
        const QString path = modelOf(weights);
        QVERIFY(!path.isEmpty());
        EngineLoader loader(&loadFlowerEngine);
        ClassifySession session(deferredClassifier(loader.engine()));
        QString problem;
        connect(&session, &ClassifySession::modelFailed, this, [&](const QString &, const Error &error) { problem = error.message; });
        session.openModel(path);
        loader.start();
        QTRY_VERIFY_WITH_TIMEOUT(!session.model().path.isEmpty() || !problem.isEmpty(), 60'000);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));

        LiveAnswers live(&session);
        int answers = 0;
        QString last;
        connect(&live, &LiveAnswers::answered, this, [&](const QImage &, const Prediction &prediction) {
            ++answers;
            last = prediction.error.isEmpty() ? prediction.top.first().name : prediction.error;
        });
        QTimer camera; // thirty frames a second of 1280 × 720
        camera.setTimerType(Qt::PreciseTimer);
        int number = 0;
        connect(&camera, &QTimer::timeout, &live, [&] {
            live.take([value = ++number % 200] {
                QImage frame(1280, 720, QImage::Format_RGB32);
                frame.fill(QColor(value, 120, 255 - value));
                return frame;
            });
        });
        camera.start(33);
        QTRY_VERIFY_WITH_TIMEOUT(answers >= 3, 60'000); // the first ones take longer
        double best = 0;
        for (int attempt = 0; attempt < 30 && best < kFewest; ++attempt) { // a machine that runs other tests beside this one
            QTest::qWait(1000);
            best = std::max(best, live.rate());
        }
        qInfo("%.1f answers a second of 1280 × 720, the last “%s”", best, qPrintable(last));
        QVERIFY2(last.startsWith(QStringLiteral("kind ")), qPrintable(last));
        QVERIFY2(best >= kFewest, qPrintable(QString::number(best)));
    }
};

FLOWER_TEST(tst_LiveModel)
#include "tst_LiveModel.moc"
