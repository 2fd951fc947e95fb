// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"
#include "tests/ui/FakePhotos.h"
#include "ui/models/AnsweredPhotosModel.h"
#include "ui/models/ClassReportModel.h"
#include "ui/models/ConfusedPairsModel.h"
#include "ui/models/ReliabilityTableModel.h"
#include "ui/models/ThumbnailLoader.h"

#include <QAbstractItemModelTester>
#include <QPixmap>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace flower;
using namespace flower::testing;

class tst_ResultModels : public QObject
{
    Q_OBJECT

    static constexpr auto kMode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    const QStringList m_names{QStringLiteral("=aster"), QStringLiteral("Rose, red"), QStringLiteral("tulip <b>")};

private Q_SLOTS:
    void pairsAreFoundInEitherOrder()
    {
        ConfusedPairsModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        model.setPairs({{1, 2, 3, 1}, {0, 2, 0, 1}}, m_names);
        QCOMPARE(model.rowOf(2, 1), 0);
        QCOMPARE(model.rowOf(0, 2), 1);
        QCOMPARE(model.rowOf(0, 1), -1);
        QCOMPARE(model.rowOf(2, 2), -1);
        QCOMPARE(model.index(0, ConfusedPairsModel::FirstAsSecond).data().toString(), QStringLiteral("3"));
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
        model.setPairs({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void theReportIsShownSortedAndWritten()
    {
        ClassReportModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        model.setReport({{0, 4, 0.5, 0.25, 1.0 / 3, 2, 3}, {1, 0, 0.0, 0.0, 0.0, -1, 0}}, m_names);
        QCOMPARE(model.index(0, ClassReportModel::Precision).data().toString(), QStringLiteral("50.0 %"));
        QCOMPARE(model.index(0, ClassReportModel::ConfusedWith).data().toString(), QStringLiteral("tulip <b> (3)"));
        QCOMPARE(model.index(1, ClassReportModel::Recall).data().toString(), QStringLiteral("–")); // no photos to stand on
        QCOMPARE(model.index(0, ClassReportModel::Recall).data(ClassReportModel::SortRole).toDouble(), 0.25);
        QCOMPARE(model.toCsv({1, 0}),
                 QByteArray("class,precision,recall,f1,photos,most_confused_with,most_confused_photos\n"
                            "\"Rose, red\",0.000000,0.000000,0.000000,0,,0\n"
                            "'=aster,0.500000,0.250000,0.333333,4,tulip <b>,3\n"));
    }

    void theDiagramAsATableLeavesEmptyBinsOut()
    {
        ReliabilityTableModel model;
        const QAbstractItemModelTester tester(&model, kMode);
        const QList<ReliabilityBin> after{{0.0, 0.5, 0, 0.0, 0.0}, {0.5, 1.0, 10, 0.9, 0.8}};
        model.setDiagrams(after, {});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.columnCount(), int(ReliabilityTableModel::PhotosBefore)); // nothing is known of before
        QCOMPARE(model.index(0, ReliabilityTableModel::Accuracy).data().toString(), QStringLiteral("80.0 %"));
        model.setDiagrams(after, {{0.0, 0.5, 2, 0.4, 0.5}, {0.5, 1.0, 8, 0.95, 0.75}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, ReliabilityTableModel::Accuracy).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(1, ReliabilityTableModel::AccuracyBefore).data().toString(), QStringLiteral("75.0 %"));
    }

    void theWorstPhotosComeFirstAndLoadWhenAsked()
    {
        ThumbnailLoader thumbnails(std::make_shared<FakePhotos>(), 64);
        AnsweredPhotosModel model(&thumbnails);
        const QAbstractItemModelTester tester(&model, kMode);
        model.setPhotos({{QStringLiteral("/a.jpg"), 0, {1, 0}, {0.6, 0.4}, 0.9}, {QStringLiteral("/b.jpg"), 0, {2, 0}, {0.9, 0.1}, 2.3}}, m_names);
        QCOMPARE(model.photo(0).path, QStringLiteral("/b.jpg"));
        const QString tip = model.index(0).data(Qt::ToolTipRole).toString();
        // Qt takes it for text: it looks for markup in the first line only.
        QVERIFY2(tip.contains(QStringLiteral("90.0 %")) && tip.contains(QStringLiteral("tulip <b>")) && !Qt::mightBeRichText(tip), qPrintable(tip));
        QVERIFY(model.index(0).data(Qt::DecorationRole).value<QPixmap>().isNull());
        QTRY_VERIFY(!model.index(0).data(Qt::DecorationRole).value<QPixmap>().isNull());
        QCOMPARE(model.missing(), 0);
    }

    void movedPhotosAreCounted()
    {
        class Moved : public PhotoSource
        {
        public:
            Result<RgbImage> load(const PhotoInput &, int) const override
            {
                return Error{ErrorCode::NotFound, QStringLiteral("not there")};
            }
        };
        ThumbnailLoader thumbnails(std::make_shared<Moved>(), 64);
        AnsweredPhotosModel model(&thumbnails);
        const QAbstractItemModelTester tester(&model, kMode);
        const QList<PhotoResult> photos{{QStringLiteral("/a.jpg"), 0, {1}, {0.6}, 0.9}, {QStringLiteral("/b.jpg"), 0, {2}, {0.9}, 2.3}};
        model.setPhotos(photos, m_names);
        model.index(1).data(Qt::DecorationRole);
        QTRY_COMPARE(model.missing(), 1); // the other one wasn't looked at
        QVERIFY(model.index(1).data(AnsweredPhotosModel::MissingRole).toBool());
        QVERIFY(!model.index(0).data(AnsweredPhotosModel::MissingRole).toBool());
        model.setPhotos(photos, m_names); // what was tried is known
        QCOMPARE(model.missing(), 1);
        model.setPhotos({}, m_names);
        QCOMPARE(model.missing(), 0);
    }
};

FLOWER_TEST(tst_ResultModels)
#include "tst_ResultModels.moc"
