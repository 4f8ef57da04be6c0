// SPDX-License-Identifier: Apache-2.0
// A programme as large as a province: 1,000 agencies, each with a network of its own that met every month for ten
// years, 4,000 positions and 1,000 supervisors. Reading the file, checking it, writing the report.
#include "peersupport/exchange/programme_json.hpp"
#include "peersupport/review/programme_check.hpp"

#include <benchmark/benchmark.h>

#include <charconv>
#include <string>
#include <string_view>

namespace {

using namespace peersupport;

constexpr int agencies = 1'000;
constexpr int positions_each = 4;
constexpr int years = 10;
constexpr date last_day{2025, 12, 31};

std::string id(std::string_view prefix, int number) {
    char digits[12];
    return std::string(prefix).append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// Every month; each twentieth network leaves out its summers, so that there is something to find.
std::string meetings(int network) {
    std::string out;
    for (int year = 0; year < years; ++year)
        for (int month = 1; month <= 12; ++month) {
            if (network % 20 == 0 && (month == 7 || month == 8)) continue;
            const date day{static_cast<std::int16_t>(2016 + year), static_cast<std::int8_t>(month), 15};
            out.append(out.empty() ? "\"" : ", \"").append(to_text(day)).append("\"");
        }
    return out;
}

/// The rows of one list, without the comma after the last.
template <class Write>
void append_list(std::string& to, std::string_view name, int count, Write write) {
    to.append(", \"").append(name).append("\": [");
    for (int i = 0; i < count; ++i) {
        if (i > 0) to += ", ";
        to.append("{").append(write(i)).append("}");
    }
    to += "]";
}

std::string position(int i) {
    const int agency = i / positions_each;
    std::string out = "\"id\": \"" + id("p-", i) + "\", \"agency\": \"" + id("a-", agency) +
                      "\", \"role\": \"peer-supporter\", \"started\": \"2016-01-04\", \"supervisor\": \"" +
                      id("s-", agency) + "\", \"networks\": [\"" + id("n-", agency) + "\"], \"training\": [";
    if (i % 50 != 0) out += R"({"component": "foundations", "date": "2016-03-07"})";
    return out + "]";
}

std::string large_programme() {
    std::string out = R"({"format": "peersupport-programme-1", "id": "large",)"
                      R"( "period": {"from": "2016-01-01", "to": "2025-12-31"}, "regions": [{"id": "r"}],)"
                      R"( "hub": {"id": "hub"}, "funder": {"id": "funder"})";
    append_list(out, "agencies", agencies, [](int i) {
        return "\"id\": \"" + id("a-", i) +
               R"(", "region": "r", "setting": "community-mha", "core_elements": ["support-groups"],)" +
               R"( "service_forms": ["peer-group"])";
    });
    append_list(out, "positions", agencies * positions_each, position);
    append_list(out, "supervisors", agencies, [](int i) {
        return "\"id\": \"" + id("s-", i) + "\", \"agency\": \"" + id("a-", i) +
               R"(", "started": "2016-01-04", "networks": ["supervisors"],)" +
               R"( "training": [{"component": "supervisor", "date": "2016-02-01"}])";
    });
    append_list(out, "networks", agencies + 1, [](int i) {
        return "\"id\": \"" + (i == agencies ? "supervisors" : id("n-", i)) + "\", \"connection\": \"" +
               (i == agencies ? "supervisor-network" : "peer-network") + "\", \"joins_hub\": true, \"meetings\": [" +
               meetings(i + 1) + "]";
    });
    append_list(out, "tables", 2, [](int i) {
        return "\"id\": \"" + id("t-", i) + "\", \"connection\": \"" +
               (i == 0 ? "planning-table" : "stewardship-group") + "\", \"hub_takes_part\": true, \"meetings\": [" +
               meetings(1) + "]";
    });
    return out + "}";
}

void read_large_programme(benchmark::State& state) {
    const std::string text = large_programme();
    for (auto _ : state) {
        const auto read = read_programme(text, canonical());
        if (!read) return state.SkipWithError("the programme was not read");
        benchmark::DoNotOptimize(read->positions.data());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(read_large_programme)->Unit(benchmark::kMillisecond);

void check_large_programme(benchmark::State& state) {
    const auto read = read_programme(large_programme(), canonical());
    if (!read) return state.SkipWithError("the programme was not read");
    for (auto _ : state) {
        const auto report = check_programme(*read, canonical(), last_day);
        benchmark::DoNotOptimize(report->findings.data());
        state.counters["findings"] = static_cast<double>(report->findings.size());
    }
}
BENCHMARK(check_large_programme)->Unit(benchmark::kMillisecond);

void read_check_and_write_large_programme(benchmark::State& state) {
    const std::string text = large_programme();
    for (auto _ : state) {
        const auto read = read_programme(text, canonical());
        if (!read) return state.SkipWithError("the programme was not read");
        const std::string report = write_programme_report(*check_programme(*read, canonical(), last_day));
        benchmark::DoNotOptimize(report.data());
    }
}
BENCHMARK(read_check_and_write_large_programme)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
