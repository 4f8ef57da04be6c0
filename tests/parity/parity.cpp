// SPDX-License-Identifier: Apache-2.0
// parity_cpp ROOT SET THREADS WAY: scores the cases of tests/parity/cases.tsv with the C++ API and writes, case by
// case, the float64, float32, numerators, denominators, answered counts and reasons of all scores, row by row.
// SET: portable, sse41, avx2, best. WAY: rows, columns, doubles, bytes (a matrix of bytes where the case has neither
// blanks nor codes beyond a byte, else as rows), one. All must write the same bytes.
#include "peersupport/exchange/instrument_json.hpp"
#include "peersupport/exchange/integrity_json.hpp"
#include "peersupport/scoring/score.hpp"

#include <cstdio>
#include <cstring>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using namespace peersupport;

struct parity_case {
    std::string name, instrument, form;
    std::size_t rows = 0;
    std::uint64_t seed = 0, blank = 0;
    std::vector<std::int32_t> codes;
};

std::vector<parity_case> read_cases(const std::string& root) {
    std::vector<parity_case> cases;
    std::ifstream file(root + "/tests/parity/cases.tsv");
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        parity_case c;
        std::istringstream in(line);
        in >> c.name >> c.instrument >> c.form >> c.rows >> c.seed >> c.blank;
        for (std::int32_t code; in >> code;) c.codes.push_back(code);
        cases.push_back(c);
    }
    return cases;
}

std::uint64_t next(std::uint64_t& state) {
    std::uint64_t z = state += 0x9E3779B97F4A7C15ULL;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
    return z ^ z >> 31;
}

std::vector<std::int32_t> make_codes(const parity_case& c, std::size_t items) {
    std::vector<std::int32_t> made;
    std::uint64_t state = c.seed;
    for (std::size_t i = 0; i < c.rows * items; ++i) {
        const std::uint64_t word = next(state);
        made.push_back(word % 100 < c.blank ? blank_code : c.codes[(word >> 32) % c.codes.size()]);
    }
    return made;
}

struct results {
    std::vector<double> f64;
    std::vector<float> f32;
    std::vector<std::int64_t> numerators, denominators;
    std::vector<std::int32_t> answered;
    std::vector<std::uint8_t> reasons;

    explicit results(std::size_t n) : f64(n), f32(n), numerators(n), denominators(n), answered(n), reasons(n) {}
};

template <class T>
void write(const std::vector<T>& v) {
    std::fwrite(v.data(), sizeof(T), v.size(), stdout);
}

/// The answers in the caller's memory, in one of the ways callers keep them.
struct table {
    std::vector<double> doubles;
    std::vector<std::int32_t> ints;
    std::vector<std::uint8_t> bits, bytes;
    std::vector<answer_column> columns;
};

bool fits_bytes(const std::vector<std::int32_t>& codes) {
    for (const std::int32_t code : codes)
        if (code < 0 || code > 255) return false;
    return true;
}

table lay_out(const std::vector<std::int32_t>& codes, std::size_t rows, std::size_t items, std::string_view way) {
    table t;
    if (way == "bytes" && fits_bytes(codes)) {
        for (const std::int32_t code : codes) t.bytes.push_back(static_cast<std::uint8_t>(code));
        for (std::size_t i = 0; i < items; ++i)
            t.columns.push_back({t.bytes.data() + i, cell_type::u8, static_cast<std::ptrdiff_t>(items), nullptr, 0});
        return t;
    }
    const bool across = way == "rows" || way == "bytes";
    t.doubles.resize(rows * items);
    t.ints.resize(rows * items);
    const std::size_t bytes = (rows + 7) / 8;
    t.bits.assign(bytes * items, 0);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t i = 0; i < items; ++i) {
            const std::int32_t code = codes[r * items + i];
            const std::size_t at = across ? r * items + i : i * rows + r;
            t.doubles[at] = code == blank_code ? std::numeric_limits<double>::quiet_NaN() : code;
            t.ints[at] = code == blank_code ? 0 : code;
            if (code != blank_code) t.bits[i * bytes + r / 8] = static_cast<std::uint8_t>(t.bits[i * bytes + r / 8] | 1u << (r % 8));
        }
    }
    for (std::size_t i = 0; i < items; ++i) {
        if (way == "columns") t.columns.push_back({t.ints.data() + i * rows, cell_type::i32, 4, t.bits.data() + i * bytes, 0});
        else if (across) t.columns.push_back({t.doubles.data() + i, cell_type::f64, static_cast<std::ptrdiff_t>(8 * items), nullptr, 0});
        else t.columns.push_back({t.doubles.data() + i * rows, cell_type::f64, 8, nullptr, 0});
    }
    return t;
}

std::vector<answer_column> from_row(const std::vector<answer_column>& all, std::size_t first) {
    std::vector<answer_column> part = all;
    for (auto& c : part) {
        c.data = static_cast<const char*>(c.data) + static_cast<std::ptrdiff_t>(first) * c.stride;
        c.offset += first;
    }
    return part;
}

/// One range of rows; values alone first, so that the byte lanes are used, then what only codes give.
void score_range(instruction_set set, const plan& by, const std::vector<answer_column>& all, std::size_t first, std::size_t n, results& to) {
    const std::size_t scales = by.scale_count(), at = first * scales;
    const auto stride = static_cast<std::ptrdiff_t>(scales);
    const auto part = from_row(all, first);
    score_outputs values, exact;
    values.f64 = {to.f64.data() + at, stride, 1};
    values.f32 = {to.f32.data() + at, stride, 1};
    exact.numerators = {to.numerators.data() + at, stride, 1};
    exact.denominators = {to.denominators.data() + at, stride, 1};
    exact.answered = {to.answered.data() + at, stride, 1};
    exact.reasons = {to.reasons.data() + at, stride, 1};
    (void)score_batch_on(set, by, {part, n}, values, invalid_policy::mark);
    (void)score_batch_on(set, by, {part, n}, exact, invalid_policy::mark);
}

void score_singly(const plan& by, const std::vector<std::int32_t>& codes, std::size_t rows, results& to) {
    std::vector<score> one(by.scale_count());
    for (std::size_t r = 0; r < rows; ++r) {
        (void)score_one(by, {codes.data() + r * by.item_count(), by.item_count()}, one);
        for (std::size_t s = 0; s < one.size(); ++s) {
            const std::size_t at = r * one.size() + s;
            to.f64[at] = one[s].value;
            to.f32[at] = one[s].why == reason::scored ? static_cast<float>(one[s].value) : std::numeric_limits<float>::quiet_NaN();
            to.numerators[at] = one[s].numerator, to.denominators[at] = one[s].denominator;
            to.answered[at] = one[s].answered, to.reasons[at] = static_cast<std::uint8_t>(one[s].why);
        }
    }
}

result<instrument> find_instrument(const std::string& root, const std::string& name) {
    if (name.find('/') == std::string::npos) return open_instrument(name);
    std::ifstream file(root + "/" + name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return read_instrument(text.str());
}

bool run(const std::string& root, const parity_case& c, instruction_set set, std::size_t threads, std::string_view way) {
    const auto in = find_instrument(root, c.instrument);
    if (!in) return false;
    plan_options options;
    options.allow_unverified = true;
    if (c.form != "-") options.form = c.form;
    const auto by = plan::compile(*in, options);
    if (!by) return false;
    const auto codes = make_codes(c, by->item_count());
    results made(c.rows * by->scale_count());
    if (way == "one") {
        score_singly(*by, codes, c.rows, made);
    } else {
        const table t = lay_out(codes, c.rows, by->item_count(), way);
        std::vector<std::thread> workers;
        for (std::size_t k = 0; k < threads; ++k) {
            const std::size_t first = c.rows * k / threads, last = c.rows * (k + 1) / threads;
            workers.emplace_back([&, first, last] { score_range(set, *by, t.columns, first, last - first, made); });
        }
        for (auto& w : workers) w.join();
    }
    write(made.f64), write(made.f32), write(made.numerators), write(made.denominators), write(made.answered), write(made.reasons);
    return true;
}

}  // namespace

// The integrity profile of a few answers, as JSON.
static bool write_profile(const std::string& root) {
    std::ifstream file(root + "/tests/fuzz/corpus/integrity/answered.json", std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const auto survey = open_instrument("integrity-survey");
    const auto profile = assess_integrity_json(*survey, canonical(), text.str());
    return profile && std::fwrite(profile->data(), 1, profile->size(), stdout) == profile->size();
}

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    const std::string_view set_name(argv[2]);
    const instruction_set set = set_name == "avx2"       ? instruction_set::avx2
                                : set_name == "sse41"    ? instruction_set::sse41
                                : set_name == "portable" ? instruction_set::portable
                                                         : best_instruction_set();
    if (set > best_instruction_set()) return 77;
    for (const parity_case& c : read_cases(argv[1])) {
        if (run(argv[1], c, set, static_cast<std::size_t>(std::strtoul(argv[3], nullptr, 10)), argv[4])) continue;
        std::fprintf(stderr, "case %s failed\n", c.name.c_str());
        return 1;
    }
    return write_profile(argv[1]) ? 0 : 1;
}
