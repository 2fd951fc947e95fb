// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/BatchLoader.h"

#include "engine/data/PhotoAugmenter.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace flower {

struct BatchLoader::State {
    State(const PhotoCache &photos, std::vector<int> chosen, const Options &settings)
        : cache(photos), indices(std::move(chosen)), options(settings)
    {
    }

    Batch make(int number) const;
    void work(const std::stop_token &stop);

    const PhotoCache &cache;
    std::vector<int> indices;
    std::vector<int> repeats; ///< beside indices: how often the photo came before in this epoch
    const Options options;
    int batches = 0;

    std::mutex mutex;
    std::condition_variable_any changed;
    std::map<int, Batch> ready; ///< guarded by mutex
    int nextToMake = 0;         ///< guarded by mutex
    int nextToGive = 0;         ///< guarded by mutex
    std::vector<std::jthread> threads; ///< last: ends before what it uses
};

Batch BatchLoader::State::make(int number) const
{
    const size_t first = static_cast<size_t>(number) * static_cast<size_t>(options.batchSize);
    const size_t last = std::min(indices.size(), first + static_cast<size_t>(options.batchSize));
    const auto size = static_cast<size_t>(options.imageSize);
    Batch batch;
    batch.count = static_cast<int>(last - first);
    batch.imageSize = options.imageSize;
    batch.pixels.resize((last - first) * size * size * 3);
    uint8_t *target = batch.pixels.data();
    for (size_t position = first; position < last; ++position) {
        const int index = indices[position];
        batch.indices.push_back(index);
        batch.labels.push_back(cache.sample(index).label);
        // A photo that went away since it was first read leaves a grey square: the run goes on.
        const Result<RgbImage> photo = cache.photo(index);
        if (photo) {
            // A photo that comes again in the epoch is drawn as a photo of its own.
            const auto drawn = static_cast<quint64>(index) + static_cast<quint64>(repeats[position]) * static_cast<quint64>(cache.size());
            augmentInto(target, *photo, options.imageSize, options.augmentation,
                        SeededRandom(options.seed, static_cast<quint64>(options.epoch) + 1, drawn));
        } else {
            std::fill_n(target, size * size * 3, uint8_t{127});
        }
        target += size * size * 3;
    }
    return batch;
}

void BatchLoader::State::work(const std::stop_token &stop)
{
    while (true) {
        int number = 0;
        {
            std::unique_lock lock(mutex);
            if (!changed.wait(lock, stop, [this] { return nextToMake >= batches || nextToMake < nextToGive + options.ahead; })
                || nextToMake >= batches)
                return;
            number = nextToMake++;
        }
        Batch batch = make(number);
        {
            const std::lock_guard lock(mutex);
            ready.emplace(number, std::move(batch));
        }
        changed.notify_all();
    }
}

BatchLoader::BatchLoader(const PhotoCache &cache, std::vector<int> indices, const Options &options)
    : m_state(std::make_unique<State>(cache, std::move(indices), options))
{
    if (options.shuffle)
        SeededRandom(options.seed, 0, static_cast<quint64>(options.epoch)).shuffle(m_state->indices);
    std::vector<int> seen(static_cast<size_t>(cache.size()), 0);
    for (const int index : m_state->indices)
        m_state->repeats.push_back(seen[static_cast<size_t>(index)]++);
    const auto count = static_cast<int>(m_state->indices.size());
    m_state->batches = (count + options.batchSize - 1) / options.batchSize;
    m_state->nextToMake = m_state->nextToGive = options.firstBatch;
    for (int thread = 0; thread < std::max(1, options.threads); ++thread)
        m_state->threads.emplace_back([state = m_state.get()](const std::stop_token &stop) { state->work(stop); });
}

BatchLoader::~BatchLoader() = default;

int BatchLoader::batchCount() const
{
    return m_state->batches;
}

std::optional<Batch> BatchLoader::next()
{
    State &state = *m_state;
    std::unique_lock lock(state.mutex);
    if (state.nextToGive >= state.batches)
        return std::nullopt;
    state.changed.wait(lock, [&state] { return state.ready.count(state.nextToGive) > 0; });
    Batch batch = std::move(state.ready.extract(state.nextToGive).mapped());
    ++state.nextToGive;
    lock.unlock();
    state.changed.notify_all();
    return batch;
}

} // namespace flower
