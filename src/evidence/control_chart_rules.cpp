// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/control_chart_rules.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace peersupport {
namespace {

struct rule_words {
    std::string_view id, en, fr;
};

constexpr std::array<rule_words, chart_rule_count> words{{
    {"beyond-limits", "a point outside the limits", "un point hors des limites"},
    {"run", "many points in a row on one side of the centre line",
     "plusieurs points de suite du même côté de la ligne centrale"},
    {"trend", "many points in a row that keep going up or down",
     "plusieurs points de suite qui ne font que monter ou descendre"},
    {"two-of-three", "two of three points in a row close to the same limit",
     "deux points sur trois de suite près de la même limite"},
    {"four-of-five", "four of five points in a row well away from the centre line, on one side",
     "quatre points sur cinq de suite loin de la ligne centrale, du même côté"},
    {"alternating", "many points in a row that go up and down by turns",
     "plusieurs points de suite qui montent et descendent tour à tour"},
    {"near-centre", "many points in a row very close to the centre line",
     "plusieurs points de suite très près de la ligne centrale"},
    {"away-from-centre", "many points in a row away from the centre line, on both sides",
     "plusieurs points de suite loin de la ligne centrale, des deux côtés"},
}};

/// Marks points with the rules they belong to.
class marker {
public:
    explicit marker(std::span<const chart_place> places) : places_(places), marks_(places.size()) {}

    /// Marks rows of at least `length` points; `joins(i)` says whether point i goes on with the row of point i − 1, and
    /// `begins(i)` whether a row may begin with it.
    template <class Begins, class Joins>
    void rows(chart_rule rule, int length, Begins begins, Joins joins) {
        std::size_t first = 0, in_row = 0;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (in_row > 0 && joins(i)) {
                ++in_row;
            } else {
                in_row = begins(i) ? 1 : 0;
                first = i;
            }
            mark_row(rule, length, first, in_row);
        }
    }

    /// Rows in which each point differs from the one before; a broken row leaves its last point to begin the next.
    template <class Joins>
    void steps(chart_rule rule, int length, Joins joins) {
        std::size_t first = 0;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (!places_[i].given) {
                first = i + 1;
                continue;
            }
            while (first < i && !joins(first, i)) first = i - first > 1 ? i - 1 : i;
            mark_row(rule, length, first, i - first + 1);
        }
    }

    /// Of every `window` points in a row, all given, `needed` that count on the same side.
    template <class Counts>
    void windows(chart_rule rule, std::size_t window, int needed, Counts counts) {
        for (std::size_t i = 0; i + window <= places_.size(); ++i)
            for (const int side : {-1, 1}) {
                int found = 0;
                bool all_given = true;
                for (std::size_t j = i; j < i + window; ++j) {
                    all_given = all_given && places_[j].given;
                    found += counts(j, side);
                }
                if (!all_given || found < needed) continue;
                for (std::size_t j = i; j < i + window; ++j)
                    if (counts(j, side)) mark(rule, j);
            }
    }

    void mark(chart_rule rule, std::size_t i) noexcept {
        marks_[i] = static_cast<std::uint16_t>(marks_[i] | 1U << static_cast<unsigned>(rule));
    }

    /// Which side of the centre: −1, 0 (on it, or not given), 1.
    [[nodiscard]] int side(std::size_t i) const noexcept {
        const chart_place& p = places_[i];
        return !p.given || p.value == p.centre ? 0 : p.value > p.centre ? 1 : -1;
    }
    /// Whether it is more than so many sigma away; never where there is no sigma.
    [[nodiscard]] bool past(std::size_t i, double sigmas) const noexcept {
        const chart_place& p = places_[i];
        return p.given && std::fabs(p.value - p.centre) > sigmas * p.sigma;
    }
    [[nodiscard]] bool near(std::size_t i) const noexcept {
        const chart_place& p = places_[i];
        return p.given && std::fabs(p.value - p.centre) < p.sigma;
    }
    /// The sign of the step to point i from the one before.
    [[nodiscard]] int step(std::size_t i) const noexcept {
        const double before = places_[i - 1].value, now = places_[i].value;
        return now > before ? 1 : now < before ? -1 : 0;
    }

    [[nodiscard]] std::vector<std::uint16_t> take() noexcept { return std::move(marks_); }

private:
    void mark_row(chart_rule rule, int length, std::size_t first, std::size_t in_row) noexcept {
        if (in_row < static_cast<std::size_t>(length)) return;
        const std::size_t from = in_row == static_cast<std::size_t>(length) ? first : first + in_row - 1;
        for (std::size_t i = from; i < first + in_row; ++i) mark(rule, i);
    }

    std::span<const chart_place> places_;
    std::vector<std::uint16_t> marks_;
};

void mark_rows(marker& m, const chart_rules& rules) {
    if (rules.run_length > 0)
        m.rows(
            chart_rule::run, rules.run_length, [&](std::size_t i) { return m.side(i) != 0; },
            [&](std::size_t i) { return m.side(i) != 0 && m.side(i) == m.side(i - 1); });
    if (rules.trend_length > 0)
        m.steps(chart_rule::trend, rules.trend_length,
                [&](std::size_t first, std::size_t i) { return m.step(i) != 0 && m.step(i) == m.step(first + 1); });
    if (rules.alternating_length > 0)
        m.steps(chart_rule::alternating, rules.alternating_length, [&](std::size_t first, std::size_t i) {
            return m.step(i) != 0 && (i == first + 1 || m.step(i) == -m.step(i - 1));
        });
    const auto in_row = [](auto counts) { return counts; };
    if (rules.near_centre_length > 0) {
        const auto near = in_row([&](std::size_t i) { return m.near(i); });
        m.rows(chart_rule::near_centre, rules.near_centre_length, near, near);
    }
    if (rules.away_length > 0) {
        const auto away = in_row([&](std::size_t i) { return m.past(i, 1); });
        m.rows(chart_rule::away_from_centre, rules.away_length, away, away);
    }
}

}  // namespace

std::string_view id_of(chart_rule r) noexcept { return words[static_cast<std::size_t>(r)].id; }

std::string_view text_of(chart_rule r, language l) noexcept {
    const rule_words& w = words[static_cast<std::size_t>(r)];
    return l == language::fr ? w.fr : w.en;
}

std::vector<std::uint16_t> chart_signals(std::span<const chart_place> places, const chart_rules& rules) {
    marker m(places);
    const auto zone = [&](double sigmas) {
        return [&m, &rules, sigmas](std::size_t i, int side) {
            return m.side(i) == side && m.past(i, sigmas) && !(rules.zones_inside_limits && m.past(i, 3));
        };
    };
    if (rules.beyond_limits)
        for (std::size_t i = 0; i < places.size(); ++i)
            if (m.past(i, 3)) m.mark(chart_rule::beyond_limits, i);
    if (rules.two_of_three) m.windows(chart_rule::two_of_three, 3, 2, zone(2));
    if (rules.four_of_five) m.windows(chart_rule::four_of_five, 5, 4, zone(1));
    mark_rows(m, rules);
    return m.take();
}

}  // namespace peersupport
