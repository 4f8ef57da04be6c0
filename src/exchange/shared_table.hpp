// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/exchange/arrow_abi.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace peersupport::exchange {

/// One column as the Arrow C interface lays it out; the buffers belong to the table's owner.
struct shared_column {
    std::string name;
    const char* format = "n";  ///< a literal
    std::int64_t rows = 0;
    std::int64_t nulls = 0;
    bool nullable = false;
    std::int64_t buffer_count = 2;
    std::array<const void*, 3> buffers{};
    std::shared_ptr<const shared_column> elements;  ///< of a list
    std::shared_ptr<const shared_column> words;     ///< of a dictionary
};

/// Columns in memory that somebody keeps, ready to be handed out without copying.
struct shared_table {
    std::vector<shared_column> columns;  ///< all of `rows` rows
    std::int64_t rows = 0;
    std::string metadata;  ///< as encode_metadata() gives it
    std::shared_ptr<const void> owner;
};

/// A stream of one batch. Every struct the consumer holds keeps the table. Throws std::bad_alloc only.
void write_stream(std::shared_ptr<const shared_table> from, ArrowArrayStream* into);

}  // namespace peersupport::exchange
