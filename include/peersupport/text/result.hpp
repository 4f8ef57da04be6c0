// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/status.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace peersupport {

/// One thing that is wrong, and where. Never holds what a person wrote or answered.
struct problem {
    static constexpr std::size_t no_offset = static_cast<std::size_t>(-1);

    status code = status::internal;
    std::size_t offset = no_offset;  ///< byte in the input, or no_offset
    std::string path;                ///< JSON pointer (RFC 6901) or empty
    friend bool operator==(const problem&, const problem&) = default;
};

/// All problems found at once, in the order of the input; at most `limit` are kept, `total` counts them all.
struct error {
    static constexpr std::size_t limit = 100;

    std::vector<problem> problems;
    std::size_t total = 0;

    error() = default;
    explicit error(status code, std::string path = {}, std::size_t offset = problem::no_offset) {
        add(code, std::move(path), offset);
    }
    void add(status code, std::string path = {}, std::size_t offset = problem::no_offset) {
        ++total;
        if (problems.size() < limit) problems.push_back({code, offset, std::move(path)});
    }
    /// The first problem's code; internal when there is none.
    [[nodiscard]] status code() const noexcept {
        return problems.empty() ? status::internal : problems.front().code;
    }
};

/// A value or what is wrong. The shape of C++23's std::expected, cut to what is needed here.
template <class T>
class result {
public:
    using value_type = T;
    result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    result(error e) : state_(std::in_place_index<1>, std::move(e)) {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    /// The value; the caller has checked has_value().
    [[nodiscard]] T& value() & noexcept { return *std::get_if<0>(&state_); }
    [[nodiscard]] const T& value() const& noexcept { return *std::get_if<0>(&state_); }
    [[nodiscard]] T&& value() && noexcept { return std::move(*std::get_if<0>(&state_)); }
    T* operator->() noexcept { return std::get_if<0>(&state_); }
    const T* operator->() const noexcept { return std::get_if<0>(&state_); }
    T& operator*() & noexcept { return value(); }
    const T& operator*() const& noexcept { return value(); }

    /// What is wrong; the caller has checked that there is no value.
    [[nodiscard]] const peersupport::error& problems() const noexcept { return *std::get_if<1>(&state_); }

private:
    std::variant<T, peersupport::error> state_;
};

}  // namespace peersupport
