// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps from what a database is to what models say: each runs, and what comes out is compared.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/partitions.hpp>
#include <pgmodel/session/partitions.hpp>

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "plan_runner.hpp"
#include "session_helpers.hpp"

namespace {

namespace fs = std::filesystem;
namespace pg = pgmodel;
namespace migrate = pg::migrate;
namespace schema = pg::schema;
using pg::col;

namespace shop {

enum class grade { low, mid, high };
struct maker {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        return pg::table("makers", pg::field<&maker::id>.primary_key().identity(), pg::field<&maker::name>.unique());
    }
};
struct product {
    std::int64_t id{};
    pg::varchar<40> name{};
    pg::numeric<8, 2> price{};
    grade level = grade::low;
    std::optional<std::int64_t> maker_id{};
    std::vector<std::string> tags{};

    static constexpr auto table() {
        using p = product;
        return pg::table("products", pg::field<&p::id>.primary_key().identity(),
                         pg::field<&p::level>.server_default(grade::low), pg::check(col<&p::name> != ""),
                         pg::field<&p::maker_id>.references(col<&maker::id>, pg::on_delete_cascade).index(),
                         pg::index(pg::lower(col<&p::name>)), pg::index(col<&p::tags>).using_gin());
    }
};
inline constexpr pg::registry<maker, product> models{};

}  // namespace shop

/// A directory that is gone at the end of a test.
struct directory {
    fs::path path = fs::temp_directory_path() / ("pgmodel_plan_" + std::to_string(::getpid()));
    directory() { fs::remove_all(path); }
    ~directory() { fs::remove_all(path); }
};

class migration_plans : public pgmodel_test::plan_runner {};

TEST_F(migration_plans, the_first_one_makes_everything) {
    const auto plan = migrate::make_plan(db, shop::models);
    EXPECT_EQ(plan.up.steps.at(0).sql, "create type grade as enum ('low', 'mid', 'high')");
    run(plan.up.steps);
    EXPECT_EQ(to_string(migrate::compare(db, shop::models)), "");
    EXPECT_TRUE(migrate::make_plan(db, shop::models).empty());
    run(plan.down.steps);
    const auto after = migrate::introspect(db).database;
    EXPECT_TRUE(after.tables.empty() && after.enumerations.empty());
}

TEST_F(migration_plans, the_text_of_a_migration) {
    db.create_all(shop::models);
    db.execute_script(
        "insert into makers (name) values ('a'), ('b'); "
        "insert into products (name, price, maker_id, tags) values ('x', 1, 1, '{}'), ('y', 2, null, '{a}')");
    db.execute_script(
        "alter table products add note text; alter table products alter price type numeric(9,2); "
        "alter index products_lower_idx rename to by_name; alter table products drop constraint products_name_check;"
        "alter table products drop column tags; alter table makers alter name drop not null; "
        "alter table products drop constraint products_maker_id_fkey; drop index products_maker_id_idx; "
        "alter table products alter level drop default; create table other (id integer); "
        "create view names as select name from products where price > 1");
    const auto plan = plan_and_run(shop::models, {.filled = {migrate::fill("products", "tags", "'{none}'")}});
    EXPECT_EQ(ask("select string_agg(name || tags::text, ' ' order by id) from products"), "x{none} y{none}");
    const std::string text = to_script(plan);
    EXPECT_EQ(text.substr(0, text.find("\n-- pgmodel: down\n")),
              R"(-- view names: drops what no model declares, breaks programs that run now
drop view names;
-- column note of products: loses data, breaks programs that run now
alter table products drop column note;
-- table other: loses data, breaks programs that run now
drop table other;
-- index products_lower_idx of products
alter index by_name rename to products_lower_idx;
-- column price of products: rewrites the table, may fail for the rows that are there, breaks programs that run now
alter table products alter column price type numeric(8,2);
-- column name of makers: scans the table, may fail for the rows that are there
alter table makers alter column name set not null;
-- column level of products
alter table products alter column level set default 'low'::grade;
-- column tags of products
alter table products add column tags text[] not null default '{none}';
alter table products alter column tags drop default;
-- check products_name_check of products: scans the table, may fail for the rows that are there
alter table products add constraint products_name_check check (name <> '');
-- index products_maker_id_idx of products: blocks writes
create index products_maker_id_idx on products (maker_id);
-- index products_tags_idx of products: blocks writes
create index products_tags_idx on products using gin (tags);
-- foreign key products_maker_id_fkey of products: blocks writes, may fail for the rows that are there
alter table products add constraint products_maker_id_fkey foreign key (maker_id) references makers (id) on delete cascade;
)");
}

TEST_F(migration_plans, in_a_database_in_use) {
    db.create_all(shop::models);
    db.execute_script("insert into makers (name) values ('a'); insert into products (name, price, maker_id, tags) "
                      "values ('x', 1, 1, '{}')");
    db.execute_script("alter table makers alter name drop not null; alter table products drop constraint "
                      "products_name_check, drop constraint products_maker_id_fkey; drop index products_tags_idx; "
                      "create index extra on products (price)");
    const auto plan = plan_and_run(shop::models, {.online = true});
    const std::string text = to_script(plan);
    EXPECT_EQ(text.substr(0, text.find("\n-- pgmodel: down\n")),
              R"(
-- pgmodel: alone
-- index extra of products
drop index concurrently extra;

-- pgmodel: transaction
-- column name of makers
alter table makers add constraint makers_name_not_null check (name is not null) not valid;
-- check products_name_check of products
alter table products add constraint products_name_check check (name <> '') not valid;
-- foreign key products_maker_id_fkey of products
alter table products add constraint products_maker_id_fkey foreign key (maker_id) references makers (id) on delete cascade not valid;

-- pgmodel: alone
-- index products_tags_idx of products
create index concurrently products_tags_idx on products using gin (tags);

-- pgmodel: transaction
-- column name of makers: may fail for the rows that are there
alter table makers validate constraint makers_name_not_null;

-- pgmodel: transaction
alter table makers alter column name set not null;
alter table makers drop constraint makers_name_not_null;

-- pgmodel: transaction
-- check products_name_check of products: may fail for the rows that are there
alter table products validate constraint products_name_check;

-- pgmodel: transaction
-- foreign key products_maker_id_fkey of products: may fail for the rows that are there
alter table products validate constraint products_maker_id_fkey;
)");
}

namespace renamed {

enum class state { open, closed };
struct article {
    std::int64_t id{};
    std::string title{};
    state now = state::open;

    static constexpr auto table() {
        using a = article;
        return pg::table("articles", pg::field<&a::id>.primary_key().identity(),
                         pg::index(pg::lower(col<&a::title>)).where(col<&a::now> == pg::lit<state::closed>));
    }
};
inline constexpr pg::registry<article> models{};

}  // namespace renamed

TEST_F(migration_plans, what_has_another_name_keeps_its_rows) {
    db.execute_script("create type state as enum ('open', 'done'); create table posts (id bigint generated by default as "
                      "identity constraint articles_pkey primary key, headline text not null, now state not null); "
                      "create index articles_lower_idx on posts (lower(headline)) where now = 'done'; "
                      "insert into posts (headline, now) values ('a', 'done')");
    const auto plan = plan_and_run(renamed::models, {.renamed = {migrate::rename_table("posts", "articles"),
                                                                 migrate::rename_column("articles", "headline", "title"),
                                                                 migrate::rename_label("state", "done", "closed")}});
    EXPECT_EQ(texts(plan.up.steps), "alter table posts rename to articles\nalter table articles rename column headline to "
                                    "title\nalter type state rename value 'done' to 'closed'\n");
    EXPECT_EQ(texts(plan.down.steps), "alter type state rename value 'closed' to 'done'\nalter table articles rename "
                                      "column title to headline\nalter table articles rename to posts\n");
    EXPECT_EQ(db.one(pg::select<renamed::article>()).title, "a");
    EXPECT_TRUE(plan.up.steps.at(0).has(schema::hazard::breaks_programs));
}

namespace typed {

enum class size { small, medium, large };
struct box {
    std::int64_t id{};
    size how = size::small;
    std::vector<size> others{};
    std::int64_t weight{};
    std::int64_t twice{};
    std::string label{};

    static constexpr auto table() {
        using b = box;
        return pg::table("boxes", pg::field<&b::id>.primary_key().identity(),
                         pg::field<&b::how>.server_default(size::small).index(),
                         pg::field<&b::twice>.generated(col<&b::weight> * pg::lit<std::int64_t{2}>),
                         pg::check(col<&b::how> != pg::lit<size::large> || col<&b::weight> > pg::lit<std::int64_t{10}>));
    }
};
inline constexpr pg::registry<box> models{};

}  // namespace typed

TEST_F(migration_plans, types_change_under_their_rows) {
    db.execute_script(
        "create type size as enum ('tiny', 'small', 'large'); create table boxes (id bigint generated by default as "
        "identity primary key, how size not null default 'tiny', others size[] not null, weight integer not null, twice "
        "bigint not null generated always as (weight * 2) stored, label integer not null, constraint boxes_check check "
        "(how <> 'large' or weight > 10)); create index boxes_how_idx on boxes (how); create view heavy as select id, how, "
        "weight from boxes where how = 'large'; create view heavier as select * from heavy; "
        "create policy seen on boxes using (how <> 'tiny'); "
        "insert into boxes (how, others, weight, label) values ('small', '{small,large}', 1, 7), ('large', '{}', 20, 8)");
    const auto plan = plan_and_run(typed::models);
    EXPECT_EQ(ask("select string_agg(concat(how, others, weight, twice, label), ' ' order by id) from boxes"),
              "small{small,large}127 large{}20408");
    EXPECT_EQ(ask("select pg_typeof(how) || ' ' || pg_typeof(label) from boxes limit 1"), "size text");
}

TEST_F(migration_plans, labels_that_come_between) {
    db.execute_script("create type size as enum ('medium'); create table boxes (id bigint generated by default as identity "
                      "primary key, how size not null, others size[] not null, weight bigint not null, twice bigint not null "
                      "generated always as (weight * 2) stored, label text not null)");
    const auto plan = migrate::make_plan(db, typed::models);
    EXPECT_EQ(problems(plan.up), "");
    ASSERT_GE(plan.up.steps.size(), 3u);
    EXPECT_EQ(plan.up.steps[0].sql, "alter type size add value 'small' before 'medium'");
    EXPECT_EQ(plan.up.steps[1].sql, "alter type size add value 'large' after 'medium'");
    EXPECT_TRUE(plan.up.steps[2].apart) << "a new label can be used after its transaction only";
    run(plan.up.steps);
    EXPECT_EQ(to_string(migrate::compare(db, typed::models)), "");
}

TEST_F(migration_plans, numbers_go_on_behind_those_that_are_there) {
    struct thing {
        std::int32_t id{};
        std::string name{};
        static constexpr auto table() {
            return pg::table("things", pg::field<&thing::id>.primary_key().identity());
        }
    };
    constexpr pg::registry<thing> models;
    db.execute_script("create table things (id serial primary key, name text not null); "
                      "insert into things values (41, 'a')");
    plan_and_run(models);
    EXPECT_EQ(db.insert(thing{.name = "b"}).id, 42);
}

TEST_F(migration_plans, what_alter_cannot_do_is_left_and_told) {
    db.execute_script("create type pair as (b text, a text); create table things (id integer, at date) partition by list (id)");
    struct pair {
        std::string a{}, b{};
    };
    struct thing {
        std::int32_t id{};
        pg::date at{};
        std::optional<pair> both{};
        static constexpr auto table() {
            return pg::table("things", pg::no_primary_key, pg::partition_by_range(col<&thing::at>));
        }
    };
    const auto plan = migrate::make_plan(db, pg::registry<thing>{});
    EXPECT_FALSE(plan.up.complete());
    EXPECT_EQ(to_string(plan.up.left),
              "composite type pair: attributes (b text, a text), expected (a text, b text)\n"
              "table things: partitioning by list (id), expected by range (at)\n");
    const std::string text = to_script(plan);
    EXPECT_NE(text.find("\n-- pgmodel: by hand\n\n-- pgmodel: down\n"), text.npos) << text;
    const directory files;
    const auto path = migrate::write_script(files.path, "things", plan, {.may_lose_data = true});
    PGMODEL_EXPECT_THROW(migrate::up(db, migrate::read_scripts(files.path)), pg::migration_error,
                         "something is left to be written by hand; write it, and take this line out");
    EXPECT_NE(text.find("-- by hand: table things: partitioning by list (id), expected by range (at); PostgreSQL does not change how a table is "
                        "partitioned: make another one, and move the rows\n"),
              text.npos) << text;
}

TEST_F(migration_plans, leave_alone_what_models_say_nothing_of) {
    struct thing {
        std::int32_t id{};
        static constexpr auto table() { return pg::table("things", pg::field<&thing::id>.primary_key()); }
    };
    struct note {
        std::int32_t id{};
        static constexpr auto table() {
            return pg::table("notes", pg::temporary, pg::field<&note::id>.primary_key());
        }
    };
    constexpr pg::registry<thing, note> models;
    db.execute_script("create table things (id integer primary key); grant select on things to public; "
                      "create extension pg_trgm; create temporary table mine (id integer)");
    const auto plan = migrate::make_plan(db, models);
    EXPECT_TRUE(plan.empty()) << to_script(plan);
    EXPECT_EQ(plan.differences.size(), 2u) << to_string(plan.differences);
    const directory files;
    EXPECT_EQ(migrate::write_script(files.path, "nothing", plan), fs::path());
    EXPECT_FALSE(fs::exists(files.path));
}

namespace noted {

struct event {
    pg::timestamptz at{};

    static constexpr auto table() {
        return pg::table("events", pg::no_primary_key, pg::partition_by_range(col<&event::at>).monthly("UTC"));
    }
};
struct note {
    std::int64_t id{};
    static constexpr auto table() { return pg::table("notes", pg::field<&note::id>.primary_key()); }
};
inline constexpr pg::registry<note, event> models{};

namespace next {
struct note {
    std::int64_t id{};
    std::optional<std::string> text{};
    static constexpr auto table() { return pg::table("notes", pg::field<&note::id>.primary_key()); }
};
struct event {
    pg::timestamptz at{};
    std::optional<std::string> text{};

    static constexpr auto table() {
        return pg::table("events", pg::no_primary_key, pg::partition_by_range(col<&event::at>).monthly("UTC"));
    }
};
inline constexpr pg::registry<note, noted::event> other_table{};
inline constexpr pg::registry<noted::note, event> the_table{};
}  // namespace next

}  // namespace noted

TEST_F(migration_plans, the_way_back_makes_no_partitions_and_extensions_that_are_there) {
    db.create_all(noted::models);
    const auto months = pg::maintain_partitions(db, pg::model<noted::event>, {.ahead = 1}).created;
    ASSERT_EQ(months.size(), 2u);
    plan_and_run(noted::next::other_table);
    db.execute_script("alter table notes drop column text");
    const auto plan = plan_and_run(noted::next::the_table);
    EXPECT_EQ(texts(plan.up.steps), "alter table events add column text text\n");
    EXPECT_EQ(texts(plan.down.steps), "alter table events drop column text\n");
    // What such a partition has of its own goes and comes back.
    db.execute_script("create index by_text on " + months[0] + " (text); create index on events (at)");
    EXPECT_EQ(texts(plan_and_run(noted::next::the_table).down.steps),
              "create index events_at_idx on events (at)\ncreate index by_text on " + months[0] + " (text)\n");
    db.execute_script("create extension hstore");
    const auto beside = migrate::make_plan(db, noted::next::other_table);
    EXPECT_FALSE(beside.down.steps.empty());
    EXPECT_EQ(texts(beside.down.steps).find("extension"), std::string::npos) << texts(beside.down.steps);
    // One of a table that goes comes back with it.
    EXPECT_NE(texts(migrate::make_plan(db, pg::registry<noted::note>{}).down.steps).find("partition of events"), std::string::npos);
}

TEST_F(migration_plans, become_files_that_up_runs) {
    const directory files;
    const auto first = migrate::write_script(files.path, "shop", migrate::make_plan(db, shop::models));
    EXPECT_EQ(first.filename(), "0001_shop.sql");
    EXPECT_TRUE(migrate::up(db, shop::models, migrate::read_scripts(files.path)).differences.empty());
    EXPECT_EQ(migrate::write_script(files.path, "none", migrate::make_plan(db, shop::models)), fs::path());

    db.insert(shop::maker{.name = "kept"});
    db.execute_script("alter table makers add extra text; drop index products_tags_idx");
    const auto plan = migrate::make_plan(db, shop::models, {.online = true});
    PGMODEL_EXPECT_THROW(migrate::write_script(files.path, "tags", plan), pg::usage_error,
                         "pgmodel: the migration would lose the data of column extra of makers; say what was renamed or "
                         "is left out, or that it may (may_lose_data)");
    PGMODEL_EXPECT_THROW(migrate::write_script(files.path, "a b", plan, {.may_lose_data = true}), pg::migration_error,
                         "0002_a b.sql is not called <version>_<name>.sql");
    PGMODEL_EXPECT_THROW(migrate::write_script(files.path, "again", plan, {.may_lose_data = true, .version = 1}),
                         pg::migration_error, "have the same version");
    EXPECT_EQ(migrate::write_script(files.path, "tags", plan, {.may_lose_data = true}).filename(), "0002_tags.sql");
    const auto scripts = migrate::read_scripts(files.path);
    const auto done = migrate::up(db, shop::models, scripts);
    EXPECT_EQ(to_string(done.differences), "");
    ASSERT_EQ(done.applied.size(), 1u);
    EXPECT_EQ(done.applied[0].name, "tags");
    EXPECT_EQ(migrate::down(db, scripts).size(), 1u);
    EXPECT_EQ(ask("select count(*)::text from pg_indexes where indexname = 'products_tags_idx'"), "0");
    EXPECT_EQ(to_string(migrate::up(db, shop::models, scripts).differences), "");
    EXPECT_EQ(db.count(pg::select<shop::maker>()), 1);
}

}  // namespace
