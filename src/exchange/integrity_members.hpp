// SPDX-License-Identifier: Apache-2.0
// Members that the formats around service integrity write alike. What is not there is null, so that every row of a list
// has the same members.
#pragma once

#include "exchange/integrity_words.hpp"
#include "exchange/json_writer.hpp"
#include "peersupport/evidence/collection.hpp"
#include "peersupport/evidence/figure.hpp"
#include "peersupport/evidence/integrity_identity.hpp"
#include "peersupport/evidence/integrity_policy.hpp"
#include "peersupport/evidence/pooled_figure.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

inline void write_value(json_writer& to, bool value) { to.boolean(value); }
inline void write_value(json_writer& to, std::integral auto value) { to.integer(static_cast<std::int64_t>(value)); }
inline void write_value(json_writer& to, double value) { to.number(value); }
void write_value(json_writer& to, const figure& value);
void write_value(json_writer& to, const pooled_figure& value);
void write_value(json_writer& to, const people_share& value);

template <class T>
void write(json_writer& to, std::string_view key, const T& value) {
    to.key(key);
    write_value(to, value);
}
template <class T>
void write(json_writer& to, std::string_view key, const std::optional<T>& value) {
    to.key(key);
    if (value) write_value(to, *value);
    else to.null();
}
template <class Enum>
requires std::is_enum_v<Enum>
void write_word(json_writer& to, std::string_view key, Enum value) { to.key(key).string(word_of(value)); }

/// An id or a label; null when empty.
void write_label(json_writer& to, std::string_view key, std::string_view label);
void write_labels(json_writer& to, std::string_view key, const std::vector<std::string>& labels);
/// A text in both languages; null when empty.
void write_text(json_writer& to, std::string_view key, const localized_string& text);
void write_instrument_id(json_writer& to, const used_instrument& of);  ///< the members, without the object
void write_definition(json_writer& to, const used_definition& of);
/// The policy an output was made with.
void write_policy(json_writer& to, const integrity_policy& of);
/// The collection as an object.
void write_collection(json_writer& to, const collection& of);

}  // namespace peersupport::exchange
