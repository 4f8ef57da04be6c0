// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/decimal.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

/// How JSON is laid out.
enum class json_layout : std::uint8_t {
    indented,   ///< for people: objects a member a line, arrays of plain values on one line
    canonical,  ///< RFC 8785: no white space; the caller writes members in the order of their names
};

/// Writes JSON. Knows no locale.
class json_writer {
public:
    explicit json_writer(json_layout layout = json_layout::indented) noexcept : layout_(layout) {}
    [[nodiscard]] json_layout layout() const noexcept { return layout_; }

    void begin_object() { begin('{', true); }
    void begin_inline_object() { begin('{', false); }
    void end_object() { end('}'); }
    void begin_array() { begin('[', true); }
    void begin_inline_array() { begin('[', false); }
    void end_array() { end(']'); }
    json_writer& key(std::string_view name);

    void string(std::string_view value);
    void integer(std::int64_t value);
    void boolean(bool value);
    void null() { plain("null"); }
    /// The shortest decimal that reads back as the same double; null where there is no number.
    void number(double value);
    /// A value that is JSON already: a number as it was read, null.
    void plain(std::string_view value);
    void decimal(const peersupport::decimal& value);
    void ratio(const peersupport::ratio& value);
    void text(const localized_string& value);
    void text(const localized_text& value);

    /// A member that is a list of objects, also an empty one; `write` fills in the members of one row.
    template <class Row, class Write>
    void objects(std::string_view name, const std::vector<Row>& rows, Write write) {
        key(name).begin_array();
        for (const Row& row : rows) {
            begin_object();
            write(row);
            end_object();
        }
        end_array();
    }

    /// The document; with a line end when it is for people.
    [[nodiscard]] std::string finish() &&;

private:
    struct level {
        bool lines;
        bool empty;
    };
    void begin(char bracket, bool lines);
    void end(char bracket);
    void before_value();
    void new_line();
    void quoted(std::string_view value);

    json_layout layout_;
    std::string out_;
    std::vector<level> open_;
    bool after_key_ = false;
};

}  // namespace peersupport::exchange
