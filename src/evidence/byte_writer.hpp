// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace peersupport::evidence {

/// Numbers and texts as bytes, little-endian whatever the machine.
class byte_writer {
public:
    template <class T>
    void put(T number) {
        const auto bits = static_cast<std::uint64_t>(number);
        char bytes[sizeof(T)];
        for (std::size_t i = 0; i < sizeof(T); ++i)
            bytes[i] = static_cast<char>(static_cast<unsigned char>(bits >> (8 * i)));
        out_.append(bytes, sizeof(T));
    }
    /// Seven bits a byte, lowest first, the highest bit set where more follow; the sign is the lowest bit.
    void put_number(std::int64_t number) {
        auto bits = static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
        for (; bits >= 128; bits >>= 7) out_ += static_cast<char>(static_cast<unsigned char>(bits | 128));
        out_ += static_cast<char>(static_cast<unsigned char>(bits));
    }
    template <class T>
    void put_numbers(std::span<const T> numbers) {
        for (const T n : numbers) put_number(n);
    }
    void put_count(std::size_t count) { put(static_cast<std::uint32_t>(count)); }
    void put_text(std::string_view text) {
        put_count(text.size());
        out_.append(text);
    }
    template <class T>
    void put_all(std::span<const T> numbers) {
        for (const T n : numbers) put(n);
    }
    void put_bytes(std::string_view bytes) { out_.append(bytes); }

    [[nodiscard]] std::string_view bytes() const noexcept { return out_; }
    [[nodiscard]] std::string take() noexcept { return std::move(out_); }

private:
    std::string out_;
};

}  // namespace peersupport::evidence
