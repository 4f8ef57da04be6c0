// SPDX-License-Identifier: Apache-2.0
#include "exchange/json_writer.hpp"

#include "exchange/decimal_text.hpp"

#include <charconv>
#include <cmath>
#include <utility>

namespace peersupport::exchange {

void json_writer::new_line() {
    out_ += '\n';
    out_.append(2 * open_.size(), ' ');
}

void json_writer::before_value() {
    if (std::exchange(after_key_, false) || open_.empty()) return;
    level& here = open_.back();
    const bool first = std::exchange(here.empty, false);
    const bool compact = layout_ == json_layout::canonical;
    if (!first) out_ += here.lines || compact ? "," : ", ";
    if (here.lines && !compact) new_line();
}

void json_writer::begin(char bracket, bool lines) {
    before_value();
    out_ += bracket;
    open_.push_back({lines, true});
}

void json_writer::end(char bracket) {
    const level closed = open_.back();
    open_.pop_back();
    if (closed.lines && !closed.empty && layout_ == json_layout::indented) new_line();
    out_ += bracket;
}

json_writer& json_writer::key(std::string_view name) {
    before_value();
    quoted(name);
    out_ += layout_ == json_layout::canonical ? ":" : ": ";
    after_key_ = true;
    return *this;
}

void json_writer::quoted(std::string_view value) {
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::string_view control = "\b\f\n\r\t";
    constexpr std::string_view letters = "bfnrt";
    out_ += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out_ += '\\';
            out_ += c;
        } else if (const std::size_t short_form = control.find(c); short_form != control.npos) {
            out_ += '\\';
            out_ += letters[short_form];
        } else if (byte < 0x20) {
            out_ += "\\u00";
            out_ += hex[byte >> 4U];
            out_ += hex[byte & 15U];
        } else {
            out_ += c;
        }
    }
    out_ += '"';
}

void json_writer::string(std::string_view value) {
    before_value();
    quoted(value);
}

void json_writer::integer(std::int64_t value) {
    before_value();
    char digits[20];
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void json_writer::number(double value) {
    if (!std::isfinite(value)) return null();
    before_value();
    char digits[32];
    // No sign on a zero: it would make two texts of one figure.
    out_.append(digits, std::to_chars(digits, digits + sizeof digits, value == 0 ? 0.0 : value).ptr);
}

void json_writer::plain(std::string_view value) {
    before_value();
    out_ += value;
}

void json_writer::boolean(bool value) {
    before_value();
    out_ += value ? "true" : "false";
}

void json_writer::decimal(const peersupport::decimal& value) {
    before_value();
    append_decimal(out_, value);
}

void json_writer::ratio(const peersupport::ratio& value) {
    begin_inline_array();
    integer(value.numerator);
    integer(value.denominator);
    end_array();
}

void json_writer::text(const localized_string& value) {
    text(localized_text{value.en, value.fr});
}

void json_writer::text(const localized_text& value) {
    begin_object();
    key("en").string(value.en);
    key("fr").string(value.fr);
    end_object();
}

std::string json_writer::finish() && {
    if (layout_ == json_layout::indented) out_ += '\n';
    return std::move(out_);
}

}  // namespace peersupport::exchange
