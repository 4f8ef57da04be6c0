// SPDX-License-Identifier: Apache-2.0
// The parts of a profile, each as members of the object that is open.
#pragma once

#include "exchange/json_writer.hpp"
#include "peersupport/evidence/integrity_profile.hpp"

namespace peersupport::exchange {

void write_unit(json_writer& to, const unit_profile& of);

// Parts of a unit.
void write_change(json_writer& to, const unit_change& of);
void write_series(json_writer& to, const unit_profile& of);
void write_outcomes(json_writer& to, const std::optional<reported_outcomes>& of);
void write_gate(json_writer& to, const impact_gate& of);
void write_improvement(json_writer& to, const improvement_plan& of);
void write_module(json_writer& to, const module_result& of);

/// The member "integrity" of a unit or a region.
void write_integrity(json_writer& to, const unit_integrity& of);
void write_integrity(json_writer& to, const region_integrity& of);

}  // namespace peersupport::exchange
