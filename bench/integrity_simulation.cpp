// SPDX-License-Identifier: Apache-2.0
// Prints how the intervals and tests of service integrity behave on made-up answers that are as skewed as people's:
// coverage of the interval of a mean, how often two staff views that do not differ are called different in any of seven
// values, and how often a difference of 20 points is found. Beside each stands the plain t or Welch figure. The tables
// stand in docs/evidence.md. Deterministic: the same numbers on every machine.
#include "evidence/distribution.hpp"
#include "evidence/elementary.hpp"
#include "evidence/philox.hpp"
#include "evidence/score_moments.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <span>
#include <vector>

namespace {

using namespace peersupport;
using namespace peersupport::evidence;

constexpr std::size_t values = 7;
constexpr std::size_t items = 4;  // of a value, each 0…4
constexpr int repetitions = 4000;
constexpr std::array<int, 4> sizes{5, 10, 20, 40};
constexpr std::array<double, 5> means{60, 75, 85, 93, 98};

/// Quantiles of the normal distribution at the middles of 2^16 equal parts: fine enough, and fast.
const std::vector<double>& quantiles() {
    static const std::vector<double> table = [] {
        std::vector<double> to(65536);
        for (std::size_t i = 0; i < to.size(); ++i) to[i] = normal_quantile((static_cast<double>(i) + 0.5) / 65536);
        return to;
    }();
    return table;
}

/// Normal deviates from a counter.
class deviates {
public:
    explicit deviates(std::uint32_t stream) : stream_(stream) {}
    void restart(std::uint32_t replicate) {
        replicate_ = replicate;
        place_ = 0;
    }
    double next() {
        if (place_ % 4 == 0) block_ = philox({place_ / 4, replicate_, stream_, 0}, 20250701);
        return quantiles()[block_[place_++ % 4] >> 16];
    }

private:
    std::uint32_t stream_, replicate_ = 0, place_ = 0;
    philox_block block_{};
};

/// An answer 0…4 from a standard normal deviate: most people answer high, a few low.
int answer(double z, double shift) {
    return std::clamp(static_cast<int>(std::floor(4.5 - exponential(z + shift))), 0, 4);
}

/// The exact expectation of a score: P(answer ≥ j) = P(z ≤ ln(4.5 − j) − shift).
double expectation(double shift) {
    double sum = 0;
    for (int j = 1; j <= 4; ++j) sum += normal_cdf(logarithm(4.5 - j) - shift);
    return sum * 25;
}

double shift_for(double mean) {
    double low = -8, high = 4;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        (expectation(middle) > mean ? low : high) = middle;
    }
    return low;
}

/// Scores of so many people in seven values: answers of a person hang together (r about .4 between values, .64 within).
using group = std::array<score_moments, values>;

group draw(deviates& from, int people, double shift) {
    std::array<std::vector<score_bin>, values> bins;
    for (int i = 0; i < people; ++i) {
        const double person = from.next();
        for (auto& to : bins) {
            const double value = from.next();
            int sum = 0;
            for (std::size_t k = 0; k < items; ++k)
                sum += answer(0.63 * person + 0.49 * value + 0.6018 * from.next(), shift);
            to.push_back({4, 100 * sum, 16, 1});
        }
    }
    group to;
    for (std::size_t v = 0; v < values; ++v) {
        std::ranges::sort(bins[v], {}, &score_bin::numerator);
        to[v] = moments_of(bins[v]);
    }
    return to;
}

double percent(int part, int of) { return 100.0 * part / of; }

void print_coverage() {
    std::cout << "Coverage of the 95 % interval, percent (width in points): with a quarter of a respondent at each end "
                 "| plain t\n";
    double worst = 100;
    std::uint32_t stream = 0;
    for (const double mean : means) {
        const double shift = shift_for(mean), truth = expectation(shift);
        for (const int n : sizes) {
            deviates from(++stream);
            std::array<int, 2> covered{};
            std::array<double, 2> width{};
            for (int r = 0; r < repetitions; ++r) {
                from.restart(static_cast<std::uint32_t>(r));
                for (const score_moments& m : draw(from, n, shift))
                    for (const std::size_t plain : {0U, 1U}) {
                        const figure f = mean_figure(m, {plain == 1 ? 0 : 0.25, 0.95});
                        covered[plain] += f.low <= truth && truth <= f.high;
                        width[plain] += f.high - f.low;
                    }
            }
            const int all = repetitions * static_cast<int>(values);
            worst = std::min(worst, percent(covered[0], all));
            std::cout << "mean " << std::setw(3) << mean << "  n " << std::setw(2) << n << "  " << std::setw(5)
                      << percent(covered[0], all) << " (" << std::setw(4) << width[0] / all << ")  |  " << std::setw(5)
                      << percent(covered[1], all) << " (" << std::setw(4) << width[1] / all << ")\n";
        }
    }
    std::cout << "lowest " << worst << "\n\n";
}

/// Counts repetitions in which any of the tests is called different.
int different_in_any(std::span<const double> p) {
    const std::vector<double> adjusted = holm(p);
    return std::ranges::any_of(adjusted, [](double a) { return a <= 0.05; }) ? 1 : 0;
}

struct view_counts {
    std::array<int, 2> any{};        // [0] with ends, [1] plain Welch
    std::array<int, 2> different{};  // single views
    int similar = 0;
};

view_counts compare(std::uint32_t stream, int people, int staff, double people_shift, double staff_shift) {
    deviates from(stream);
    view_counts to;
    for (int r = 0; r < repetitions; ++r) {
        from.restart(static_cast<std::uint32_t>(r));
        const group receivers = draw(from, people, people_shift);
        std::array<std::vector<double>, 2> p;
        for (int view = 0; view < 2; ++view) {
            const group seen = draw(from, staff, staff_shift);
            for (std::size_t v = 0; v < values; ++v) {
                const mean_difference d = difference_of(seen[v], receivers[v], {});
                to.similar += d.difference.low >= -10 && d.difference.high <= 10;
                p[0].push_back(d.p);
                p[1].push_back(difference_of(seen[v], receivers[v], {0, 0.95}).p);
            }
        }
        for (std::size_t plain = 0; plain < 2; ++plain) {
            to.any[plain] += different_in_any(p[plain]);
            for (const double a : holm(p[plain])) to.different[plain] += a <= 0.05;
        }
    }
    return to;
}

void print_views() {
    std::cout << "Nothing differs: percent of services in which any of 14 views is called different: the rule | plain "
                 "Welch\n";
    double worst = 0;
    std::uint32_t stream = 1000;
    for (const double mean : means) {
        const double shift = shift_for(mean);
        for (const int people : sizes)
            for (const int staff : sizes) {
                const view_counts c = compare(++stream, people, staff, shift, shift);
                worst = std::max(worst, percent(c.any[0], repetitions));
                std::cout << "mean " << std::setw(3) << mean << "  people " << std::setw(2) << people << "  staff "
                          << std::setw(2) << staff << "  " << std::setw(5) << percent(c.any[0], repetitions) << "  |  "
                          << std::setw(5) << percent(c.any[1], repetitions) << '\n';
            }
    }
    std::cout << "highest " << worst << "\n\n";
}

void print_power() {
    std::cout << "Staff 20 points higher in every value: percent of views called different: the rule | plain Welch\n";
    std::uint32_t stream = 2000;
    for (const double mean : {50.0, 65.0, 75.0})
        for (const int people : sizes)
            for (const int staff : sizes) {
                const view_counts c = compare(++stream, people, staff, shift_for(mean), shift_for(mean + 20));
                const int all = repetitions * 2 * static_cast<int>(values);
                std::cout << "people " << mean << ", staff " << mean + 20 << "  people " << std::setw(2) << people
                          << "  staff " << std::setw(2) << staff << "  " << std::setw(5) << percent(c.different[0], all)
                          << "  |  " << std::setw(5) << percent(c.different[1], all) << '\n';
            }
}

}  // namespace

int main() {
    std::cout << std::fixed << std::setprecision(1);
    print_coverage();
    print_views();
    print_power();
}
