// SPDX-License-Identifier: Apache-2.0
//
// What must hold for the tables of the definition, proved once, when this file is compiled.
// Ids are compared by sorted 64-bit FNV-1a hashes, which keeps the compile time near-linear in
// the rows; a collision could only refuse a sound table or miss an unknown reference whose hash
// equals a known one.
#include "peersupport/definition/level_of_influence_table.hpp"
#include "peersupport/definition/perspective_table.hpp"
#include "peersupport/definition/principle_table.hpp"
#include "peersupport/definition/source_table.hpp"
#include "peersupport/definition/value_table.hpp"
#include "peersupport/definition/version.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace peersupport {
namespace {

/// Room for one list of ids; a table that outgrows it stops the compiler, and the room is widened.
struct hash_list {
    std::array<std::uint64_t, 512> hashes{};
    std::size_t count = 0;

    constexpr void add(std::uint64_t hash) { hashes.at(count++) = hash; }
    constexpr auto begin() const { return hashes.begin(); }
    constexpr auto end() const { return hashes.begin() + static_cast<std::ptrdiff_t>(count); }
    constexpr hash_list sorted() const {
        hash_list copy = *this;
        std::sort(copy.hashes.begin(), copy.hashes.begin() + static_cast<std::ptrdiff_t>(count));
        return copy;
    }
};

constexpr std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211u;
    }
    return hash;
}

template <class Table>
constexpr void add_ids(hash_list& list, const Table& table) {
    for (const auto& row : table) list.add(fnv1a(row.id));
}

template <class... Tables>
constexpr hash_list sorted_ids(const Tables&... tables) {
    hash_list list;
    (add_ids(list, tables), ...);
    return list.sorted();
}

constexpr bool unique(const hash_list& sorted) {
    return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
}

constexpr bool contains(const hash_list& sorted, std::string_view id) {
    return std::binary_search(sorted.begin(), sorted.end(), fnv1a(id));
}

/// kebab-case, at most 64 characters
constexpr bool well_formed(std::string_view id) {
    if (id.empty() || id.size() > 64 || id.front() == '-' || id.back() == '-') return false;
    char previous = '\0';
    for (const char c : id) {
        const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter_or_digit && (c != '-' || previous == '-')) return false;
        previous = c;
    }
    return true;
}

constexpr bool complete(const localized_text& text) { return !text.en.empty() && !text.fr.empty(); }
constexpr bool complete_or_absent(const localized_text& text) {
    return text.empty() || complete(text);
}

template <class Table>
constexpr bool ids_well_formed(const Table& table) {
    return std::ranges::all_of(table, [](const auto& row) { return well_formed(row.id); });
}

constexpr bool sources_resolve(std::span<const std::string_view> cited, const hash_list& known) {
    return !cited.empty() &&
           std::ranges::all_of(cited, [&](auto id) { return contains(known, id); });
}

template <class Table>
constexpr bool every_source_resolves(const Table& table) {
    const hash_list known = sorted_ids(tables::sources);
    return std::ranges::all_of(
        table, [&](const auto& row) { return sources_resolve(row.sources, known); });
}

/// The most that may be claimed on these sources; `published` is the smallest enumerator.
constexpr standing best_standing(std::span<const std::string_view> cited) {
    standing best = standing::proposed;
    for (const auto id : cited) {
        for (const source& row : tables::sources) {
            if (row.id == id) best = std::min(best, row.standing);
        }
    }
    return best;
}

/// No row claims more than its sources carry, and what is proposed names our own entry.
constexpr bool claim_is_covered(standing claimed, std::span<const std::string_view> cited) {
    if (claimed != standing::proposed) return claimed >= best_standing(cited);
    return std::ranges::find(cited, std::string_view("src-design")) != cited.end();
}

constexpr bool cues_complete(std::span<const cue> cues, std::size_t least, std::size_t most) {
    return cues.size() >= least && cues.size() <= most && ids_well_formed(cues) &&
           std::ranges::all_of(cues, [](const cue& c) {
               return c.id.starts_with("cue-") && complete(c.text);
           });
}

constexpr bool value_complete(const value& row) {
    return row.code.size() == 2 && complete(row.name) && complete(row.meaning) &&
           complete_or_absent(row.note) && cues_complete(row.present_cues, 3, 5) &&
           cues_complete(row.eroded_cues, 3, 5) && claim_is_covered(row.standing, row.sources) &&
           claim_is_covered(row.meaning_standing, row.sources) &&
           claim_is_covered(row.cues_standing, row.sources);
}

constexpr bool principle_complete(const principle& row) {
    return complete(row.name) && complete(row.meaning) && cues_complete(row.present_cues, 2, 3) &&
           cues_complete(row.eroded_cues, 2, 3) && row.primary_value != row.secondary_value &&
           claim_is_covered(row.standing, row.sources) &&
           claim_is_covered(row.meaning_standing, row.sources) &&
           claim_is_covered(row.mapping_standing, row.sources) &&
           claim_is_covered(row.cues_standing, row.sources);
}

constexpr bool perspective_complete(const perspective& row) {
    return complete(row.name) && complete(row.meaning) &&
           claim_is_covered(row.standing, row.sources) &&
           claim_is_covered(row.meaning_standing, row.sources);
}

constexpr bool level_complete(const level_of_influence& row) {
    return complete(row.name) && complete(row.look_at) && complete(row.indicators) &&
           complete(row.reflection) && complete(row.stands_in_for) &&
           row.standing == standing::proposed && claim_is_covered(row.standing, row.sources);
}

constexpr standing standing_of(reading how) {
    switch (how) {
        case reading::read: return standing::published;
        case reading::partly_read: return standing::derived;
        case reading::from_memory:
        case reading::ours: break;
    }
    return standing::proposed;
}

constexpr bool source_complete(const source& row) {
    return row.id.starts_with("src-") && complete(row.title) && !row.who.empty() &&
           complete_or_absent(row.note) && row.standing == standing_of(row.reading) &&
           row.url.empty() == (row.reading == reading::ours);
}

constexpr bool cue_ids_unique() {
    hash_list list;
    const auto add = [&list](const auto& table) {
        for (const auto& row : table) {
            add_ids(list, row.present_cues);
            add_ids(list, row.eroded_cues);
        }
    };
    add(tables::values);
    add(tables::principles);
    return unique(list.sorted());
}

constexpr bool value_codes_unique() {
    hash_list list;
    for (const value& row : tables::values) list.add(fnv1a(row.code));
    return unique(list.sorted());
}

constexpr bool principle_values_resolve() {
    const hash_list known = sorted_ids(tables::values);
    return std::ranges::all_of(tables::principles, [&](const principle& row) {
        return contains(known, row.primary_value) && contains(known, row.secondary_value);
    });
}

static_assert(standing::published < standing::derived && standing::derived < standing::proposed,
              "best_standing counts on this order");
static_assert(!tables::version.empty());

// Facets of an instrument name values, principles and levels in one list, so their ids may not
// meet; perspectives and sources have lists of their own.
static_assert(unique(sorted_ids(tables::values, tables::principles, tables::levels_of_influence)));
static_assert(unique(sorted_ids(tables::perspectives)));
static_assert(unique(sorted_ids(tables::sources)));
static_assert(cue_ids_unique());
static_assert(value_codes_unique());

static_assert(ids_well_formed(tables::values) && ids_well_formed(tables::principles) &&
              ids_well_formed(tables::perspectives) &&
              ids_well_formed(tables::levels_of_influence) && ids_well_formed(tables::sources));

static_assert(every_source_resolves(tables::values));
static_assert(every_source_resolves(tables::principles));
static_assert(every_source_resolves(tables::perspectives));
static_assert(every_source_resolves(tables::levels_of_influence));
static_assert(principle_values_resolve());

static_assert(std::ranges::all_of(tables::values, value_complete));
static_assert(std::ranges::all_of(tables::principles, principle_complete));
static_assert(std::ranges::all_of(tables::perspectives, perspective_complete));
static_assert(std::ranges::all_of(tables::levels_of_influence, level_complete));
static_assert(std::ranges::all_of(tables::sources, source_complete));

}  // namespace
}  // namespace peersupport
