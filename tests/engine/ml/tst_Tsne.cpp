// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/mapping/Tsne.h"

#include "tests/support/TestMain.h"

#include <ATen/Parallel.h>

#include <QTest>

#include <cmath>

using namespace flower;

class tst_Tsne : public QObject
{
    Q_OBJECT

    static constexpr int kBlobs = 3;

    /// Three Gaussian blobs in 64 dimensions, 8 spreads apart: row r belongs to blob r % 3.
    static torch::Tensor blobs(int rows)
    {
        torch::manual_seed(11);
        torch::Tensor features = torch::randn({rows, 64});
        for (int64_t row = 0; row < rows; ++row)
            features[row][row % kBlobs] += 16.0F;
        return features;
    }
    static torch::Tensor placesOf(const torch::Tensor &rows, Tsne::Options options = {})
    {
        const std::optional<torch::Tensor> places = Tsne(options).places(rows, [](int, const torch::Tensor &) { return true; });
        return places.value_or(torch::Tensor());
    }
    /// The part of the rows whose nearest other row is of the same blob.
    static double purity(const torch::Tensor &places)
    {
        torch::Tensor distances = torch::cdist(places, places);
        distances.fill_diagonal_(1e9);
        const torch::Tensor nearest = distances.argmin(1);
        const torch::Tensor own = torch::arange(places.size(0)).remainder(kBlobs);
        return (nearest.remainder(kBlobs) == own).to(torch::kFloat64).mean().item<double>();
    }

private Q_SLOTS:
    void blobsStayApart()
    {
        const torch::Tensor places = placesOf(blobs(150));
        QCOMPARE(places.size(0), 150);
        QCOMPARE(places.size(1), 2);
        QVERIFY(places.isfinite().all().item<bool>());
        QVERIFY2(purity(places) > 0.95, qPrintable(QString::number(purity(places))));
        // and each is a group of its own: its spread is small beside the distances between the middles
        double widest = 0.0;
        std::vector<torch::Tensor> middles;
        for (int blob = 0; blob < kBlobs; ++blob) {
            const torch::Tensor own = places.slice(0, blob, places.size(0), kBlobs);
            middles.push_back(own.mean(0));
            widest = std::max(widest, (own - own.mean(0)).norm(2, 1).mean().item<double>());
        }
        for (int blob = 0; blob < kBlobs; ++blob)
            QVERIFY((middles.at(blob) - middles.at((blob + 1) % kBlobs)).norm().item<double>() > 2 * widest);
    }

    void theSameSeedGivesTheSamePlaces()
    {
        Tsne::Options options;
        options.steps = 60;
        const torch::Tensor rows = blobs(600); // enough of them for several threads
        const torch::Tensor first = placesOf(rows, options);
        const int threads = at::get_num_threads();
        at::set_num_threads(1);
        const torch::Tensor alone = placesOf(rows, options);
        at::set_num_threads(threads);
        QVERIFY(torch::equal(first, alone));
        options.seed = 2;
        QVERIFY(!torch::equal(first, placesOf(rows, options)));
    }

    void fewRowsHavePlacesToo_data()
    {
        QTest::addColumn<int>("rows");
        for (const int rows : {1, 2, 3, 4, 5, 6, 10})
            QTest::addRow("%d", rows) << rows;
    }
    void fewRowsHavePlacesToo()
    {
        QFETCH(int, rows);
        const torch::Tensor places = placesOf(blobs(rows));
        QCOMPARE(places.size(0), rows);
        QVERIFY(places.isfinite().all().item<bool>());
        for (int64_t row = 1; row < rows; ++row)
            QVERIFY((places[row] - places[row - 1]).norm().item<double>() > 1e-6);
    }

    void rowsThatAreTheSameHavePlaces()
    {
        const torch::Tensor places = placesOf(torch::ones({30, 8}));
        QVERIFY(places.isfinite().all().item<bool>());
    }

    void neighbourhoodsHaveTheirPerplexity()
    {
        const torch::Tensor neighbours = Tsne::neighbourhoods(blobs(120), 10);
        QVERIFY(torch::equal(neighbours, neighbours.t()));
        QVERIFY(std::abs(neighbours.sum().item<double>() - 1) < 1e-4);
        QCOMPARE(neighbours.diagonal().abs().max().item<double>(), 0.0);
        // before they were made symmetric each row had the perplexity asked for: on average it is still near
        const torch::Tensor rows = (neighbours / neighbours.sum(1, true)).to(torch::kFloat64);
        const double entropy = -(rows * rows.clamp_min(1e-12).log()).sum(1).mean().item<double>();
        QVERIFY2(std::exp(entropy) > 8 && std::exp(entropy) < 16, qPrintable(QString::number(std::exp(entropy))));
    }

    void canBeEnded()
    {
        int last = 0;
        const std::optional<torch::Tensor> places = Tsne({}).places(blobs(30), [&last](int step, const torch::Tensor &present) {
            last = step;
            return step < 40 && present.size(0) == 30;
        });
        QVERIFY(!places);
        QCOMPARE(last, 40);
    }
};

FLOWER_TEST(tst_Tsne)
#include "tst_Tsne.moc"
