// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport.h"
#include "peersupport/exchange/definition_json.hpp"
#include "peersupport/instrument/instrument.hpp"
#include "peersupport/scoring/plan.hpp"
#include "peersupport/text/result.hpp"

#include <string>

// What the opaque handles hold. All are immutable after they were given out.

struct peersupport_string {
    std::string value;
};

struct peersupport_problems {
    peersupport::error value;
};

struct peersupport_instrument {
    peersupport::instrument value;
};

struct peersupport_plan {
    peersupport::plan value;
};

struct peersupport_definition {
    peersupport::definition_pointer value;
};
