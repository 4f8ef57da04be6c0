// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/exchange/arrow_abi.h"
#include "peersupport/text/result.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace peersupport {

/// One column of texts received through the Arrow C interfaces: string, large string, string view, a dictionary of them, a
/// column of nulls, or a table with one such column. Owns what the producer handed over and copies no text; offsets are
/// checked, that pointers lead to memory of the announced size is the producer's promise. Immutable; copying shares.
class arrow_texts {
public:
    /// Takes the whole stream. `from` is released also when an error is returned.
    /// Errors: field_type (no column of texts, or several columns), arrow_invalid (path: the row, "/12", where one is known).
    [[nodiscard]] static result<arrow_texts> from_stream(ArrowArrayStream* from);
    /// Takes one array. Both are released also when an error is returned. Errors: as from_stream.
    [[nodiscard]] static result<arrow_texts> from_array(ArrowSchema* schema, ArrowArray* array);

    /// A text for each row, nothing where it is null. Lives as long as any copy of this.
    [[nodiscard]] std::span<const std::optional<std::string_view>> cells() const noexcept;

private:
    struct state;
    explicit arrow_texts(std::shared_ptr<const state> of) noexcept : state_(std::move(of)) {}
    std::shared_ptr<const state> state_;
};

}  // namespace peersupport
