// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/exchange/arrow_abi.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peersupport::exchange {

// What every writer of the Arrow C interfaces needs.

/// The consumer's struct calls this to let go of its children and of what stands behind it.
template <class Abi, class Behind>
void let_go(Abi* it) {
    for (std::int64_t i = 0; i < it->n_children; ++i) {
        Abi* child = it->children[i];
        if (child && child->release) child->release(child);
        delete child;
    }
    if (it->dictionary) {
        if (it->dictionary->release) it->dictionary->release(it->dictionary);
        delete it->dictionary;
    }
    delete static_cast<Behind*>(it->private_data);
    it->release = nullptr;
}

/// Runs a callback of the C interface: what throws becomes ENOMEM and leaves nothing behind.
template <class Abi, class Work>
int guarded_callback(Abi* out, Work work) noexcept {
    Abi made{};
    try {
        work(made);
    } catch (...) {
        if (made.release) made.release(&made);
        return ENOMEM;
    }
    *out = made;
    return 0;
}

/// The only thing that can fail in them.
inline const char* callback_error(ArrowArrayStream*) { return "out of memory"; }

inline void append_native_int(std::string& to, std::size_t number) {
    const auto value = static_cast<std::int32_t>(number);
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    to.append(bytes, sizeof value);
}

/// Pairs of texts as an ArrowSchema carries them.
template <class Text>
std::string encode_metadata(const std::vector<std::pair<Text, Text>>& pairs) {
    std::string out;
    append_native_int(out, pairs.size());
    for (const auto& [key, value] : pairs) {
        append_native_int(out, key.size());
        out += key;
        append_native_int(out, value.size());
        out += value;
    }
    return out;
}

}  // namespace peersupport::exchange
