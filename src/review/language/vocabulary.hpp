// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::review {

/// A word's folded letters, padded with zeros so that they can be hashed eight at a time.
struct folded_word {
    static constexpr std::size_t most = 48;
    alignas(8) std::array<char, most> letters;
    std::uint8_t size = 0;
    bool too_long = false;

    void clear() noexcept {
        size = 0;
        too_long = false;
    }
    void add(char c) noexcept {
        if (size == most) {
            too_long = true;
            return;
        }
        if (size % 8 == 0) letters[size] = letters[size + 1] = letters[size + 2] = letters[size + 3] =
            letters[size + 4] = letters[size + 5] = letters[size + 6] = letters[size + 7] = 0;
        letters[size++] = c;
    }
    [[nodiscard]] std::string_view text() const noexcept { return {letters.data(), size}; }
};

/// Words and marks by number. Looking up allocates nothing.
class vocabulary {
public:
    vocabulary();
    /// The number of a folded word, which is added if it is new. Numbers begin with 1.
    std::uint32_t add(std::string_view folded);
    [[nodiscard]] std::uint32_t find(const folded_word& word) const noexcept;
    [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }
    [[nodiscard]] std::string_view text(std::uint32_t word) const noexcept;

private:
    struct slot {
        std::uint32_t hash = 0;
        std::uint32_t word = 0;
    };
    struct place {
        std::uint32_t begin;
        std::uint32_t size;
    };
    void grow();

    std::vector<slot> slots_;
    std::vector<place> words_;
    std::string letters_;
};

}  // namespace peersupport::review
