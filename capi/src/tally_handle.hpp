// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport.h"
#include "peersupport/evidence/tally.hpp"

// What the handles of tallies hold. Both are immutable after they were given out.

struct peersupport_tally_plan {
    peersupport::tally_plan value;
};

struct peersupport_tally {
    peersupport::tally value;
};
