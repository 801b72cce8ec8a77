// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/session/clock.hpp>
#include <pgmodel/session/monitor.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace {

using namespace pgmodel::detail;
using namespace std::chrono_literals;

TEST(monitor, a_lock_is_held_by_one) {
    lock l;
    int counter = 0;
    const auto count = [&] {
        for (int i = 0; i < 20'000; ++i) {
            const locked hold(l);
            ++counter;
        }
    };
    std::thread other(count);
    count();
    other.join();
    EXPECT_EQ(counter, 40'000);
}

TEST(monitor, a_signal_ends_the_wait) {
    lock l;
    condition c;
    bool done = false;
    std::thread other([&] {
        const locked hold(l);
        done = true;
        c.signal();
    });
    {
        locked hold(l);
        while (!done) ASSERT_TRUE(c.wait_until(hold, now_in_ms() + 60'000));
    }
    other.join();
}

TEST(monitor, a_wait_ends_at_its_time) {
    lock l;
    condition c;
    locked hold(l);
    const auto start = std::chrono::steady_clock::now();
    const auto end = now_in_ms() + 60;
    while (c.wait_until(hold, end)) {
    }
    const auto waited = std::chrono::steady_clock::now() - start;
    EXPECT_GE(waited, 50ms);
    EXPECT_LT(waited, 5s);
    EXPECT_FALSE(c.wait_until(hold, end));
}

TEST(clock, gives_poll_what_is_left) {
    EXPECT_EQ(left_for_poll(now_in_ms() - 5), 0);
    EXPECT_EQ(left_for_poll(now_in_ms() + (std::int64_t{1} << 40)), 1'000'000'000);
    const int left = left_for_poll(now_in_ms() + 5000);
    EXPECT_GT(left, 4000);
    EXPECT_LE(left, 5000);
}

}  // namespace
