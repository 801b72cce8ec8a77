// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// "Connection pooling for PostgreSQL": the same numbers, which are also what a pool has when nothing is said.

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using namespace std::chrono_literals;

TEST(seed_pool, has_the_snippets_limits) {
    const pg::pool_options usual{};
    EXPECT_EQ(usual.size, 20U);
    EXPECT_EQ(usual.max_overflow, 30U);
    EXPECT_TRUE(usual.pre_ping);
    EXPECT_EQ(usual.recycle, 1h);

    pg::pool pool{pgmodel_test::create_database("seed_pool"),
                  {.size = 20, .max_overflow = 30, .acquire_timeout = 0ms, .pre_ping = true, .recycle = 3600s}};
    {
        std::vector<pg::pooled_session> lent;
        for (int i = 0; i < 50; ++i) lent.push_back(pool.acquire());
        for (auto& db : lent) EXPECT_EQ(db.scalar<int>("select 1"), 1);
        EXPECT_THROW((void)pool.acquire(), pg::pool_timeout);
        EXPECT_EQ(pool.statistics().in_use, 50U);
    }
    EXPECT_EQ(pool.statistics().in_use, 0U);
    EXPECT_EQ(pool.statistics().idle, 20U) << "what was overflow is closed";
    EXPECT_EQ(pool.acquire().scalar<int>("select 1"), 1);
}

}  // namespace
