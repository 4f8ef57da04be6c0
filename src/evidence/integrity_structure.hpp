// SPDX-License-Identifier: Apache-2.0
// Which forms, values and items of an instrument service integrity is read from.
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/evidence/tally_header.hpp"
#include "peersupport/instrument/instrument.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::evidence {

inline constexpr std::size_t no_place = static_cast<std::size_t>(-1);

/// One scale of a form that is a value, with its items' places in the form.
struct value_place {
    std::size_t value = 0;         ///< place in integrity_structure::values
    std::size_t scale = no_place;  ///< place in the form's scales
    std::vector<std::size_t> items;
};

/// One form as the tally counts it.
struct read_form {
    const form* asked = nullptr;
    const tally_form* counted = nullptr;  ///< null: the tally does not count this form
    std::string_view perspective;
    bool receives = false;  ///< people who receive peer support
    std::vector<value_place> values;
};

struct read_value {
    std::string_view id;
    localized_string name;
};

struct integrity_structure {
    const instrument* by = nullptr;
    std::vector<read_value> values;  ///< of the receivers' form, in form order
    std::vector<read_form> core;     ///< receivers first, then in the instrument's order; one a perspective
    std::vector<read_form> modules;  ///< every other form
    [[nodiscard]] const read_form& receivers() const noexcept { return core.front(); }
};

/// Values are the scales of the receivers' core form that are ids in `values` and run from 0 to 100 by rule. Without
/// one: core is empty. The structure points into all three arguments.
[[nodiscard]] integrity_structure structure_of(const instrument& by, const tally_header& counted,
                                               const definition& against);

/// Whether a scale's scores run from 0 to 100.
[[nodiscard]] bool is_0_to_100(const scale& s) noexcept;

}  // namespace peersupport::evidence
