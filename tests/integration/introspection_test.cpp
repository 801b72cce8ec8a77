// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is read from a database is what the models say; each change of the database is seen, and nothing else.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "database.hpp"
#include "table_models.hpp"

namespace {

namespace pg = pgmodel;
namespace migrate = pgmodel::migrate;
namespace schema = pgmodel::schema;
using pg::col;
using lines = std::vector<std::string>;

struct shelf {
    std::int32_t id{};
    std::int32_t room_id{};
    table_models::spot where{};
    table_models::grade level = table_models::grade::low;

    static constexpr auto table() {
        using s = shelf;
        return pg::table("Shelves", pg::in_schema("My Store"), pg::field<&s::id>.primary_key().identity(),
                         pg::field<&s::room_id>.references(col<&table_models::room::id>),
                         pg::field<&s::level>.server_default(table_models::grade::low).index(),
                         pg::check(col<&s::level> == pg::lit<table_models::grade::low> || col<&s::id> > 0));
    }
};

struct reading {
    std::int32_t city{};
    pg::date day{};
    std::string note{};

    static constexpr auto table() {
        using r = reading;
        return pg::table("readings", pg::no_primary_key, pg::index(col<&r::note>),
                         pg::partition_by_list(col<&r::city>)
                             .partition("readings_one", pg::in(1, 2))
                             .default_partition("readings_more",
                                                pg::partition_by_range(col<&r::day>, pg::lower(col<&r::note>))
                                                    .partition("readings_old", pg::from(pg::min_value, pg::min_value),
                                                               pg::to(pg::date{2024, 1, 1}, "it's, (m"))));
    }
};

inline constexpr pg::registry<table_models::line, table_models::room, table_models::booking, table_models::document,
                              table_models::session_row, table_models::typed, shelf, reading>
    models{};

class introspection : public testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("introspection");
        pg::session first{dsn()};
        first.execute_script("create extension btree_gist; create extension pg_trgm");
        first.create_all(models);
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    /// The sentences of all differences, after a change that is undone.
    lines after(const std::string& change, const schema::compare_options& options = {}) {
        pg::transaction undone{db};
        undone.execute_script(change);
        lines found;
        for (const auto& d : schema::compare(expected, migrate::introspect(undone).database, options))
            found.push_back(schema::to_string(d));
        return found;
    }

    pg::session db{dsn()};
    schema::database expected = migrate::normalise(db, models);
};

TEST_F(introspection, of_what_models_have_made_is_what_they_say) {
    const auto found = migrate::introspect(db);
    EXPECT_EQ(schema::to_string(schema::compare(expected, found.database, {.column_order = true})), "");
    EXPECT_EQ(found.database.tables.size(), 8u);
    EXPECT_EQ(schema::to_string(migrate::compare(db, models)), "");
}

TEST_F(introspection, sees_changes_of_columns) {
    EXPECT_EQ(after("alter table rooms add extra integer"),
              lines{"column extra of table rooms is not expected: extra integer"});
    EXPECT_EQ(after("alter table typed drop level"),
              lines{"column level of table typed is missing: level grade not null"});
    EXPECT_EQ(
        after("alter table lines alter at type timestamptz(6)"),
        lines{"column at of table lines: type timestamp(6) with time zone, expected timestamp(3) with time zone"});
    EXPECT_EQ(after("alter table lines alter note set default 'it''s'"),
              lines{"column note of table lines: default 'it''s'::text, expected repeat('-'::text, 3)"});
    EXPECT_EQ(after("alter table lines alter note drop default"),
              lines{"column note of table lines: default none, expected repeat('-'::text, 3)"});
    EXPECT_EQ(after("alter table rooms alter code set not null"),
              lines{"column code of table rooms: nullability not null, expected null"});
    EXPECT_EQ(after("alter table lines alter number set generated always"),
              lines{"column number of table lines: identity always, expected by default"});
    EXPECT_EQ(after("alter table lines alter number drop identity"),
              lines{"column number of table lines: identity none, expected by default"});
    EXPECT_EQ(after("alter table lines alter id set cache 21"),
              lines{"column id of table lines: sequence start with 100 increment by 5 minvalue 1 maxvalue 100000 cache "
                    "21 cycle, expected start with 100 increment by 5 minvalue 1 maxvalue 100000 cache 20 cycle"});
    EXPECT_EQ(after("alter table lines alter lowered drop expression"),
              lines{"column lowered of table lines: generated value none, expected lower(\"Label\")"});
    EXPECT_EQ(after("alter table lines drop lowered; alter table lines add lowered text generated always as "
                    "(upper(note)) stored"),
              lines{"column lowered of table lines: generated value upper(note), expected lower(\"Label\")"});
    EXPECT_EQ(after("alter table lines alter ticket drop default"),
              (lines{"sequence lines_ticket_seq is not expected",
                     "column ticket of table lines: default none, expected serial"}));
    EXPECT_EQ(after("alter sequence lines_ticket_seq increment 2"),
              (lines{"sequence lines_ticket_seq is not expected",
                     "column ticket of table lines: default nextval('lines_ticket_seq'::regclass), expected serial"}));
    EXPECT_EQ(after("alter table lines alter tags type text[] collate \"de-x-icu\""),
              lines{"column tags of table lines: collation \"de-x-icu\", expected \"C\""});
    EXPECT_EQ(after("alter table lines alter note set storage main"),
              lines{"column note of table lines: storage main, expected external"});
    EXPECT_EQ(after("alter table lines alter note set compression default"),
              lines{"column note of table lines: compression none, expected pglz"});
    EXPECT_EQ(after("alter table lines alter note set statistics 7"),
              lines{"column note of table lines: statistics target 7, expected 500"});
    EXPECT_EQ(after("alter table lines alter note reset (n_distinct)"),
              lines{"column note of table lines: parameters none, expected (n_distinct = -0.5)"});
    EXPECT_EQ(after("comment on column lines.total is null"),
              lines{"column total of table lines: comment none, expected 'price * quantity'"});
    EXPECT_EQ(
        after("alter table lines rename note to notes"),
        (lines{
            "column note of table lines is missing: note text compression pglz not null default repeat('-'::text, 3)",
            "column notes of table lines is not expected: notes text compression pglz not null default "
            "repeat('-'::text, 3)"}));
}

TEST_F(introspection, sees_the_order_of_columns_only_if_asked) {
    const auto* change = "alter table sessions drop key; alter table sessions add key text primary key";
    EXPECT_EQ(after(change), lines{});
    EXPECT_EQ(after(change, {.column_order = true}),
              lines{"table sessions: order of columns (value, key), expected (key, value)"});
}

TEST_F(introspection, sees_changes_of_constraints) {
    EXPECT_EQ(after("alter table lines drop constraint lines_pk"),
              lines{"primary key lines_pk of table lines is missing: (id)"});
    EXPECT_EQ(after("alter table lines rename constraint lines_pk to other"),
              lines{"primary key lines_pk of table lines: name other, expected lines_pk"});
    EXPECT_EQ(after("alter index rooms_pk set (fillfactor = 71)"),
              lines{"primary key rooms_pk of table rooms: parameters (fillfactor = 71), expected (fillfactor = 70)"});
    EXPECT_EQ(after("alter table rooms drop constraint rooms_pk cascade, add constraint rooms_pk primary key (id) "
                    "include (floor) with (fillfactor = 70); comment on constraint rooms_pk on rooms is 'key'"),
              (lines{"primary key rooms_pk of table rooms: included columns (floor), expected (name, floor)",
                     "foreign key bookings_previous_fkey of table bookings is missing: foreign key (previous) "
                     "references rooms (id) match full not valid",
                     "foreign key bookings_room of table bookings is missing: foreign key (room_id) references rooms "
                     "(id) on delete cascade deferrable initially deferred",
                     "foreign key \"Shelves_room_id_fkey\" of table \"My Store\".\"Shelves\" is missing: foreign key "
                     "(room_id) references rooms (id)"}));
    EXPECT_EQ(after("alter table rooms add unique (name)"),
              lines{"unique constraint rooms_name_key of table rooms is not expected: (name)"});
    EXPECT_EQ(after("alter table rooms drop constraint rooms_code, add constraint rooms_code unique (code); comment on "
                    "constraint rooms_code on rooms is 'once'"),
              lines{"unique constraint rooms_code of table rooms: treatment of nulls nulls distinct, expected nulls "
                    "not distinct"});
    EXPECT_EQ(after("alter table bookings alter constraint bookings_room not deferrable"),
              lines{"foreign key bookings_room of table bookings: deferral not deferrable, expected deferrable "
                    "initially deferred"});
    EXPECT_EQ(after("alter table bookings validate constraint bookings_previous_fkey"),
              lines{"foreign key bookings_previous_fkey of table bookings: validity valid, expected not valid"});
    EXPECT_EQ(
        after("alter table bookings drop constraint bookings_floor_neighbour_fkey, add constraint "
              "bookings_floor_neighbour_fkey foreign key (floor, neighbour) references rooms (floor, id) match full on "
              "delete restrict deferrable"),
        (lines{
            "foreign key bookings_floor_neighbour_fkey of table bookings: action on delete restrict, expected set null",
            "foreign key bookings_floor_neighbour_fkey of table bookings: columns that a deletion sets none, expected "
            "(neighbour)",
            "foreign key bookings_floor_neighbour_fkey of table bookings: action on update no action, expected cascade",
            "foreign key bookings_floor_neighbour_fkey of table bookings: match full, expected simple",
            "foreign key bookings_floor_neighbour_fkey of table bookings: comment none, expected 'to the other'"}));
    EXPECT_EQ(after("alter table bookings drop constraint bookings_room, add constraint bookings_room foreign key "
                    "(previous) references rooms on delete cascade deferrable initially deferred; comment on "
                    "constraint bookings_room on bookings is 'where'"),
              lines{"foreign key bookings_room of table bookings: columns (previous), expected (room_id)"});
    EXPECT_EQ(after("alter table rooms drop constraint low, add constraint low check (floor > -6) no inherit; comment "
                    "on constraint low on rooms is 'no cellar'"),
              lines{"check low of table rooms: condition (floor > '-6'::integer), expected (floor > '-5'::integer)"});
    EXPECT_EQ(after("alter table rooms validate constraint high"),
              lines{"check high of table rooms: validity valid, expected not valid"});
    EXPECT_EQ(after("alter table rooms rename constraint high to \"Top\""),
              lines{"check high of table rooms: name \"Top\", expected high"});
    EXPECT_EQ(
        after("alter table bookings drop constraint bookings_successor, add constraint bookings_successor exclude (id "
              "with =) where (id > 3)"),
        (lines{
            "exclusion constraint bookings_successor of table bookings: elements id with =, expected ((id + 1)) with =",
            "exclusion constraint bookings_successor of table bookings: condition (id > 3), expected none",
            "exclusion constraint bookings_successor of table bookings: deferral not deferrable, expected deferrable "
            "initially deferred"}));
}

TEST_F(introspection, sees_changes_of_indexes) {
    const auto again = [&](const std::string& name, const std::string& definition) {
        return after("drop index " + name + "; create index " + name + " on documents " + definition);
    };
    EXPECT_EQ(after("drop index hashed"), lines{"index hashed of table documents is missing: hash (title)"});
    EXPECT_EQ(after("create unique index more on documents (id, (year / 2)) where year > 0"),
              lines{"index more of table documents is not expected: unique btree (id, ((year / 2))) where (year > 0)"});
    EXPECT_EQ(after("alter index hashed rename to \"Hash\""),
              lines{"index hashed of table documents: name \"Hash\", expected hashed"});
    EXPECT_EQ(again("hashed", "using spgist (title)"),
              lines{"index hashed of table documents: method spgist, expected hash"});
    EXPECT_EQ(
        again("by_words", "using gist (title gist_trgm_ops)"),
        lines{
            "index by_words of table documents: keys title gist_trgm_ops, expected title gist_trgm_ops (siglen = 32)"});
    EXPECT_EQ(again("in_catalog", "(title)"),
              lines{"index in_catalog of table documents: keys title, expected title varchar_pattern_ops"});
    EXPECT_EQ(again("german", "(title collate \"C\" desc nulls last)"),
              lines{"index german of table documents: keys title collate \"C\" desc nulls last, expected title collate "
                    "\"de-x-icu\" desc nulls last"});
    EXPECT_EQ(again("german", "(title collate \"de-x-icu\" desc)"),
              lines{"index german of table documents: keys title collate \"de-x-icu\" desc, expected title collate "
                    "\"de-x-icu\" desc nulls last"});
    EXPECT_EQ(again("by_prefix", "using spgist (title)"),
              lines{"index by_prefix of table documents: included columns none, expected (year)"});
    EXPECT_EQ(again("documents_expr_idx", "((year + 2))"),
              lines{"index documents_expr_idx of table documents: keys ((year + 2)), expected ((year + 1))"});
    EXPECT_EQ(after("alter index by_tags set (fastupdate = on)"),
              lines{"index by_tags of table documents: parameters (fastupdate = on, gin_pending_list_limit = 4096), "
                    "expected (fastupdate = false, gin_pending_list_limit = 4096)"});
    EXPECT_EQ(after("drop index documents_year_title_body_idx; create unique index documents_year_title_body_idx on "
                    "documents (year) include (title, body) with (fillfactor = 70, deduplicate_items = false) where "
                    "year > 2001; comment on index documents_year_title_body_idx is 'new ones'"),
              (lines{"index documents_year_title_body_idx of table documents: treatment of nulls nulls distinct, "
                     "expected nulls not distinct",
                     "index documents_year_title_body_idx of table documents: condition (year > 2001), expected (year "
                     "> 2000)"}));
    EXPECT_EQ(after("comment on index rooms_by_floor is 'x'"),
              lines{"index rooms_by_floor of table rooms: comment 'x', expected 'by floor'"});
}

TEST_F(introspection, sees_changes_of_tables_and_types) {
    EXPECT_EQ(after("create table more ()"), lines{"table more is not expected"});
    EXPECT_EQ(after("create temporary table more ()"), lines{"table more is not expected"});
    EXPECT_EQ(after("drop table \"My Store\".\"Shelves\""), lines{"table \"My Store\".\"Shelves\" is missing"});
    EXPECT_EQ(after("alter table typed set unlogged"), lines{"table typed: persistence unlogged, expected permanent"});
    EXPECT_EQ(after("alter table sessions set (fillfactor = 71, toast.vacuum_truncate = false)"),
              lines{"table sessions: parameters (autovacuum_enabled = false, fillfactor = 71, toast.autovacuum_enabled "
                    "= false, toast.vacuum_truncate = false), expected (autovacuum_enabled = false, fillfactor = 70, "
                    "toast.autovacuum_enabled = false)"});
    EXPECT_EQ(after("comment on table lines is 'new'"),
              lines{"table lines: comment 'new', expected 'it''s what is sold'"});
    EXPECT_EQ(after("alter type grade add value 'middle' before 'high'"),
              lines{"enum type grade: labels ('low', 'middle', 'high'), expected ('low', 'high')"});
    EXPECT_EQ(after("alter type grade set schema \"My Store\"").front(), "enum type grade is missing: ('low', 'high')");
    EXPECT_EQ(after("create type more as (a \"char\")"), lines{"composite type more is not expected: (a \"char\")"});
    EXPECT_EQ(after("comment on type places.spot is 'x'"),
              lines{"composite type places.spot: comment 'x', expected 'on a map'"});
    EXPECT_EQ(after("create sequence more owned by lines.note"), lines{"sequence more is not expected"});
}

TEST_F(introspection, sees_changes_of_partitions) {
    EXPECT_EQ(after("alter table readings detach partition readings_one"),
              (lines{"partition readings_one of table readings is missing: for values in (1, 2)",
                     "table readings_one is not expected"}));
    EXPECT_EQ(after("alter table readings detach partition readings_one; alter table readings attach partition "
                    "readings_one for values in (1, null, 3)"),
              lines{"partition readings_one of table readings: bounds for values in (1, NULL, 3), expected for values "
                    "in (1, 2)"});
    EXPECT_EQ(after("create table more partition of readings_more for values from ('2024-01-01', 'it''s, (m') to "
                    "(maxvalue, maxvalue)"),
              lines{"partition more of table readings_more is not expected: for values from ('2024-01-01', 'it''s, "
                    "(m') to (MAXVALUE, MAXVALUE)"});
    EXPECT_EQ(after("drop table readings_more; create table readings_more partition of readings default partition by "
                    "hash (note collate \"C\" text_pattern_ops)"),
              (lines{"partition readings_more of table readings: partitioning by hash (note collate \"C\" "
                     "text_pattern_ops), expected by range (day, lower(note))",
                     "partition readings_old of table readings_more is missing: for values from (MINVALUE, MINVALUE) "
                     "to ('2024-01-01', 'it''s, (m')"}));
}

}  // namespace
