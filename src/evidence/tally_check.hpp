// SPDX-License-Identifier: Apache-2.0
// Whether what was read as a tally could have been counted at all.
#pragma once

#include "peersupport/evidence/series_count.hpp"
#include "peersupport/evidence/tally_cell.hpp"
#include "peersupport/evidence/tally_header.hpp"
#include "peersupport/instrument/instrument.hpp"

namespace peersupport::evidence {

[[nodiscard]] bool is_sound(const tally_header& header) noexcept;
/// A score the scale could give.
[[nodiscard]] bool is_sound(const score_bin& bin, const tally_scale& of) noexcept;
/// The cell's form is that form, and its lists have the form's sizes.
[[nodiscard]] bool is_sound(const tally_cell& cell, const tally_form& form, const tally_header& header);
[[nodiscard]] bool is_sound(const series_count& point) noexcept;

/// Whether a header is of this instrument: its id, version and digest, and each form as the instrument gives it. Bytes
/// can name an instrument and hold other forms; whoever reads an instrument's forms in a tally asks here first.
[[nodiscard]] bool is_tally_of(const tally_header& header, const instrument& from);

}  // namespace peersupport::evidence
