// SPDX-License-Identifier: Apache-2.0
// instruction_bench SET WAY ROWS: scores ROWS respondents once, for counting instructions under callgrind.
#include "peersupport/scoring/score.hpp"
#include "workload.hpp"

#include <charconv>
#include <cstring>
#include <string_view>

int main(int argc, char** argv) {
    using namespace peersupport;
    if (argc != 4) return 2;
    const std::string_view set_name(argv[1]), way(argv[2]);
    std::size_t n = 0;
    std::from_chars(argv[3], argv[3] + std::strlen(argv[3]), n);
    const instruction_set set = set_name == "avx2"    ? instruction_set::avx2
                                : set_name == "sse41" ? instruction_set::sse41
                                                      : instruction_set::portable;
    const auto by = plan::compile(bench::make_instrument());
    const std::size_t room = 100'000;
    if (!by || n > room) return 1;
    const std::vector<std::uint8_t> rows = bench::make_rows(room);
    std::vector<std::uint8_t> turned(rows.size()), bytes(room * 16);
    std::vector<double> f64(room * bench::scales);
    std::vector<float> f32(room * bench::scales);
    std::vector<std::int64_t> whole(room * bench::scales);
    std::vector<answer_column> columns;
    for (std::size_t i = 0; i < bench::items; ++i) {
        for (std::size_t r = 0; r < room; ++r) turned[i * room + r] = rows[r * bench::items + i];
        if (way.starts_with("rows")) columns.push_back({rows.data() + i, cell_type::u8, std::ptrdiff_t{bench::items}, nullptr, 0});
        else columns.push_back({turned.data() + i * room, cell_type::u8, 1, nullptr, 0});
    }
    score_outputs out;
    if (way == "rows-bytes") out.sums = {bytes.data(), 16, 1}, out.counts = {bytes.data() + 8, 16, 1};
    else if (way == "rows-f32") out.f32 = {f32.data(), std::ptrdiff_t{bench::scales}, 1};
    else if (way == "columns-f64") out.f64 = {f64.data(), 1, static_cast<std::ptrdiff_t>(room)};
    else if (way == "rows-reasons") out.f64 = {f64.data(), std::ptrdiff_t{bench::scales}, 1}, out.reasons = {bytes.data(), 8, 1};
    else if (way == "rows-exact") out.numerators = {whole.data(), std::ptrdiff_t{bench::scales}, 1}, out.f64 = {f64.data(), std::ptrdiff_t{bench::scales}, 1};
    else return 2;
    return score_batch_on(set, *by, {columns, n}, out, invalid_policy::raise) == status::ok ? 0 : 1;
}
