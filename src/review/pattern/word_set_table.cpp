// SPDX-License-Identifier: Apache-2.0
#include "review/pattern/word_set_table.hpp"

#include "review/pattern/signature.hpp"

#include <algorithm>
#include <bit>

namespace peersupport::review {
namespace {

constexpr std::size_t few_symbols = 4;

std::uint32_t hash_of(const std::vector<symbol>& symbols, std::uint32_t shapes) noexcept {
    std::uint64_t h = shapes + 0x9E3779B97F4A7C15ULL;
    for (const symbol s : symbols) h = (h ^ s) * 0xD6E8FEB86659FD93ULL, h ^= h >> 32U;
    return static_cast<std::uint32_t>(h >> 16U);
}

}  // namespace

word_set_table::word_set_table() : sets(1), slots_(1024), hashes_(1) {}

bool word_set_table::same(const word_set& known, const std::vector<symbol>& symbols, std::uint32_t shapes) const noexcept {
    return known.shapes == shapes && known.count == symbols.size() && std::equal(symbols.begin(), symbols.end(), members.begin() + known.first);
}

std::uint32_t word_set_table::number_of(std::vector<symbol>& symbols, std::uint32_t shapes) {
    std::sort(symbols.begin(), symbols.end());
    symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
    const std::uint32_t hash = hash_of(symbols, shapes);
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at]; at = (at + 1) & (slots_.size() - 1))
        if (hashes_[slots_[at] - 1] == hash && same(sets[slots_[at] - 1], symbols, shapes)) return slots_[at] - 1;
    word_set made;
    made.shapes = shapes;
    made.told = signature::of_any_shape(shapes);
    made.first = static_cast<std::uint32_t>(members.size());
    made.count = static_cast<std::uint32_t>(symbols.size());
    for (const symbol s : symbols) made.told |= signature::of(s);
    made.has_class = !symbols.empty() && symbols.back() >= class_symbols;
    members.insert(members.end(), symbols.begin(), symbols.end());
    if (symbols.size() > few_symbols) add_slots(made, symbols);
    sets.push_back(made);
    hashes_.push_back(hash);
    slots_[at] = static_cast<std::uint32_t>(sets.size());
    if (sets.size() * 2 > slots_.size()) grow();
    return static_cast<std::uint32_t>(sets.size() - 1);
}

void word_set_table::add_slots(word_set& to, const std::vector<symbol>& symbols) {
    to.first_slot = static_cast<std::uint32_t>(members.size());
    to.slot_mask = static_cast<std::uint32_t>(std::bit_ceil(symbols.size() * 2) - 1);
    members.resize(members.size() + to.slot_mask + 1);
    for (const symbol s : symbols) {
        std::uint32_t at = slot_of(s);
        while (members[to.first_slot + (at & to.slot_mask)]) ++at;
        members[to.first_slot + (at & to.slot_mask)] = s;
    }
}

void word_set_table::grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::uint32_t number = 1; number < sets.size(); ++number) {
        std::size_t at = hashes_[number] & (slots_.size() - 1);
        while (slots_[at]) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = number + 1;
    }
}

}  // namespace peersupport::review
