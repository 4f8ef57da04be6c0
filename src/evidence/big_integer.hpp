// SPDX-License-Identifier: Apache-2.0
// Whole numbers wide enough that a statistic stays exact until its one last division.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace peersupport::evidence {

/// A signed whole number of at most `most_bits` bits. What would be longer is remembered as overflowed() and stays so.
class big_integer {
public:
    static constexpr std::size_t most_limbs = 40;
    static constexpr std::size_t most_bits = 64 * (most_limbs - 2);  // two limbs stay free for the last division

    big_integer() noexcept = default;
    big_integer(std::int64_t of) noexcept;  // NOLINT: 2 * n − 1 is meant to read as it is written
    big_integer(const big_integer& other) noexcept { take(other); }
    big_integer& operator=(const big_integer& other) noexcept {
        take(other);
        return *this;
    }

    big_integer& operator+=(const big_integer& b) noexcept { return add(b, b.negative_); }
    big_integer& operator-=(const big_integer& b) noexcept { return add(b, !b.negative_); }
    friend big_integer operator+(big_integer a, const big_integer& b) noexcept { return a += b; }
    friend big_integer operator-(big_integer a, const big_integer& b) noexcept { return a -= b; }
    friend big_integer operator*(const big_integer& a, const big_integer& b) noexcept;

    /// −1, 0, 1. An overflowed number has no sign: 0.
    [[nodiscard]] int sign() const noexcept { return overflowed_ || size_ == 0 ? 0 : negative_ ? -1 : 1; }
    [[nodiscard]] bool overflowed() const noexcept { return overflowed_; }
    /// The magnitude modulo and divided by a small number above 0.
    [[nodiscard]] std::uint64_t modulo(std::uint64_t by) const noexcept;
    [[nodiscard]] big_integer over(std::uint64_t by) const noexcept;

    /// a / b, rounded once, to the nearest double (ties to even), for quotients between 2^-1000 and 2^1000; a zero b or
    /// an overflow gives NaN.
    friend double quotient(const big_integer& a, const big_integer& b) noexcept;

private:
    [[nodiscard]] std::size_t bits() const noexcept;
    [[nodiscard]] int compare_magnitude(const big_integer& b) const noexcept;
    big_integer& add(const big_integer& b, bool negative) noexcept;
    void add_magnitude(const big_integer& b) noexcept;
    void subtract_smaller(const big_integer& b) noexcept;
    void shift_left(std::size_t by) noexcept;
    void take(const big_integer& other) noexcept;
    void trim() noexcept;

    std::array<std::uint64_t, most_limbs> limbs_;  // the first size_ of them, the lowest first
    std::size_t size_ = 0;
    bool negative_ = false;
    bool overflowed_ = false;
};

double quotient(const big_integer& a, const big_integer& b) noexcept;

/// The least common multiple of a number above 0 and a small one.
[[nodiscard]] big_integer common_multiple(const big_integer& of, std::uint64_t with) noexcept;

}  // namespace peersupport::evidence
