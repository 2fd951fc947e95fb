// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RowProxyModel.h"

#include "tests/support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace flower;

namespace {

/// Shows the texts that hold `wanted`, by their length.
class ByLength : public RowProxyModel
{
public:
    void setWanted(const QString &wanted)
    {
        m_wanted = wanted;
        sift();
    }
    using RowProxyModel::sift;

protected:
    [[nodiscard]] bool accepts(int row) const override { return text(row).contains(m_wanted); }
    void arrange(std::vector<int> &rows, int, Qt::SortOrder order) const override
    {
        std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
            return order == Qt::AscendingOrder ? text(a).size() < text(b).size() : text(a).size() > text(b).size();
        });
    }

private:
    [[nodiscard]] QString text(int row) const { return sourceModel()->index(row, 0).data().toString(); }

    QString m_wanted;
};

QStringList texts(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, 0).data().toString());
    return texts;
}

} // namespace

/// Rows are left out and ordered as QSortFilterProxyModel would, and the views are told in a few pieces.
class tst_RowProxyModel : public QObject
{
    Q_OBJECT

    static constexpr auto kMode = QAbstractItemModelTester::FailureReportingMode::QtTest;

private Q_SLOTS:
    void showsSomeInOrder()
    {
        QStringListModel source({QStringLiteral("iris"), QStringLiteral("daisy"), QStringLiteral("ivy"), QStringLiteral("oak")});
        ByLength shown;
        QCOMPARE(shown.rowCount(), 0); // nothing to show yet
        shown.setSourceModel(&source);
        const QAbstractItemModelTester tester(&shown, kMode);
        QCOMPARE(texts(shown), source.stringList());
        shown.sort(0);
        QCOMPARE(texts(shown), QStringList({QStringLiteral("ivy"), QStringLiteral("oak"), QStringLiteral("iris"), QStringLiteral("daisy")}));
        shown.sort(0, Qt::DescendingOrder);
        QCOMPARE(texts(shown), QStringList({QStringLiteral("daisy"), QStringLiteral("iris"), QStringLiteral("ivy"), QStringLiteral("oak")}));
        shown.setWanted(QStringLiteral("i"));
        QCOMPARE(texts(shown), QStringList({QStringLiteral("daisy"), QStringLiteral("iris"), QStringLiteral("ivy")}));
        QVERIFY(!shown.mapFromSource(source.index(3, 0)).isValid());
        QCOMPARE(shown.mapToSource(shown.index(0, 0)), source.index(1, 0));
        QCOMPARE(shown.headerData(0, Qt::Vertical), source.headerData(1, Qt::Vertical));
        shown.sort(-1);
        QCOMPARE(texts(shown), QStringList({QStringLiteral("iris"), QStringLiteral("daisy"), QStringLiteral("ivy")}));
        source.setStringList({QStringLiteral("lily"), QStringLiteral("elm")});
        QCOMPARE(texts(shown), QStringList{QStringLiteral("lily")});
    }

    void standsStillUntilItIsSifted()
    {
        QStringListModel source({QStringLiteral("iris"), QStringLiteral("daisy")});
        ByLength shown;
        shown.setSourceModel(&source);
        shown.setWanted(QStringLiteral("i"));
        shown.sort(0);
        const QAbstractItemModelTester tester(&shown, kMode);
        QSignalSpy changed(&shown, &QAbstractItemModel::dataChanged);
        source.setData(source.index(0, 0), QStringLiteral("dandelion")); // longer, and still with an i
        QCOMPARE(texts(shown), QStringList({QStringLiteral("dandelion"), QStringLiteral("daisy")}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex(), shown.index(0, 0));
        source.insertRows(2, 1);
        QCOMPARE(shown.rowCount(), 2); // an empty text isn't accepted
        source.setData(source.index(2, 0), QStringLiteral("ivy"));
        QCOMPARE(shown.rowCount(), 2);
        QCOMPARE(changed.size(), 1); // not shown, so no view is told
        shown.sift();
        QCOMPARE(texts(shown), QStringList({QStringLiteral("ivy"), QStringLiteral("daisy"), QStringLiteral("dandelion")}));
    }

    void viewsAreToldInAFewPieces()
    {
        QStringList all;
        for (int number = 0; number < 300; ++number)
            all.append(QString(1 + number * 7 % 11, number % 3 == 0 ? QLatin1Char('x') : QLatin1Char('o')));
        QStringListModel source(all);
        ByLength shown;
        shown.setSourceModel(&source);
        shown.sort(0);
        QSignalSpy removed(&shown, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&shown, &QAbstractItemModel::rowsInserted);
        QSignalSpy ordered(&shown, &QAbstractItemModel::layoutChanged);
        shown.setWanted(QStringLiteral("x"));
        QCOMPARE(shown.rowCount(), 100);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(ordered.size(), 1); // to the front, before they went
        shown.setWanted(QStringLiteral("o")); // all others
        QCOMPARE(shown.rowCount(), 200);
        QCOMPARE(removed.size(), 2);
        QCOMPARE(inserted.size(), 1);
        ordered.clear();
        shown.sift();
        QCOMPARE(ordered.size(), 0); // nothing changed
    }

    void selectionsStay()
    {
        QStringListModel source({QStringLiteral("iris"), QStringLiteral("daisy"), QStringLiteral("ivy"), QStringLiteral("oak")});
        ByLength shown;
        shown.setSourceModel(&source);
        QItemSelectionModel selection(&shown);
        const auto selected = [&] {
            QStringList texts;
            for (const QModelIndex &index : selection.selectedRows())
                texts.append(index.data().toString());
            texts.sort();
            return texts;
        };
        selection.select(shown.index(1, 0), QItemSelectionModel::Select); // daisy
        selection.select(shown.index(3, 0), QItemSelectionModel::Select); // oak
        selection.setCurrentIndex(shown.index(1, 0), QItemSelectionModel::NoUpdate);
        shown.sort(0);
        QCOMPARE(selected(), QStringList({QStringLiteral("daisy"), QStringLiteral("oak")}));
        QCOMPARE(selection.currentIndex().data().toString(), QStringLiteral("daisy"));
        shown.setWanted(QStringLiteral("i")); // no oak
        QCOMPARE(selected(), QStringList{QStringLiteral("daisy")});
        QCOMPARE(selection.currentIndex().row(), 2);
        shown.setWanted({});
        QCOMPARE(selected(), QStringList{QStringLiteral("daisy")});
        QCOMPARE(selection.currentIndex().data().toString(), QStringLiteral("daisy"));
        source.removeRows(0, 1); // iris
        QCOMPARE(selected(), QStringList{QStringLiteral("daisy")});
        source.removeRows(0, 1);
        QVERIFY(!selection.hasSelection());
    }

    void theCurrentRowGoesToItsNeighbour()
    {
        QStringListModel source({QStringLiteral("iris"), QStringLiteral("daisy"), QStringLiteral("oak"), QStringLiteral("ivy"), QStringLiteral("elm")});
        ByLength shown;
        shown.setSourceModel(&source);
        QItemSelectionModel selection(&shown);
        selection.setCurrentIndex(shown.index(2, 0), QItemSelectionModel::NoUpdate); // oak
        shown.setWanted(QStringLiteral("i"));
        QCOMPARE(selection.currentIndex().data().toString(), QStringLiteral("daisy"));
        shown.setWanted({});
        selection.setCurrentIndex(shown.index(0, 0), QItemSelectionModel::NoUpdate); // iris
        shown.setWanted(QStringLiteral("a")); // daisy and oak
        QCOMPARE(selection.currentIndex().data().toString(), QStringLiteral("daisy")); // nothing is above

        QStringList many;
        for (int number = 0; number < 100; ++number)
            many.append(QStringLiteral("%1%2").arg(number % 2 == 0 ? QLatin1Char('x') : QLatin1Char('o')).arg(number));
        source.setStringList(many);
        shown.setWanted({});
        selection.setCurrentIndex(shown.index(50, 0), QItemSelectionModel::NoUpdate);
        shown.setWanted(QStringLiteral("o"));
        QCOMPARE(selection.currentIndex().data().toString(), QStringLiteral("o1")); // the first
    }

    void isRightAfterAnyChange()
    {
        QRandomGenerator random(5); // seeded: the same changes each time
        const auto someText = [&] { return QString(random.bounded(1, 9), QLatin1Char("abc"[random.bounded(3)])); };
        QStringListModel source;
        ByLength shown;
        shown.setSourceModel(&source);
        const QAbstractItemModelTester tester(&shown, kMode);
        QString wanted;
        Qt::SortOrder order = Qt::AscendingOrder;
        for (int change = 0; change < 600; ++change) {
            const int rows = source.rowCount();
            const int row = random.bounded(rows + 1);
            switch (random.bounded(7)) {
            case 0:
            case 1: {
                const int count = random.bounded(1, 5);
                source.insertRows(row, count);
                for (int at = row; at < row + count; ++at)
                    source.setData(source.index(at, 0), someText());
                break;
            }
            case 2:
                if (row < rows)
                    source.removeRows(row, random.bounded(1, std::min(4, rows - row) + 1));
                break;
            case 3:
                if (row < rows)
                    source.setData(source.index(row, 0), someText());
                break;
            case 4:
                order = random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
                shown.sort(random.bounded(2) - 1, order);
                break;
            case 5:
                wanted = random.bounded(3) == 0 ? QString() : QString(QLatin1Char("abc"[random.bounded(3)]));
                shown.setWanted(wanted);
                break;
            default:
                if (random.bounded(20) == 0)
                    source.setStringList({someText(), someText(), someText()});
            }
            for (int at = 0; at < shown.rowCount(); ++at)
                QCOMPARE(shown.mapFromSource(shown.mapToSource(shown.index(at, 0))), shown.index(at, 0));
            shown.sift();
            QStringList expected = source.stringList().filter(wanted);
            if (shown.sortColumn() >= 0) {
                std::stable_sort(expected.begin(), expected.end(), [&](const QString &a, const QString &b) {
                    return order == Qt::AscendingOrder ? a.size() < b.size() : a.size() > b.size();
                });
            }
            QCOMPARE(texts(shown), expected);
        }
    }

    void withoutASourceItIsEmpty()
    {
        auto source = std::make_unique<QStringListModel>(QStringList{QStringLiteral("iris")});
        ByLength shown;
        shown.setSourceModel(source.get());
        const QModelIndex old = shown.index(0, 0);
        source.reset();
        QCOMPARE(shown.rowCount(), 0);
        QCOMPARE(shown.columnCount(), 0);
        QVERIFY(!shown.data(old).isValid());
        shown.sort(0);
        QStringListModel another({QStringLiteral("ivy"), QStringLiteral("elm")});
        shown.setSourceModel(&another);
        shown.setSourceModel(&another);
        QCOMPARE(texts(shown), another.stringList());
        QVERIFY(shown.hasChildren());
        shown.setWanted(QStringLiteral("nowhere"));
        QVERIFY(!shown.hasChildren());
        shown.setWanted({});
        shown.setSourceModel(nullptr);
        QCOMPARE(shown.rowCount(), 0);
    }
};

FLOWER_TEST(tst_RowProxyModel)
#include "tst_RowProxyModel.moc"
