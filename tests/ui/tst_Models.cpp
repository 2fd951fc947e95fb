// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"
#include "tests/ui/FakeModels.h"
#include "tests/ui/FakePhotos.h"
#include "ui/models/ClassTableModel.h"
#include "ui/models/EpochTableModel.h"
#include "ui/models/PhotoListModel.h"
#include "ui/models/PredictionListModel.h"
#include "ui/models/RunTableModel.h"
#include "ui/models/ThumbnailLoader.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QSignalSpy>
#include <QTest>

using namespace flower;
using namespace flower::testing;

/// Each model under Qt's own model tester.
class tst_Models : public QObject
{
    Q_OBJECT

    static constexpr auto kMode = QAbstractItemModelTester::FailureReportingMode::QtTest;

private Q_SLOTS:
    void classes()
    {
        ClassTableModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        model.setDataset(fakeDataset(6, 20));
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(model.index(0, ClassTableModel::Photos).data().toString(), QStringLiteral("120"));
        QCOMPARE(model.index(1, ClassTableModel::Test).data().toString(), QStringLiteral("4"));
        QCOMPARE(model.index(1, ClassTableModel::Photos).data(ClassTableModel::ShareRole).toDouble(), 1.0);
        model.setDataset({});
        QCOMPARE(model.rowCount(), 0);
    }

    void epochs()
    {
        EpochTableModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        EpochResult epoch;
        epoch.epoch = 1;
        epoch.valTop1 = 0.5;
        epoch.isBest = true;
        model.append(epoch);
        epoch.epoch = 2;
        model.append(epoch);
        QVERIFY(!model.index(0, 0).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(model.index(1, 0).data(Qt::FontRole).value<QFont>().bold());
        QCOMPARE(model.index(0, 5).data().toString(), QStringLiteral("50.0 %"));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void runs()
    {
        RunTableModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        RunRecord run;
        run.state = RunState::Stopped;
        run.testTop1 = -1;
        model.setRuns({run});
        QCOMPARE(model.index(0, 5).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(0, 6).data().toString(), QStringLiteral("stopped early"));
    }

    void photosLoadTheirPicturesWhenAsked()
    {
        ThumbnailLoader thumbnails(std::make_shared<FakePhotos>(), 64);
        PhotoListModel model(&thumbnails);
        const QAbstractItemModelTester tester(&model, kMode);
        model.setDataset(fakeDataset(2, 10));
        QCOMPARE(model.rowCount(), 20);
        model.setFilter(1, Subset::Test);
        QCOMPARE(model.rowCount(), 2);
        QSignalSpy changed(&model, &PhotoListModel::dataChanged);
        QVERIFY(model.index(1).data(Qt::DecorationRole).value<QPixmap>().isNull());
        QTRY_COMPARE(changed.size(), 1); // the row whose picture came, and no other
        QCOMPARE(changed.first().at(0).toModelIndex(), model.index(1));
        QCOMPARE(changed.first().at(1).toModelIndex(), model.index(1));
        QVERIFY(!model.index(1).data(Qt::DecorationRole).value<QPixmap>().isNull());
        QVERIFY(!model.index(0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
    }

    void answersComeInOrder()
    {
        ThumbnailLoader thumbnails(std::make_shared<FakePhotos>(), 64);
        PredictionListModel model(&thumbnails);
        const QAbstractItemModelTester tester(&model, kMode);
        FakeClassifier classifier;
        const QList<PhotoInput> photos{{QStringLiteral("/a.jpg"), {}}, {QStringLiteral("/=b.jpg"), {}}, {QStringLiteral("/c.jpg"), {}}};
        model.ask(photos);
        model.answer(classifier.classify(photos.at(0), 5), 0);
        QVERIFY(model.prediction(0));
        QVERIFY(!model.prediction(1));
        model.dropWaiting();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(answersCsv({model.row(0)}).count('\n'), 2);
        model.answer(classifier.classify(photos.at(1), 5), 0); // an answer that nobody waits for
        QCOMPARE(model.rowCount(), 1);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void anAnswerSaysWhenItCannotBeCountedOn()
    {
        FakeClassifier classifier;
        const Prediction sure = classifier.classify({QStringLiteral("/a.jpg"), {}}, 5);
        QCOMPARE(PredictionListModel::headline(sure), sure.top.first().name);
        const Prediction unsure = classifier.classify({QStringLiteral("/unsure.jpg"), {}}, 5);
        QVERIFY(PredictionListModel::headline(unsure).startsWith(QStringLiteral("Not sure")));
        QVERIFY(PredictionListModel::headline(unsure).contains(unsure.candidates.last().name));
        const Prediction none = classifier.classify({QStringLiteral("/wall.jpg"), {}}, 5);
        QVERIFY(PredictionListModel::headline(none).startsWith(QStringLiteral("None of these")));

        ThumbnailLoader thumbnails(std::make_shared<FakePhotos>(), 64);
        PredictionListModel model(&thumbnails);
        model.ask({{QStringLiteral("/unsure.jpg"), {}}});
        model.answer(unsure, 0);
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Not sure")));
        QVERIFY(answersCsv({model.row(0)}).endsWith(",1,0,\n"));
    }

    void aPhotoThatCannotBeReadIsTriedOnce()
    {
        class Broken : public PhotoSource
        {
        public:
            mutable std::atomic<int> calls{0};
            Result<RgbImage> load(const PhotoInput &, int) const override
            {
                ++calls;
                return Error{ErrorCode::Unreadable, QStringLiteral("no")};
            }
        };
        const auto source = std::make_shared<Broken>();
        ThumbnailLoader thumbnails(source, 64);
        QSignalSpy loaded(&thumbnails, &ThumbnailLoader::loaded);
        QVERIFY(thumbnails.pixmap({QStringLiteral("/a"), {}}).isNull());
        QTRY_COMPARE(loaded.size(), 1);
        thumbnails.pixmap({QStringLiteral("/a"), {}});
        QCOMPARE(source->calls, 1);
    }

    void picturesTakeNoMoreMemoryThanTheyMay()
    {
        constexpr int kPhotos = 380;
        ThumbnailLoader thumbnails(std::make_shared<FakePhotos>(), 320);
        QSignalSpy loaded(&thumbnails, &ThumbnailLoader::loaded);
        const auto photo = [](int number) { return PhotoInput{QStringLiteral("/%1.jpg").arg(number), {}}; };
        for (int number = 0; number < kPhotos; ++number)
            thumbnails.pixmap(photo(number));
        QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), kPhotos, 60'000); // a busy machine takes its time
        qint64 bytes = 0;
        int kept = 0;
        for (int number = 0; number < kPhotos; ++number) {
            const QPixmap picture = thumbnails.pixmap(photo(number));
            bytes += 4 * static_cast<qint64>(picture.width()) * picture.height();
            kept += picture.isNull() ? 0 : 1;
        }
        QVERIFY2(bytes <= ThumbnailLoader::kMostBytes, qPrintable(QString::number(bytes)));
        QVERIFY2(kept > 300, qPrintable(QString::number(kept))); // more than a screen shows
    }
};

FLOWER_TEST(tst_Models)
#include "tst_Models.moc"
