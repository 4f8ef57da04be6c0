// SPDX-License-Identifier: Apache-2.0
#include "peersupport/exchange/arrow_texts.hpp"

#include "exchange/arrow_state.hpp"

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>

namespace peersupport {

using exchange::owned;

namespace {

using text_cells = std::vector<std::optional<std::string_view>>;

/// Rows in one array: enough for any machine, small enough that offset + length × 16 never overflows.
constexpr std::int64_t most_rows = std::int64_t{1} << 48;

std::string_view format_of(const ArrowSchema& s) noexcept { return s.format ? std::string_view(s.format) : std::string_view(); }
bool is_text(std::string_view format) noexcept { return format == "u" || format == "U" || format == "vu"; }

/// Whether a column of this schema can be read; a dictionary's own format is that of its numbers.
bool is_readable(const ArrowSchema& s) noexcept {
    const std::string_view format = format_of(s);
    if (s.dictionary) return format.size() == 1 && std::string_view("cCsSiIlL").find(format.front()) != std::string_view::npos && !s.dictionary->dictionary && is_text(format_of(*s.dictionary));
    return format == "n" || is_text(format);
}

template <class T>
T number_at(const void* of, std::int64_t at) noexcept {
    T out{};
    std::memcpy(&out, static_cast<const char*>(of) + at * static_cast<std::int64_t>(sizeof(T)), sizeof(T));
    return out;
}

bool counts_are_sound(const ArrowArray& a) noexcept {
    return a.length >= 0 && a.offset >= 0 && a.length <= most_rows && a.offset <= most_rows && a.null_count >= -1 && a.null_count <= a.length && a.n_buffers >= 0 && (a.n_buffers == 0 || a.buffers);
}

bool is_null(const ArrowArray& a, std::int64_t at) noexcept {
    const auto* bits = a.null_count == 0 || a.n_buffers == 0 ? nullptr : static_cast<const std::uint8_t*>(a.buffers[0]);
    return bits && !(bits[at / 8] >> (at % 8) & 1);
}

/// The cells of one array by its format; nothing for a cell whose offsets cannot be.
class text_reader {
public:
    text_reader(std::string_view format, const ArrowArray& of) noexcept : format_(format), of_(of) {}

    /// Whether there are the buffers that the format has.
    [[nodiscard]] bool is_sound() const noexcept {
        const bool view = format_ == "vu";
        if (!counts_are_sound(of_) || (view ? of_.n_buffers < 3 : of_.n_buffers != 3)) return false;
        if (of_.length > 0 && !of_.buffers[1]) return false;
        return of_.buffers[0] || of_.null_count <= 0;
    }
    [[nodiscard]] std::optional<std::string_view> text(std::int64_t at) const noexcept {
        if (format_ == "u") return plain<std::int32_t>(at);
        return format_ == "U" ? plain<std::int64_t>(at) : viewed(at);
    }

private:
    template <class Offset>
    [[nodiscard]] std::optional<std::string_view> plain(std::int64_t at) const noexcept {
        const auto from = number_at<Offset>(of_.buffers[1], at), to = number_at<Offset>(of_.buffers[1], at + 1);
        if (from < 0 || to < from || (to > from && !of_.buffers[2])) return std::nullopt;
        if (to == from) return std::string_view();
        return std::string_view(static_cast<const char*>(of_.buffers[2]) + from, static_cast<std::size_t>(to - from));
    }
    /// 4 bytes of length, then the text, or a prefix, a buffer number and an offset; the last buffer has the others' sizes.
    [[nodiscard]] std::optional<std::string_view> viewed(std::int64_t at) const noexcept {
        const char* view = static_cast<const char*>(of_.buffers[1]) + at * 16;
        const auto size = number_at<std::int32_t>(view, 0);
        if (size < 0) return std::nullopt;
        if (size <= 12) return std::string_view(view + 4, static_cast<std::size_t>(size));
        const auto number = number_at<std::int32_t>(view, 2), offset = number_at<std::int32_t>(view, 3);
        const std::int64_t several = of_.n_buffers - 3;
        const void* sizes = of_.buffers[of_.n_buffers - 1];
        if (number < 0 || number >= several || offset < 0 || !sizes || !of_.buffers[2 + number]) return std::nullopt;
        if (std::int64_t{offset} + size > number_at<std::int64_t>(sizes, number)) return std::nullopt;
        return std::string_view(static_cast<const char*>(of_.buffers[2 + number]) + offset, static_cast<std::size_t>(size));
    }

    std::string_view format_;
    const ArrowArray& of_;
};

std::int64_t index_at(std::string_view format, const void* from, std::int64_t at) noexcept {
    switch (format.front()) {
        case 'c': return number_at<std::int8_t>(from, at);
        case 'C': return number_at<std::uint8_t>(from, at);
        case 's': return number_at<std::int16_t>(from, at);
        case 'S': return number_at<std::uint16_t>(from, at);
        case 'i': return number_at<std::int32_t>(from, at);
        case 'I': return number_at<std::uint32_t>(from, at);
        default: return number_at<std::int64_t>(from, at);  // a number past 2^63 is negative, and refused
    }
}

error invalid_row(const text_cells& to) { return error(status::arrow_invalid, "/" + std::to_string(to.size())); }

/// The rows [first, first + rows) of a column behind those that are there; what is wrong, or nothing.
std::optional<error> take_texts(std::string_view format, const ArrowArray& a, std::int64_t first, std::int64_t rows, text_cells& to) {
    const text_reader read(format, a);
    if (!read.is_sound()) return error(status::arrow_invalid);
    for (std::int64_t at = first; at < first + rows; ++at) {
        const bool null = is_null(a, at);
        const auto text = null ? std::nullopt : read.text(at);
        if (!null && !text) return invalid_row(to);
        to.push_back(text);
    }
    return std::nullopt;
}

std::optional<error> take_coded(const ArrowSchema& s, const ArrowArray& a, std::int64_t first, std::int64_t rows, text_cells& to) {
    if (!a.dictionary || a.n_buffers != 2 || (rows > 0 && !a.buffers[1])) return error(status::arrow_invalid);
    const ArrowArray& words = *a.dictionary;
    const text_reader read(format_of(*s.dictionary), words);
    if (!read.is_sound()) return error(status::arrow_invalid);
    for (std::int64_t at = first; at < first + rows; ++at) {
        if (is_null(a, at)) {
            to.emplace_back();
            continue;
        }
        const std::int64_t word = index_at(format_of(s), a.buffers[1], at);
        if (word < 0 || word >= words.length) return invalid_row(to);
        const bool null = is_null(words, words.offset + word);
        const auto text = null ? std::nullopt : read.text(words.offset + word);
        if (!null && !text) return invalid_row(to);
        to.push_back(text);
    }
    return std::nullopt;
}

std::optional<error> take_column(const ArrowSchema& s, const ArrowArray& a, std::int64_t first, std::int64_t rows, text_cells& to) {
    if (!counts_are_sound(a) || first + rows > a.offset + a.length) return error(status::arrow_invalid);
    if (s.dictionary) return take_coded(s, a, first, rows, to);
    if (format_of(s) != "n") return take_texts(format_of(s), a, first, rows, to);
    to.resize(to.size() + static_cast<std::size_t>(rows));
    return std::nullopt;
}

/// The one column of a table, or the column itself; null when it is neither.
const ArrowSchema* column_of(const ArrowSchema& s) noexcept {
    if (format_of(s) != "+s") return is_readable(s) ? &s : nullptr;
    if (s.n_children != 1 || !s.children || !s.children[0] || !is_readable(*s.children[0])) return nullptr;
    return s.children[0];
}

std::optional<error> take_chunk(const ArrowSchema& whole, const ArrowSchema& column, const ArrowArray& a, text_cells& to) {
    if (&whole == &column) return take_column(column, a, a.offset, a.length, to);
    if (!counts_are_sound(a) || a.n_children != 1 || !a.children || !a.children[0]) return error(status::arrow_invalid);
    if (a.n_buffers > 0 && a.buffers[0] && a.null_count != 0) return error(status::arrow_invalid);  // a row that is null as a whole is no row of a table
    return take_column(column, *a.children[0], a.children[0]->offset + a.offset, a.length, to);
}

}  // namespace

struct arrow_texts::state {
    owned<ArrowSchema> schema;
    std::vector<owned<ArrowArray>> chunks;
    text_cells cells;

    explicit state(ArrowSchema* from) noexcept : schema(from) {}
};

result<arrow_texts> arrow_texts::from_stream(ArrowArrayStream* from) {
    if (!from || !from->release) return error(status::arrow_invalid);
    owned<ArrowArrayStream> stream(from);
    ArrowArrayStream* it = &stream.it;
    ArrowSchema schema{};
    if (!it->get_schema || !it->get_next || it->get_schema(it, &schema) != 0) return error(status::arrow_invalid);
    auto made = std::make_shared<state>(&schema);
    const ArrowSchema* column = made->schema.it.release ? column_of(made->schema.it) : nullptr;
    if (!column) return error(status::field_type);
    while (true) {
        ArrowArray array{};
        if (it->get_next(it, &array) != 0) return error(status::arrow_invalid);
        if (!array.release) return arrow_texts(std::move(made));
        const owned<ArrowArray>& chunk = made->chunks.emplace_back(&array);
        if (auto wrong = take_chunk(made->schema.it, *column, chunk.it, made->cells)) return *std::move(wrong);
    }
}

result<arrow_texts> arrow_texts::from_array(ArrowSchema* schema, ArrowArray* array) {
    auto made = std::make_shared<state>(schema);
    const owned<ArrowArray>& chunk = made->chunks.emplace_back(array);
    if (!made->schema.it.release || !chunk.it.release) return error(status::arrow_invalid);
    const ArrowSchema* column = column_of(made->schema.it);
    if (!column) return error(status::field_type);
    if (auto wrong = take_chunk(made->schema.it, *column, chunk.it, made->cells)) return *std::move(wrong);
    return arrow_texts(std::move(made));
}

std::span<const std::optional<std::string_view>> arrow_texts::cells() const noexcept { return state_->cells; }

}  // namespace peersupport
