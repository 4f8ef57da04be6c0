// SPDX-License-Identifier: Apache-2.0
// Memory that tells when somebody reads or writes outside it.
#pragma once

#include "peersupport/scoring/score.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#if __has_include(<sys/mman.h>)
#include <sys/mman.h>
#include <unistd.h>
#define PEERSUPPORT_TEST_PAGES 1
#else
#define PEERSUPPORT_TEST_PAGES 0
#endif

namespace peersupport::testing {

#if PEERSUPPORT_TEST_PAGES
/// Bytes that end where readable memory ends: reading one more ends the process.
class bytes_at_page_end {
public:
    explicit bytes_at_page_end(const std::vector<std::uint8_t>& content) {
        const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        const std::size_t whole = (content.size() + page - 1) / page * page;
        size_ = whole + page;
        base_ = static_cast<std::uint8_t*>(mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
        EXPECT_EQ(mprotect(base_ + whole, page, PROT_NONE), 0);
        data_ = base_ + whole - content.size();
        std::memcpy(data_, content.data(), content.size());
    }
    ~bytes_at_page_end() { munmap(base_, size_); }
    bytes_at_page_end(const bytes_at_page_end&) = delete;
    bytes_at_page_end& operator=(const bytes_at_page_end&) = delete;
    [[nodiscard]] const std::uint8_t* data() const { return data_; }

private:
    std::size_t size_ = 0;
    std::uint8_t* base_ = nullptr;
    std::uint8_t* data_ = nullptr;
};
#endif

/// How an output block lies in memory, in elements.
struct block_layout {
    const char* name;
    std::ptrdiff_t row_stride, scale_stride;
};

/// The layouts callers use: side by side, in columns, with gaps, backwards.
inline std::vector<block_layout> layouts_of(std::size_t rows, std::size_t scales) {
    const auto r = static_cast<std::ptrdiff_t>(rows), s = static_cast<std::ptrdiff_t>(scales);
    return {{"side by side", s, 1},     {"columns", 1, r},         {"rows with gaps", s + 3, 1},      {"columns with gaps", 1, r + 5},
            {"every second", 2 * s, 2}, {"rows backwards", -s, 1}, {"scales backwards", s, -1}, {"columns far apart", 2, 2 * r}};
}

/// A block with room on every side, all of it filled with a pattern.
template <class T>
class guarded_block {
public:
    static constexpr std::uint8_t pattern = 0xA5;
    guarded_block(const block_layout& as, std::size_t rows, std::size_t scales) : layout_(as), rows_(rows), scales_(scales) {
        const auto reach = [](std::ptrdiff_t stride, std::size_t count) { return (stride < 0 ? -stride : stride) * static_cast<std::ptrdiff_t>(count); };
        first_ = 64 + reach(as.row_stride, rows) + reach(as.scale_stride, scales);
        memory_.resize(2 * static_cast<std::size_t>(first_));
        std::memset(static_cast<void*>(memory_.data()), pattern, memory_.size() * sizeof(T));
    }
    score_block<T> block() { return {memory_.data() + first_, layout_.row_stride, layout_.scale_stride}; }
    [[nodiscard]] T at(std::size_t row, std::size_t scale) const { return memory_[place(row, scale)]; }

    /// Everything that is no element of the block still holds the pattern.
    [[nodiscard]] bool only_the_block_was_written() const {
        std::vector<bool> own(memory_.size(), false);
        for (std::size_t r = 0; r < rows_; ++r)
            for (std::size_t s = 0; s < scales_; ++s) own[place(r, s)] = true;
        T untouched;
        std::memset(static_cast<void*>(&untouched), pattern, sizeof untouched);
        for (std::size_t at = 0; at < memory_.size(); ++at)
            if (!own[at] && std::memcmp(&memory_[at], &untouched, sizeof untouched) != 0) return false;
        return true;
    }

private:
    [[nodiscard]] std::size_t place(std::size_t row, std::size_t scale) const {
        return static_cast<std::size_t>(first_ + static_cast<std::ptrdiff_t>(row) * layout_.row_stride +
                                        static_cast<std::ptrdiff_t>(scale) * layout_.scale_stride);
    }
    block_layout layout_;
    std::size_t rows_, scales_;
    std::ptrdiff_t first_ = 0;
    std::vector<T> memory_;
};

}  // namespace peersupport::testing
