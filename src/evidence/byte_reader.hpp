// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::evidence {

/// Reads what byte_writer wrote. After something that is not there, ok() is false and everything reads as zero;
/// nothing is allocated for more elements than the bytes that are left can hold.
class byte_reader {
public:
    explicit byte_reader(std::string_view bytes) noexcept : bytes_(bytes) {}

    [[nodiscard]] bool ok() const noexcept { return ok_; }
    [[nodiscard]] std::size_t offset() const noexcept { return at_; }
    [[nodiscard]] std::size_t left() const noexcept { return bytes_.size() - at_; }
    /// Says that what was read makes no sense.
    void fail() noexcept { ok_ = false; }

    template <class T>
    [[nodiscard]] T take() noexcept {
        if (!has(sizeof(T))) return T{};
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < sizeof(T); ++i)
            bits |= std::uint64_t{static_cast<unsigned char>(bytes_[at_ + i])} << (8 * i);
        at_ += sizeof(T);
        return static_cast<T>(bits);
    }
    /// What put_number() wrote, in as few bytes as it takes and no more.
    [[nodiscard]] std::int64_t take_number() noexcept {
        std::uint64_t bits = 0;
        for (unsigned shift = 0; has(1); shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            const std::uint64_t part = byte & 127U;
            bits |= part << shift;
            if (byte < 128) {
                if ((byte == 0 && shift > 0) || (shift == 63 && part > 1)) fail();
                return static_cast<std::int64_t>(bits >> 1 ^ (std::uint64_t{0} - (bits & 1)));
            }
            if (shift == 63) fail();
        }
        return 0;
    }
    [[nodiscard]] std::int32_t take_small_number() noexcept {
        const std::int64_t number = take_number();
        if (number < INT32_MIN || number > INT32_MAX) fail();
        return static_cast<std::int32_t>(number);
    }
    [[nodiscard]] std::vector<std::int64_t> take_numbers(std::size_t count) {
        if (count > left()) fail();
        std::vector<std::int64_t> out(ok_ ? count : 0);
        for (std::int64_t& n : out) n = take_number();
        return out;
    }
    /// A number of elements that take at least `least` bytes each.
    [[nodiscard]] std::size_t take_count(std::size_t least) noexcept {
        const std::size_t count = take<std::uint32_t>();
        if (count > left() / least) fail();
        return ok_ ? count : 0;
    }
    [[nodiscard]] std::string take_text() {
        const std::size_t size = take_count(1);
        std::string out(bytes_.substr(at_, size));
        at_ += size;
        return out;
    }
    template <class T>
    [[nodiscard]] std::vector<T> take_all(std::size_t count) {
        if (count > left() / sizeof(T)) fail();
        std::vector<T> out(ok_ ? count : 0);
        for (T& n : out) n = take<T>();
        return out;
    }
    [[nodiscard]] std::string_view take_bytes(std::size_t size) noexcept {
        if (!has(size)) return {};
        at_ += size;
        return bytes_.substr(at_ - size, size);
    }

private:
    [[nodiscard]] bool has(std::size_t size) noexcept {
        ok_ = ok_ && size <= left();
        return ok_;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

}  // namespace peersupport::evidence
