// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/instrument/item.hpp"
#include "peersupport/instrument/response_scale.hpp"
#include "peersupport/instrument/scale.hpp"
#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport {

/// What a score describes. For `service` no output may join a person to a score.
enum class instrument_subject : std::uint8_t { respondent, service };

/// How far the structure was checked against the official manual.
enum class verification_state : std::uint8_t { verified, unverified, incomplete };

struct verification {
    verification_state state = verification_state::unverified;
    std::vector<std::string> missing;  ///< what an incomplete structure lacks, in plain words
    localized_string note;
    friend bool operator==(const verification&, const verification&) = default;
};

struct rights {
    std::string holder;
    std::string licence;
    bool wording_included = false;
    localized_string note;
    friend bool operator==(const rights&, const rights&) = default;
};

struct instrument_source {
    std::string id;
    std::string title;
    std::string url;
    peersupport::standing standing = peersupport::standing::proposed;
    std::string note;
    friend bool operator==(const instrument_source&, const instrument_source&) = default;
};

/// An id with a text: an open question, a collection rule.
struct named_text {
    std::string id;
    localized_string text;
    friend bool operator==(const named_text&, const named_text&) = default;
};

enum class perspective_kind : std::uint8_t { person, family, peer_supporter, supervisor, assessor };
enum class form_kind : std::uint8_t { core, short_form, module };

/// The wording one form gives an item.
struct item_wording {
    std::size_t item = 0;
    localized_string text;
    friend bool operator==(const item_wording&, const item_wording&) = default;
};

/// The version of an instrument for one perspective.
struct form {
    std::string id;
    form_kind kind = form_kind::core;
    localized_string name;
    perspective_kind perspective = perspective_kind::person;
    std::vector<std::size_t> items;  ///< in form order; indices into instrument::items
    std::vector<std::size_t> scales;
    std::vector<std::size_t> sample_scales;
    std::vector<item_wording> wording;
    localized_string intro;
    std::int32_t recall_days = 0;       ///< 0 = not stated
    std::int32_t minimum_contacts = 0;  ///< 0 = not stated
    std::vector<std::string> modes;
    friend bool operator==(const form&, const form&) = default;
};

/// Who with lived experience co-wrote, tested and adopted it; all empty: not co-produced, not validated.
struct co_production {
    std::vector<std::string> co_written_by;
    std::vector<std::string> tested_by;
    std::vector<std::string> adopted_by;
    friend bool operator==(const co_production&, const co_production&) = default;
};

/// A versioned set of items, response scales, scales, forms and rules. A plain value: once it was read
/// every index in it is in range and every text exists in both languages.
struct instrument {
    std::string id;
    std::string version;
    std::string released;  ///< ISO day or empty
    localized_string name;
    localized_string about;
    instrument_subject subject = instrument_subject::respondent;
    peersupport::standing standing = peersupport::standing::proposed;
    peersupport::verification verification;
    peersupport::rights rights;
    std::string citation;
    std::vector<instrument_source> sources;
    std::vector<facet> facets;
    std::vector<peersupport::response_scale> response_scales;
    std::vector<peersupport::item> items;
    std::vector<peersupport::scale> scales;
    std::vector<peersupport::sample_scale> sample_scales;
    std::vector<peersupport::form> forms;  ///< never empty for an instrument that can be planned
    std::vector<named_text> open_questions;
    std::vector<named_text> collection_rules;
    peersupport::co_production co_production;
    friend bool operator==(const instrument&, const instrument&) = default;
};

/// The form with this id, or nullptr.
[[nodiscard]] const form* find_form(const instrument& from, std::string_view id) noexcept;
/// The one form a caller who names none can mean: the only form, or the first of several core forms
/// when all core forms are aligned (same items and scales in the same order); else nullptr.
[[nodiscard]] const form* default_form(const instrument& from) noexcept;
/// The words an item has in a form: the form's own, else the item's text, else its topic; may be empty.
[[nodiscard]] std::string_view item_text(const instrument& from, const form& in, std::size_t item, language l) noexcept;

/// Ids of the enumerators as they stand in files and tables, e.g. "peer-supporter".
[[nodiscard]] std::string_view id_of(perspective_kind) noexcept;
[[nodiscard]] std::string_view id_of(form_kind) noexcept;
[[nodiscard]] std::string_view id_of(instrument_subject) noexcept;
[[nodiscard]] std::string_view id_of(verification_state) noexcept;
[[nodiscard]] std::string_view id_of(score_rule) noexcept;
[[nodiscard]] std::string_view id_of(sample_rule) noexcept;
[[nodiscard]] std::string_view id_of(standing) noexcept;

}  // namespace peersupport
