// SPDX-License-Identifier: Apache-2.0
// Arrays of bytes, whole numbers and floats as the evidence entries take them.
#pragma once

#include "answer_table.hpp"

#include "peersupport/evidence/gram.hpp"
#include "peersupport/evidence/statistic.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace peersupport::python {

/// A missing value among whole numbers.
inline constexpr std::int64_t missing_whole = std::numeric_limits<std::int64_t>::min();
/// From so many cells on another thread may run meanwhile.
inline constexpr std::size_t many_evidence_cells = 20'000;

/// (value, low, high, reason id, estimator, n, min_pairs)
[[nodiscard]] inline py::tuple statistic_tuple(const statistic& s) {
    return py::make_tuple(s.value, s.low, s.high, text_of_view(id_of(s.why)), text_of_view(s.estimator), s.n,
                          s.min_pairs);
}

template <class Work>
auto run_freely(std::size_t cells, Work work) {
    if (cells < many_evidence_cells) return work();
    const py::gil_scoped_release others_may_run;
    return work();
}

/// One dimension of numbers without gaps between them.
template <class T>
class flat_array {
public:
    flat_array(const py::handle& of, const char* entry) : memory_(of, PyBUF_C_CONTIGUOUS | PyBUF_FORMAT, entry) {
        if (memory_->itemsize != sizeof(T)) raise(error(status::column_type));
    }
    [[nodiscard]] std::span<T> cells() const noexcept {
        return {static_cast<T*>(memory_->buf), static_cast<std::size_t>(memory_->len) / sizeof(T)};
    }

private:
    buffer memory_;
};

/// Rows × columns of bytes, any strides, and the tables that say what they mean.
class byte_array {
public:
    byte_array(const py::handle& cells, const py::handle& tables, const char* entry)
        : memory_(cells, PyBUF_STRIDED_RO | PyBUF_FORMAT, entry) {
        if (memory_->ndim != 2 || memory_->itemsize != 1) raise(error(status::shape_mismatch));
        const auto bytes = py::cast<std::string_view>(tables);
        for (std::size_t at = 0; at + 256 <= bytes.size(); at += 256) {
            byte_points& table = points_.emplace_back();
            for (std::size_t b = 0; b < 256; ++b) table.points[b] = static_cast<std::uint8_t>(bytes[at + b]);
        }
        if (points_.size() != 1 && points_.size() != columns()) raise(error(status::invalid_argument));
    }
    [[nodiscard]] byte_matrix cells() const noexcept {
        return {static_cast<const std::uint8_t*>(memory_->buf), static_cast<std::size_t>(memory_->shape[0]),
                memory_->strides[0], memory_->strides[1]};
    }
    [[nodiscard]] std::size_t columns() const noexcept { return static_cast<std::size_t>(memory_->shape[1]); }
    [[nodiscard]] std::span<const byte_points> points() const noexcept { return points_; }

private:
    buffer memory_;
    std::vector<byte_points> points_;
};

/// Rows × columns of 64-bit whole numbers, missing_whole where missing.
class whole_array {
public:
    whole_array(const py::handle& cells, const char* entry) : memory_(cells, PyBUF_STRIDED_RO | PyBUF_FORMAT, entry) {
        if (memory_->ndim != 2 || memory_->itemsize != 8) raise(error(status::shape_mismatch));
        const std::size_t k = static_cast<std::size_t>(memory_->shape[1]);
        present_.resize(rows() * k);
        for (std::size_t c = 0; c < k; ++c) {
            const auto* from = reinterpret_cast<const std::int64_t*>(static_cast<const std::byte*>(memory_->buf) +
                                                                     static_cast<py::ssize_t>(c) * memory_->strides[1]);
            const std::ptrdiff_t stride = memory_->strides[0] / 8;
            std::uint8_t* there = present_.data() + c * rows();
            for (std::size_t r = 0; r < rows(); ++r)
                there[r] = from[static_cast<std::ptrdiff_t>(r) * stride] != missing_whole;
            columns_.push_back({from, stride, there});
        }
    }
    [[nodiscard]] std::size_t rows() const noexcept { return static_cast<std::size_t>(memory_->shape[0]); }
    [[nodiscard]] std::span<const whole_column> columns() const noexcept { return columns_; }

private:
    buffer memory_;
    std::vector<std::uint8_t> present_;
    std::vector<whole_column> columns_;
};

}  // namespace peersupport::python
