// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Range types of a program's own, and comments on schemas, extensions and attributes: made, used, and read from the
// catalog.

#include <pgmodel.hpp>
#include <pgmodel/expression/range.hpp>
#include <pgmodel/migrate.hpp>

#include <gtest/gtest.h>

#include <string>

#include "database.hpp"
#include "range_models.hpp"

namespace pg = pgmodel;
using pg::col;
using pgmodel_test::reservation;
using pgmodel_test::seat_number;

namespace {

TEST(own_ranges, are_made_used_and_read_back) {
    pg::session db{pgmodel_test::create_database("own_ranges")};
    db.create_all(pgmodel_test::hall);
    db.execute_script("comment on schema hall is 'Mine'");
    db.create_all(pgmodel_test::hall);
    EXPECT_EQ(db.scalar<std::string>("select obj_description('hall'::regnamespace, 'pg_namespace')"), "Mine");
    db.execute_script("comment on schema hall is 'Where it''s played'");

    const pg::range<seat_number> front{seat_number{1}, seat_number{5}}, back{seat_number{7}, seat_number{9}};
    auto row = db.insert(reservation{.seats = front,
                                     .others = {front, back},
                                     .names = {pg::range<std::string>{"a", "c"}},
                                     .light = {.name = "spot", .heights = pg::range<double>{1.5, 2.5}}});
    row = db.get<reservation>(row.id);
    EXPECT_TRUE(row.seats == front && row.others.size() == 2 && row.light.heights == pg::range<double>(1.5, 2.5));
    EXPECT_EQ(db.all(pg::select<reservation>().where(col<&reservation::seats>.contains(seat_number{4}))).size(), 1u);
    EXPECT_EQ(db.all(pg::select<reservation>().where(col<&reservation::seats>.contains(seat_number{5}))).size(), 0u);

    EXPECT_EQ(db.scalar<std::string>(
                  "select string_agg(concat_ws(' ', rngtypid::regtype, rngmultitypid::regtype, rngsubtype::regtype, opcname, "
                  "collname, nullif(rngsubdiff::regproc::text, '-')), '; ' order by rngtypid::regtype::text) from pg_range join "
                  "pg_opclass as o on o.oid = rngsubopc left join pg_collation as c on c.oid = rngcollation where rngtypid "
                  ">= 16384"),
              "floats many_floats double precision float8_ops float8mi; hall.seat_range hall.\"Seats\" integer int4_ops; "
              "words words_multirange text text_pattern_ops C");
    EXPECT_EQ(db.scalar<std::string>("select obj_description('hall'::regnamespace, 'pg_namespace') || '/' || "
                                     "(select obj_description(oid, 'pg_extension') from pg_extension where extname = "
                                     "'btree_gist') || '/' || col_description('light'::regclass, 1) || '/' || "
                                     "obj_description('hall.seat_range'::regtype, 'pg_type')"),
              "Where it's played/For seats/As on its case/From the aisle on");

    const auto expected = pg::migrate::normalise(db, pgmodel_test::hall);
    const auto read = pg::migrate::introspect(db);
    EXPECT_EQ(to_string(pg::schema::compare(expected, read.database, {.column_order = true})), "");
    EXPECT_TRUE(read.unsupported.empty());

    pg::session copy{pgmodel_test::create_database("own_ranges_copy")};
    copy.execute_script(pg::schema::create_script(read.database));
    EXPECT_EQ(to_string(pg::schema::compare(read.database, pg::migrate::introspect(copy).database)), "");
    copy.execute_script("comment on schema hall is null; comment on column light.name is null; comment on extension "
                        "btree_gist is 'x'; comment on type words is 'w'");
    EXPECT_EQ(to_string(pg::schema::compare(read.database, pg::migrate::introspect(copy).database)),
              "extension btree_gist: comment 'x', expected 'For seats'\n"
              "composite type light: attributes (name text, heights floats), expected (name text 'As on its case', heights "
              "floats)\n"
              "range type words: comment 'w', expected none\n"
              "schema hall is missing: 'Where it''s played'\n");
    const auto some = pg::migrate::introspect(db, {.tables = {"reservations"}}).database;
    EXPECT_EQ(some.ranges.size(), 3u);
    EXPECT_EQ(some.schemas.size(), 0u);

    db.drop_all(pgmodel_test::hall);
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from pg_range where rngtypid >= 16384"), 0);
}

}  // namespace
