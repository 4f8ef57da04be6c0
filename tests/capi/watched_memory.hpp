// SPDX-License-Identifier: Apache-2.0
// Memory that is searched for the canary before it is given back, and while it is in use. Replaces operator new for the
// whole program, as the library allocates with nothing else; to be included once in it.
#pragma once

#include "canary.h"

#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

/// Stands before every block.
struct alignas(std::max_align_t) block {
    block *before, *behind;
    std::size_t size;
    long number;
};

struct {
    block blocks{&blocks, &blocks, 0, 0};  ///< a ring of those in use; this one is none
    long taken = 0;
    bool on = false;
    long freed_with_canary = 0;
    long first = 0;  ///< number of the first block taken since it was on
    long left = -1;  ///< allocations until one is refused; less than 0: none is
} watched;

const char* characters(const block& b) { return reinterpret_cast<const char*>(&b + 1); }

/// Everything that is given back from here on is searched.
void watch() {
    watched.on = true;
    watched.freed_with_canary = 0;
    watched.first = watched.taken;
}

/// Blocks taken since watch() that are in use and hold the canary.
long in_use_with_canary() {
    long found = 0;
    for (const block* b = watched.blocks.behind; b != &watched.blocks; b = b->behind)
        if (b->number >= watched.first) found += holds_canary(characters(*b), b->size);
    return found;
}

/// How far behind what was allocated the block's characters begin.
std::size_t room_before(std::size_t alignment) { return alignment > sizeof(block) ? alignment : sizeof(block); }

void* take(std::size_t size, std::size_t alignment) noexcept {
    if (watched.left == 0) return nullptr;
    watched.left -= watched.left > 0;
    const std::size_t room = room_before(alignment), whole = room + size;
    char* from = static_cast<char*>(alignment > alignof(std::max_align_t)
                                        ? std::aligned_alloc(alignment, (whole + alignment - 1) / alignment * alignment)
                                        : std::malloc(whole));
    if (!from) return nullptr;
    // What was there before is nobody's doing who takes it now.
    memset(from, 0, whole);
    block* made =
        new (from + room - sizeof(block)) block{watched.blocks.before, &watched.blocks, size, watched.taken++};
    made->before->behind = made->behind->before = made;
    return made + 1;
}

void* take_or_throw(std::size_t size, std::size_t alignment) {
    if (void* at = take(size, alignment)) return at;
    throw std::bad_alloc();
}

void give_back(void* at, std::size_t alignment) noexcept {
    if (!at) return;
    block* made = static_cast<block*>(at) - 1;
    if (watched.on) watched.freed_with_canary += holds_canary(characters(*made), made->size);
    made->before->behind = made->behind;
    made->behind->before = made->before;
    std::free(static_cast<char*>(at) - room_before(alignment));
}

}  // namespace

void* operator new(std::size_t n) { return take_or_throw(n, 1); }
void* operator new[](std::size_t n) { return take_or_throw(n, 1); }
void* operator new(std::size_t n, std::align_val_t a) { return take_or_throw(n, static_cast<std::size_t>(a)); }
void* operator new[](std::size_t n, std::align_val_t a) { return take_or_throw(n, static_cast<std::size_t>(a)); }
void* operator new(std::size_t n, const std::nothrow_t&) noexcept { return take(n, 1); }
void* operator new[](std::size_t n, const std::nothrow_t&) noexcept { return take(n, 1); }
void operator delete(void* p) noexcept { give_back(p, 1); }
void operator delete[](void* p) noexcept { give_back(p, 1); }
void operator delete(void* p, std::size_t) noexcept { give_back(p, 1); }
void operator delete[](void* p, std::size_t) noexcept { give_back(p, 1); }
void operator delete(void* p, std::align_val_t a) noexcept { give_back(p, static_cast<std::size_t>(a)); }
void operator delete[](void* p, std::align_val_t a) noexcept { give_back(p, static_cast<std::size_t>(a)); }
void operator delete(void* p, std::size_t, std::align_val_t a) noexcept { give_back(p, static_cast<std::size_t>(a)); }
void operator delete[](void* p, std::size_t, std::align_val_t a) noexcept { give_back(p, static_cast<std::size_t>(a)); }
void operator delete(void* p, const std::nothrow_t&) noexcept { give_back(p, 1); }
void operator delete[](void* p, const std::nothrow_t&) noexcept { give_back(p, 1); }
