// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/definition.hpp"
#include "peersupport/review/programme.hpp"
#include "peersupport/review/programme_report.hpp"
#include "peersupport/text/date.hpp"
#include "peersupport/text/result.hpp"

namespace peersupport {

/// Holds a programme, as it was on one day, against the programme rules of a definition. What came after that day
/// is left out. A rule the definition lacks or has switched off is not applied. Pure: no clock, no state.
///
/// `what` is a programme as read_programme gives it. Errors: date_out_of_range when `as_of` lies before the
/// period; too_large when the report would list more than 500,000 regions by core elements, 1,000,000 tables by
/// filled positions or 4,000,000 intervals between meetings. Throws std::bad_alloc only.
[[nodiscard]] result<programme_report> check_programme(const programme& what, const definition& against,
                                                       const date& as_of);

}  // namespace peersupport
