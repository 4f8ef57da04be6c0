// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport.h"
#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace peersupport::capi {

static_assert(sizeof(peersupport_text) == 2 * sizeof(void*), "frozen");
static_assert(sizeof(peersupport_error) == 296 && offsetof(peersupport_error, path) == 40, "grows at its end only");

/// True for a struct this library knows; every struct has one size so far.
template <class Struct>
[[nodiscard]] constexpr bool known_size(const Struct* s) noexcept {
    return s->struct_size == sizeof(Struct);
}

/// Writes success into an error of known size.
void clear(peersupport_error& into) noexcept;
/// Writes one problem into an error of known size; the path is cut between characters.
void write_problem(const problem& what, std::size_t total, peersupport_error& into) noexcept;
/// Writes the first problem and the total, where the caller wants them, and returns the first code.
std::int32_t report(const error& what, peersupport_error* into) noexcept;

/// The number a status has in C.
[[nodiscard]] constexpr std::int32_t code_of(status s) noexcept { return static_cast<std::int32_t>(s); }

/// The barrier every call with an error argument passes: nothing that is thrown inside leaves the library.
/// `work` returns a status and may write detail into the error; the code is written here.
template <class Work>
std::int32_t guarded(peersupport_error* detail, Work work) noexcept {
    if (detail && !known_size(detail)) return PEERSUPPORT_BAD_STRUCT_SIZE;
    if (detail) clear(*detail);
    std::int32_t code = PEERSUPPORT_INTERNAL;
    try {
        code = work();
    } catch (const std::bad_alloc&) {
        code = PEERSUPPORT_OUT_OF_MEMORY;
    } catch (const std::length_error&) {
        code = PEERSUPPORT_TOO_LARGE;
    } catch (...) {
        code = PEERSUPPORT_INTERNAL;
    }
    if (detail) {
        detail->code = code;
        if (code != PEERSUPPORT_OK && detail->total == 0) detail->total = 1;
    }
    return code;
}

/// True unless a pointer is NULL although it has a size.
[[nodiscard]] constexpr bool sized(const void* data, std::size_t size) noexcept { return data || size == 0; }

/// A view that is never NULL.
[[nodiscard]] inline std::string_view view_of(const char* data, std::size_t size) noexcept {
    return data ? std::string_view(data, size) : std::string_view();
}

/// Writes a view into the caller's struct. Empty texts point to an empty literal, not to NULL.
inline std::int32_t give(std::string_view what, peersupport_text* into) noexcept {
    *into = {what.data() ? what.data() : "", what.size()};
    return PEERSUPPORT_OK;
}

/// Writes a number into the caller's place.
template <class From, class To>
std::int32_t give_number(From what, To* into) noexcept {
    *into = static_cast<To>(what);
    return PEERSUPPORT_OK;
}

/// Row `index` of a list that a handle holds; nullptr past its end.
template <class Row>
[[nodiscard]] const Row* row_of(const std::vector<Row>& rows, std::size_t index) noexcept {
    return index < rows.size() ? &rows[index] : nullptr;
}

[[nodiscard]] constexpr bool known_language(std::int32_t l) noexcept {
    return l == PEERSUPPORT_ENGLISH || l == PEERSUPPORT_FRENCH;
}
[[nodiscard]] constexpr language language_of(std::int32_t l) noexcept {
    return l == PEERSUPPORT_FRENCH ? language::fr : language::en;
}

}  // namespace peersupport::capi
