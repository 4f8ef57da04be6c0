// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace peersupport {

/// Overwrites memory nobody reads any more; no compiler leaves it out.
void wipe(void* at, std::size_t bytes) noexcept;

/// Heap memory that is overwritten before it is given back, also where its container grows. What lies in the container
/// itself, as a short string does, is the memory of whoever holds the container.
template <class T>
struct wiping_allocator {
    using value_type = T;

    wiping_allocator() noexcept = default;
    template <class Other>
    wiping_allocator(const wiping_allocator<Other>&) noexcept {}

    [[nodiscard]] T* allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T* at, std::size_t count) noexcept {
        wipe(at, count * sizeof(T));
        std::allocator<T>().deallocate(at, count);
    }
    friend bool operator==(const wiping_allocator&, const wiping_allocator&) noexcept { return true; }
};

/// Holds what somebody wrote about a person.
using wiped_string = std::basic_string<char, std::char_traits<char>, wiping_allocator<char>>;
template <class T>
using wiped_vector = std::vector<T, wiping_allocator<T>>;

}  // namespace peersupport
