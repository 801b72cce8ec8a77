// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// How much memory a part of a test has taken at its worst.

#pragma once

#include <cstdlib>
#include <fstream>
#include <string>

namespace pgmodel_test {

// Sanitizers keep what is freed.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool memory_is_kept = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool memory_is_kept = true;
#else
inline constexpr bool memory_is_kept = false;
#endif
#else
inline constexpr bool memory_is_kept = false;
#endif

class peak_memory {
public:
    peak_memory() {
        std::ofstream("/proc/self/clear_refs") << 5;  // from here on
        begin_ = read("VmRSS:");
    }
    /// Bytes; 0 where nobody can tell.
    long long grown_by() const { return begin_ && !memory_is_kept ? read("VmHWM:") - begin_ : 0; }

private:
    static long long read(const std::string& name) {
        std::ifstream status("/proc/self/status");
        std::string word;
        while (status >> word)
            if (word == name && status >> word) return std::atoll(word.c_str()) * 1024;
        return 0;
    }
    long long begin_;
};

}  // namespace pgmodel_test
