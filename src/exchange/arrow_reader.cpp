// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/arrow.hpp"

#include "arrow_state.hpp"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>

namespace peersupport {

using exchange::arrow_state;
using exchange::owned;

namespace {

constexpr double all_blank = std::numeric_limits<double>::quiet_NaN();
/// Rows in one array: enough for any machine, small enough that offset + length × 8 never overflows.
constexpr std::int64_t most_rows = std::int64_t{1} << 48;

/// JSON pointer to a column (RFC 6901).
std::string pointer_to(std::string_view name) {
    std::string out = "/";
    for (const char c : name) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

std::string_view text(const char* s) noexcept { return s ? std::string_view(s) : std::string_view(); }

/// The cells a format string announces; nothing for what is not a number.
struct cell_format {
    cell_type type;
    std::size_t size;
};
std::optional<cell_format> cells_of(std::string_view format) noexcept {
    if (format.size() != 1) return std::nullopt;
    switch (format.front()) {
        case 'c': return cell_format{cell_type::i8, 1};
        case 'C': return cell_format{cell_type::u8, 1};
        case 's': return cell_format{cell_type::i16, 2};
        case 'S': return cell_format{cell_type::u16, 2};
        case 'i': return cell_format{cell_type::i32, 4};
        case 'I': return cell_format{cell_type::u32, 4};
        case 'l': return cell_format{cell_type::i64, 8};
        case 'L': return cell_format{cell_type::u64, 8};
        case 'f': return cell_format{cell_type::f32, 4};
        case 'g': return cell_format{cell_type::f64, 8};
        case 'b': return cell_format{cell_type::bool_bit, 0};
        default: return std::nullopt;
    }
}

bool schema_is_sound(const ArrowSchema& s) noexcept {
    if (!s.release || text(s.format) != "+s" || s.n_children < 0 || s.dictionary) return false;
    if (s.n_children > 0 && !s.children) return false;
    for (std::int64_t i = 0; i < s.n_children; ++i) {
        if (!s.children[i] || !s.children[i]->format) return false;
    }
    return true;
}

bool counts_are_sound(const ArrowArray& a) noexcept {
    return a.length >= 0 && a.offset >= 0 && a.length <= most_rows && a.offset <= most_rows &&
           a.null_count >= -1 && a.null_count <= a.length && a.n_buffers >= 0 && a.n_children >= 0 &&
           (a.n_buffers == 0 || a.buffers) && (a.n_children == 0 || a.children);
}

bool chunk_is_sound(const ArrowSchema& schema, const ArrowArray& a) noexcept {
    if (!counts_are_sound(a) || a.n_children != schema.n_children || a.n_buffers != 1 || a.dictionary) return false;
    if (a.buffers[0] && a.null_count != 0) {  // a row that is null as a whole is no row of a table
        const auto* bits = static_cast<const std::uint8_t*>(a.buffers[0]);
        for (std::int64_t i = a.offset; i < a.offset + a.length; ++i) {
            if (!(bits[i / 8] >> (i % 8) & 1)) return false;
        }
    } else if (!a.buffers[0] && a.null_count > 0) {
        return false;
    }
    for (std::int64_t i = 0; i < a.n_children; ++i) {
        const ArrowArray* child = a.children[i];
        if (!child || !counts_are_sound(*child) || child->length < a.offset + a.length) return false;
    }
    return true;
}

float widen(std::uint16_t half) noexcept {
    const int sign = half >> 15, exponent = half >> 10 & 31, fraction = half & 1023;
    float out = 0;
    if (exponent == 31) out = fraction ? std::numeric_limits<float>::quiet_NaN() : std::numeric_limits<float>::infinity();
    else if (exponent == 0) out = std::ldexp(static_cast<float>(fraction), -24);
    else out = std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
    return sign ? -out : out;
}

/// One child of a chunk as answers, or why not.
class column_reader {
public:
    column_reader(const ArrowSchema& schema, const ArrowArray& chunk, std::size_t at) noexcept
        : format_(text(schema.children[at]->format)), dictionary_(schema.children[at]->dictionary != nullptr),
          array_(*chunk.children[at]), first_(array_.offset + chunk.offset),
          rows_(static_cast<std::size_t>(chunk.length)) {}

    status read(answer_chunk& into) const {
        if (dictionary_ || array_.dictionary) return status::column_type;
        if (format_ == "n") {
            into.columns.push_back({&all_blank, cell_type::f64, 0, nullptr, 0});
            return status::ok;
        }
        const bool half = format_ == "e";
        const auto cells = half ? cell_format{cell_type::f32, 2} : cells_of(format_);
        if (!cells) return status::column_type;
        if (array_.n_buffers != 2 || array_.n_children != 0) return status::arrow_invalid;
        const auto* data = static_cast<const std::byte*>(array_.buffers[1]);
        if (rows_ > 0 && !data) return status::arrow_invalid;
        if (!array_.buffers[0] && array_.null_count > 0) return status::arrow_invalid;
        if (cells->size > 1 && std::bit_cast<std::uintptr_t>(data) % cells->size != 0) return status::arrow_invalid;

        answer_column column{data, cells->type, static_cast<std::ptrdiff_t>(cells->size), validity(),
                             static_cast<std::size_t>(first_)};
        if (cells->size && data) column.data = data + static_cast<std::size_t>(first_) * cells->size;
        if (half) column = wider(column, into);
        into.columns.push_back(column);
        return status::ok;
    }

private:
    [[nodiscard]] const std::uint8_t* validity() const noexcept {
        return array_.null_count == 0 ? nullptr : static_cast<const std::uint8_t*>(array_.buffers[0]);
    }
    [[nodiscard]] answer_column wider(answer_column column, answer_chunk& into) const {
        const std::shared_ptr<float[]> to(new float[rows_ ? rows_ : 1]);
        float* next = to.get();
        for (std::size_t i = 0; i < rows_; ++i) {
            std::uint16_t bits = 0;
            std::memcpy(&bits, static_cast<const std::byte*>(column.data) + i * 2, 2);
            *next++ = widen(bits);
        }
        into.widened.push_back(to);
        column.data = to.get();
        column.stride = sizeof(float);
        return column;
    }

    std::string_view format_;
    bool dictionary_;
    const ArrowArray& array_;
    std::int64_t first_;
    std::size_t rows_;
};

/// The place of a column, or why there is none.
std::pair<std::size_t, status> place_of(const ArrowSchema& schema, std::string_view name) noexcept {
    std::size_t at = 0, found = 0;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        if (text(schema.children[i]->name) != name) continue;
        at = static_cast<std::size_t>(i);
        ++found;
    }
    return {at, found == 0 ? status::column_missing : found > 1 ? status::column_duplicate : status::ok};
}

/// One more chunk, checked. The array is released when it is refused.
status add_chunk(arrow_state& to, ArrowArray* array) {
    owned<ArrowArray> chunk(array);
    if (!chunk_is_sound(to.schema.it, chunk.it)) return status::arrow_invalid;
    to.rows += static_cast<std::size_t>(chunk.it.length);
    to.chunks.push_back(std::move(chunk));
    return status::ok;
}

}  // namespace

result<arrow_table> arrow_table::from_stream(ArrowArrayStream* from) {
    auto batches = arrow_batches::open(from);
    if (!batches) return batches.problems();
    auto first = batches->next();
    if (!first) return first.problems();
    const auto all = std::const_pointer_cast<arrow_state>(first->state_);  // fresh: nobody else holds it yet
    while (!all->chunks.empty()) {
        auto more = batches->next();
        if (!more) return more.problems();
        const auto state = std::const_pointer_cast<arrow_state>(more->state_);
        if (state->chunks.empty()) break;
        all->rows += state->rows;
        all->chunks.push_back(std::move(state->chunks.front()));
    }
    return first;
}

result<arrow_table> arrow_table::from_array(ArrowSchema* schema, ArrowArray* array) {
    auto state = std::make_shared<arrow_state>(schema);
    if (!array->release) return error(status::arrow_invalid);
    if (!schema_is_sound(state->schema.it)) {
        const owned<ArrowArray> refused(array);
        return error(status::arrow_invalid);
    }
    if (const status s = add_chunk(*state, array); s != status::ok) return error(s);
    return arrow_table(std::move(state));
}

std::size_t arrow_table::rows() const noexcept { return state_->rows; }
std::size_t arrow_table::column_count() const noexcept {
    return static_cast<std::size_t>(state_->schema.it.n_children);
}
std::string_view arrow_table::column_name(std::size_t at) const noexcept {
    return text(state_->schema.it.children[at]->name);
}

result<std::vector<answer_chunk>> arrow_table::answers(std::span<const std::string> names) const {
    const ArrowSchema& schema = state_->schema.it;
    error wrong;
    std::vector<std::size_t> places;
    for (const std::string& name : names) {
        const auto [at, found] = place_of(schema, name);
        if (found != status::ok) wrong.add(found, pointer_to(name));
        places.push_back(at);
    }
    if (wrong.total) return wrong;

    std::vector<answer_chunk> out;
    for (const auto& chunk : state_->chunks) {
        answer_chunk& into = out.emplace_back();
        into.rows = static_cast<std::size_t>(chunk.it.length);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const status s = column_reader(schema, chunk.it, places[i]).read(into);
            if (s != status::ok) wrong.add(s, pointer_to(names[i]));
        }
        if (wrong.total) return wrong;
    }
    if (state_->chunks.empty()) {  // no rows, but the types still have to be right
        for (std::size_t i = 0; i < places.size(); ++i) {
            const ArrowSchema& child = *schema.children[places[i]];
            const auto format = text(child.format);
            if (child.dictionary || (format != "n" && format != "e" && !cells_of(format)))
                wrong.add(status::column_type, pointer_to(names[i]));
        }
        if (wrong.total) return wrong;
    }
    return out;
}

result<arrow_column> arrow_table::column(std::string_view name) const {
    const auto [at, found] = place_of(state_->schema.it, name);
    if (found != status::ok) return error(found, pointer_to(name));
    const ArrowSchema& child = *state_->schema.it.children[at];
    if (child.dictionary || child.n_children != 0 || text(child.format).starts_with('+'))
        return error(status::column_type, pointer_to(name));
    return arrow_column(state_, at);
}

std::string_view arrow_column::name() const noexcept { return text(of_->schema.it.children[at_]->name); }
std::string_view arrow_column::format() const noexcept { return text(of_->schema.it.children[at_]->format); }
std::size_t arrow_column::rows() const noexcept { return of_->rows; }
std::size_t arrow_column::chunk_count() const noexcept { return of_->chunks.size(); }
std::size_t arrow_column::chunk_rows(std::size_t at) const noexcept {
    return static_cast<std::size_t>(of_->chunks[at].it.length);
}
std::pair<const ArrowArray*, std::int64_t> arrow_column::chunk(std::size_t at) const noexcept {
    const ArrowArray& whole = of_->chunks[at].it;
    return {whole.children[at_], whole.offset};
}

result<arrow_batches> arrow_batches::open(ArrowArrayStream* from) {
    if (!from || !from->release) return error(status::arrow_invalid);
    auto stream = std::shared_ptr<ArrowArrayStream>(new ArrowArrayStream(*from), [](ArrowArrayStream* s) {
        if (s->release) s->release(s);
        delete s;
    });
    from->release = nullptr;
    if (!stream->get_schema || !stream->get_next) return error(status::arrow_invalid);
    return arrow_batches(std::move(stream));
}

result<arrow_table> arrow_batches::next() {
    ArrowSchema schema{};
    if (stream_->get_schema(stream_.get(), &schema) != 0) return error(status::arrow_invalid);
    auto state = std::make_shared<arrow_state>(&schema);
    if (!schema_is_sound(state->schema.it)) return error(status::arrow_invalid);
    ArrowArray array{};
    if (stream_->get_next(stream_.get(), &array) != 0) return error(status::arrow_invalid);
    if (array.release) {
        if (const status s = add_chunk(*state, &array); s != status::ok) return error(s);
    }
    return arrow_table(std::move(state));
}

}  // namespace peersupport
