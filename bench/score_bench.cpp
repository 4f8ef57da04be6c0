// SPDX-License-Identifier: Apache-2.0
// score_bench [millions of respondents] [rounds]
// Times the public API, checks on, against memcpy in the same run: rounds are interleaved, medians printed.
// bench/compare.py adds NumPy and pandas to the same table.
#include "peersupport/scoring/score.hpp"
#include "workload.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <new>
#include <utility>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* p = std::malloc(size ? size : 1)) return p;
    throw std::bad_alloc();
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }

namespace {

using namespace peersupport;

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Memory as data frames have it: on huge pages where the system offers them, touched before it is timed.
template <class T>
class buffer {
public:
    explicit buffer(std::size_t n) : size_(n) {
        constexpr std::size_t page = std::size_t{2} << 20;
        const std::size_t bytes = (n * sizeof(T) / page + 1) * page;
        data_ = static_cast<T*>(std::aligned_alloc(page, bytes));
        if (!data_) throw std::bad_alloc();
#ifdef __linux__
        (void)madvise(data_, bytes, MADV_HUGEPAGE);
#endif
        std::memset(static_cast<void*>(data_), 1, bytes);
    }
    buffer(buffer&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(other.size_) {}
    buffer(const buffer&) = delete;
    buffer& operator=(const buffer&) = delete;
    buffer& operator=(buffer&&) = delete;
    ~buffer() { std::free(data_); }
    [[nodiscard]] T* data() const { return data_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    T& operator[](std::size_t i) const { return data_[i]; }

private:
    T* data_;
    std::size_t size_;
};

struct row {
    const char* goal;
    std::string name;
    double bytes_each;    ///< read and written per respondent
    double items_done;    ///< respondents
    std::function<void()> work;
    std::vector<double> seconds;
};

double median(std::vector<double> v) {
    std::ranges::sort(v);
    return v[v.size() / 2];
}

std::size_t number(const char* text) {
    std::size_t n = 0;
    std::from_chars(text, text + std::strlen(text), n);
    return n;
}

/// Columns with Arrow validity bitmaps; a blank is a cleared bit.
struct columns_of {
    std::vector<buffer<std::uint8_t>> cells, bits;
    std::vector<answer_column> plain, with_bits;

    explicit columns_of(const buffer<std::uint8_t>& rows, std::size_t n) {
        for (std::size_t i = 0; i < bench::items; ++i) {
            auto& c = cells.emplace_back(n);
            auto& b = bits.emplace_back(n / 8 + 1);
            std::memset(b.data(), 0, b.size());
            for (std::size_t r = 0; r < n; ++r) {
                c[r] = rows[r * bench::items + i];
                if (c[r]) b[r >> 3] = static_cast<std::uint8_t>(b[r >> 3] | 1u << (r & 7));
            }
            plain.push_back({c.data(), cell_type::u8, 1, nullptr, 0});
            with_bits.push_back({c.data(), cell_type::u8, 1, b.data(), 0});
        }
    }
};

std::vector<answer_column> matrix_columns(const buffer<std::uint8_t>& rows) {
    std::vector<answer_column> to;
    for (std::size_t i = 0; i < bench::items; ++i)
        to.push_back({rows.data() + i, cell_type::u8, static_cast<std::ptrdiff_t>(bench::items), nullptr, 0});
    return to;
}

const char* name_of(instruction_set set) {
    return set == instruction_set::avx2 ? "AVX2" : set == instruction_set::sse41 ? "SSE4.1" : "portable";
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t n = 1'000'000 * (argc > 1 ? std::max<std::size_t>(1, number(argv[1])) : 1);
    const std::size_t rounds = argc > 2 ? std::max<std::size_t>(1, number(argv[2])) : 15;
    const auto compiled = plan::compile(bench::make_instrument());
    if (!compiled) return 1;
    const plan& by = *compiled;
    const buffer<std::uint8_t> rows(n * bench::items);
    {
        const std::vector<std::uint8_t> made = bench::make_rows(n);
        std::memcpy(rows.data(), made.data(), made.size());
    }
    const columns_of columns(rows, n);
    const std::vector<answer_column> matrix = matrix_columns(rows);
    const buffer<std::uint8_t> copy(n * bench::items), bytes(n * 16);
    const buffer<float> f32(n * bench::scales);
    const buffer<double> f64(n * bench::scales);
    const auto stride = static_cast<std::ptrdiff_t>(bench::scales), down = static_cast<std::ptrdiff_t>(n);
    score_outputs to_bytes, to_f32, to_f64, to_f32_columns, to_f64_columns, to_byte_columns;
    to_bytes.sums = {bytes.data(), 16, 1}, to_bytes.counts = {bytes.data() + 8, 16, 1};
    to_byte_columns.sums = {bytes.data(), 1, down}, to_byte_columns.counts = {bytes.data() + 8 * n, 1, down};
    to_f32.f32 = {f32.data(), stride, 1}, to_f64.f64 = {f64.data(), stride, 1};
    to_f32_columns.f32 = {f32.data(), 1, down}, to_f64_columns.f64 = {f64.data(), 1, down};

    std::vector<row> table;
    const double respondents = static_cast<double>(n);
    table.push_back({"", "memcpy of the answers", 60, respondents, [&] { std::memcpy(copy.data(), rows.data(), copy.size()); }, {}});
    bool failed = false;
    for (const instruction_set set : {instruction_set::portable, instruction_set::sse41, instruction_set::avx2}) {
        if (set > best_instruction_set()) continue;
        const auto add = [&](const char* goal, const char* what, double each, std::span<const answer_column> in, const score_outputs& out) {
            table.push_back({goal, std::string(what) + ", " + name_of(set), each, respondents, [&failed, &by, in, out, n, set] {
                failed |= score_batch_on(set, by, {in, n}, out, invalid_policy::raise) != status::ok;
            }, {}});
        };
        const bool v3 = set == instruction_set::avx2, v2 = set == instruction_set::sse41;
        add(v3 ? "G1 0.65" : v2 ? "G1 0.40" : "", "rows u8 to sums and counts", 46, matrix, to_bytes);
        add(v3 ? "G2 0.42" : v2 ? "G2 0.24" : "", "rows u8 to 8 float32", 62, matrix, to_f32);
        add("", "rows u8 to 8 float64", 94, matrix, to_f64);
        add("", "columns u8 to sums and counts", 46, columns.plain, to_byte_columns);
        add("", "columns u8 to float32 columns", 62, columns.plain, to_f32_columns);
        add(v3 ? "G3 0.35" : v2 ? "G3 0.18" : "", "columns with bitmaps to float64 columns", 97.75, columns.with_bits, to_f64_columns);
    }
    std::vector<std::int32_t> codes(rows.data(), rows.data() + 30'000);
    score scores[bench::scales];
    double check = 0;
    table.push_back({"G12 100 ns", "one response at a time", 0, 1000, [&] {
        for (std::size_t r = 0; r < 1000; ++r) {
            (void)score_one(by, {codes.data() + 30 * r, 30}, scores);
            check += scores[7].answered;
        }
    }, {}});
    const double gap = check;
    for (auto& t : table) t.work();
    const std::size_t before = allocations;
    for (std::size_t r = 0; r < 3; ++r)
        for (auto& t : table) t.work();
    const std::size_t during = allocations - before;
    for (auto& t : table) t.seconds.reserve(rounds);
    for (std::size_t r = 0; r < rounds; ++r) {
        for (auto& t : table) {
            const double start = now();
            t.work();
            t.seconds.push_back(now() - start);
        }
    }
    std::printf("%zu respondents x 30 items, 8 scores, one thread, %zu rounds interleaved\n\n", n, rounds);
    std::printf("| what | ns per respondent | GB/s | of memcpy | goal |\n|---|---:|---:|---:|---|\n");
    for (const auto& t : table) {
        std::vector<double> share;
        for (std::size_t r = 0; r < rounds; ++r)
            share.push_back(t.bytes_each / t.seconds[r] / (table[0].bytes_each / table[0].seconds[r]));
        const double seconds = median(t.seconds);
        if (t.bytes_each > 0) {
            std::printf("| %s | %.2f | %.1f | %.2f | %s |\n", t.name.c_str(), seconds / t.items_done * 1e9,
                        t.bytes_each * t.items_done / seconds / 1e9, median(share), t.goal);
        } else {
            std::printf("| %s | %.1f | | | %s |\n", t.name.c_str(), seconds / t.items_done * 1e9, t.goal);
        }
    }
    std::printf("\nAllocations while scoring: %zu (G15 goal 0)\n", during);
    return failed || gap > check || during > 0;
}
