// SPDX-License-Identifier: Apache-2.0
// Everything, floor by floor. Programs that use one part include that part alone.
#pragma once

#include "peersupport/definition.hpp"
#include "peersupport/exchange/arrow.hpp"
#include "peersupport/exchange/definition_arrow.hpp"
#include "peersupport/exchange/definition_json.hpp"
#include "peersupport/exchange/instrument_json.hpp"
#include "peersupport/exchange/programme_json.hpp"
#include "peersupport/instrument/bundled.hpp"
#include "peersupport/instrument/instrument.hpp"
#include "peersupport/review/programme_check.hpp"
#include "peersupport/scoring/plan.hpp"
#include "peersupport/scoring/sample_score.hpp"
#include "peersupport/scoring/score.hpp"
#include "peersupport/text/date.hpp"
#include "peersupport/text/result.hpp"
#include "peersupport/text/status.hpp"
