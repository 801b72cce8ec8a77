// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A clock for deadlines and ages: cheap, monotonic, in milliseconds.
#pragma once

#include <time.h>

#include <cstdint>

namespace pgmodel::detail {

/// Good to a few milliseconds, a few nanoseconds to read.
inline void read_clock(timespec& now) {
#ifdef CLOCK_MONOTONIC_COARSE
    ::clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
#else
    ::clock_gettime(CLOCK_MONOTONIC, &now);
#endif
}
inline std::int64_t in_ms(const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}
inline std::int64_t now_in_ms() {
    timespec now{};
    read_clock(now);
    return in_ms(now);
}
/// When that time from now is over; of the longest times, which have no end, a time that never comes.
inline std::int64_t end_of_wait(std::int64_t ms) {
    constexpr std::int64_t never = 0x7fff'ffff'ffff'ffff;
    const auto now = now_in_ms();
    return ms < never - now ? now + ms : never;
}

/// When the time is up, what has come is still read, but not what never ends.
inline constexpr int most_late_reads = 256;

/// A limit beyond what poll() takes is as good as none.
inline int limit_for_poll(std::int64_t ms) {
    constexpr int most = 1'000'000'000;
    return ms <= 0 ? 0 : ms > most ? most : static_cast<int>(ms);
}
/// 0 = no limit.
inline int left_for_poll(std::int64_t end) { return end == 0 ? -1 : limit_for_poll(end - now_in_ms()); }

}  // namespace pgmodel::detail
