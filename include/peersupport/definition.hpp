// SPDX-License-Identifier: Apache-2.0
#pragma once

// The definition floor. The tables themselves are reached through `canonical()`.
#include "peersupport/definition/cue.hpp"
#include "peersupport/definition/definition.hpp"
#include "peersupport/definition/level_of_influence.hpp"
#include "peersupport/definition/perspective.hpp"
#include "peersupport/definition/principle.hpp"
#include "peersupport/definition/source.hpp"
#include "peersupport/definition/value.hpp"
#include "peersupport/definition/wording_status.hpp"
