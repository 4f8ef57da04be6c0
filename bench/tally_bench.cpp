// SPDX-License-Identifier: Apache-2.0
// Counting answers to the Integrity Survey (28 items, 7 values) and merging what was counted: nanoseconds a response,
// by how the answers lie in memory and how the groups lie among them; merging and writing a state of 30 items.
#include "peersupport/evidence/tally.hpp"
#include "peersupport/exchange/instrument_json.hpp"
#include "peersupport/instrument/bundled.hpp"
#include "workload.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace {

using namespace peersupport;

constexpr std::size_t rows = 200'000;

std::uint64_t next(std::uint64_t& state) {
    std::uint64_t z = state += 0x9E3779B97F4A7C15ULL;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
    return z ^ z >> 31;
}

const instrument& survey() {
    static const instrument read = read_instrument(find_bundled_instrument("integrity-survey")->json).value();
    return read;
}

tally_plan survey_plan(bool with_gram) {
    const std::string_view forms[] = {"person"};
    return tally_plan::compile(survey(), forms, {counted_by::person, with_gram, false}).value();
}

enum class layout : int { columns, matrix, doubles };
enum class grouping : int { one, stretches, mixed };

/// Answers 0 … 4, 3 % each of does-not-apply and declined.
struct batch {
    std::vector<std::uint8_t> bytes;
    std::vector<double> numbers;
    std::vector<answer_column> columns;
    std::vector<tally_key> keys;
    std::vector<std::uint32_t> group;
    std::vector<std::uint64_t> person;

    batch(layout how, grouping groups, std::size_t items) : bytes(rows * items) {
        std::uint64_t state = 7;
        for (std::uint8_t& b : bytes) {
            const std::uint64_t word = next(state);
            b = word % 100 < 3 ? 8 : word % 100 < 6 ? 9 : static_cast<std::uint8_t>((word >> 32) % 5);
        }
        numbers.assign(bytes.begin(), bytes.end());
        for (std::size_t i = 0; i < items; ++i) {
            if (how == layout::matrix)
                columns.push_back({bytes.data() + i, cell_type::u8, static_cast<std::ptrdiff_t>(items)});
            else if (how == layout::columns) columns.push_back({bytes.data() + i * rows, cell_type::u8, 1});
            else columns.push_back({numbers.data() + i * rows, cell_type::f64, 8});
        }
        const std::size_t count = groups == grouping::one ? 1 : 400;
        for (std::size_t g = 0; g < count; ++g) keys.push_back({"", "unit-" + std::to_string(g), "2025-2", "en", ""});
        for (std::size_t r = 0; r < rows; ++r) {
            group.push_back(
                static_cast<std::uint32_t>(groups == grouping::mixed ? next(state) % count : r * count / rows));
            person.push_back(next(state) | 1);
        }
    }
};

void add(benchmark::State& state) {
    const tally_plan plan = survey_plan(state.range(2) != 0);
    const batch of(static_cast<layout>(state.range(0)), static_cast<grouping>(state.range(1)), 28);
    tally_rows by{.groups = of.keys, .group = of.group};
    if (state.range(3) != 0) by.person = of.person;
    for (auto _ : state) {
        tally t(plan, {1, 1});
        const status s = t.add(plan, 0, {of.columns, rows}, by, invalid_policy::raise);
        if (s != status::ok) state.SkipWithError("refused");
        benchmark::DoNotOptimize(t);
    }
    state.counters["ns/response"] =
        benchmark::Counter(static_cast<double>(rows) * static_cast<double>(state.iterations()) * 1e-9,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(add)
    ->ArgNames({"layout", "groups", "gram", "people"})
    ->Args({0, 0, 1, 0})
    ->Args({0, 0, 0, 0})
    ->Args({1, 0, 1, 0})
    ->Args({2, 0, 1, 0})
    ->Args({0, 1, 1, 0})
    ->Args({0, 2, 1, 0})
    ->Args({0, 0, 1, 1})
    ->Args({0, 2, 1, 1})
    ->Unit(benchmark::kMillisecond);

/// 30 items and seven scales, or also one over all items, whose thousands of possible scores are counted one by one.
tally_plan workload_plan(bool overall) {
    instrument of = bench::make_instrument();
    if (!overall) of.forms.front().scales.pop_back();
    const std::string_view forms[] = {"default"};
    return tally_plan::compile(of, forms, {counted_by::response, true, false}).value();
}

/// A state of that workload with one cell.
tally state_of(const tally_plan& plan, std::uint64_t shard, std::size_t n) {
    std::vector<std::uint8_t> bytes(n * bench::items);
    std::uint64_t state = shard;
    for (std::uint8_t& b : bytes) b = static_cast<std::uint8_t>(next(state) % 6);
    std::vector<answer_column> columns;
    for (std::size_t i = 0; i < bench::items; ++i) columns.push_back({bytes.data() + i, cell_type::u8, bench::items});
    const tally_key key{"", "unit", "2025-2", "en", ""};
    tally made(plan, {0, shard});
    static_cast<void>(made.add(plan, 0, {columns, n}, {.groups = {&key, 1}}, invalid_policy::raise));
    return made;
}

void merge(benchmark::State& state) {
    const tally_plan plan = workload_plan(state.range(0) != 0);
    const tally first = state_of(plan, 1, 5'000);
    std::vector<tally> others;
    for (std::uint64_t shard = 2; shard < 66; ++shard) others.push_back(state_of(plan, shard, 5'000));
    for (auto _ : state) {
        state.PauseTiming();
        tally all(first);
        state.ResumeTiming();
        for (const tally& other : others) static_cast<void>(all.merge(other));
        benchmark::DoNotOptimize(all);
    }
    state.counters["us/merge"] = benchmark::Counter(64e-6 * static_cast<double>(state.iterations()),
                                                    benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
    state.counters["bytes"] = static_cast<double>(first.to_bytes().size());
}
BENCHMARK(merge)->ArgName("overall")->Arg(0)->Arg(1);

void write_and_read(benchmark::State& state) {
    const tally_plan plan = workload_plan(true);
    const tally of = state_of(plan, 1, 5'000);
    for (auto _ : state) {
        const auto read = tally::from_bytes(of.to_bytes());
        if (!read) state.SkipWithError("not read");
        benchmark::DoNotOptimize(read);
    }
}
BENCHMARK(write_and_read);

}  // namespace

BENCHMARK_MAIN();
