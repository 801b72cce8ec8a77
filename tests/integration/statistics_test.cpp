// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Extended statistics, the index to cluster by, and triggers that are not enabled as usual: made, and read from the
// catalog.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>

#include <gtest/gtest.h>

#include <string>

#include "database.hpp"
#include "introspected.hpp"
#include "statistics_models.hpp"

namespace pg = pgmodel;

namespace {

TEST(statistics, are_made_and_read_back) {
    pg::session db{pgmodel_test::create_database("statistics")};
    db.create_all(pgmodel_test::postal);
    EXPECT_EQ(db.scalar<std::string>("select string_agg(stxname || ' ' || stxkind::text || ' ' || stxkeys::text || ' ' || "
                                     "coalesce(array_to_string(pg_get_statisticsobjdef_expressions(oid), ', '), '-'), ';' "
                                     "order by stxname) from pg_statistic_ext"),
              "addresses_city_zip_stat {f} 2 3 -;addresses_expr_stat {e}  lower(city);"
              "streets {d,f,m,e} 3 lower(street), (number % 2)");
    EXPECT_EQ(db.scalar<std::string>("select obj_description(oid) from pg_statistic_ext where stxstattarget = 500"),
              "A zip has one city");
    EXPECT_EQ(db.scalar<std::string>("select indexrelid::regclass::text from pg_index where indisclustered"),
              "addresses_city_idx");
    EXPECT_EQ(db.scalar<std::string>("select string_agg(tgname || tgenabled::text, ' ' order by tgname) from pg_trigger "
                                     "where not tgisinternal"),
              "firstD secondA thirdR");
    pgmodel_test::expect_introspected(db, pgmodel_test::postal);

    // What was read is what is made again.
    const auto read = pg::migrate::introspect(db);
    EXPECT_TRUE(read.unsupported.empty());
    pg::session copy{pgmodel_test::create_database("statistics_copy")};
    copy.execute_script(pg::schema::create_script(read.database));
    EXPECT_EQ(to_string(pg::schema::compare(read.database, pg::migrate::introspect(copy).database)), "");
    copy.execute_script("alter table addresses set without cluster; drop statistics streets; alter table addresses enable "
                        "trigger first");
    EXPECT_EQ(to_string(pg::schema::compare(read.database, pg::migrate::introspect(copy).database)),
              "table addresses: index to cluster by none, expected addresses_city_idx\n"
              "statistics streets of addresses is missing: on zip, lower(street), (number % 2)\n"
              "trigger first of addresses: state enabled, expected disabled\n");
}

}  // namespace
