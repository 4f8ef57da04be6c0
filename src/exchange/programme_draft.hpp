// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/field_reader.hpp"
#include "peersupport/definition/definition.hpp"
#include "peersupport/review/programme.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

/// What a programme may hold. They keep what the check makes of two lists in bounded time and memory: a whole
/// province fits.
struct programme_limits {
    static constexpr std::size_t regions = 1'000;
    static constexpr std::size_t agencies = 10'000;
    static constexpr std::size_t positions = 20'000;
    static constexpr std::size_t supervisors = 20'000;
    static constexpr std::size_t networks = 5'000;
    static constexpr std::size_t tables = 200;
    static constexpr std::size_t links = 10'000;
    static constexpr std::size_t funding_lines = 20'000;
    static constexpr std::size_t evaluations = 1'000;
    static constexpr std::size_t improvement = 10'000;
    static constexpr std::int64_t people = 100'000;  ///< funded positions of a line, leads of a hub
    static constexpr std::int32_t period_days = 50 * 366;
};

/// What an id of a programme file stands for.
enum class programme_list : std::uint8_t {
    programme,
    regions,
    funder,
    hub,
    agencies,
    positions,
    supervisors,
    networks,
    tables,
    improvement,
};

/// Every id of a programme file: unique in the whole file, since links and findings name ids without their list.
class programme_ids {
public:
    struct entry {
        programme_list list{};
        std::size_t row = 0;
    };
    /// Takes all ids in the order of the file; problems: id_malformed, id_duplicate.
    programme_ids(problem_list& problems, json_value root);
    [[nodiscard]] std::optional<entry> find(std::string_view id) const;

private:
    void add_id_of(problem_list& problems, json_value object, const entry& what);
    void add(problem_list& problems, json_value id, const entry& what);
    std::map<std::string_view, entry> entries_;
};

/// A programme while it is read.
struct programme_draft {
    programme_draft(problem_list& to, const definition& with, json_value root)
        : problems(to), by(with), ids(to, root) {}

    problem_list& problems;
    const definition& by;
    programme value;
    programme_ids ids;
};

// References into the file. What is not found in the list is reference_unknown; twice in an array, id_duplicate.
[[nodiscard]] std::optional<std::size_t> read_row(programme_draft& draft, json_value id, programme_list list);
void read_row(programme_draft& draft, field_reader& fields, std::string_view name, programme_list list,
              std::size_t& out);
void read_rows(programme_draft& draft, field_reader& fields, std::string_view name, presence p, programme_list list,
               std::vector<std::size_t>& out);

// References into a table of the definition, with or without its prefix; `out` takes full ids.
void read_term(programme_draft& draft, field_reader& fields, std::string_view name, presence p, std::string_view table,
               std::string& out);
void read_terms(programme_draft& draft, field_reader& fields, std::string_view name, std::string_view table,
                std::vector<std::string>& out);

/// A day; problems: field_type, date_malformed, date_out_of_range.
[[nodiscard]] std::optional<date> read_date(problem_list& problems, json_value from);
/// The member as a day, and where it stands.
struct dated_member {
    date day;
    json_value at;
};
std::optional<dated_member> read_date(field_reader& fields, std::string_view name, presence p);
void read_date(field_reader& fields, std::string_view name, date& out);

// Each reads members of the file into the draft.
void read_funding(programme_draft& draft, field_reader& top);
void read_governance(programme_draft& draft, field_reader& top);
void read_people(programme_draft& draft, field_reader& top);
void read_evaluation(programme_draft& draft, field_reader& top);

}  // namespace peersupport::exchange
