// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/CurveData.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace flower;

class tst_CurveData : public QObject
{
    Q_OBJECT

    static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

    static double value(int index)
    {
        return index % 997 == 0 ? kNone : std::sin(index * 12.9898) * (1 + index % 13) + index * 1e-4;
    }
    static CurveData filled(int count)
    {
        CurveData data;
        for (int index = 0; index < count; ++index)
            data.append(index * 0.001, value(index));
        return data;
    }
    /// The slow way.
    static std::optional<CurveData::Range> searched(const CurveData &data, double low, double high, bool positive)
    {
        std::optional<CurveData::Range> range;
        for (const QPointF &point : data.points()) {
            if (point.x() < low || point.x() > high || !std::isfinite(point.y()) || (positive && point.y() <= 0))
                continue;
            if (!range)
                range = CurveData::Range{point.y(), point.y()};
            range->low = std::min(range->low, point.y());
            range->high = std::max(range->high, point.y());
        }
        return range;
    }

private Q_SLOTS:
    void rangesAreThoseOfASearch_data()
    {
        QTest::addColumn<bool>("assigned");
        QTest::newRow("appended") << false;
        QTest::newRow("assigned") << true;
    }
    void rangesAreThoseOfASearch()
    {
        QFETCH(const bool, assigned);
        for (const int count : {0, 1, 15, 16, 17, 255, 257, 5000, 70'001}) {
            CurveData data = filled(count);
            if (assigned) {
                const QList<QPointF> points = data.points();
                data = {};
                data.assign(points);
                data.append(count * 0.001, value(count)); // goes on where it was filled
            }
            for (const auto &[low, high] : {std::pair{-1.0, 1000.0}, std::pair{0.0, 0.016}, std::pair{0.0155, 4.3},
                                            std::pair{3.2, 3.2}, std::pair{17.3, 66.6}, std::pair{900.0, 901.0}}) {
                for (const bool positive : {false, true}) {
                    const auto expected = searched(data, low, high, positive);
                    const auto found = data.range(low, high, positive);
                    QCOMPARE(found.has_value(), expected.has_value());
                    if (expected) {
                        QCOMPARE(found->low, expected->low);
                        QCOMPARE(found->high, expected->high);
                    }
                }
            }
        }
    }

    void rangesFollowOtherValues()
    {
        constexpr int kCount = 70'001;
        CurveData data = filled(kCount);
        for (const auto &[begin, end] : {std::pair{0, 100}, std::pair{100, 65'537}, std::pair{65'537, kCount}}) {
            data.setValues(begin, end, [](int index) { return 3 - value(index); });
            for (const auto &[low, high] : {std::pair{-1.0, 1000.0}, std::pair{0.09, 0.11}, std::pair{17.3, 66.6}}) {
                const auto expected = searched(data, low, high, false);
                const auto found = data.range(low, high, false);
                QVERIFY(found && expected);
                QCOMPARE(found->low, expected->low);
                QCOMPARE(found->high, expected->high);
            }
        }
        QCOMPARE(data.points().at(70'000), QPointF(70, 3 - value(70'000)));
    }

    void fewPointsAreDrawnAsTheyAre()
    {
        const CurveData data = filled(100);
        QCOMPARE(data.sampled(-1, 1, 100).size(), 100);
        QCOMPARE(data.sampled(0.0205, 0.0295, 100).size(), 9 + 2); // and one beyond each end
        QVERIFY(CurveData().sampled(0, 1, 100).isEmpty());
    }

    void manyPointsKeepTheirOutline()
    {
        const CurveData data = filled(100'000);
        constexpr int kColumns = 300;
        const double low = 10;
        const double high = 90;
        const QList<QPointF> drawn = data.sampled(low, high, kColumns);
        QVERIFY(drawn.size() <= 4 * kColumns + 2);
        QVERIFY(std::is_sorted(drawn.cbegin(), drawn.cend(), [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
        QVERIFY(drawn.first().x() < low && drawn.last().x() > high);
        CurveData outline;
        outline.assign(drawn);
        for (int column = 0; column < kColumns; ++column) {
            const double left = low + (high - low) * column / kColumns;
            const double right = std::nextafter(low + (high - low) * (column + 1) / kColumns, 0.0);
            const auto expected = searched(data, left, right, false);
            const auto found = outline.range(left, right, false);
            QVERIFY(found && expected);
            QCOMPARE(found->low, expected->low);
            QCOMPARE(found->high, expected->high);
        }
    }

    void thePointUnderThePointer()
    {
        const CurveData data = filled(10);
        QCOMPARE(data.nearest(-5).x(), 0.0);
        QCOMPARE(data.nearest(0.0034).x(), 0.003);
        QCOMPARE(data.nearest(0.0036).x(), 0.004);
        QCOMPARE(data.nearest(7).x(), 0.009);
    }
};

FLOWER_TEST(tst_CurveData)
#include "tst_CurveData.moc"
