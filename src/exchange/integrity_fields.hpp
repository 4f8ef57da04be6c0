// SPDX-License-Identifier: Apache-2.0
// Members that stand in several of the formats around service integrity.
#pragma once

#include "exchange/field_reader.hpp"
#include "peersupport/definition/definition.hpp"
#include "peersupport/evidence/collection.hpp"
#include "peersupport/evidence/integrity_request.hpp"
#include "peersupport/evidence/snapshot.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

/// What a request, a collection and a snapshot may hold.
struct integrity_limits {
    static constexpr std::size_t label_bytes = 256;    ///< a unit, wave, stratum: as in tally_key
    static constexpr std::size_t text_bytes = 20'000;  ///< one language of a text people wrote for an output
    static constexpr std::size_t waves = 1'000;
    static constexpr std::size_t heard = 100'000;
    static constexpr std::size_t cells = 100'000;
    static constexpr std::size_t bins = 10'000;  ///< of one cell
    static constexpr std::size_t done = 1'000;
    static constexpr std::size_t process = 10'000;
    static constexpr std::size_t points = 10'000;  ///< of one series
    static constexpr std::int64_t people = 1'000'000'000;
    static constexpr std::int64_t events = std::int64_t{1} << 40;
};

/// A member that may be absent or null; either way it is nothing.
[[nodiscard]] std::optional<json_value> find_given(field_reader& fields, std::string_view name);

/// A short text without control characters that names a unit, a wave or a group; problems: field_type, field_value.
[[nodiscard]] std::optional<std::string_view> read_label(problem_list& problems, json_value from);
void read_label(field_reader& fields, std::string_view name, presence p, std::string& out);
/// The id of something that is looked up elsewhere; problems: field_type, field_value, id_malformed.
void read_id(field_reader& fields, std::string_view name, std::string& out);
/// The perspective's id as the definition and the forms have it.
void read_perspective(field_reader& fields, std::string& out);
/// "en", "fr", or "" when it was not said.
void read_language(field_reader& fields, std::string& out);
/// A count from 0 on, where it is given; returns where it stands.
std::optional<json_value> read_count(field_reader& fields, std::string_view name, std::optional<std::int64_t>& out);
void read_count(field_reader& fields, std::string_view name, bounds within, std::int64_t& out);
/// A text in both languages, where it is given.
void read_given_text(field_reader& fields, std::string_view name, localized_string& out);
/// {"from", "to"}: the day after the last one is `to`, so it comes later; problems: date_out_of_range.
void read_half_open(field_reader& fields, date& from, date& to);

/// Says of each row but the first with the same labels that it stands twice.
class label_set {
public:
    explicit label_set(problem_list& problems) noexcept : problems_(&problems) {}
    void add(std::vector<std::string> labels, json_value at);

private:
    problem_list* problems_;
    std::set<std::vector<std::string>> seen_;
};

/// Whether the member `format` is the one expected; problems: field_missing, field_type, format_unsupported.
void check_format(field_reader& fields, std::string_view expected);

[[nodiscard]] collection read_collection(problem_list& problems, json_value from);
[[nodiscard]] snapshot read_snapshot(problem_list& problems, json_value from);

/// The member "policy": a row of `showing_policies` by its id, or numbers; problems: also reference_unknown.
void read_policy(field_reader& top, const definition& by, integrity_policy& out);
/// Everything of a request but the member "answers".
void read_request(field_reader& top, const definition& by, integrity_request& out);

}  // namespace peersupport::exchange
