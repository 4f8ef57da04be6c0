// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/exchange/arrow.hpp"

#include <cstddef>
#include <vector>

namespace peersupport::exchange {

/// An ABI struct that is released when it goes out of scope.
template <class Abi>
struct owned {
    Abi it{};
    owned() = default;
    owned(owned&& o) noexcept : it(o.it) { o.it.release = nullptr; }
    owned& operator=(owned&&) = delete;
    ~owned() {
        if (it.release) it.release(&it);
    }
    /// Moves out of the producer's struct, as the standard says: copy, then mark as released.
    explicit owned(Abi* from) noexcept : it(*from) { from->release = nullptr; }
};

/// What stands behind an arrow_table: the schema and the chunks, checked.
struct arrow_state {
    owned<ArrowSchema> schema;
    std::vector<owned<ArrowArray>> chunks;
    std::size_t rows = 0;

    arrow_state() = default;
    explicit arrow_state(ArrowSchema* from) noexcept : schema(from) {}
};

}  // namespace peersupport::exchange
