// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include "allocations.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

std::uint64_t by_new, all;

}  // namespace

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* malloc(std::size_t size) {
    ++all;
    return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
    ++all;
    return __libc_calloc(count, size);
}
void* realloc(void* old, std::size_t size) {
    ++all;
    return __libc_realloc(old, size);
}
}
#endif

void* operator new(std::size_t size) {
    ++by_new;
    if (void* memory = std::malloc(size ? size : 1)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace benchmark_of_pgmodel {

allocation_counts allocations_so_far() { return {by_new, all}; }

}  // namespace benchmark_of_pgmodel
