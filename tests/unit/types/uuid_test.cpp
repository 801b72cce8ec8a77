// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/uuid.hpp>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <ctime>
#include <functional>
#include <set>
#include <string>
#include <thread>
#include <type_traits>
#include <unordered_set>
#include <vector>

#include "round_trip.hpp"

namespace {

using namespace pgmodel_test;
using pgmodel::uuid;

constexpr uuid sample{"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"};
static_assert(sample.high() == 0xa0eebc999c0b4ef8 && sample.low() == 0xbb6d6bb9bd380a11 && sample.version() == 4);
static_assert(uuid{} == uuid::nil && uuid::nil.is_nil() && !sample.is_nil());
static_assert(!std::is_convertible_v<const char*, uuid>);

// The five that are read are the spellings in PostgreSQL's manual.
TEST(uuid, reads_what_postgresql_reads) {
    for (const char* text : {"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", "{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}",
                             "a0eebc999c0b4ef8bb6d6bb9bd380a11", "a0ee-bc99-9c0b-4ef8-bb6d-6bb9-bd38-0a11",
                             "{a0eebc99-9c0b4ef8-bb6d6bb9-bd380a11}"})
        EXPECT_EQ(uuid::parse(text), sample) << text;
    for (const char* text :
         {"", "{}", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a111",
          "g0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "a0eebc99--9c0b-4ef8-bb6d-6bb9bd380a11",
          "-a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11-",
          "a0e-ebc999c0b-4ef8-bb6d-6bb9bd380a11", "{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
          "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}", " a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
          "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11-0000"})
        EXPECT_FALSE(uuid::parse(text)) << text;
    EXPECT_THROW(uuid{"secret"}, pgmodel::usage_error);
}

TEST(uuid, text_and_wire) {
    EXPECT_EQ(sample.to_string(), "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
    EXPECT_EQ(uuid::nil.to_string(), "00000000-0000-0000-0000-000000000000");
    EXPECT_EQ(encoded(sample), hex("a0eebc999c0b4ef8bb6d6bb9bd380a11"));
    EXPECT_EQ(round_trip(sample), sample);
    expect_only_whole<uuid>(encoded(sample));
}

TEST(uuid, order_and_hash) {
    const uuid a{"00000000-0000-0001-0000-000000000000"}, b{"00000000-0000-0000-ffff-ffffffffffff"};
    EXPECT_GT(a, b);
    EXPECT_LT(uuid::nil, b);
    EXPECT_NE(a, b);
    EXPECT_EQ(std::hash<uuid>{}(sample), std::hash<uuid>{}(*uuid::parse(sample.to_string())));
    std::set<std::size_t> hashes;
    for (std::uint64_t i = 0; i < 1000; ++i) {
        hashes.insert(std::hash<uuid>{}(uuid{i, 0}));
        hashes.insert(std::hash<uuid>{}(uuid{0, i}));
    }
    EXPECT_EQ(hashes.size(), 1999u);
}

// Each free bit is set in some and clear in others of 200 (the chance that one is not: below 10^-57), the fixed bits
// in all.
template <class Make>
void expect_bits(Make make, std::uint64_t fixed_high, std::uint64_t high, std::uint64_t random_high) {
    std::uint64_t high_or = 0, high_and = ~std::uint64_t{0}, low_or = 0, low_and = ~std::uint64_t{0};
    for (int i = 0; i < 200; ++i) {
        const uuid id = make();
        EXPECT_EQ(id.high() & fixed_high, high) << id.to_string();
        EXPECT_EQ(id.low() >> 62, 2u) << id.to_string();
        high_or |= id.high();
        high_and &= id.high();
        low_or |= id.low();
        low_and &= id.low();
    }
    EXPECT_EQ((high_or & ~high_and) & random_high, random_high);
    EXPECT_EQ(low_or & ~low_and, ~std::uint64_t{0} >> 2);
}

TEST(uuid, v4_is_random) {
    expect_bits([] { return uuid::v4(); }, 0xF000, 0x4000, ~std::uint64_t{0xF000});
}

TEST(uuid, v7_is_the_time_and_random) {
    expect_bits([] { return uuid::v7(); }, 0xF000, 0x7000, 0);
    const auto seconds = static_cast<std::uint64_t>(std::time(nullptr));
    const std::uint64_t made = (uuid::v7().high() >> 16) / 1000;
    EXPECT_GE(made + 1, seconds);
    EXPECT_LE(made, seconds + 2);
}

TEST(uuid, v7_grows_in_a_thread) {
    uuid last = uuid::v7();
    for (int i = 0; i < 100'000; ++i) {
        const uuid next = uuid::v7();
        ASSERT_GT(next, last);
        ASSERT_NE(next.low(), last.low());
        last = next;
    }
}

TEST(uuid, none_twice_in_threads) {
    std::vector<std::vector<uuid>> made(4);
    std::vector<std::thread> threads;
    for (auto& mine : made)
        threads.emplace_back([&mine] {
            for (int i = 0; i < 1000; ++i) {
                mine.push_back(uuid::v4());
                mine.push_back(uuid::v7());
            }
        });
    for (auto& thread : threads) thread.join();
    std::unordered_set<uuid> all;
    for (const auto& mine : made) all.insert(mine.begin(), mine.end());
    EXPECT_EQ(all.size(), 8000u);
}

TEST(uuid, none_twice_after_fork) {
    (void)uuid::v4();  // so that there are bits left over that both could use
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const auto child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        const std::string text = uuid::v4().to_string();
        ::_exit(::write(ends[1], text.data(), text.size()) == 36 ? 0 : 1);
    }
    const uuid mine = uuid::v4();
    char text[36]{};
    ASSERT_EQ(::read(ends[0], text, sizeof text), 36);
    int status = -1;
    ::waitpid(child, &status, 0);
    ::close(ends[0]);
    ::close(ends[1]);
    const auto theirs = uuid::parse({text, sizeof text});
    ASSERT_TRUE(theirs);
    EXPECT_NE(*theirs, mine);
}

}  // namespace
