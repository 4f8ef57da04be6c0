// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace peersupport {

/// Which ids there are and in which table, found by hash. Works while compiling.
class id_index {
public:
    static constexpr std::uint64_t hash(std::string_view id) noexcept {
        std::uint64_t h = 14695981039346656037u;
        for (const char c : id) {
            h ^= static_cast<unsigned char>(c);
            h *= 1099511628211u;
        }
        return h;
    }

    constexpr void add(std::uint64_t hash, std::string_view table) {
        std::size_t at = slot(hash);
        if (hashes_.at(at) == hash) unique_ = false;
        hashes_.at(at) = hash;
        tables_.at(at) = table;
        if (++count_ > room / 2) unique_ = false;  // too full: widen the room
    }
    [[nodiscard]] constexpr bool unique() const noexcept { return unique_; }
    [[nodiscard]] constexpr bool contains(std::string_view id) const {
        return !table_of(id).empty();
    }
    /// Empty when there is no such id.
    [[nodiscard]] constexpr std::string_view table_of(std::string_view id) const {
        return tables_.at(slot(hash(id)));
    }

private:
    static constexpr std::size_t room = 4096;

    /// Where this hash stands, or the free place where it would.
    [[nodiscard]] constexpr std::size_t slot(std::uint64_t hash) const {
        std::size_t at = static_cast<std::size_t>(hash % room);
        while (hashes_.at(at) != 0 && hashes_.at(at) != hash) at = (at + 1) % room;
        return at;
    }

    std::array<std::uint64_t, room> hashes_{};
    std::array<std::string_view, room> tables_{};
    std::size_t count_ = 0;
    bool unique_ = true;
};

}  // namespace peersupport
