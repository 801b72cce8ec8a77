// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/schema/calendar_partition.hpp>

#include <gtest/gtest.h>

namespace {

namespace pg = pgmodel;
using pg::partition_period;
using pg::schema::detail::is_by_calendar;

bool fits(partition_period period, const char* name, const char* from, const char* to) {
    return is_by_calendar({"s", "t"}, {.strategy = pg::partition_strategy::range, .period = period},
                          {.schema = "s", .name = name, .from = {from}, .to = {to}});
}

TEST(calendar_partition, is_named_and_bounded_by_its_period) {
    EXPECT_TRUE(fits(partition_period::day, "t_y2024m02d29", "'2024-02-29'", "'2024-03-01'"));
    EXPECT_TRUE(fits(partition_period::week, "t_y2026w01", "'2025-12-29'", "'2026-01-05'"));
    EXPECT_TRUE(fits(partition_period::week, "t_y1999w52", "'1999-12-27'", "'2000-01-03'"));
    EXPECT_TRUE(fits(partition_period::month, "t_y2026m12", "'2026-12-01 00:00:00'", "'2027-01-01 00:00:00'"));
    EXPECT_TRUE(fits(partition_period::year, "t_y2026", "'2026-01-01'", "'2027-01-01'"));
    // In another zone than that of the session.
    EXPECT_TRUE(fits(partition_period::month, "t_y2026m11", "'2026-10-31 23:00:00+00'", "'2026-11-30 23:00:00+00'"));
    EXPECT_TRUE(fits(partition_period::month, "t_y2026m11", "'2026-11-01 00:00:00-05'", "'2026-12-01 00:00:00-05'"));
}

TEST(calendar_partition, is_none_otherwise) {
    EXPECT_FALSE(fits(partition_period::none, "t_y2026", "'2026-01-01'", "'2027-01-01'"));
    EXPECT_FALSE(fits(partition_period::month, "t_y2026", "'2026-01-01'", "'2027-01-01'"));
    EXPECT_FALSE(fits(partition_period::month, "t_y2026m13", "'2026-12-01'", "'2027-01-01'"));
    EXPECT_FALSE(fits(partition_period::month, "t_y2026m1", "'2026-01-01'", "'2026-02-01'"));
    EXPECT_FALSE(fits(partition_period::month, "u_y2026m01", "'2026-01-01'", "'2026-02-01'"));
    EXPECT_FALSE(fits(partition_period::month, "t_y2026m01x", "'2026-01-01'", "'2026-02-01'"));
    EXPECT_FALSE(fits(partition_period::month, "t_y2026m01", "'2026-01-01'", "'2026-03-01'"));
    EXPECT_FALSE(fits(partition_period::month, "t_y2026m01", "'2026-01-01 12:00:00'", "'2026-02-01 00:00:00'"));
    EXPECT_FALSE(fits(partition_period::month, "t_y2026m01", "MINVALUE", "'2026-02-01'"));
    EXPECT_FALSE(fits(partition_period::month, "t_y2026m01", "'2026-01-01'", "MAXVALUE"));
    EXPECT_FALSE(fits(partition_period::week, "t_y2026w01", "'2025-12-30'", "'2026-01-06'"));
    EXPECT_FALSE(is_by_calendar({"s", "t"}, {.period = partition_period::year}, {.schema = "r", .name = "t_y2026"}));
    EXPECT_FALSE(is_by_calendar({"s", "t"}, {.period = partition_period::year}, {.schema = "s", .name = "t_y2026"}));
}

}  // namespace
