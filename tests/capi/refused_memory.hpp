// SPDX-License-Identifier: Apache-2.0
// Memory that can be refused from a chosen allocation on: operator new, or with PEERSUPPORT_TEST_MALLOC the C
// allocator itself. Replaces them for the whole program; to be included once in it.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

struct {
    bool on = false;
    bool for_ever = false;
    long left = 0;  // allocations until one is refused
    long refused = 0;
    long live = 0;
} memory;

bool refuse() {
    if (!memory.on || memory.left-- > 0) return false;
    if (memory.refused > 0 && !memory.for_ever) return false;
    ++memory.refused;
    return true;
}

}  // namespace

#ifdef PEERSUPPORT_TEST_MALLOC
#pragma GCC visibility push(default)  // the libraries have to see these
extern "C" {
void* __libc_malloc(size_t);
void* __libc_calloc(size_t, size_t);
void* __libc_realloc(void*, size_t);
void* __libc_memalign(size_t, size_t);
void __libc_free(void*);

void* malloc(size_t n) noexcept {
    void* p = refuse() ? nullptr : __libc_malloc(n);
    memory.live += p != nullptr;
    return p;
}
void* calloc(size_t n, size_t size) noexcept {
    void* p = refuse() ? nullptr : __libc_calloc(n, size);
    memory.live += p != nullptr;
    return p;
}
void* realloc(void* old, size_t n) noexcept {
    void* p = refuse() ? nullptr : __libc_realloc(old, n);
    memory.live += p != nullptr && !old;
    return p;
}
void* aligned_alloc(size_t alignment, size_t n) noexcept {
    void* p = refuse() ? nullptr : __libc_memalign(alignment, n);
    memory.live += p != nullptr;
    return p;
}
void free(void* p) noexcept {
    memory.live -= p != nullptr;
    __libc_free(p);
}
}
#pragma GCC visibility pop
#else
namespace {

void* take(std::size_t n, std::size_t alignment) noexcept {
    if (refuse()) return nullptr;
    void* p = alignment > alignof(std::max_align_t)
                  ? std::aligned_alloc(alignment, (n + alignment - 1) / alignment * alignment)
                  : std::malloc(n ? n : 1);
    memory.live += p != nullptr;
    return p;
}

void* take_or_throw(std::size_t n, std::size_t alignment) {
    if (void* p = take(n, alignment)) return p;
    throw std::bad_alloc();
}

void give_back(void* p) noexcept {
    memory.live -= p != nullptr;
    std::free(p);
}

}  // namespace

void* operator new(std::size_t n) { return take_or_throw(n, 1); }
void* operator new[](std::size_t n) { return take_or_throw(n, 1); }
void* operator new(std::size_t n, std::align_val_t a) { return take_or_throw(n, static_cast<std::size_t>(a)); }
void* operator new[](std::size_t n, std::align_val_t a) { return take_or_throw(n, static_cast<std::size_t>(a)); }
void* operator new(std::size_t n, const std::nothrow_t&) noexcept { return take(n, 1); }
void* operator new[](std::size_t n, const std::nothrow_t&) noexcept { return take(n, 1); }
void operator delete(void* p) noexcept { give_back(p); }
void operator delete[](void* p) noexcept { give_back(p); }
void operator delete(void* p, std::size_t) noexcept { give_back(p); }
void operator delete[](void* p, std::size_t) noexcept { give_back(p); }
void operator delete(void* p, std::align_val_t) noexcept { give_back(p); }
void operator delete[](void* p, std::align_val_t) noexcept { give_back(p); }
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { give_back(p); }
void operator delete[](void* p, std::size_t, std::align_val_t) noexcept { give_back(p); }
void operator delete(void* p, const std::nothrow_t&) noexcept { give_back(p); }
void operator delete[](void* p, const std::nothrow_t&) noexcept { give_back(p); }
#endif
