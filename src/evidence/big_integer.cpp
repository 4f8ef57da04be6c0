// SPDX-License-Identifier: Apache-2.0
#include "evidence/big_integer.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

namespace peersupport::evidence {
namespace {

__extension__ typedef unsigned __int128 wide;

constexpr std::uint64_t low(wide v) noexcept { return static_cast<std::uint64_t>(v); }
constexpr std::uint64_t high(wide v) noexcept { return static_cast<std::uint64_t>(v >> 64); }

/// significand · 2^exponent; the significand has at most 53 bits, so nothing is rounded here.
double scaled(std::uint64_t significand, int exponent) noexcept {
    const auto power = [](int e) { return std::bit_cast<double>(static_cast<std::uint64_t>(e + 1023) << 52); };
    const int first = std::clamp(exponent, -1000, 900);
    return static_cast<double>(significand) * power(first) * power(std::clamp(exponent - first, -1000, 900));
}

}  // namespace

big_integer::big_integer(std::int64_t of) noexcept : negative_(of < 0) {
    if (of == 0) return;
    limbs_[0] = of < 0 ? ~static_cast<std::uint64_t>(of) + 1 : static_cast<std::uint64_t>(of);
    size_ = 1;
}

void big_integer::take(const big_integer& other) noexcept {
    std::copy_n(other.limbs_.begin(), other.size_, limbs_.begin());
    size_ = other.size_;
    negative_ = other.negative_;
    overflowed_ = other.overflowed_;
}

void big_integer::trim() noexcept {
    while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
    if (size_ == 0) negative_ = false;
    overflowed_ = overflowed_ || size_ > most_bits / 64;
}

std::size_t big_integer::bits() const noexcept {
    return size_ == 0 ? 0 : 64 * size_ - static_cast<std::size_t>(std::countl_zero(limbs_[size_ - 1]));
}

int big_integer::compare_magnitude(const big_integer& b) const noexcept {
    if (size_ != b.size_) return size_ < b.size_ ? -1 : 1;
    for (std::size_t i = size_; i-- > 0;)
        if (limbs_[i] != b.limbs_[i]) return limbs_[i] < b.limbs_[i] ? -1 : 1;
    return 0;
}

void big_integer::add_magnitude(const big_integer& b) noexcept {
    const std::size_t longest = std::max(size_, b.size_);
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < longest; ++i) {
        const wide sum = wide{i < size_ ? limbs_[i] : 0} + (i < b.size_ ? b.limbs_[i] : 0) + carry;
        limbs_[i] = low(sum);
        carry = high(sum);
    }
    size_ = longest;
    if (carry != 0) limbs_[size_++] = carry;
}

void big_integer::subtract_smaller(const big_integer& b) noexcept {
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < size_; ++i) {
        const wide taken = wide{i < b.size_ ? b.limbs_[i] : 0} + borrow;
        borrow = taken > limbs_[i] ? 1 : 0;
        limbs_[i] = low(wide{limbs_[i]} - taken);
    }
}

big_integer& big_integer::add(const big_integer& b, bool negative) noexcept {
    overflowed_ = overflowed_ || b.overflowed_;
    if (overflowed_) return *this;
    if (negative_ == negative || size_ == 0) {
        negative_ = size_ == 0 ? negative : negative_;
        add_magnitude(b);
    } else if (compare_magnitude(b) >= 0) {
        subtract_smaller(b);
    } else {
        big_integer larger = b;
        larger.negative_ = negative;
        larger.subtract_smaller(*this);
        take(larger);
    }
    trim();
    return *this;
}

big_integer operator*(const big_integer& a, const big_integer& b) noexcept {
    big_integer to;
    to.overflowed_ = a.overflowed_ || b.overflowed_ || a.size_ + b.size_ > big_integer::most_limbs;
    if (to.overflowed_ || a.size_ == 0 || b.size_ == 0) return to;
    to.size_ = a.size_ + b.size_;
    std::fill_n(to.limbs_.begin(), to.size_, std::uint64_t{0});
    for (std::size_t i = 0; i < a.size_; ++i) {
        std::uint64_t carry = 0;
        for (std::size_t j = 0; j < b.size_; ++j) {
            const wide sum = wide{a.limbs_[i]} * b.limbs_[j] + to.limbs_[i + j] + carry;
            to.limbs_[i + j] = low(sum);
            carry = high(sum);
        }
        to.limbs_[i + b.size_] = carry;
    }
    to.negative_ = a.negative_ != b.negative_;
    to.trim();
    return to;
}

std::uint64_t big_integer::modulo(std::uint64_t by) const noexcept {
    wide rest = 0;
    for (std::size_t i = size_; i-- > 0;) rest = ((rest << 64) | limbs_[i]) % by;
    return low(rest);
}

big_integer big_integer::over(std::uint64_t by) const noexcept {
    big_integer to = *this;
    wide rest = 0;
    for (std::size_t i = size_; i-- > 0;) {
        const wide part = (rest << 64) | limbs_[i];
        to.limbs_[i] = low(part / by);
        rest = part % by;
    }
    to.trim();
    return to;
}

void big_integer::shift_left(std::size_t by) noexcept {
    const std::size_t limbs = by / 64, rest = by % 64;
    if (size_ == 0 || by == 0) return;
    limbs_[size_ + limbs] = 0;
    for (std::size_t i = size_; i-- > 0;) {
        const wide part = wide{limbs_[i]} << rest;
        limbs_[i + limbs + 1] |= high(part);
        limbs_[i + limbs] = low(part);
    }
    std::fill_n(limbs_.begin(), limbs, std::uint64_t{0});
    size_ += limbs + 1;
    while (limbs_[size_ - 1] == 0) --size_;
}

double quotient(const big_integer& a, const big_integer& b) noexcept {
    if (a.overflowed_ || b.overflowed_ || b.size_ == 0) return std::numeric_limits<double>::quiet_NaN();
    if (a.size_ == 0) return 0.0;
    // Bring both to a quotient in [1, 4), then take its bits one after the other: 55 or 56 of them, and whether more
    // follow.
    big_integer rest = a, by = b;
    rest.negative_ = by.negative_ = false;
    const std::size_t a_bits = a.bits(), b_bits = b.bits();
    if (a_bits <= b_bits) rest.shift_left(b_bits - a_bits + 1);
    else by.shift_left(a_bits - b_bits - 1);
    int exponent = static_cast<int>(a_bits) - static_cast<int>(b_bits) - 1;
    std::uint64_t bits = 0;
    for (int step = 0; step < 56; ++step) {
        bits <<= 1;
        // The first digit may be 2 or 3: taken by subtracting twice.
        for (int twice = 0; twice < 3 && rest.compare_magnitude(by) >= 0; ++twice) {
            rest.subtract_smaller(by);
            while (rest.size_ > 0 && rest.limbs_[rest.size_ - 1] == 0) --rest.size_;
            ++bits;
        }
        rest.shift_left(1);
    }
    exponent -= 55;
    const int extra = 64 - std::countl_zero(bits) - 53;
    const std::uint64_t tail = bits & ((std::uint64_t{1} << extra) - 1), half = std::uint64_t{1} << (extra - 1);
    std::uint64_t significand = bits >> extra;
    const bool sticky = rest.size_ > 0;
    if (tail > half || (tail == half && (sticky || (significand & 1) != 0))) ++significand;
    const double magnitude = scaled(significand, exponent + extra);
    return a.negative_ != b.negative_ ? -magnitude : magnitude;
}

big_integer common_multiple(const big_integer& of, std::uint64_t with) noexcept {
    const std::uint64_t shared = std::gcd(of.modulo(with), with);
    return of * big_integer(static_cast<std::int64_t>(with / shared));
}

}  // namespace peersupport::evidence
