// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What has another name after a plan, with all that hangs on the name.

#include <pgmodel/partitions.hpp>
#include <pgmodel/session/partitions.hpp>

#include "plan_runner.hpp"

namespace {

namespace pg = pgmodel;
namespace migrate = pg::migrate;
namespace schema = pg::schema;
using pg::col;

class plan_renames : public pgmodel_test::plan_runner {};

struct visit {
    pg::timestamptz at{};
    std::string page{};

    static constexpr auto table() {
        return pg::table("visits", pg::no_primary_key, pg::field<&visit::page>.index(),
                         pg::partition_by_range(col<&visit::at>).monthly("Europe/Berlin"));
    }
};
inline constexpr pg::registry<visit> visits{};
struct call {
    pg::timestamptz at{};
    std::string page{};

    static constexpr auto table() {
        return pg::table("page calls", pg::no_primary_key, pg::field<&call::page>.index(),
                         pg::partition_by_range(col<&call::at>).monthly("Europe/Berlin"));
    }
};
inline constexpr pg::registry<call> calls{};

TEST_F(plan_renames, a_table_with_partitions_of_the_calendar) {
    db.create_all(visits);
    const auto months = pg::maintain_partitions(db, pg::model<visit>, {.ahead = 2}).created;
    ASSERT_EQ(months.size(), 3u);
    db.execute_script("insert into visits values (now(), 'a'); create table \"visits_y2001m01\" partition of visits for "
                      "values from ('2001-01-01 00:00 Europe/Berlin') to ('2001-02-01 00:00 Europe/Berlin')");
    const auto plan = plan_and_run(calls, {.renamed = {migrate::rename_table("visits", "page calls")}});
    EXPECT_EQ(to_string(migrate::compare(db, calls)), "");
    const auto names = db.all<std::string>("select inhrelid::regclass::text from pg_inherits where inhparent = "
                                           "'\"page calls\"'::regclass order by 1");
    ASSERT_EQ(names.size(), 4u);
    EXPECT_EQ(names[0], "\"page calls_y2001m01\"");
    // Those that are there are known again, and the next one is made.
    EXPECT_EQ(pg::maintain_partitions(db, pg::model<call>, {.ahead = 3}).created.size(), 1u);
    EXPECT_EQ(db.count(pg::select<call>()), 1);
    // Also those that came after the plan, and there is none that has to be there.
    run(plan.down.steps);
    EXPECT_EQ(to_string(migrate::compare(db, visits)), "");
    EXPECT_TRUE(pg::maintain_partitions(db, pg::model<visit>, {.ahead = 3}).created.empty());
    db.execute_script("drop table visits_y2001m01, " + months[0]);
    run(plan.up.steps);
    EXPECT_EQ(to_string(migrate::compare(db, calls)), "");
    EXPECT_EQ(pg::maintain_partitions(db, pg::model<call>, {.ahead = 3}).created.size(), 1u);
}

struct oddly_called {
    pg::timestamptz at{};

    static constexpr auto table() {
        return pg::table("a$$b'c", pg::no_primary_key, pg::partition_by_range(col<&oddly_called::at>).monthly("Europe/Berlin"));
    }
};
struct plainly_called {
    pg::timestamptz at{};

    static constexpr auto table() {
        return pg::table("a", pg::no_primary_key, pg::partition_by_range(col<&plainly_called::at>).monthly("Europe/Berlin"));
    }
};
struct long_called {
    pg::timestamptz at{};

    static constexpr auto table() {
        return pg::table("a2345678901234567890123456789012345678901234567890123456", pg::no_primary_key,
                         pg::partition_by_range(col<&long_called::at>).monthly("Europe/Berlin"));
    }
};

TEST_F(plan_renames, names_of_partitions_that_are_hard_to_write) {
    constexpr pg::registry<plainly_called> plain{};
    constexpr pg::registry<oddly_called> odd{};
    constexpr pg::registry<long_called> too_long{};
    db.create_all(plain);
    pg::maintain_partitions(db, pg::model<plainly_called>, {.ahead = 1});
    EXPECT_THROW(migrate::make_plan(db, too_long, {.renamed = {migrate::rename_table("a", "a2345678901234567890123456789012345678901234567890123456")}}), pg::usage_error);
    plan_and_run(odd, {.renamed = {migrate::rename_table("a", "a$$b'c")}});
    EXPECT_TRUE(pg::maintain_partitions(db, pg::model<oddly_called>, {.ahead = 1}).created.empty());
}

}  // namespace
