// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is read from a database is what the models say; each change of the database is seen, and nothing else.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/partitions.hpp>

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

struct draft {
    std::int32_t id{};
    std::string text{};

    static constexpr auto table() {
        return pg::table("drafts", pg::temporary, pg::field<&draft::id>.primary_key().identity());
    }
};
struct correction {
    std::int32_t id{};
    std::int32_t draft_id{};

    static constexpr auto table() {
        using c = correction;
        return pg::table("corrections", pg::temporary, pg::field<&c::id>.primary_key().serial(),
                         pg::field<&c::draft_id>.references(pg::model<draft>, pg::on_delete_cascade).index());
    }
};
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

struct town {
    std::int32_t id{};
};
struct reading {
    std::int32_t city{};
    pg::date day{};
    std::string note{};

    static constexpr auto table() {
        using r = reading;
        return pg::table("readings", pg::no_primary_key, pg::replica_identity_full, pg::index(col<&r::note>),
                         pg::partition_by_list(col<&r::city>)
                             .partition("readings_one", pg::in(1, 2), pg::primary_key(col<&r::city>, col<&r::day>),
                                        pg::foreign_key(col<&r::city>).references(pg::model<town>),
                                        pg::check(col<&r::note> != "x"), pg::index(pg::lower(col<&r::note>)),
                                        pg::with("fillfactor", 70), pg::comment("Two cities"))
                             .default_partition("readings_more",
                                                pg::partition_by_range(col<&r::day>, pg::lower(col<&r::note>))
                                                    .partition("readings_old", pg::from(pg::min_value, pg::min_value),
                                                               pg::to(pg::date{2024, 1, 1}, "it's, (m"))));
    }
};

inline constexpr pg::registry<table_models::line, table_models::room, table_models::booking, table_models::document,
                              table_models::session_row, table_models::typed, shelf, reading, town>
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
    schema::database expected = with_extensions(migrate::normalise(db, models));

private:
    /// No model declares them.
    static schema::database with_extensions(schema::database made) {
        made.extensions = {{.name = "btree_gist"}, {.name = "pg_trgm"}};
        return made;
    }
};

TEST_F(introspection, of_what_models_have_made_is_what_they_say) {
    const auto found = migrate::introspect(db);
    EXPECT_EQ(schema::to_string(schema::compare(expected, found.database, {.column_order = true})), "");
    EXPECT_EQ(found.database.tables.size(), 9u);
    EXPECT_EQ(schema::to_string(migrate::compare(db, models)),
              std::string("extension btree_gist is not expected: ") + (pgmodel_test::server_version() >= 18 ? "1.8" : "1.7") +
                  "\nextension pg_trgm is not expected: 1.6\n");
}

TEST_F(introspection, sees_changes_of_columns) {
    EXPECT_EQ(after("alter table rooms add extra integer"),
              lines{"column extra of rooms is not expected: extra integer"});
    EXPECT_EQ(after("alter table typed drop level"), lines{"column level of typed is missing: level grade not null"});
    EXPECT_EQ(after("alter table lines alter at type timestamptz(6)"),
              lines{"column at of lines: type timestamp(6) with time zone, expected timestamp(3) with time zone"});
    EXPECT_EQ(after("alter table lines alter note set default 'it''s'"),
              lines{"column note of lines: default 'it''s'::text, expected repeat('-'::text, 3)"});
    EXPECT_EQ(after("alter table lines alter note drop default"),
              lines{"column note of lines: default none, expected repeat('-'::text, 3)"});
    EXPECT_EQ(after("alter table rooms alter code set not null"),
              lines{"column code of rooms: nullability not null, expected null"});
    EXPECT_EQ(after("alter table lines alter number set generated always"),
              lines{"column number of lines: identity always, expected by default"});
    EXPECT_EQ(after("alter table lines alter number drop identity"),
              lines{"column number of lines: identity none, expected by default"});
    EXPECT_EQ(after("alter table lines alter id set cache 21"),
              lines{"column id of lines: sequence start with 100 increment by 5 minvalue 1 maxvalue 100000 cache "
                    "21 cycle, expected start with 100 increment by 5 minvalue 1 maxvalue 100000 cache 20 cycle"});
    EXPECT_EQ(after("alter table lines alter lowered drop expression"),
              lines{"column lowered of lines: generated value none, expected lower(\"Label\")"});
    EXPECT_EQ(after("alter table lines drop lowered; alter table lines add lowered text generated always as "
                    "(upper(note)) stored"),
              lines{"column lowered of lines: generated value upper(note), expected lower(\"Label\")"});
    EXPECT_EQ(
        after("alter table lines alter ticket drop default"),
        (lines{"sequence lines_ticket_seq is not expected", "column ticket of lines: default none, expected serial"}));
    EXPECT_EQ(after("alter sequence lines_ticket_seq increment 2"),
              (lines{"sequence lines_ticket_seq is not expected",
                     "column ticket of lines: default nextval('lines_ticket_seq'::regclass), expected serial"}));
    EXPECT_EQ(after("alter table lines alter tags type text[] collate \"de-x-icu\""),
              lines{"column tags of lines: collation \"de-x-icu\", expected \"C\""});
    EXPECT_EQ(after("alter table lines alter note set storage main"),
              lines{"column note of lines: storage main, expected external"});
    EXPECT_EQ(after("alter table lines alter note set compression default"),
              lines{"column note of lines: compression none, expected pglz"});
    EXPECT_EQ(after("alter table lines alter note set statistics 7"),
              lines{"column note of lines: statistics target 7, expected 500"});
    EXPECT_EQ(after("alter table lines alter note reset (n_distinct)"),
              lines{"column note of lines: parameters none, expected (n_distinct = -0.5)"});
    EXPECT_EQ(after("comment on column lines.total is null"),
              lines{"column total of lines: comment none, expected 'price * quantity'"});
    EXPECT_EQ(
        after("alter table lines rename note to notes"),
        (lines{"column note of lines is missing: note text compression pglz not null default repeat('-'::text, 3)",
               "column notes of lines is not expected: notes text compression pglz not null default "
               "repeat('-'::text, 3)"}));
}

// An older server has none of its own, so what is read of a newer one is given here.
TEST_F(introspection, leaves_out_what_the_server_keeps_of_a_column_for_itself) {
    EXPECT_TRUE(migrate::detail::parameters_of({"pg_attver=22254216"}).empty());
    const auto kept = migrate::detail::parameters_of({"n_distinct=5", "pg_attver=22254216", "pg_attverb=x"});
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].name + kept[1].name, "n_distinctpg_attverb");
}

TEST_F(introspection, sees_the_order_of_columns_only_if_asked) {
    const auto* change = "alter table sessions drop key; alter table sessions add key text primary key";
    EXPECT_EQ(after(change), lines{});
    EXPECT_EQ(after(change, {.column_order = true}),
              lines{"table sessions: order of columns (value, key), expected (key, value)"});
}

TEST_F(introspection, sees_changes_of_constraints) {
    EXPECT_EQ(after("alter table lines drop constraint lines_pk"),
              lines{"primary key lines_pk of lines is missing: (id)"});
    EXPECT_EQ(after("alter table lines rename constraint lines_pk to other"),
              lines{"primary key lines_pk of lines: name other, expected lines_pk"});
    EXPECT_EQ(after("alter index rooms_pk set (fillfactor = 71)"),
              lines{"primary key rooms_pk of rooms: parameters (fillfactor = 71), expected (fillfactor = 70)"});
    EXPECT_EQ(after("alter table rooms drop constraint rooms_pk cascade, add constraint rooms_pk primary key (id) "
                    "include (floor) with (fillfactor = 70); comment on constraint rooms_pk on rooms is 'key'"),
              (lines{"primary key rooms_pk of rooms: included columns (floor), expected (name, floor)",
                     "foreign key bookings_previous_fkey of bookings is missing: foreign key (previous) "
                     "references rooms (id) match full not valid",
                     "foreign key bookings_room of bookings is missing: foreign key (room_id) references rooms "
                     "(id) on delete cascade deferrable initially deferred",
                     "foreign key \"Shelves_room_id_fkey\" of \"My Store\".\"Shelves\" is missing: foreign key "
                     "(room_id) references rooms (id)"}));
    EXPECT_EQ(after("alter table rooms add unique (name)"),
              lines{"unique constraint rooms_name_key of rooms is not expected: (name)"});
    EXPECT_EQ(after("alter table rooms drop constraint rooms_code, add constraint rooms_code unique (code); comment on "
                    "constraint rooms_code on rooms is 'once'"),
              lines{"unique constraint rooms_code of rooms: treatment of nulls nulls distinct, expected nulls "
                    "not distinct"});
    EXPECT_EQ(after("alter table bookings alter constraint bookings_room not deferrable"),
              lines{"foreign key bookings_room of bookings: deferral not deferrable, expected deferrable "
                    "initially deferred"});
    EXPECT_EQ(after("alter table bookings validate constraint bookings_previous_fkey"),
              lines{"foreign key bookings_previous_fkey of bookings: validity valid, expected not valid"});
    EXPECT_EQ(
        after("alter table bookings drop constraint bookings_floor_neighbour_fkey, add constraint "
              "bookings_floor_neighbour_fkey foreign key (floor, neighbour) references rooms (floor, id) match full on "
              "delete restrict deferrable"),
        (lines{"foreign key bookings_floor_neighbour_fkey of bookings: action on delete restrict, expected set null",
               "foreign key bookings_floor_neighbour_fkey of bookings: columns that a deletion sets none, expected "
               "(neighbour)",
               "foreign key bookings_floor_neighbour_fkey of bookings: action on update no action, expected cascade",
               "foreign key bookings_floor_neighbour_fkey of bookings: match full, expected simple",
               "foreign key bookings_floor_neighbour_fkey of bookings: comment none, expected 'to the other'"}));
    EXPECT_EQ(after("alter table bookings drop constraint bookings_room, add constraint bookings_room foreign key "
                    "(previous) references rooms on delete cascade deferrable initially deferred; comment on "
                    "constraint bookings_room on bookings is 'where'"),
              lines{"foreign key bookings_room of bookings: columns (previous), expected (room_id)"});
    EXPECT_EQ(after("alter table rooms drop constraint low, add constraint low check (floor > -6) no inherit; comment "
                    "on constraint low on rooms is 'no cellar'"),
              lines{"check low of rooms: condition (floor > '-6'::integer), expected (floor > '-5'::integer)"});
    EXPECT_EQ(after("alter table rooms validate constraint high"),
              lines{"check high of rooms: validity valid, expected not valid"});
    EXPECT_EQ(after("alter table rooms rename constraint high to \"Top\""),
              lines{"check high of rooms: name \"Top\", expected high"});
    EXPECT_EQ(
        after("alter table bookings drop constraint bookings_successor, add constraint bookings_successor exclude (id "
              "with =) where (id > 3)"),
        (lines{"exclusion constraint bookings_successor of bookings: elements id with =, expected ((id + 1)) with =",
               "exclusion constraint bookings_successor of bookings: condition (id > 3), expected none",
               "exclusion constraint bookings_successor of bookings: deferral not deferrable, expected deferrable "
               "initially deferred"}));
}

TEST_F(introspection, sees_changes_of_indexes) {
    const auto again = [&](const std::string& name, const std::string& definition) {
        return after("drop index " + name + "; create index " + name + " on documents " + definition);
    };
    EXPECT_EQ(after("drop index hashed"), lines{"index hashed of documents is missing: hash (title)"});
    EXPECT_EQ(after("create unique index more on documents (id, (year / 2)) where year > 0"),
              lines{"index more of documents is not expected: unique btree (id, ((year / 2))) where (year > 0)"});
    EXPECT_EQ(after("alter index hashed rename to \"Hash\""),
              lines{"index hashed of documents: name \"Hash\", expected hashed"});
    EXPECT_EQ(again("hashed", "using spgist (title)"),
              lines{"index hashed of documents: method spgist, expected hash"});
    EXPECT_EQ(
        again("by_words", "using gist (title gist_trgm_ops)"),
        lines{"index by_words of documents: keys title gist_trgm_ops, expected title gist_trgm_ops (siglen = 32)"});
    EXPECT_EQ(again("in_catalog", "(title)"),
              lines{"index in_catalog of documents: keys title, expected title varchar_pattern_ops"});
    EXPECT_EQ(again("german", "(title collate \"C\" desc nulls last)"),
              lines{"index german of documents: keys title collate \"C\" desc nulls last, expected title collate "
                    "\"de-x-icu\" desc nulls last"});
    EXPECT_EQ(again("german", "(title collate \"de-x-icu\" desc)"),
              lines{"index german of documents: keys title collate \"de-x-icu\" desc, expected title collate "
                    "\"de-x-icu\" desc nulls last"});
    EXPECT_EQ(again("by_prefix", "using spgist (title)"),
              lines{"index by_prefix of documents: included columns none, expected (year)"});
    EXPECT_EQ(again("documents_expr_idx", "((year + 2))"),
              lines{"index documents_expr_idx of documents: keys ((year + 2)), expected ((year + 1))"});
    EXPECT_EQ(after("alter index by_tags set (fastupdate = on)"),
              lines{"index by_tags of documents: parameters (fastupdate = on, gin_pending_list_limit = 4096), "
                    "expected (fastupdate = false, gin_pending_list_limit = 4096)"});
    EXPECT_EQ(after("drop index documents_year_title_body_idx; create unique index documents_year_title_body_idx on "
                    "documents (year) include (title, body) with (fillfactor = 70, deduplicate_items = false) where "
                    "year > 2001; comment on index documents_year_title_body_idx is 'new ones'"),
              (lines{"index documents_year_title_body_idx of documents: treatment of nulls nulls distinct, "
                     "expected nulls not distinct",
                     "index documents_year_title_body_idx of documents: condition (year > 2001), expected (year "
                     "> 2000)"}));
    EXPECT_EQ(after("comment on index rooms_by_floor is 'x'"),
              lines{"index rooms_by_floor of rooms: comment 'x', expected 'by floor'"});
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
              (lines{"partition readings_one of readings is missing: for values in (1, 2)",
                     "table readings_one is not expected"}));
    EXPECT_EQ(after("alter table readings detach partition readings_one; alter table readings attach partition "
                    "readings_one for values in (1, null, 3)"),
              lines{"partition readings_one of readings: bounds for values in (1, NULL, 3), expected for values "
                    "in (1, 2)"});
    EXPECT_EQ(
        after("alter table readings_one drop constraint readings_one_pkey, add unique (day, city), "
              "drop constraint readings_one_city_fkey, drop constraint readings_one_note_check, reset (fillfactor); "
              "drop index readings_one_lower_idx; comment on table readings_one is 'Other cities'"),
        (lines{"partition readings_one of readings: parameters none, expected (fillfactor = 70)",
               "partition readings_one of readings: comment 'Other cities', expected 'Two cities'",
               "primary key readings_one_pkey of readings_one is missing: (city, day)",
               "unique constraint readings_one_day_city_key of readings_one is not expected: (day, city)",
               "foreign key readings_one_city_fkey of readings_one is missing: foreign key (city) references "
               "town (id)",
               "check readings_one_note_check of readings_one is missing: check ((note <> 'x'::text))",
               "index readings_one_lower_idx of readings_one is missing: btree (lower(note))"}));
    EXPECT_EQ(after("alter table readings_one set unlogged, replica identity full, cluster on readings_one_pkey, "
                    "enable row level security, force row level security; create policy p on readings_one; "
                    "create statistics s on city, note from readings_one; create rule r as on delete to readings_one "
                    "do instead nothing; create trigger g after update on readings_one execute function "
                    "suppress_redundant_updates_trigger()"),
              (lines{"partition readings_one of readings: persistence unlogged, expected permanent",
                     "partition readings_one of readings: replica identity full, expected default",
                     "partition readings_one of readings: index to cluster by readings_one_pkey, expected none",
                     "partition readings_one of readings: row-level security forced, expected disabled",
                     "statistics s of readings_one is not expected: on city, note",
                     "trigger g of readings_one is not expected: after update for each statement execute function "
                     "suppress_redundant_updates_trigger()",
                     "rule r of readings_one is not expected: as on delete do instead nothing",
                     "policy p of readings_one is not expected"}));
    EXPECT_EQ(after("alter table readings replica identity nothing"),
              lines{"table readings: replica identity nothing, expected full"});
    EXPECT_EQ(after("alter table rooms replica identity using index rooms_pk"),
              lines{"table rooms: replica identity index rooms_pk, expected default"});
    EXPECT_EQ(after("create table more partition of readings_more for values from ('2024-01-01', 'it''s, (m') to "
                    "(maxvalue, maxvalue)"),
              lines{"partition more of readings_more is not expected: for values from ('2024-01-01', 'it''s, "
                    "(m') to (MAXVALUE, MAXVALUE)"});
    EXPECT_EQ(after("drop table readings_more; create table readings_more partition of readings default partition by "
                    "hash (note collate \"C\" text_pattern_ops)"),
              (lines{"partition readings_more of readings: partitioning by hash (note collate \"C\" "
                     "text_pattern_ops), expected by range (day, lower(note))",
                     "partition readings_old of readings_more is missing: for values from (MINVALUE, MINVALUE) "
                     "to ('2024-01-01', 'it''s, (m')"}));
}

TEST_F(introspection, of_some_tables) {
    const auto some = [&](const migrate::introspect_options& wanted) {
        const auto found = migrate::introspect(db, wanted).database;
        lines names;
        for (const auto& t : found.tables)
            names.push_back("table " + t.name);
        for (const auto& e : found.enumerations)
            names.push_back("enum " + e.name);
        for (const auto& c : found.composites)
            names.push_back("composite " + c.name);
        for (const auto& s : found.sequences)
            names.push_back("sequence " + s.name);
        return names;
    };
    EXPECT_EQ(some({.tables = {"readings", "rooms", "nowhere"}}), (lines{"table readings", "table rooms"}));
    EXPECT_EQ(some({.schemas = {"My Store"}}), (lines{"table Shelves", "enum grade", "composite spot"}))
        << "types of other schemas that the table uses";
    EXPECT_EQ(some({.schemas = {"places"}}), lines{"composite spot"});
    EXPECT_EQ(some({.schemas = {"public"}, .tables = {"Shelves"}}), lines{});

    pg::transaction undone{db};
    undone.execute_script(
        "create type part as enum ('a'); create type whole as (p part); create domain limited as whole[]; "
        "create type unused as enum (); create sequence counted; create sequence uncounted; create table t "
        "(w limited, n bigint default nextval('counted')); create table pg_temp.temporary ()");
    const auto read = [&](const migrate::introspect_options& wanted) {
        const auto found = migrate::introspect(undone, wanted).database;
        return found.tables.size() * 1000 + found.enumerations.size() * 100 + found.composites.size() * 10 +
               found.sequences.size();
    };
    EXPECT_EQ(read({.tables = {"t"}}), 1111u);
    EXPECT_EQ(read({.schemas = {"public"}}), 9322u) << "one of its tables has a type of another schema";
    EXPECT_EQ(read({.schemas = {"pg_temp"}}), 1000u);
    EXPECT_EQ(read({}), 11322u);
    EXPECT_GT(migrate::introspect(undone, {.extension_members = true}).unsupported.size(), 200u);

    undone.execute_script(
        "create schema types; create schema lone; create type types.part as enum ('a'); create type types.whole as (p types.part); "
        "create domain types.limited as types.whole[]; create type types.unused as enum (); create sequence types.counted; "
        "create sequence types.uncounted; create type types.span as range (subtype = float8); create extension citext schema types; "
        "create table lone.t (w types.limited, n bigint default nextval('types.counted'), s types.span[], m types.span_multirange, "
        "c types.citext); create type types.of_view as enum ('v'); create view lone.v as select 'v'::types.of_view as v; "
        "create domain lone.own as text");
    EXPECT_EQ(read({.schemas = {"lone"}}), 1211u);
    EXPECT_EQ(read({.schemas = {"types"}}), 312u);
    const auto lone = migrate::introspect(undone, {.schemas = {"lone"}});
    ASSERT_EQ(lone.database.domains.size(), 2u);
    EXPECT_EQ(lone.database.domains[1].schema, "types");
    EXPECT_EQ(lone.unsupported.size(), 0u);
    ASSERT_EQ(lone.database.ranges.size(), 1u) << "once, though two columns have it";
    EXPECT_EQ(lone.database.ranges[0].schema, "types");
    undone.execute_script("drop schema lone cascade; drop domain types.limited; drop type types.whole, types.part, types.of_view, types.span; "
                          "drop sequence types.counted");
    undone.execute_script(pg::schema::create_script(lone.database));
    EXPECT_EQ(read({.schemas = {"lone"}}), 1211u) << "what is read of one schema can be made again";
}

/// What the catalog of a database does not say.
lines state_of(pg::connection& db) {
    return db.all<std::string>(
        "select nspname::text from pg_namespace union all select current_setting('search_path') union all "
        "select 'in transaction' where $1 union all select relation::regclass::text || mode from pg_locks where "
        "pid = pg_backend_pid() and relation is distinct from 'pg_locks'::regclass and relation in (select oid "
        "from pg_class where oid >= 16384) order by 1",
        db.in_transaction());
}

TEST_F(introspection, temporary_tables_that_refer_to_each_other) {
    constexpr pg::registry<correction, draft> both{};
    const auto differences = [&] {
        lines out;
        for (const auto& d : migrate::compare(db, both))
            if (d.table.name == "corrections" || d.table.name == "drafts" || d.name.name == "corrections" || d.name.name == "drafts")
                out.push_back(schema::to_string(d));
        return out;
    };
    db.create_all(both);
    EXPECT_EQ(differences(), lines{});
    db.execute_script("alter table corrections drop constraint corrections_draft_id_fkey");
    EXPECT_EQ(differences(), lines{"foreign key corrections_draft_id_fkey of corrections is missing: foreign key (draft_id) references "
                                   "drafts (id) on delete cascade"});
}

/// SQL by hand that quotes names which need no quotes.
struct quoted_spot {
    std::int32_t x{};
    static constexpr auto composite() { return pg::composite("spot").in_schema("yard"); }
};
struct quoted_place {
    std::int64_t id{};
    quoted_spot at{};

    static constexpr auto table() {
        return pg::table("place", pg::in_schema("yard"), pg::field<&quoted_place::id>.primary_key(),
                         pg::field<&quoted_place::at>.server_default(pg::raw<"row(1)::\"yard\".\"spot\"", quoted_spot>()),
                         pg::check(pg::raw<"$1 <> row(2)::yard.\"spot\"", bool>(col<&quoted_place::at>)));
    }
};

TEST_F(introspection, names_in_sql_may_be_quoted_without_need) {
    const pg::registry<quoted_place> yard{};
    EXPECT_EQ(migrate::normalise(db, yard).tables.at(0).columns.at(1).default_value, "ROW(1)::yard.spot");
    db.create_all(yard);
    migrate::introspect_options of_yard{.schemas = {"yard"}};
    EXPECT_EQ(schema::to_string(schema::compare(migrate::normalise(db, yard), migrate::introspect(db, of_yard).database)), "");
    db.drop_all(yard);
    db.execute_script("drop schema yard");
}

TEST_F(introspection, normalising_leaves_nothing_behind) {
    db.execute_script("create temporary table scratch (other integer)");
    const auto before = pgmodel_test::catalog_of(db);
    const auto state = state_of(db);
    const pg::registry<table_models::scratch, shelf> others{};
    const auto made = migrate::normalise(db, others);
    EXPECT_EQ(made.tables.at(0).name, "scratch");
    EXPECT_EQ(made.tables.at(0).columns.at(0).name, "id");
    EXPECT_EQ(made.tables.at(0).on_commit, pg::commit_action::delete_rows);
    EXPECT_EQ(made.tables.at(1).columns.at(1).field, "room_id");
    // The table that a key points to need not be a model.
    EXPECT_EQ(made.tables.at(1).foreign_keys.at(0).referred_table, "rooms");
    EXPECT_EQ(made.tables.at(1).foreign_keys.at(0).referred_schema, "");
    EXPECT_TRUE(pgmodel_test::catalog_of(db) == before);
    EXPECT_EQ(state_of(db), state);

    db.transaction([&](pg::transaction& tx) {
        tx.execute("set local search_path = \"My Store\", public");
        const auto within = state_of(tx);
        EXPECT_EQ(migrate::normalise(tx, others).tables.at(1).schema, "");
        EXPECT_EQ(state_of(tx), within);
        tx.execute("delete from sessions");
    });

    schema::database wrong;
    wrong.tables.push_back({.name = "t", .columns = {{.name = "c", .type = "integer", .default_value = "'x'"}}});
    EXPECT_THROW(migrate::normalise(db, wrong), pg::server_error);
    EXPECT_TRUE(pgmodel_test::catalog_of(db) == before);
    EXPECT_EQ(state_of(db), state);
}

// What was read is in the server's spelling already.
TEST_F(introspection, of_anything_can_be_made_again) {
    pg::transaction undone{db};
    undone.execute_script(
        "create schema \"O'ther\"; create type \"O'ther\".\"M\"\"ood\" as enum ('it''s', 'B'); create sequence "
        "\"O'ther\".\"N\" as integer increment -3 maxvalue 7 cycle; create table \"O'ther\".t (id serial primary key, "
        "m "
        "\"O'ther\".\"M\"\"ood\"[] default '{B}', n bigint default nextval('\"O''ther\".\"N\"'), j jsonb default "
        "'{\"a\": [1, \"x, y)\"]}', check (m <> '{}' and j ->> 'a' <> '\"('));"
        "alter sequence \"O'ther\".\"N\" owned by \"O'ther\".t.n;"
        "create index on \"O'ther\".t (coalesce(n, 1) desc, (j ->> 'a, b') collate \"C\" text_pattern_ops nulls first, "
        "lower(j "
        "->> 'b') collate \"POSIX\", m) where j ? 'x';"
        "create table parted (a text, b integer, c \"O'ther\".\"M\"\"ood\") partition by range (lower(a) collate "
        "\"C\", (b + "
        "1), c); create table parted_a partition of parted for values from (minvalue, minvalue, minvalue) to ('x'',)', "
        "3, "
        "'it''s') partition by hash (a text_pattern_ops, b); create table parted_a_0 partition of parted_a for values "
        "with "
        "(modulus 3, remainder 2)");
    const auto found = migrate::introspect(undone);
    EXPECT_EQ(schema::to_string(
                  schema::compare(migrate::normalise(undone, found.database), found.database, {.column_order = true})),
              "");
    const auto* t = &found.database.tables.at(0);
    while (t->schema != "O'ther")
        ++t;
    EXPECT_EQ(t->columns.at(1).type, "\"O'ther\".\"M\"\"ood\"[]");
    EXPECT_TRUE(t->columns.at(0).serial);
    EXPECT_EQ(t->columns.at(2).default_value, "nextval('\"O''ther\".\"N\"'::regclass)");
    const auto& keys = t->indexes.at(0).keys;
    EXPECT_EQ(keys.size(), 4u);
    EXPECT_EQ(keys.at(1).collation.name, "C");
    EXPECT_EQ(keys.at(1).operator_class.name, "text_pattern_ops");
    EXPECT_EQ(keys.at(2).collation.name, "POSIX");
    EXPECT_EQ(keys.at(2).operator_class.name, "");
}

TEST_F(introspection, lists_what_it_cannot_say) {
    pg::transaction undone{db};
    const auto listed = [&](const std::string& change) {
        undone.execute_script("savepoint s; " + change);
        lines found;
        for (const auto& each : migrate::introspect(undone, {.schemas = {"public"}}).unsupported)
            found.push_back(migrate::to_string(each));
        undone.execute_script("rollback to s; release s");
        return found;
    };
    EXPECT_EQ(listed(""), lines{});
    EXPECT_EQ(listed("create view v as select 1 as one; alter view v alter one set default 1"),
              lines{"view column public.v.one: has a default"});
    EXPECT_EQ(listed("create function f() returns integer language internal as 'pg_backend_pid'; create function g() "
                     "returns integer begin atomic select 1; end"),
              (lines{"function public.f()", "function public.g()"}));
    EXPECT_EQ(listed("create aggregate more (integer) (sfunc = int4pl, stype = integer, combinefunc = int4pl)"),
              lines{"aggregate public.more(integer)"});
    EXPECT_EQ(listed("create trigger g after update on readings_one execute function "
                     "suppress_redundant_updates_trigger()"),
              lines{});
    EXPECT_EQ(listed("create trigger g after update on readings for each row execute function "
                     "suppress_redundant_updates_trigger(); alter table readings_one disable trigger g"),
              lines{"trigger g on public.readings_one: is in another state than that of its table"});
    EXPECT_EQ(listed("create constraint trigger g after update on rooms from lines for each row execute function "
                     "suppress_redundant_updates_trigger(); alter table rooms disable trigger g"),
              lines{"trigger g on public.rooms: names another table"});
    EXPECT_EQ(listed("create operator class o for type integer using hash as operator 1 ="),
              (lines{"operator class public.o USING hash", "operator family public.o USING hash"}));
    EXPECT_EQ(listed("create rule r as on delete to rooms do instead nothing"), lines{});
    EXPECT_EQ(listed("create rule r as on delete to rooms do instead nothing; alter table rooms disable rule r"),
              lines{});
    EXPECT_EQ(listed("create rule r as on delete to readings_one do instead nothing"), lines{});
    EXPECT_EQ(listed("alter table readings_one enable row level security; create policy p on readings_one"), lines{});
    EXPECT_EQ(listed("create type r as range (subtype = integer)"), lines{});
    EXPECT_EQ(listed("create type shell"), lines{"type public.shell"});
    EXPECT_EQ(listed("create statistics s on id, floor from rooms"), lines{});
    EXPECT_EQ(listed("create schema elsewhere; create statistics elsewhere.s on id, floor from rooms"),
              lines{"statistics object elsewhere.s"});
    EXPECT_EQ(listed("create operator === (function = int4eq, leftarg = integer, rightarg = integer)"),
              lines{"operator public.===(integer,integer)"});
    EXPECT_EQ(listed("create collation c from \"C\""), lines{"collation public.c"});
    EXPECT_EQ(listed("create text search configuration c (copy = english)"),
              lines{"text search configuration public.c"});
    EXPECT_EQ(listed("create table child () inherits (rooms)"), lines{"table public.child: inherits from another one"});
    EXPECT_EQ(listed("create type row_of as (a integer); create table of_type of row_of"),
              lines{"table public.of_type: is made of a composite type"});
    EXPECT_EQ(listed("alter table readings_one replica identity full"), lines{});
    EXPECT_EQ(listed("comment on schema public is 'ours'"), lines{});
    EXPECT_EQ(listed("alter default privileges in schema public grant select on tables to public").size(), 1u);
    EXPECT_EQ(listed("alter table rooms disable trigger all"),
              lines{"table public.rooms: has disabled triggers of foreign keys"});
    EXPECT_EQ(listed("alter table readings_one set unlogged"), lines{});
    EXPECT_EQ(listed("alter table readings_one alter note set default 'x'"), lines{});
    EXPECT_EQ(listed("alter table readings alter note drop not null; alter table readings_one alter note set not null"),
              lines{"table column public.readings_one.note: is not like the one of its table"});
    EXPECT_EQ(listed("alter table only readings alter note set statistics 100; alter table readings_one alter day set "
                     "statistics 100"),
              lines{});
    EXPECT_EQ(listed("create type c as (t text collate \"C\")"), lines{});
    EXPECT_EQ(listed("create index only_here on only readings (day)"), lines{"index public.only_here: is not valid"});
    EXPECT_EQ(listed("cluster rooms using rooms_pk"), lines{});
    EXPECT_EQ(listed("alter index documents_expr_idx alter column 1 set statistics 9"),
              lines{"index public.documents_expr_idx: has a statistics target"});
    EXPECT_EQ(listed("comment on index rooms_pk is 'x'"), lines{"index public.rooms_pk: is of a key and has a comment"});
    const std::string noted_index = "index public.readings_one_note_idx: is not like the one of its table";
    EXPECT_EQ(listed("comment on index readings_one_note_idx is 'x'"), lines{noted_index});
    EXPECT_EQ(listed("alter index readings_one_note_idx set (fillfactor = 50)"), lines{noted_index});
    EXPECT_EQ(listed("alter table readings add constraint c check (note <> ''); comment on constraint c on readings_one is 'x'"),
              lines{"table constraint c on public.readings_one: is not like the one of its table"});
    EXPECT_EQ(listed("create trigger t before update on readings for each row execute function "
                     "suppress_redundant_updates_trigger(); comment on trigger t on readings_one is 'x'"),
              lines{"trigger t on public.readings_one: is not like the one of its table"});
    EXPECT_EQ(listed("create unlogged sequence u"), lines{});
    EXPECT_EQ(listed("alter sequence lines_id_seq set unlogged"),
              lines{"sequence public.lines_id_seq: is of an identity column and kept otherwise than its table"});
    EXPECT_EQ(listed("comment on sequence lines_id_seq is 'x'"),
              lines{"sequence public.lines_id_seq: is of an identity column and has a comment"});

    const auto anywhere = [&](const std::string& change) {
        undone.execute_script("savepoint s; " + change);
        const auto found = migrate::introspect(undone).unsupported;
        undone.execute_script("rollback to s; release s");
        lines added;
        for (const auto& each : found)
            added.push_back(migrate::to_string(each));
        return added;
    };
    EXPECT_EQ(anywhere(""), lines{});
    EXPECT_EQ(anywhere("create temporary table gone (); drop table gone"), lines{});
    EXPECT_EQ(anywhere("create schema empty"), lines{"schema empty: has nothing in it"});
    EXPECT_EQ(anywhere("create cast (grade as integer) with inout"), lines{"cast (public.grade AS integer)"});
    EXPECT_EQ(anywhere("create publication p for table rooms"), lines{"publication p"});
    EXPECT_EQ(
        anywhere(
            "create foreign data wrapper w; create server s foreign data wrapper w; create user mapping for public "
            "server s; create foreign table f () server s"),
        (lines{"foreign table public.f", "foreign-data wrapper w", "server s", "user mapping public on server s"}));
}

TEST_F(introspection, prints_literals_that_mean_the_same_in_every_session) {
    pg::session db(pgmodel_test::create_database("introspection_settings"));
    db.execute_script("create table t (d date default '2024-02-03', i interval default '-1 day -02:00', f float8 default '0.30000000000000004'::float8)");
    const auto read = [&db] {
        lines defaults;
        const auto found = migrate::introspect(db);
        for (const auto& c : found.database.tables.at(0).columns) defaults.push_back(c.default_value);
        return defaults;
    };
    const lines expected{"'2024-02-03'::date", "'-1 days -02:00:00'::interval", "'0.30000000000000004'::double precision"};
    EXPECT_EQ(read(), expected);
    db.execute_script("set DateStyle = 'SQL, DMY'; set IntervalStyle = sql_standard; set extra_float_digits = -15");
    EXPECT_EQ(read(), expected);
    pg::transaction tx(db);
    migrate::introspect(tx);
    EXPECT_EQ(tx.scalar<std::string>("select current_setting('DateStyle') || ' ' || current_setting('IntervalStyle')"), "SQL, DMY sql_standard");
}

}  // namespace
