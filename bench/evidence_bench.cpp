// SPDX-License-Identifier: Apache-2.0
// evidence_bench: the exact sums behind reliability, in C++. Workload: bytes 1…5, 0 missing.
#include "evidence/philox.hpp"
#include "peersupport/evidence/bootstrap.hpp"
#include "peersupport/evidence/reliability.hpp"

#include <benchmark/benchmark.h>

#include <vector>

namespace {

using namespace peersupport;

constexpr std::size_t items = 30;

/// One factor, roughly; about 6.7 % missing where there are gaps. Row by row.
std::vector<std::uint8_t> answers(std::size_t rows, bool gaps) {
    std::vector<std::uint8_t> to(rows * items);
    for (std::size_t r = 0; r < rows; ++r) {
        const std::uint32_t person = evidence::philox({static_cast<std::uint32_t>(r), 0, 0, 1}, 7)[0] % 5;
        for (std::size_t i = 0; i < items; ++i) {
            const auto u = evidence::philox({static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(i), 0, 0}, 7);
            to[r * items + i] = static_cast<std::uint8_t>(gaps && u[1] % 15 == 0 ? 0 : 1 + (person + u[0] % 5) / 2);
        }
    }
    return to;
}

std::vector<std::uint8_t> turned(const std::vector<std::uint8_t>& rows) {
    std::vector<std::uint8_t> to(rows.size());
    const std::size_t n = rows.size() / items;
    for (std::size_t r = 0; r < n; ++r)
        for (std::size_t i = 0; i < items; ++i) to[i * n + r] = rows[r * items + i];
    return to;
}

const byte_points& points() {
    static const byte_points made = [] {
        byte_points p;
        p.points.fill(byte_points::missing);
        for (std::uint8_t v = 1; v <= 5; ++v) p.points[v] = v;
        return p;
    }();
    return made;
}

byte_matrix by_rows(const std::vector<std::uint8_t>& cells) { return {cells.data(), cells.size() / items, items, 1}; }

void alpha(benchmark::State& state, const byte_matrix& cells) {
    for (auto _ : state) {
        gram g(items);
        if (g.add(cells, {&points(), 1}) != status::ok) state.SkipWithError("add");
        benchmark::DoNotOptimize(cronbach_alpha(covariance_matrix::of(g, missing_rows::pairwise)));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(cells.rows));
}

void alpha_row_major(benchmark::State& state) {
    const auto cells = answers(static_cast<std::size_t>(state.range(0)), true);
    alpha(state, by_rows(cells));
}

void alpha_column_major(benchmark::State& state) {
    const auto cells = turned(answers(static_cast<std::size_t>(state.range(0)), true));
    alpha(state, {cells.data(), cells.size() / items, 1, static_cast<std::ptrdiff_t>(cells.size() / items)});
}

void bootstrap_alpha(benchmark::State& state, bootstrap_statistic what, bool gaps) {
    const auto cells = answers(1000, gaps);
    std::vector<double> values(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const auto of = resampling::of(what, by_rows(cells), items, {&points(), 1});
        of->replicate(bootstrap_weights::multinomial, 42, 0, values);
        benchmark::DoNotOptimize(percentile_interval(of->value(), values, 1000));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void bootstrap_complete(benchmark::State& state) { bootstrap_alpha(state, bootstrap_statistic::alpha_listwise, false); }
void bootstrap_with_gaps(benchmark::State& state) { bootstrap_alpha(state, bootstrap_statistic::alpha_pairwise, true); }

void merge(benchmark::State& state) {
    const auto cells = answers(1000, true);
    gram a(items), b(items);
    if (b.add(by_rows(cells), {&points(), 1}) != status::ok) state.SkipWithError("add");
    for (auto _ : state) benchmark::DoNotOptimize(a.merge(b));
    state.counters["bytes"] = static_cast<double>(8 * a.numbers().size());
}

BENCHMARK(alpha_row_major)->Arg(1000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(alpha_column_major)->Arg(1000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(bootstrap_complete)->Arg(2000)->Unit(benchmark::kMillisecond);
BENCHMARK(bootstrap_with_gaps)->Arg(200)->Unit(benchmark::kMillisecond);
BENCHMARK(merge)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
