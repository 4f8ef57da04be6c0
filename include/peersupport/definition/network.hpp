// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/language.hpp"
#include "peersupport/text/localized_text.hpp"

#include <span>
#include <string_view>

namespace peersupport {

/// A row of `networks`. Communities of practice: who meets, how often, what they do and make.
struct network {
    std::string_view id;
    localized_text name;
    localized_text members;
    localized_text does;
    localized_text makes;
    localized_text newcomers;
    std::string_view connection{};  ///< id in `connections`
    std::string_view frequency{};  ///< id in `frequencies`
    peersupport::standing standing{};  ///< how sure it is
    std::span<const std::string_view> sources;
};

}  // namespace peersupport
