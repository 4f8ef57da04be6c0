// SPDX-License-Identifier: Apache-2.0
#include "batch.hpp"

#include <algorithm>

namespace peersupport::capi {
namespace {

static_assert(sizeof(peersupport_column) == 2 * sizeof(void*) + 24, "frozen");
static_assert(sizeof(peersupport_invalid_cell) == 24, "frozen");
static_assert(sizeof(peersupport_invalid_report) == (sizeof(void*) == 8 ? 40 : 36), "grows at its end only");
static_assert(PEERSUPPORT_I8 == static_cast<int>(cell_type::i8));
static_assert(PEERSUPPORT_U8 == static_cast<int>(cell_type::u8));
static_assert(PEERSUPPORT_I16 == static_cast<int>(cell_type::i16));
static_assert(PEERSUPPORT_U16 == static_cast<int>(cell_type::u16));
static_assert(PEERSUPPORT_I32 == static_cast<int>(cell_type::i32));
static_assert(PEERSUPPORT_U32 == static_cast<int>(cell_type::u32));
static_assert(PEERSUPPORT_I64 == static_cast<int>(cell_type::i64));
static_assert(PEERSUPPORT_U64 == static_cast<int>(cell_type::u64));
static_assert(PEERSUPPORT_F32 == static_cast<int>(cell_type::f32));
static_assert(PEERSUPPORT_F64 == static_cast<int>(cell_type::f64));
static_assert(PEERSUPPORT_BOOL_BYTE == static_cast<int>(cell_type::bool_byte));
static_assert(PEERSUPPORT_BOOL_BIT == static_cast<int>(cell_type::bool_bit));
static_assert(PEERSUPPORT_INVALID_RAISE == static_cast<int>(invalid_policy::raise));
static_assert(PEERSUPPORT_INVALID_MARK == static_cast<int>(invalid_policy::mark));

status check_column(const peersupport_column& c, std::size_t rows) noexcept {
    if (c.type < PEERSUPPORT_I8 || c.type > PEERSUPPORT_BOOL_BIT) return status::column_type;
    if (c.reserved != 0 || (!c.data && rows > 0)) return status::invalid_argument;
    return c.offset > SIZE_MAX - rows ? status::too_large : status::ok;
}

answer_column column_of(const peersupport_column& c) noexcept {
    return {.data = c.data,
            .type = static_cast<cell_type>(c.type),
            .stride = static_cast<std::ptrdiff_t>(c.stride),
            .validity = c.validity,
            .offset = static_cast<std::size_t>(c.offset)};
}

status check_report(const peersupport_invalid_report* r) noexcept {
    if (!r) return status::ok;
    if (!known_size(r)) return status::bad_struct_size;
    return r->places || r->capacity == 0 ? status::ok : status::invalid_argument;
}

/// How many cells can be reported: never more than the batch has, and one for the error.
std::size_t places_for(const peersupport_invalid_report* r, std::size_t rows, std::size_t items) noexcept {
    const std::uint64_t wanted = std::max<std::uint64_t>(r ? r->capacity : 0, 1);
    const std::uint64_t cells = rows > UINT64_MAX / std::max<std::size_t>(items, 1) ? UINT64_MAX : rows * items;
    return static_cast<std::size_t>(std::min({wanted, cells, std::uint64_t{SIZE_MAX}}));
}

bool tells_places(status code) noexcept { return code == status::ok || code == status::invalid_code; }

}  // namespace

batch::batch(const plan& by, const peersupport_column* columns, std::size_t column_count, std::size_t rows,
             std::int32_t policy, peersupport_invalid_report* into)
    : rows_(rows), into_(into) {
    if (!sized(columns, column_count) || (policy != PEERSUPPORT_INVALID_RAISE && policy != PEERSUPPORT_INVALID_MARK))
        check_ = status::invalid_argument;
    else if (check_ = check_report(into); check_ != status::ok)
        return;
    else if (column_count != by.item_count())
        check_ = status::shape_mismatch;
    else if (rows > PTRDIFF_MAX)
        check_ = status::too_large;
    else
        check_ = convert(columns, column_count);
    policy_ = static_cast<invalid_policy>(policy);
}

status batch::convert(const peersupport_column* columns, std::size_t count) {
    columns_.reserve(count);
    for (const auto& c : std::span(columns, count)) {
        if (const auto s = check_column(c, rows_); s != status::ok) return s;
        columns_.push_back(column_of(c));
    }
    places_.resize(places_for(into_, rows_, count));
    found_.places = places_;
    return status::ok;
}

std::int32_t batch::finish(status code, peersupport_error* detail) const noexcept {
    if (!tells_places(code)) return code_of(code);
    const auto written = std::min<std::uint64_t>(found_.total, places_.size());
    if (into_) {
        into_->count = std::min(written, into_->capacity);
        into_->total = found_.total;
        std::transform(places_.begin(), places_.begin() + static_cast<std::ptrdiff_t>(into_->count), into_->places,
                       [](const invalid_cell& c) {
                           return peersupport_invalid_cell{c.row, c.item, code_of(c.code), 0};
                       });
    }
    if (detail && code != status::ok && written > 0) {
        detail->row = places_.front().row;
        detail->column = places_.front().item;
        detail->total = found_.total;
    }
    return code_of(code);
}

}  // namespace peersupport::capi
