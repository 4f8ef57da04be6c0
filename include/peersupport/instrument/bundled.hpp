// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace peersupport {

/// An instrument file that is part of the library: its id and its JSON text (UTF-8).
struct bundled_instrument {
    std::string_view id;
    std::string_view json;
};

/// The bundled instruments, ascending by id. exchange/instrument_json.hpp reads them.
[[nodiscard]] std::span<const bundled_instrument> bundled_instruments() noexcept;

/// The one with this id, or nullptr.
[[nodiscard]] const bundled_instrument* find_bundled_instrument(std::string_view id) noexcept;

}  // namespace peersupport
