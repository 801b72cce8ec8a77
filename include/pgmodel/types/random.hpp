// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Random bits from the operating system, fetched in blocks: the quality of the system call at a fraction of its price.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/fork_count.hpp>

#if defined(__GLIBC__) || defined(__APPLE__)
#include <sys/random.h>
#else
#include <unistd.h>  // where these have getentropy(), too, among much else for a compiler to read
#endif

#include <cstdint>

namespace pgmodel::detail {

struct random_block {
    static constexpr unsigned size = 32;  // 256 bytes: the most that one call gives
    std::uint64_t words[size]{};
    unsigned used = size;
    unsigned forks = 0;

    [[gnu::noinline]] void refill() {
        const unsigned now = counted_forks();
        if (::getentropy(words, sizeof words) != 0)
            throw usage_error{"pgmodel: the operating system gives no random bytes"};
        used = 0;
        forks = now;
    }
};

/// 64 bits that nobody can guess. About 20 ns; safe in threads and after fork().
inline std::uint64_t random_bits() {
    static thread_local constinit random_block block;
    if (block.used == random_block::size || block.forks != fork_count) [[unlikely]]
        block.refill();
    const std::uint64_t bits = block.words[block.used];
    block.words[block.used++] = 0;
    return bits;
}

}  // namespace pgmodel::detail
