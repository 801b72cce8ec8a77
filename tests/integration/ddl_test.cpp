// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// create_all and drop_all on a server: what they make, by the catalog, and that PostgreSQL would choose the same names.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "catalog.hpp"
#include "database.hpp"
#include "session_helpers.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

enum class mood { calm, busy };

struct country {
    std::int64_t id{};
    std::string name{};
};
struct city {
    std::int32_t a{};
    std::string b{};
    std::int64_t country_id{};
    pg::varchar<30> email{};
    std::optional<std::string> note{};
    std::vector<mood> moods{};
    mood state = mood::busy;
    double ratio = 0.25;
    pg::numeric<8, 3> price = 2;
    std::string text = "it's a \\ b";
    bool open = true;
    pg::timestamptz at{};
    int cache{};

    static constexpr auto table() {
        using c = city;
        return pg::table(
            "City", pg::in_schema("My Schema"), pg::primary_key(col<&c::b>, col<&c::a>), pg::transient<&c::cache>,
            pg::field<&c::country_id>.references(col<&country::id>, pg::on_delete_cascade, pg::on_update_restrict).index(),
            pg::field<&c::email>.named("select").unique().index(), pg::field<&c::state>.server_default(mood::busy),
            pg::field<&c::ratio>.server_default(0.25), pg::field<&c::price>.server_default(2),
            pg::field<&c::text>.server_default("it's a \\ b"), pg::field<&c::open>.server_default(true),
            pg::field<&c::at>.server_default(pg::now()), pg::unique(col<&c::note>, col<&c::email>),
            pg::check((col<&c::a> > 0 && col<&c::text> != "") || col<&c::ratio> < 0.5), pg::check(col<&c::price> >= 1),
            pg::check(col<&c::price> < 100), pg::check(col<&c::state> != mood::calm),
            pg::index(col<&c::moods>).using_gin(), pg::index(col<&c::state>, col<&c::at>.desc().nulls_last()),
            pg::index(pg::lower(col<&c::email>).ops(pg::text_pattern_ops), pg::lower(col<&c::b>),
                      col<&c::a> + pg::lit<1>)
                .unique(),
            pg::index(col<&c::note> + pg::lit<" it's">, col<&c::a> % pg::lit<3>),
            pg::index(col<&c::a>).where(col<&c::open> && col<&c::note>.is_not_null()), pg::index(col<&c::a>),
            pg::index(col<&c::b>).using_hash(), pg::index(col<&c::at>).using_brin(), pg::index(col<&c::a>, col<&c::a>),
            pg::index(pg::to_tsvector<"simple">(pg::coalesce(col<&c::note>, pg::lit<"">))).using_gin());
    }
};

struct hen;
struct egg {
    std::int64_t id{};
    std::optional<std::int64_t> hen_id{};
    static constexpr auto table() {
        return pg::table("eggs", pg::field<&egg::id>.primary_key(),
                         pg::field<&egg::hen_id>.references(pg::model<hen>, pg::on_delete_set_null));
    }
};
struct hen {
    std::int64_t id{};
    std::optional<std::int64_t> egg_id{}, mother_id{};
    static constexpr auto table() {
        return pg::table("hens", pg::field<&hen::id>.primary_key(), pg::field<&hen::egg_id>.references(col<&egg::id>),
                         pg::field<&hen::mother_id>.references(pg::model<hen>));
    }
};

struct harbour {
    std::int64_t id{};
    std::string code{};
    std::int32_t number{};
    std::optional<std::string> near{};
    static constexpr auto table() {
        using h = harbour;
        return pg::table("harbours", pg::field<&h::id>.primary_key(), pg::field<&h::near>.references(col<&h::code>),
                         pg::index(col<&h::code>).unique(), pg::index(col<&h::number>, col<&h::code>.desc()).unique());
    }
};
struct pier {
    std::int64_t id{};
    std::string at{};
    std::int32_t number{};
    static constexpr auto table() {
        using p = pier;
        return pg::table("piers", pg::field<&p::id>.primary_key(),
                         pg::foreign_key(col<&p::at>, col<&p::number>)
                             .references(col<&harbour::code>, col<&harbour::number>));
    }
};

// Names that need cutting: PostgreSQL takes from the longer part, and counts characters, not bytes.
struct long_names {
    std::int64_t id{};
    int a_column_whose_name_is_nearly_as_long_as_the_server_allows{};
    int a_column_whose_name_is_nearly_as_long_as_the_server_allowed{};
    std::optional<std::int64_t> parent_of_this_row_in_a_hierarchy_of_many_levels{};
    int größenverhältnisänderungsgeschwindigkeitsüberprüfung{};

    static constexpr auto table() {
        using l = long_names;
        constexpr auto first = col<&l::a_column_whose_name_is_nearly_as_long_as_the_server_allows>;
        constexpr auto second = col<&l::a_column_whose_name_is_nearly_as_long_as_the_server_allowed>;
        return pg::table(
            "a_table_whose_name_takes_nearly_all_of_the_sixty_three_bytes", pg::field<&l::id>.primary_key().identity(),
            pg::field<&l::a_column_whose_name_is_nearly_as_long_as_the_server_allows>.unique(),
            pg::field<&l::a_column_whose_name_is_nearly_as_long_as_the_server_allowed>.unique(),
            pg::field<&l::parent_of_this_row_in_a_hierarchy_of_many_levels>.references(pg::model<long_names>),
            pg::field<&l::größenverhältnisänderungsgeschwindigkeitsüberprüfung>.index(), pg::unique(first, second),
            pg::unique(second, first), pg::index(first, second), pg::index(second, first),
            pg::foreign_key(col<&l::parent_of_this_row_in_a_hierarchy_of_many_levels>).references(col<&l::id>),
            pg::check(first > 0), pg::check(second > 0), pg::check(first < second));
    }
};

inline constexpr pg::registry<egg, hen, city, country, long_names> models{};

class ddl : public ::testing::Test {
protected:
    static std::string database(const char* name) { return pgmodel_test::create_database(std::string("ddl_") + name); }
};

// The server chooses names for the same tables when none are given.
TEST_F(ddl, names_are_those_that_the_server_chooses) {
    pg::session named(database("named")), unnamed(database("unnamed"));
    named.create_all(models);
    auto db = pg::schema::describe(models);
    for (auto& t : db.tables) {
        t.primary_key.name.clear();
        for (auto& k : t.unique_keys)
            k.name.clear();
        for (auto& k : t.foreign_keys)
            k.name.clear();
        for (auto& c : t.checks)
            c.name.clear();
        for (auto& i : t.indexes)
            i.name.clear();
    }
    for (auto statement : pg::schema::create_statements(db)) {
        if (const auto at = statement.find("index \"\" on"); at != statement.npos)
            statement.replace(at, 11, "index on");
        unnamed.execute_script(statement);
    }
    pgmodel_test::expect_same_catalog(named, unnamed, {});
    EXPECT_GT(pgmodel_test::catalog_of(named).size(), 60u);
}

TEST_F(ddl, what_is_made_is_what_was_declared) {
    pg::session db(database("made"));
    db.create_all(models);
    const auto is = [&](const std::string& what) -> std::string {
        for (const auto& f : pgmodel_test::catalog_of(db))
            if (f.what == what)
                return f.is;
        return "nothing";
    };
    const std::string city_table = "\"My Schema\".\"City\"";
    EXPECT_EQ(is("column " + city_table + ".select"), "4 character varying(30) not null");
    EXPECT_EQ(is("column " + city_table + ".note"), "5 text");
    EXPECT_EQ(is("column " + city_table + ".moods"), "6 mood[] not null");
    EXPECT_EQ(is("column " + city_table + ".state"), "7 mood not null default 'busy'::mood");
    EXPECT_EQ(is("column " + city_table + ".text"), "10 text not null default 'it''s a \\ b'::text");
    EXPECT_EQ(is("column " + city_table + ".cache"), "nothing");
    EXPECT_EQ(is("column country.id"), "1 bigint not null identity");
    EXPECT_EQ(db.scalar<std::string>(
                  "select pg_get_constraintdef(oid) from pg_constraint where conname = 'City_country_id_fkey'"),
              "FOREIGN KEY (country_id) REFERENCES country(id) ON UPDATE RESTRICT ON DELETE CASCADE");
    EXPECT_EQ(db.scalar<std::string>("select pg_get_constraintdef(oid) from pg_constraint where conname = 'City_pkey'"),
              "PRIMARY KEY (b, a)");
    EXPECT_EQ(
        db.scalar<std::int64_t>(
            "select count(*) from pg_index where indrelid = '\"My Schema\".\"City\"'::regclass and "
            "indkey::text = (select attnum::text from pg_attribute where attrelid = indrelid and attname = 'select')"),
        1)
        << "a unique column gets no second index";
    // Default values are those of the structs.
    db.insert(country{.name = "x"});
    const auto made = db.insert(city{.a = 1, .b = "b", .country_id = 1});
    EXPECT_EQ(made.text, "it's a \\ b");
    EXPECT_EQ(made.ratio, 0.25);
    EXPECT_EQ(made.price, (pg::numeric<8, 3>(2)));
    EXPECT_EQ(made.state, mood::busy);
}

TEST_F(ddl, the_script_and_the_session_make_the_same) {
    pg::session executed(database("executed")), scripted(database("scripted"));
    executed.create_all(models);
    scripted.execute_script(pg::create_script(models));
    pgmodel_test::expect_same_catalog(executed, scripted, {});
}

TEST_F(ddl, twice_and_what_is_missing) {
    pg::session once(database("once")), twice(database("twice"));
    once.create_all(models);
    twice.create_all(pg::registry<country>{});
    twice.insert(country{.name = "kept"});
    twice.create_all(models);
    twice.create_all(models);
    pgmodel_test::expect_same_catalog(once, twice, {});
    EXPECT_EQ(twice.count<country>(), 1);
    twice.execute_script("drop table eggs cascade");
    twice.create_all(models);
    EXPECT_EQ(twice.count<egg>(), 0);
}

TEST_F(ddl, what_another_schema_of_the_search_path_has_is_made_all_the_same) {
    pg::session db(database("tenants"));
    db.create_all(models);
    db.insert(country{.name = "public"});
    db.execute_script("create schema tenant; set search_path = tenant, public");
    db.create_all(models);
    db.create_all(models);
    EXPECT_EQ(db.count<country>(), 0);
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from pg_class where relnamespace = 'tenant'::regnamespace and relkind = 'r'"),
              db.scalar<std::int64_t>("select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"));
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from pg_type where typnamespace = 'tenant'::regnamespace and typtype = 'e'"),
              db.scalar<std::int64_t>("select count(*) from pg_type where typnamespace = 'public'::regnamespace and typtype = 'e'"));
}

TEST_F(ddl, all_or_nothing_and_in_a_transaction_of_the_user_s) {
    pg::session db(database("undone"));
    db.execute_script("create view hens as select 1");
    EXPECT_THROW(db.create_all(pg::registry<egg, hen>{}), pg::server_error) << "a view is in the way of a foreign key";
    EXPECT_FALSE(db.in_transaction());
    EXPECT_EQ(db.scalar<bool>("select to_regclass('eggs') is null"), true);
    db.execute_script("drop view hens");
    EXPECT_THROW(db.transaction([](pg::transaction& tx) {
        tx.create_all(models);
        EXPECT_EQ(tx.count<hen>(), 0);
        throw std::runtime_error("undo");
    }),
                 std::runtime_error);
    EXPECT_EQ(db.scalar<bool>("select to_regclass('hens') is null and to_regtype('mood') is null"), true);
}

TEST_F(ddl, a_table_that_no_model_of_the_registry_is) {
    pg::session db(database("unlisted"));
    PGMODEL_EXPECT_THROW(db.create_all(pg::registry<city>{}), pg::server_error,
                         "table \"City\" refers to table \"country\", which is not in the database; add its model to the "
                         "registry [42P01]");
    db.create_all(pg::registry<country>{});
    db.create_all(pg::registry<city>{});
    EXPECT_EQ(db.count<city>(), 0);
}

TEST_F(ddl, by_several_programs_at_once) {
    const auto dsn = database("at_once");
    std::vector<std::thread> threads;
    std::vector<std::exception_ptr> failures(4);
    for (auto& failure : failures)
        threads.emplace_back([&dsn, &failure] {
            try {
                pg::session(dsn).create_all(models);
            } catch (...) {
                failure = std::current_exception();
            }
        });
    for (auto& thread : threads)
        thread.join();
    for (const auto& failure : failures)
        EXPECT_EQ(failure, nullptr);
    EXPECT_EQ(pg::session(dsn).count<hen>(), 0);
}

TEST_F(ddl, drop_all) {
    pg::session db(database("dropped"));
    const auto empty = pgmodel_test::catalog_of(db);
    db.drop_all(models);
    db.create_all(models);
    db.insert(egg{.id = 1});
    db.insert(hen{.id = 1, .egg_id = 1, .mother_id = 1});
    db.drop_all(models);
    pgmodel_test::expect_same_facts(pgmodel_test::catalog_of(db), empty, {});
    db.create_all(models);
    db.execute_script("create table stranger (hen bigint references hens)");
    try {
        db.drop_all(models);
        FAIL();
    } catch (const pg::server_error& e) {
        EXPECT_EQ(e.sqlstate(), "2BP01");
    }
    EXPECT_EQ(db.count<city>(), 0) << "nothing was dropped";
}

TEST_F(ddl, cycles_and_self_references_work) {
    pg::session db(database("cycles"));
    db.create_all(pg::registry<hen, egg>{});
    db.insert(egg{.id = 1});
    db.insert(hen{.id = 1, .egg_id = 1, .mother_id = 1});
    auto first = db.get<egg>(1);
    first.hen_id = 1;
    db.update(first);
    EXPECT_THROW(db.insert(egg{.id = 2, .hen_id = 9}), pg::foreign_key_violation);
    EXPECT_THROW(db.remove<egg>(1), pg::foreign_key_violation);
    db.execute("update hens set egg_id = null");
    EXPECT_TRUE(db.remove<hen>(1));
    EXPECT_EQ(db.get<egg>(1).hen_id, std::nullopt) << "on delete set null";
}

TEST_F(ddl, keys_that_only_an_index_makes_unique_are_referred_to) {
    pg::session db(database("unique_index"));
    const pg::registry<pier, harbour> of_harbours{};
    db.create_all(of_harbours);
    EXPECT_TRUE(pg::migrate::compare(db, of_harbours).empty());
    db.insert(harbour{.id = 1, .code = "GOT"});
    db.insert(harbour{.id = 2, .code = "VIS", .near = "GOT"});
    EXPECT_THROW(db.insert(harbour{.id = 3, .code = "ROQ", .near = "X"}), pg::foreign_key_violation);
    db.insert(pier{.id = 1, .at = "VIS", .number = 0});
    EXPECT_THROW(db.insert(pier{.id = 2, .at = "GOT", .number = 7}), pg::foreign_key_violation);
    const auto again = db.upsert<&harbour::code>(harbour{.id = 2, .code = "VIS", .number = 0, .near = std::nullopt});
    EXPECT_EQ(again.near, std::nullopt);
    db.drop_all(of_harbours);
    db.create_all(of_harbours);
}

TEST_F(ddl, a_naming_convention) {
    pg::session db(database("naming"));
    db.create_all(pg::registry<country, city, long_names>{{.primary_key = "pk_{table}",
                                                           .unique = "uq_{table}_{columns}",
                                                           .foreign_key = "fk_{table}_{columns}_{referred_table}",
                                                           .check = "ck_{table}_{columns}",
                                                           .index = "ix_{table}_{columns}"}});
    EXPECT_EQ(
        db.scalar<std::int64_t>(
            "select count(*) from pg_constraint where conname in "
            "('pk_City', 'uq_City_note_select', 'fk_City_country_id_country', 'ck_City_price', 'ck_City_price1')"),
        5);
    try {
        db.insert(city{.a = 1, .b = "b", .country_id = 5});
        FAIL();
    } catch (const pg::foreign_key_violation& e) {
        EXPECT_EQ(e.constraint(), "fk_City_country_id_country");
    }
}

}  // namespace
