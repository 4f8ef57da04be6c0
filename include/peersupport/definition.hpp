// SPDX-License-Identifier: Apache-2.0
#pragma once

// The definition floor. The tables themselves are reached through `canonical()`.
#include "peersupport/definition/definition.hpp"
#include "peersupport/definition/search.hpp"
#include "peersupport/definition/table.hpp"
