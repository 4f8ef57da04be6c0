// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/finding.hpp"
#include "peersupport/text/date.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peersupport {

/// A definition_identity that owns its words, so that a report outlives the definition.
struct checked_definition {
    std::string version;
    std::string digest;
    std::string overlay_id;  ///< empty without an overlay
    std::string overlay_version;
    std::string overlay_digest;
    friend bool operator==(const checked_definition&, const checked_definition&) = default;
};

struct programme_counts {
    std::size_t agencies = 0;
    std::size_t positions = 0;  ///< filled + vacant
    std::size_t filled = 0;
    std::size_t vacant = 0;
    std::size_t supervisors = 0;
    std::size_t networks = 0;
    std::size_t missing = 0;  ///< findings of each need
    std::size_t check = 0;
    std::size_t say = 0;
    friend bool operator==(const programme_counts&, const programme_counts&) = default;
};

/// The meetings of one network or table.
struct part_meetings {
    std::string id;
    bool recorded = false;
    std::optional<std::size_t> expected;  ///< whole intervals of the period; none without a frequency
    std::optional<std::size_t> held;      ///< intervals with a meeting; without a frequency: days people met
    std::vector<date> missed;             ///< first days of intervals without a meeting
    std::optional<date> last;             ///< last meeting up to the end of the period
    friend bool operator==(const part_meetings&, const part_meetings&) = default;
};

struct connection_report {
    std::string connection;  ///< id in `connections`
    bool exists = false;
    std::string frequency;  ///< id in `frequencies`, or empty
    std::vector<part_meetings> parts;
    friend bool operator==(const connection_report&, const connection_report&) = default;
};

/// How issues reach one table.
struct path_report {
    std::string table;
    std::string connection;
    std::vector<std::string> path;  ///< ids from the first position that reaches it to the table; may be empty
    std::size_t reached = 0;        ///< filled positions
    std::vector<std::string> not_reached;
    friend bool operator==(const path_report&, const path_report&) = default;
};

struct training_count {
    std::size_t have = 0;
    std::size_t need = 0;
    friend bool operator==(const training_count&, const training_count&) = default;
};

struct element_coverage {
    std::string core_element;
    std::vector<std::string> agencies;
    friend bool operator==(const element_coverage&, const element_coverage&) = default;
};

struct region_coverage {
    std::string region;
    std::vector<element_coverage> elements;
    friend bool operator==(const region_coverage&, const region_coverage&) = default;
};

struct funding_count {
    std::int64_t funded = 0;    ///< by the framework
    std::size_t positions = 0;  ///< funded positions listed, filled or vacant
    std::size_t filled = 0;     ///< of them
    friend bool operator==(const funding_count&, const funding_count&) = default;
};

struct agency_funding {
    std::string agency;
    funding_count count;
    friend bool operator==(const agency_funding&, const agency_funding&) = default;
};

/// Whether integrity was known before impact was looked at.
enum class evaluation_order : std::uint8_t { no_impact_claimed, integrity_not_known, impact_first, integrity_first };

struct evaluation_report {
    std::optional<date> baseline;
    std::optional<date> integrity_known;  ///< the first
    std::optional<date> impact_from;      ///< the first
    evaluation_order order = evaluation_order::no_impact_claimed;
    friend bool operator==(const evaluation_report&, const evaluation_report&) = default;
};

/// One part of the programme's constellation. A part the programme lacks stands under the id of its row.
struct constellation_node {
    std::string id;
    std::string part;       ///< id in `constellation`
    localized_string name;  ///< may be empty
    friend bool operator==(const constellation_node&, const constellation_node&) = default;
};

struct constellation_edge {
    std::string from;
    std::string to;
    std::string connection;
    bool exists = false;
    std::optional<bool> met;  ///< whether people met at all in the period; none: not recorded
    friend bool operator==(const constellation_edge&, const constellation_edge&) = default;
};

struct constellation_report {
    std::vector<constellation_node> nodes;
    std::vector<constellation_edge> edges;
    friend bool operator==(const constellation_report&, const constellation_report&) = default;
};

/// What a check of a programme found. Owns everything it says.
struct programme_report {
    checked_definition definition;
    std::string programme;
    date as_of{};
    date from{};  ///< the period as looked at: it ends at `as_of` at the latest
    date to{};
    programme_counts counts;
    std::vector<connection_report> connections;
    std::vector<path_report> paths;
    training_count core_skills;
    training_count supervision;
    std::vector<region_coverage> coverage;
    std::optional<std::vector<agency_funding>> funding;  ///< none: no framework, so nothing is said of numbers
    std::optional<funding_count> system_leads;           ///< none: the framework does not say
    evaluation_report evaluation;
    constellation_report constellation;
    std::vector<finding> findings;  ///< in the order of the rules, then of the file
    friend bool operator==(const programme_report&, const programme_report&) = default;
};

}  // namespace peersupport
