// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// "Partitioning": one partition for each year.

#include <pgmodel/session/partitions.hpp>

#include "sqlalchemy.hpp"

namespace {

namespace pg = pgmodel;
using namespace pgmodel_test;
using pg::col;

struct measurement {
    pg::date logdate{};
    std::optional<std::int32_t> peaktemp{};
    std::optional<std::int32_t> unitsales{};

    static constexpr auto table() {
        return pg::table("measurements", pg::no_primary_key,
            pg::partition_by_range(col<&measurement::logdate>)
                .partition("measurements_y2023", pg::from(pg::date{2023, 1, 1}), pg::to(pg::date{2024, 1, 1})));
    }
};

constexpr pg::registry<measurement> models{};

class seed_measurements : public seed {
    void prepare() override { make("measurements", models); }
};
class seed_measurements_as_a_table : public seed {
    void prepare() override { make("measurements_as_a_table", models); }
};

TEST_F(seed_measurements, tables_are_the_same) { expect_same_tables({}); }
TEST_F(seed_measurements_as_a_table, tables_are_the_same) { expect_same_tables({}); }

TEST_F(seed_measurements, rows_of_sqlalchemy_are_read) {
    const auto rows = theirs().all(pg::select<measurement>().order_by(col<&measurement::logdate>));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].logdate, (pg::date{2023, 1, 1}));
    EXPECT_EQ(rows[0].peaktemp, -3);
    EXPECT_EQ(rows[0].unitsales, std::nullopt);
    EXPECT_EQ(rows[1].logdate, (pg::date{2023, 12, 31}));
}

// The first day is within, the last is not; and a day of which there is no partition is refused.
TEST_F(seed_measurements, rows_find_their_partition) {
    for (auto* db : {&ours(), &theirs()}) {
        const auto before = db->one<std::int64_t>("select count(*) from measurements_y2023");
        db->insert(std::vector<measurement>{{.logdate = {2023, 1, 1}, .peaktemp = 7}, {.logdate = {2023, 12, 31}}});
        EXPECT_EQ(db->one<std::int64_t>("select count(*) from measurements_y2023"), before + 2);
        EXPECT_THROW(db->insert(measurement{.logdate = {2024, 1, 1}}), pg::check_violation);
        EXPECT_THROW(db->insert(measurement{.logdate = {2022, 12, 31}}), pg::check_violation);
    }
}

// Only the partition of the year is read.
TEST_F(seed_measurements, partition_serves_the_query) {
    const auto sql = pg::select<measurement>().where(col<&measurement::logdate> < pg::date{2023, 6, 1}).sql();
    for (auto* db : {&ours(), &theirs()}) {
        db->execute_script("create table measurements_y2024 partition of measurements "
                           "for values from ('2024-01-01') to ('2025-01-01')");
        const auto plan = plan_of(*db, sql, "2023-06-01");
        EXPECT_NE(plan.find("measurements_y2023"), std::string::npos) << plan;
        EXPECT_NE(plan.find("Subplans Removed: 1"), std::string::npos) << plan;
    }
}

}  // namespace
