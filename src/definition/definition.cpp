// SPDX-License-Identifier: Apache-2.0
#include "peersupport/definition/definition.hpp"

#include "peersupport/definition/level_of_influence_table.hpp"
#include "peersupport/definition/perspective_table.hpp"
#include "peersupport/definition/principle_table.hpp"
#include "peersupport/definition/source_table.hpp"
#include "peersupport/definition/value_table.hpp"
#include "peersupport/definition/version.hpp"

namespace peersupport {
namespace {

constinit const definition canonical_definition{definition_tables{
    .version = tables::version,
    .values = tables::values,
    .principles = tables::principles,
    .perspectives = tables::perspectives,
    .levels_of_influence = tables::levels_of_influence,
    .sources = tables::sources,
}};

}  // namespace

const definition& canonical() noexcept { return canonical_definition; }

}  // namespace peersupport
