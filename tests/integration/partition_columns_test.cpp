// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a single partition says of the columns of its table. The same is made by hand, and the catalogs are compared.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/partitions.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct entry {
    std::int64_t id{};
    pg::date day{};
    std::string note = "new";
    std::string text{};
    std::optional<pg::timestamptz> seen{};
    std::int32_t kind{};

    static constexpr auto table() {
        using e = entry;
        return pg::table(
            "entries", pg::no_primary_key, pg::in_schema("log"),
            pg::field<&e::note>.server_default("new").storage(pg::storage_external).comment("what is said"),
            pg::field<&e::text>.statistics(100),
            pg::field<&e::kind>.named("sort").statistics(200).with("n_distinct", 7),
            pg::partition_by_range(col<&e::day>)
                .partition("entries_old", pg::from(pg::min_value), pg::to(pg::date{2024, 1, 1}),
                           pg::field<&e::note>.server_default("old's").storage(pg::storage_main).comment("of the old"),
                           pg::field<&e::text>.compression(pg::compression_pglz).storage(pg::storage_external),
                           pg::field<&e::seen>.server_default(pg::now()),
                           pg::field<&e::kind>.statistics(500).with("n_distinct", -0.5), pg::comment("all old ones"))
                .partition("entries_new", pg::from(pg::date{2024, 1, 1}), pg::to(pg::max_value), pg::in_schema("fresh"),
                           pg::no_server_default(col<&e::note>), pg::field<&e::note>.storage(pg::storage_extended),
                           pg::field<&e::text>.compression(pg::compression_pglz).statistics(300),
                           pg::partition_by_hash(col<&e::id>)
                               .partition("entries_new_0", pg::modulus<2>, pg::remainder<0>)
                               .partition("entries_new_1", pg::modulus<2>, pg::remainder<1>,
                                          pg::field<&e::note>.server_default("deep"),
                                          pg::field<&e::text>.statistics(400).comment("deep"))));
    }
};
inline constexpr pg::registry<entry> entries{};

constexpr const char* by_hand = R"(
    create schema log;
    create schema fresh;
    create table log.entries (id bigint not null, day date not null, note text not null default 'new',
        text text not null, seen timestamptz, sort integer not null) partition by range (day);
    alter table log.entries alter note set storage external;
    comment on column log.entries.note is 'what is said';
    create table log.entries_old partition of log.entries for values from (minvalue) to ('2024-01-01');
    create table fresh.entries_new partition of log.entries for values from ('2024-01-01') to (maxvalue)
        partition by hash (id);
    alter table fresh.entries_new alter note drop default, alter note set storage extended,
        alter text set compression pglz;
    create table fresh.entries_new_0 partition of fresh.entries_new for values with (modulus 2, remainder 0);
    create table fresh.entries_new_1 partition of fresh.entries_new for values with (modulus 2, remainder 1);
    alter table log.entries alter text set statistics 100, alter sort set statistics 200,
        alter sort set (n_distinct = 7);
    alter table fresh.entries_new alter text set statistics 300;
    alter table log.entries_old alter note set default 'old''s', alter note set storage main,
        alter text set compression pglz, alter text set storage external, alter seen set default now(),
        alter sort set statistics 500, alter sort set (n_distinct = -0.5);
    comment on column log.entries_old.note is 'of the old';
    comment on table log.entries_old is 'all old ones';
    alter table fresh.entries_new_1 alter note set default 'deep', alter text set statistics 400;
    comment on column fresh.entries_new_1.text is 'deep';)";

class partition_columns : public ::testing::Test {
protected:
    pg::session db{pgmodel_test::create_database("partition_columns")};

    std::string ask(const std::string& sql) { return db.scalar<std::string>(pg::raw_sql(sql)); }
    // There is nothing in the schema `public`.
    static std::size_t unsupported(pg::session& in) {
        std::size_t count = 0;
        for (const auto& each : pg::migrate::introspect(in).unsupported) count += each.kind != "schema";
        return count;
    }
    std::string differences() { return to_string(pg::migrate::compare(db, entries)); }
};

TEST_F(partition_columns, are_those_that_are_made_by_hand) {
    db.create_all(entries);
    pg::session other{pgmodel_test::create_database("partition_columns_by_hand")};
    other.execute_script(by_hand);
    pgmodel_test::expect_same_facts(pgmodel_test::catalog_of(db), pgmodel_test::catalog_of(other), {});
    const auto made = pg::migrate::introspect(db), found = pg::migrate::introspect(other);
    EXPECT_EQ(to_string(pg::schema::compare(made.database, found.database)), "");
    EXPECT_EQ(unsupported(db) + unsupported(other), 0u);
    EXPECT_EQ(differences(), "");

    // What was read makes it again.
    pg::session again{pgmodel_test::create_database("partition_columns_again")};
    again.execute_script(pg::schema::create_script(made.database).c_str());
    pgmodel_test::expect_same_facts(pgmodel_test::catalog_of(again), pgmodel_test::catalog_of(other), {});
}

TEST_F(partition_columns, are_read_where_they_differ) {
    db.create_all(entries);
    const auto found = pg::migrate::introspect(db, {.tables = {"entries"}}).database;
    const auto& partitions = found.tables.at(0).partitions;
    ASSERT_EQ(partitions.size(), 2u);
    const auto is_old = [](const pg::schema::partition& p) { return p.name == "entries_old"; };
    const auto& old = *std::find_if(partitions.begin(), partitions.end(), is_old);
    const auto& fresh = *std::find_if_not(partitions.begin(), partitions.end(), is_old);
    using pg::schema::column;
    ASSERT_EQ(old.columns.size(), 4u);
    EXPECT_EQ(old.columns[0], (column{.name = "note",
                                      .default_value = "'old''s'::text",
                                      .storage = "main",
                                      .comment = "of the old"}));
    EXPECT_EQ(old.columns[1], (column{.name = "text", .storage = "external", .compression = "pglz"}));
    EXPECT_EQ(old.columns[2], (column{.name = "seen", .default_value = "now()"}));
    EXPECT_EQ(old.columns[3],
              (column{.name = "sort", .statistics = 500, .parameters = {{"n_distinct", "-0.5"}}}));
    ASSERT_EQ(fresh.columns.size(), 2u);
    EXPECT_EQ(fresh.columns[0], (column{.name = "note", .default_value = "null", .storage = "extended"}));
    EXPECT_EQ(fresh.columns[1], (column{.name = "text", .compression = "pglz", .statistics = 300}));
    EXPECT_TRUE(fresh.partitions.at(0).columns.empty());
}

TEST_F(partition_columns, come_with_a_partition_that_was_missing) {
    db.create_all(entries);
    db.execute_script("drop table log.entries_old, fresh.entries_new_1");
    db.create_all(entries);
    EXPECT_EQ(differences(), "");
    // What it is a part of has targets of its own.
    db.execute_script("drop table fresh.entries_new_0");
    db.create_all(entries);
    EXPECT_EQ(differences(), "");
    // With all that is below it.
    db.execute_script("drop table fresh.entries_new");
    db.create_all(entries);
    EXPECT_EQ(differences(), "");
    EXPECT_EQ(unsupported(db), 0u);
}

// PostgreSQL gives a statistics target to the partitions that are there when it is set, and to no others.
TEST_F(partition_columns, may_have_the_target_of_the_server) {
    db.create_all(entries);
    db.execute_script("alter table log.entries_old alter text set statistics -1");
    EXPECT_EQ(differences(), "column text of log.entries_old: statistics target that of the server, expected that of the "
                             "table\n");
    const auto read = pg::migrate::introspect(db).database;
    pg::session again{pgmodel_test::create_database("partition_columns_server")};
    again.execute_script(pg::schema::create_script(read).c_str());
    EXPECT_EQ(to_string(pg::schema::compare(read, pg::migrate::introspect(again).database)), "");
    EXPECT_EQ(unsupported(db), 0u);

    const auto table = pg::schema::describe(entries).tables.at(0);
    std::vector<std::string> statements;
    add_inherited_settings(table.columns, {"log", "entries_old"}, statements);
    ASSERT_EQ(statements.size(), 2u);
    EXPECT_EQ(statements.at(0), "alter table log.entries_old alter column text set statistics 100");
}

TEST_F(partition_columns, are_compared) {
    db.create_all(entries);
    db.execute_script(
        "alter table log.entries_old alter note set default 'new', alter note set storage external, alter text set "
        "compression default, alter seen drop default, alter sort set statistics 200, alter sort reset (n_distinct); "
        "comment on column log.entries_old.note is null; "
        "alter table fresh.entries_new_0 alter text set compression default, alter note set default 'x', alter day set "
        "default '2000-01-01'");
    EXPECT_EQ(differences(),
              "column note of log.entries_old: default that of the table, expected 'old''s'::text\n"
              "column note of log.entries_old: storage that of the table, expected main\n"
              "column note of log.entries_old: comment none, expected 'of the old'\n"
              "column text of log.entries_old: compression that of the table, expected pglz\n"
              "column seen of log.entries_old: default that of the table, expected now()\n"
              "column sort of log.entries_old: statistics target that of the table, expected 500\n"
              "column sort of log.entries_old: parameters none, expected (n_distinct = -0.5)\n"
              "column day of fresh.entries_new_0: default '2000-01-01'::date, expected that of the table\n"
              "column note of fresh.entries_new_0: default 'x'::text, expected that of the table\n"
              "column text of fresh.entries_new_0: compression default, expected that of the table\n");
}

TEST_F(partition_columns, say_that_one_has_no_default) {
    db.create_all(entries);
    db.execute_script("alter table fresh.entries_new alter note set default 'new'; alter table log.entries_old alter "
                      "note drop default");
    EXPECT_NE(differences().find("column note of log.entries_old: default none, expected 'old''s'::text\n"),
              std::string::npos);
    EXPECT_NE(differences().find("column note of fresh.entries_new: default that of the table, expected none\n"),
              std::string::npos);
}

// A row that is sent to the table has the table's default, whatever partition it goes to.
TEST_F(partition_columns, hold_for_who_names_the_partition) {
    db.create_all(entries);
    db.execute_script("insert into log.entries (id, day, text, sort) values (1, '2023-01-01', '', 0); insert into "
                      "log.entries_old (id, day, text, sort) values (2, '2023-01-01', '', 0)");
    EXPECT_EQ(ask("select string_agg(note || (seen is null), ', ' order by id) from log.entries"),
              "newtrue, old'sfalse");
}

}  // namespace
