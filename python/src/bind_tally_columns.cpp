// SPDX-License-Identifier: Apache-2.0
// The columns of an answers table that stand beside the answers: texts as numbers, ids as keys, dates as days.
#include "answer_table.hpp"
#include "arrow_cell.hpp"
#include "text_column.hpp"

#include "peersupport/evidence/person_key.hpp"
#include "peersupport/evidence/tally_rows.hpp"
#include "peersupport/text/day_number.hpp"

#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

namespace peersupport::python {
namespace {

struct text_hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

template <class T>
py::bytes bytes_of(const std::vector<T>& from) {
    return {reinterpret_cast<const char*>(from.data()), from.size() * sizeof(T)};
}

/// text_codes(column) -> (texts in the order in which they first appear, None where there is none; uint32 of each row)
py::tuple text_codes(const py::args& args) {
    check_count(args, 1, "text_codes");
    std::unordered_map<std::string, std::uint32_t, text_hash, std::equal_to<>> number;
    std::vector<std::uint32_t> codes;
    codes.reserve(cells_of_column(args[0]));
    const std::pair<const std::string, std::uint32_t>* last = nullptr;
    py::list texts;
    std::optional<std::uint32_t> missing;
    for_each_text(args[0], [&](std::optional<std::string_view> text) {
        if (!text) {
            if (!missing) {
                missing = static_cast<std::uint32_t>(texts.size());
                texts.append(py::none());
            }
            codes.push_back(*missing);
            return;
        }
        if (!last || last->first != *text) {
            auto at = number.find(*text);
            if (at == number.end()) {
                at = number.emplace(*text, static_cast<std::uint32_t>(texts.size())).first;
                texts.append(py::str(text->data(), text->size()));
            }
            last = &*at;  // columns often say the same row after row
        }
        codes.push_back(last->second);
    });
    return py::make_tuple(texts, bytes_of(codes));
}

/// (secret, column) -> uint64 of each row; 0 where there is no id
py::bytes keys_of(const py::args& args, key_role role, const char* entry) {
    check_count(args, 2, entry);
    const keyed_hash key(argument<std::string>(args, 0, entry), role);
    std::vector<std::uint64_t> keys;
    keys.reserve(cells_of_column(args[1]));
    for_each_text(args[1], [&](std::optional<std::string_view> id) { keys.push_back(id ? key(*id) : no_person); });
    return bytes_of(keys);
}

py::bytes person_keys(const py::args& args) { return keys_of(args, key_role::person, "person_keys"); }
py::bytes worker_keys(const py::args& args) { return keys_of(args, key_role::worker, "worker_keys"); }

/// Words that say no; any other text says yes. The same rule as `says_yes` in _tally_rows.py.
bool says_yes(std::optional<std::string_view> text) {
    if (!text) return false;
    constexpr std::string_view blanks = " \t\r\n\f\v";
    const std::size_t from = text->find_first_not_of(blanks);
    if (from == std::string_view::npos) return false;
    std::string folded(text->substr(from, text->find_last_not_of(blanks) - from + 1));
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    for (const std::string_view no : {"0", "false", "no", "n", "f", "faux", "non"})
        if (folded == no) return false;
    return true;
}

bool any_bit(const arrow_column& column) {
    bool any = false;
    for (std::size_t c = 0; c < column.chunk_count(); ++c) {
        const auto [array, shift] = column.chunk(c);
        const std::int64_t first = array->offset + shift;
        const auto* bits = static_cast<const std::uint8_t*>(array->buffers[1]);
        for (std::int64_t i = first; i < first + static_cast<std::int64_t>(column.chunk_rows(c)) && !any; ++i)
            any = !is_arrow_null(*array, i) && (bits[i / 8] >> (i % 8) & 1) != 0;
    }
    return any;
}

/// says_simulated(column) -> whether a cell is true, a number other than 0, or a text that does not say no
bool says_simulated(const py::args& args) {
    check_count(args, 1, "says_simulated");
    bool any = false;
    py::object column = args[0];
    if (py::isinstance<arrow_column>(column) && column.cast<const arrow_column&>().format() == "b")
        return any_bit(column.cast<const arrow_column&>());
    if (PyList_Check(column.ptr())) {
        py::list others;
        for (const py::handle cell : py::reinterpret_borrow<py::list>(column)) {
            if (PyBool_Check(cell.ptr())) any = any || cell.ptr() == Py_True;
            else others.append(cell);
        }
        column = others;
    }
    for_each_text(column, [&](std::optional<std::string_view> text) { any = any || says_yes(text); });
    return any;
}

/// Rows that hold no day, with why.
struct bad_day {
    std::size_t row = 0;
    status code = status::ok;
};

std::int32_t floor_days(std::int64_t ticks, std::int64_t of_a_day) noexcept {
    const std::int64_t day = ticks / of_a_day - (ticks % of_a_day < 0);
    return day < INT32_MIN + 1 || day > INT32_MAX ? INT32_MAX : static_cast<std::int32_t>(day);
}

/// Ticks of a day for Arrow's dates and times; 0 for other columns.
std::int64_t ticks_of(std::string_view format) noexcept {
    if (format == "tdD") return 1;
    if (format == "tdm") return 86'400'000;
    if (!format.starts_with("ts") || format.size() < 3) return 0;
    switch (format[2]) {
        case 's': return 86'400;
        case 'm': return 86'400'000;
        case 'u': return 86'400'000'000;
        case 'n': return 86'400'000'000'000;
        default: return 0;
    }
}

void take_ticks(const arrow_column& column, std::int64_t ticks, std::vector<std::int32_t>& days) {
    const bool narrow = column.format() == "tdD";
    for (std::size_t c = 0; c < column.chunk_count(); ++c) {
        const auto [array, shift] = column.chunk(c);
        const auto* bits = array->null_count == 0 ? nullptr : static_cast<const std::uint8_t*>(array->buffers[0]);
        for (std::size_t i = 0; i < column.chunk_rows(c); ++i) {
            const auto at = static_cast<std::size_t>(array->offset + shift) + i;
            if (bits && !(bits[at / 8] >> (at % 8) & 1)) {
                days.push_back(no_day);
                continue;
            }
            std::int64_t wide = 0;
            std::int32_t small = 0;
            if (narrow) std::memcpy(&small, static_cast<const char*>(array->buffers[1]) + at * 4, 4);
            else std::memcpy(&wide, static_cast<const char*>(array->buffers[1]) + at * 8, 8);
            days.push_back(floor_days(narrow ? small : wide, ticks));
        }
    }
}

/// day_numbers(column) -> (int32 of each row, row without a day, number of its status); the row is None when all are
/// days
py::tuple day_numbers(const py::args& args) {
    check_count(args, 1, "day_numbers");
    std::vector<std::int32_t> days;
    bad_day bad;
    const bool arrow = py::isinstance<arrow_column>(args[0]);
    const std::int64_t ticks = arrow ? ticks_of(args[0].cast<const arrow_column&>().format()) : 0;
    std::unordered_map<std::string, std::int32_t, text_hash, std::equal_to<>> known;
    if (ticks > 0) {
        take_ticks(args[0].cast<const arrow_column&>(), ticks, days);
    } else {
        for_each_text(args[0], [&](std::optional<std::string_view> text) {
            days.push_back(no_day);
            if (!text || bad.code != status::ok) return;
            auto at = known.find(*text);
            if (at == known.end()) {
                const auto day = parse_date(*text);
                if (!day) bad = {days.size() - 1, day.problems().code()};
                else at = known.emplace(*text, day_number(*day)).first;
            }
            if (bad.code == status::ok) days.back() = at->second;
        });
    }
    for (std::size_t r = 0; r < days.size() && bad.code == status::ok; ++r)
        if (!is_day_number(days[r])) bad = {r, status::date_out_of_range};
    const py::object row = bad.code == status::ok ? py::object(py::none()) : py::object(py::int_(bad.row));
    return py::make_tuple(bytes_of(days), row, static_cast<std::int32_t>(bad.code));
}

template <class T>
std::span<const T> span_of(const buffer& b) {
    if (b->ndim != 1 || b->itemsize != sizeof(T)) raise(error(status::invalid_argument));
    return {static_cast<const T*>(b->buf), static_cast<std::size_t>(b->shape[0])};
}

/// latest(scope uint32, person uint64, day int32) -> uint8 of each row: whether it counts
py::bytes latest(const py::args& args) {
    check_count(args, 3, "latest");
    const buffer scopes(args[0], PyBUF_ND, "latest"), people(args[1], PyBUF_ND, "latest"),
        days(args[2], PyBUF_ND, "latest");
    const auto scope = span_of<std::uint32_t>(scopes);
    const auto person = span_of<std::uint64_t>(people);
    const auto day = span_of<std::int32_t>(days);
    if (person.size() != scope.size() || day.size() != scope.size()) raise(error(status::shape_mismatch));
    std::vector<std::uint8_t> keep(scope.size());
    select_latest(scope, person, day, keep);
    return bytes_of(keep);
}

}  // namespace

void bind_tally_columns(py::module_& m) {
    m.def("text_codes", text_codes, "A column of texts as numbers");
    m.def("person_keys", person_keys, "A column of people's ids as keys");
    m.def("worker_keys", worker_keys, "A column of workers' ids as keys");
    m.def("says_simulated", says_simulated, "Whether a column says that answers are simulated");
    m.def("day_numbers", day_numbers, "A column of dates as days since 1970-01-01");
    // A batch without rows is not the end of a stream.
    m.def("is_last_batch", [](const arrow_table& t) { return t.rows() == 0 && value_or_raise(t.answers({})).empty(); });
    m.def("latest_rows", latest, "The latest row of each person in a scope");
}

}  // namespace peersupport::python
