// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Everything that is said of tables, on a server: what its catalog makes of it, and rows of such tables.

#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/partitions.hpp>
#include <pgmodel/session/is_current.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "database.hpp"
#include "table_models.hpp"

namespace {

using namespace table_models;
using pgmodel_test::fact;

class tables : public testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("tables");
        pg::session first{dsn()};
        first.execute_script("create extension btree_gist; create extension pg_trgm");
        first.create_all(all);
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    /// Facts of a table and of what hangs on it.
    std::vector<fact> facts_of(const std::string& table) {
        std::vector<fact> found;
        for (auto& each : pgmodel_test::catalog_of(db))
            if (each.what.find(" " + table) != each.what.npos || each.what.find("public." + table) != each.what.npos ||
                each.is.find("ON public." + table + " ") != each.is.npos)
                found.push_back(each);
        return found;
    }

    void expect_facts(const std::string& table, const std::vector<fact>& expected) {
        pgmodel_test::expect_same_facts(facts_of(table), expected, {});
    }

    pg::session db{dsn()};
};

TEST_F(tables, catalog_of_lines) {
    const std::vector<fact> expected{
        {"column lines.Label", "6 text collation \"de-x-icu\""},
        {"column lines.at", "8 timestamp(3) with time zone not null default now()"},
        {"column lines.id", "1 integer not null always identity"},
        {"column lines.lowered", "11 text default lower(\"Label\") stored"},
        {"column lines.note", "7 text not null default repeat('-'::text, 3) storage e compression p statistics 500 "
                              "{n_distinct=-0.5}"},
        {"column lines.number", "2 bigint not null identity"},
        {"column lines.price", "3 numeric(10,2) not null"},
        {"column lines.quantity", "4 integer not null"},
        {"column lines.tags", "9 text[] not null collation \"C\""},
        {"column lines.ticket", "10 bigint not null default nextval('lines_ticket_seq'::regclass)"},
        {"column lines.total", "5 numeric(10,2) not null default (price * (quantity)::numeric) stored"},
        {"comment on table column public.lines.\"Label\"", "read by people"},
        {"comment on table column public.lines.total", "price * quantity"},
        {"comment on table constraint lines_pk on public.lines", "the key"},
        {"comment on table public.lines", "it's what is sold"},
        {"constraint lines.lines_pk", "PRIMARY KEY (id)"},
        {"index lines_pk", "CREATE UNIQUE INDEX lines_pk ON public.lines USING btree (id)"},
        {"relation lines", "table"},
        {"sequence lines_id_seq", "integer 100 5 1 100000 20 cycle of lines.id"},
        {"sequence lines_number_seq", "bigint -1 -1 -9223372036854775808 -1 1 of lines.number"},
        {"sequence lines_ticket_seq", "bigint 1 1 1 9223372036854775807 1 of lines.ticket"}};
    expect_facts("lines", expected);
}
TEST_F(tables, defaults_in_parentheses) {
    struct stamp {
        std::int32_t id{};
        pg::timestamp at{};
        bool noted = true;

        static constexpr auto table() {
            return pg::table("stamps", pg::field<&stamp::id>.primary_key(),
                             pg::field<&stamp::at>.server_default(pg::at_time_zone<"UTC">(pg::now())),
                             pg::field<&stamp::noted>.server_default(pg::lit<"x">.is_not_null()));
        }
    };
    constexpr pg::registry<stamp> model{};
    db.create_all(model);
    EXPECT_TRUE(pg::is_current(db, model));
    EXPECT_TRUE(db.insert(stamp{.id = 1, .noted = true}).noted);
}
TEST_F(tables, catalog_of_rooms) {
    const std::vector<fact> expected{
        {"column rooms.code", "3 text"},
        {"column rooms.floor", "4 integer not null"},
        {"column rooms.id", "1 integer not null"},
        {"column rooms.name", "2 text not null"},
        {"comment on index public.rooms_by_floor", "by floor"},
        {"comment on table constraint low on public.rooms", "no cellar"},
        {"comment on table constraint rooms_code on public.rooms", "once"},
        {"comment on table constraint rooms_name_floor_code_key on public.rooms", "pair"},
        {"comment on table constraint rooms_pk on public.rooms", "key"},
        {"constraint rooms.high", "CHECK ((floor < 100)) NOT VALID not valid"},
        {"constraint rooms.low", "CHECK ((floor > '-5'::integer)) NO INHERIT"},
        {"constraint rooms.rooms_code", "UNIQUE NULLS NOT DISTINCT (code)"},
        {"constraint rooms.rooms_floor_id_key", "UNIQUE (floor, id)"},
        {"constraint rooms.rooms_name_floor_code_key",
         "UNIQUE NULLS NOT DISTINCT (name, floor) INCLUDE (code) DEFERRABLE INITIALLY DEFERRED"},
        {"constraint rooms.rooms_pk", "PRIMARY KEY (id) INCLUDE (name, floor)"},
        {"index rooms_by_floor", "CREATE INDEX rooms_by_floor ON public.rooms USING btree (floor)"},
        {"index rooms_code", "CREATE UNIQUE INDEX rooms_code ON public.rooms USING btree (code) NULLS NOT DISTINCT"},
        {"index rooms_floor_id_key", "CREATE UNIQUE INDEX rooms_floor_id_key ON public.rooms USING btree (floor, id)"},
        {"index rooms_name_floor_code_key",
         "CREATE UNIQUE INDEX rooms_name_floor_code_key ON public.rooms USING btree (name, floor) "
         "INCLUDE (code) NULLS NOT DISTINCT"},
        {"index rooms_pk", "CREATE UNIQUE INDEX rooms_pk ON public.rooms USING btree (id) INCLUDE (name, floor) WITH "
                           "(fillfactor='70')"},
        {"relation rooms", "table"}};
    expect_facts("rooms", expected);
}
TEST_F(tables, catalog_of_bookings) {
    const std::vector<fact> expected{
        {"column bookings.canceled", "7 boolean not null"},
        {"column bookings.during", "3 tstzrange not null"},
        {"column bookings.floor", "4 integer"},
        {"column bookings.id", "1 bigint not null identity"},
        {"column bookings.neighbour", "5 integer"},
        {"column bookings.previous", "6 integer"},
        {"column bookings.room_id", "2 integer not null"},
        {"comment on table constraint bookings_floor_neighbour_fkey on public.bookings", "to the other"},
        {"comment on table constraint bookings_room on public.bookings", "where"},
        {"comment on table constraint bookings_room_id_during_excl on public.bookings", "one at a time"},
        {"constraint bookings.bookings_floor_neighbour_fkey",
         "FOREIGN KEY (floor, neighbour) REFERENCES rooms(floor, id) ON UPDATE CASCADE ON DELETE SET "
         "NULL (neighbour) DEFERRABLE"},
        {"constraint bookings.bookings_pkey", "PRIMARY KEY (id) DEFERRABLE"},
        {"constraint bookings.bookings_previous_fkey",
         "FOREIGN KEY (previous) REFERENCES rooms(id) MATCH FULL NOT VALID not valid"},
        {"constraint bookings.bookings_room",
         "FOREIGN KEY (room_id) REFERENCES rooms(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED"},
        {"constraint bookings.bookings_room_id_during_excl",
         "EXCLUDE USING gist (room_id WITH =, during WITH &&) WITH (fillfactor='90') WHERE ((NOT "
         "canceled))"},
        {"constraint bookings.bookings_successor",
         "EXCLUDE USING btree (((id + 1)) WITH =) DEFERRABLE INITIALLY DEFERRED"},
        {"index bookings_pkey", "CREATE UNIQUE INDEX bookings_pkey ON public.bookings USING btree (id)"},
        {"index bookings_room_id_during_excl",
         "CREATE INDEX bookings_room_id_during_excl ON public.bookings USING gist (room_id, during) "
         "WITH (fillfactor='90') WHERE (NOT canceled)"},
        {"index bookings_successor", "CREATE INDEX bookings_successor ON public.bookings USING btree (((id + 1)))"},
        {"relation bookings", "table"},
        {"sequence bookings_id_seq", "bigint 1 1 1 9223372036854775807 1 of bookings.id"}};
    expect_facts("bookings", expected);
}
TEST_F(tables, catalog_of_documents) {
    const std::vector<fact> expected{
        {"column documents.at", "5 timestamp with time zone not null"},
        {"column documents.body", "3 text"},
        {"column documents.id", "1 bigint not null identity"},
        {"column documents.tags", "4 text[] not null"},
        {"column documents.title", "2 text not null"},
        {"column documents.year", "6 integer not null"},
        {"comment on index public.documents_year_title_body_idx", "new ones"},
        {"constraint documents.documents_pkey", "PRIMARY KEY (id)"},
        {"index by_prefix", "CREATE INDEX by_prefix ON public.documents USING spgist (title) INCLUDE (year)"},
        {"index by_tags", "CREATE INDEX by_tags ON public.documents USING gin (tags) WITH (fastupdate='false', "
                          "gin_pending_list_limit='4096')"},
        {"index by_time", "CREATE INDEX by_time ON public.documents USING brin (at, year) WITH (pages_per_range='1', "
                          "autosummarize='true')"},
        {"index by_words", "CREATE INDEX by_words ON public.documents USING gist (title gist_trgm_ops (siglen='32'))"},
        {"index documents_expr_idx", "CREATE INDEX documents_expr_idx ON public.documents USING btree (((year + 1)))"},
        {"index documents_pkey", "CREATE UNIQUE INDEX documents_pkey ON public.documents USING btree (id)"},
        {"index documents_title_year_body_lower_idx",
         "CREATE INDEX documents_title_year_body_lower_idx ON public.documents USING btree (title "
         "COLLATE \"C\", year DESC, body NULLS FIRST, lower(body) text_pattern_ops)"},
        {"index documents_year_title_body_idx",
         "CREATE UNIQUE INDEX documents_year_title_body_idx ON public.documents USING btree (year) "
         "INCLUDE (title, body) NULLS NOT DISTINCT WITH (fillfactor='70', deduplicate_items='false') "
         "WHERE (year > 2000)"},
        {"index german", "CREATE INDEX german ON public.documents USING btree (title COLLATE \"de-x-icu\" DESC NULLS "
                         "LAST)"},
        {"index hashed", "CREATE INDEX hashed ON public.documents USING hash (title)"},
        {"index in_catalog", "CREATE INDEX in_catalog ON public.documents USING btree (title varchar_pattern_ops)"},
        {"relation documents", "table"},
        {"sequence documents_id_seq", "bigint 1 1 1 9223372036854775807 1 of documents.id"}};
    expect_facts("documents", expected);
}
TEST_F(tables, catalog_of_sessions) {
    const std::vector<fact> expected{
        {"column sessions.key", "1 text not null"},
        {"column sessions.value", "2 text not null"},
        {"comment on table public.sessions", "lost in a crash"},
        {"constraint sessions.sessions_pkey", "PRIMARY KEY (key)"},
        {"index sessions_pkey", "CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (key)"},
        {"relation sessions", "table unlogged {fillfactor=70,autovacuum_enabled=false}"}};
    expect_facts("sessions", expected);
}

TEST_F(tables, generated_and_numbered_columns_come_back) {
    auto first =
        db.insert(line{.id = 7, .price = 2, .quantity = 3, .total = 999, .label = "Ab", .ticket = 0, .lowered = "x"});
    EXPECT_EQ(first.id, 100) << "always the server's";
    EXPECT_EQ(first.number, -1);
    EXPECT_EQ(first.ticket, 1);
    EXPECT_EQ(first.total, (pg::numeric<10, 2>(6)));
    EXPECT_EQ(first.lowered, "ab");
    EXPECT_EQ(first.note, "---");
    EXPECT_EQ(db.get<line>(100).total, first.total);

    first.quantity = 5;
    first.label = std::nullopt;
    db.update(first);
    EXPECT_EQ(first.total, (pg::numeric<10, 2>(10)));
    EXPECT_EQ(first.lowered, std::nullopt);
    first.quantity = 6;
    db.update<&line::quantity>(first);
    EXPECT_EQ(first.total, (pg::numeric<10, 2>(12)));
    EXPECT_EQ(db.get<line>(100).total, first.total);

    auto many = db.insert(
        std::vector<line>{{.price = 1, .quantity = 1},
                          {.number = 50, .price = 2, .quantity = 2, .label = "Zz", .note = "n", .ticket = 77}});
    EXPECT_EQ(many[0].id + 5, many[1].id);
    EXPECT_EQ(many[1].number, 50);
    EXPECT_EQ(many[0].ticket, 2);
    EXPECT_EQ(many[1].ticket, 77) << "a serial takes the value that it is given";
    EXPECT_EQ(many[1].total, (pg::numeric<10, 2>(4)));
    EXPECT_EQ(many[1].lowered, "zz");
    for (const auto& row : many)
        EXPECT_EQ(db.get<line>(row.id).total, row.total);
    db.remove(first);
}

struct counter {
    std::int64_t id{};
    std::int64_t doubled{};
    static constexpr auto table() {
        using c = counter;
        return pg::table("counters", pg::field<&c::id>.primary_key().identity_always(),
                         pg::field<&c::doubled>.generated(col<&c::id> * pg::lit<2>));
    }
};
struct keyed {
    std::string code{};
    std::int64_t number{};
    std::int32_t n{};
    std::int32_t next{};
    static constexpr auto table() {
        using k = keyed;
        return pg::table("keyed", pg::field<&k::code>.primary_key(), pg::field<&k::number>.identity_always(),
                         pg::field<&k::next>.generated(col<&k::n> + pg::lit<1>));
    }
};
TEST_F(tables, rows_of_which_nothing_is_sent_and_upserts) {
    db.create_all(pg::registry<counter, keyed>{});
    EXPECT_EQ(db.insert(counter{.id = 9}).doubled, 2);
    const auto many = db.insert(std::vector<counter>(3));
    ASSERT_EQ(many.size(), 3u);
    EXPECT_EQ(many[0].id + 2, many[2].id);
    EXPECT_EQ(many[2].doubled, 2 * many[2].id);
    EXPECT_EQ(db.count<counter>(), 4);

    EXPECT_EQ(db.upsert<&keyed::code>(keyed{.code = "a", .n = 1}).next, 2);
    const auto again = db.upsert<&keyed::code>(keyed{.code = "a", .number = 70, .n = 5});
    EXPECT_EQ(again.next, 6);
    EXPECT_EQ(again.number, 1);
    EXPECT_EQ(db.count<keyed>(), 1);
    db.drop_all(pg::registry<counter, keyed>{});
}

TEST_F(tables, violations_name_the_fields) {
    using namespace std::chrono_literals;
    const auto hour = [](int from, int to) {
        const pg::timestamptz day{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
        return pg::range<pg::timestamptz>(day + std::chrono::hours(from), day + std::chrono::hours(to));
    };
    db.insert(room{.id = 1, .name = "blue", .code = "b", .floor = 1});
    db.insert(room{.id = 2, .name = "red", .floor = 1});
    const auto field_of = [](auto&& statement) -> std::string {
        try {
            statement();
        } catch (const pg::constraint_violation& e) {
            return std::string(e.constraint()) + ": " + std::string(e.field());
        }
        return "nothing";
    };
    EXPECT_EQ(field_of([&] { db.insert(room{.id = 3, .name = "x", .floor = 2}); }), "rooms_code: code")
        << "NULLs are equal";
    EXPECT_EQ(field_of([&] { db.insert(room{.id = 1, .name = "x", .code = "c", .floor = 2}); }), "rooms_pk: id");
    EXPECT_EQ(field_of([&] { db.insert(room{.id = 3, .name = "x", .code = "c", .floor = -7}); }), "low: floor");
    EXPECT_EQ(field_of([&] { db.insert(room{.id = 3, .name = "x", .code = "c", .floor = 200}); }), "high: floor");

    auto kept = db.insert(booking{.room_id = 1, .during = hour(1, 3), .floor = 1, .neighbour = 2});
    EXPECT_EQ(field_of([&] { db.insert(booking{.id = 50, .room_id = 1, .during = hour(2, 4)}); }),
              "bookings_room_id_during_excl: room_id, during");
    db.insert(booking{.id = 51, .room_id = 1, .during = hour(2, 4), .canceled = true});
    EXPECT_EQ(field_of([&] { db.insert(booking{.id = 60, .room_id = 99, .during = hour(1, 2)}); }),
              "bookings_room: room_id");
    // It is checked at the end, so what has no row yet may be told before.
    db.transaction([&](pg::transaction& tx) {
        tx.insert(booking{.id = 61, .room_id = 4, .during = hour(1, 2)});
        tx.insert(room{.id = 4, .name = "late", .code = "l", .floor = 9});
    });
    EXPECT_EQ(field_of([&] { db.remove<room>(2); }), "nothing") << "sets one column of the key to NULL";
    db.refresh(kept);
    EXPECT_EQ(kept.neighbour, std::nullopt);
    EXPECT_EQ(kept.floor, 1);
}

TEST_F(tables, temporary_and_in_tablespaces) {
    db.create_all(pg::registry<scratch>{});
    db.insert(scratch{.id = 1});
    EXPECT_EQ(db.count<scratch>(), 0) << "each statement is a transaction";
    db.transaction([](pg::transaction& tx) {
        tx.insert(scratch{.id = 1});
        EXPECT_EQ(tx.count<scratch>(), 1);
    });
    EXPECT_EQ(
        db.scalar<std::string>("select relpersistence::text from pg_class where oid = to_regclass('pg_temp.scratch')"),
        "t");

    auto made = pg::schema::describe(all);
    auto& t = made.tables[3];
    ASSERT_EQ(t.name, "documents");
    t.name = "elsewhere";
    t.schema = "s";
    for (auto& i : t.indexes)
        i.tablespace = "pgmodel_fast";
    t.tablespace = t.primary_key.tablespace = "pgmodel_fast";
    t.primary_key.name = "elsewhere_pk";
    db.execute("set allow_in_place_tablespaces = on");
    db.execute("create tablespace pgmodel_fast location ''");
    db.execute("create schema s");
    db.execute(pg::schema::create_table(t));
    for (const auto& i : t.indexes) {
        db.execute(pg::schema::create_index(t, i, pg::schema::index_build::concurrently));
        db.execute("comment on index s." + i.name + " is 'x'");
    }
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from pg_class join pg_tablespace s on s.oid = reltablespace "
                                      "where spcname = 'pgmodel_fast' and relnamespace = 's'::regnamespace"),
              std::int64_t(2 + t.indexes.size()));
    for (const auto& i : t.indexes)
        db.execute(pg::schema::drop_index(t, i, pg::schema::index_build::concurrently));
    db.execute("drop schema s cascade");
    db.execute("drop tablespace pgmodel_fast");
}

struct stored_elsewhere {
    std::int64_t id{};
    std::string code{};
    std::int32_t n{};
    std::int32_t part{};

    static constexpr auto table() {
        using s = stored_elsewhere;
        return pg::table("stored_elsewhere", pg::tablespace("pgmodel_slow"),
                         pg::primary_key(col<&s::id>, col<&s::part>).tablespace("pgmodel_slow"),
                         pg::unique(col<&s::code>, col<&s::part>),
                         pg::index(col<&s::n>).tablespace("pgmodel_slow"), pg::index(col<&s::part>),
                         pg::partition_by_list(col<&s::part>)
                             .partition("stored_here", pg::in(1), pg::tablespace("pg_default"))
                             .partition("stored_there", pg::in(2)));
    }
};
TEST_F(tables, declared_in_tablespaces_and_indexed_while_others_write) {
    constexpr pg::registry<stored_elsewhere> models{};
    try {
        db.create_all(models);
        FAIL();
    } catch (const pg::server_error& e) {
        EXPECT_STREQ(e.what(), "pgmodel: tablespace \"pgmodel_slow\" does not exist [42704]");
    }
    db.execute("set allow_in_place_tablespaces = on");
    db.execute("create tablespace pgmodel_slow location ''");
    db.create_all(models);
    const auto place_of = [&](const char* name) {
        return db.scalar<std::string>("select coalesce(spcname::text, 'pg_default') from pg_class left join pg_tablespace as s on "
                                      "s.oid = reltablespace where relname = $1", name);
    };
    for (const char* there : {"stored_elsewhere", "stored_elsewhere_pkey", "stored_elsewhere_n_idx", "stored_there"})
        EXPECT_EQ(place_of(there), "pgmodel_slow") << there;
    for (const char* here : {"stored_here", "stored_elsewhere_code_part_key", "stored_elsewhere_part_idx"})
        EXPECT_EQ(place_of(here), "pg_default") << here;

    const auto documents = pg::schema::describe(pg::registry<document>{}).tables.at(0);
    const auto& by_prefix = *std::find_if(documents.indexes.begin(), documents.indexes.end(),
                                          [](const pg::schema::index& i) { return i.name == "by_prefix"; });
    const auto is_valid = [&] {
        return db.scalar<std::optional<bool>>("select (select indisvalid from pg_index where indexrelid = to_regclass('by_prefix'))");
    };
    db.execute(drop_index(documents, by_prefix, pg::schema::index_build::concurrently));
    EXPECT_EQ(is_valid(), std::nullopt);
    try {
        db.transaction([&](pg::transaction& tx) { tx.execute(create_index(documents, by_prefix, pg::schema::index_build::concurrently)); });
        FAIL();
    } catch (const pg::server_error& e) {
        EXPECT_STREQ(e.what(), "pgmodel: CREATE INDEX CONCURRENTLY cannot run inside a transaction block [25001]");
    }
    db.execute(create_index(documents, by_prefix, pg::schema::index_build::concurrently));
    EXPECT_EQ(is_valid(), true);
    db.drop_all(models);
    db.execute("drop tablespace pgmodel_slow");
}

TEST_F(tables, comments_on_types) {
    db.create_all(pg::registry<typed>{});
    EXPECT_EQ(db.scalar<std::string>("select obj_description('grade'::regtype, 'pg_type')"), "it's a grade");
    EXPECT_EQ(db.scalar<std::string>("select obj_description('places.spot'::regtype, 'pg_type')"), "on a map");
    db.drop_all(pg::registry<typed>{});
}

}  // namespace
