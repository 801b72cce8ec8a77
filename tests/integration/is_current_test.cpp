// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A health check: has the database what the models need?

#include <pgmodel.hpp>
#include <pgmodel/objects.hpp>
#include <pgmodel/session/is_current.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

enum class level { low, high };

struct maker {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() { return pg::table("makers", pg::field<&maker::id>.primary_key().identity()); }
};
struct product {
    std::int64_t id{};
    std::int64_t maker_id{};
    pg::varchar<40> name{};
    pg::numeric<8, 2> price{};
    level grade = level::low;

    static constexpr auto table() {
        using p = product;
        return pg::table("products", pg::field<&p::id>.primary_key().identity(), pg::field<&p::maker_id>.references(col<&maker::id>).index());
    }
};
struct cheap {
    std::optional<std::int64_t> id{};
    std::optional<pg::varchar<40>> name{};

    static constexpr auto table() {
        return pg::view("cheap_products", pg::sql<"select id, name from products where id < 10">);
    }
};
struct secret {
    std::int64_t id{};

    static constexpr auto table() {
        return pg::table("secrets", pg::in_schema("hidden"), pg::field<&secret::id>.primary_key());
    }
};
inline constexpr pg::registry<maker, product, cheap> shop{};

class is_current : public ::testing::Test {
protected:
    void SetUp() override { dsn = pgmodel_test::create_database("is_current"); }
    std::string dsn{};
};

TEST_F(is_current, when_create_all_would_make_nothing) {
    pg::session db{dsn};
    EXPECT_FALSE(pg::is_current(db, shop));
    db.create_all(pg::registry<maker>{});
    EXPECT_TRUE(pg::is_current(db, pg::registry<maker>{}));
    EXPECT_FALSE(pg::is_current(db, shop));
    db.create_all(shop);
    EXPECT_TRUE(pg::is_current(db, shop));
    EXPECT_FALSE(db.in_transaction());
    db.execute_script("drop view cheap_products");
    EXPECT_FALSE(pg::is_current(db, shop));
}

// On one connection, which has worked with the tables before: nothing that it knows is believed.
TEST_F(is_current, sees_what_has_changed) {
    pg::session db{dsn}, other{dsn};
    db.create_all(shop);
    const auto m = db.insert(maker{.name = "m"});
    db.insert(product{.maker_id = m.id, .name = "p"});
    db.all(pg::select<product>());
    const auto after = [&](const char* change, const char* back) {
        other.execute_script(change);
        const bool current = pg::is_current(db, shop);
        other.execute_script(back);
        EXPECT_TRUE(pg::is_current(db, shop)) << back;
        return current;
    };
    EXPECT_FALSE(after("alter table makers rename name to title", "alter table makers rename title to name"));
    EXPECT_FALSE(after("alter table makers alter name type varchar", "alter table makers alter name type text"));
    EXPECT_FALSE(after("alter table products alter price type numeric(8, 1)", "alter table products alter price type numeric(8, 2)"));
    EXPECT_FALSE(after("alter type level rename value 'high' to 'top'", "alter type level rename value 'top' to 'high'"));
    EXPECT_FALSE(after("alter type level rename to degree", "alter type degree rename to level"));
    EXPECT_FALSE(after("alter table makers set schema information_schema", "alter table information_schema.makers set schema public"));
    // What the program does not need.
    EXPECT_TRUE(after("alter table makers add note text", "alter table makers drop note"));
    EXPECT_TRUE(after("alter type level add value 'middle'", "drop index products_maker_id_idx"));
    EXPECT_EQ(db.count<product>(), 1);
    db.insert(product{.maker_id = m.id, .name = "q"});
}

TEST_F(is_current, leaves_an_open_transaction_as_it_is) {
    pg::session db{dsn};
    db.create_all(shop);
    pg::transaction tx{db};
    tx.insert(maker{.name = "m"});
    tx.execute_script("alter table makers add column n int; alter table products drop column maker_id");
    EXPECT_FALSE(pg::is_current(tx, shop));
    EXPECT_EQ(tx.count<maker>(), 1);
    tx.rollback();
    EXPECT_TRUE(pg::is_current(db, shop));
    pg::transaction reading{db, {.level = pg::isolation::serializable, .read_only = true, .deferrable = true}};
    EXPECT_TRUE(pg::is_current(reading, shop));
    EXPECT_THROW(reading.execute("select 1/0"), pg::server_error);
    EXPECT_THROW(pg::is_current(reading, shop), pg::server_error);
}

// What has the name of a table and is none.
TEST_F(is_current, sees_what_is_no_table) {
    constexpr pg::registry<maker> makers{};
    pg::session db{dsn};
    for (const auto& [other, gone] : {std::pair{"create sequence makers", "drop sequence makers"},
                                      {"create type makers as (id bigint, name text)", "drop type makers"},
                                      {"create table indexed (id bigint); create index makers on indexed (id)", "drop table indexed"}}) {
        db.execute_script(other);
        EXPECT_FALSE(pg::is_current(db, makers)) << other;
        db.execute_script(gone);
    }
}

TEST_F(is_current, needs_no_right_but_to_read) {
    pg::session db{dsn};
    db.create_all(shop);
    db.execute_script("drop role if exists pgmodel_health; create role pgmodel_health; grant select on all tables in schema public to "
                      "pgmodel_health; set role pgmodel_health; set default_transaction_read_only = on");
    EXPECT_TRUE(pg::is_current(db, shop));
    db.execute_script("reset role; reset default_transaction_read_only");
    db.execute_script("create schema hidden; create table hidden.secrets (id bigint); set role pgmodel_health");
    EXPECT_THROW(pg::is_current(db, pg::registry<secret>{}), pg::server_error);
    db.execute_script("reset role");
    db.execute_script("drop owned by pgmodel_health; drop role pgmodel_health");
}

TEST_F(is_current, a_lost_connection_is_told) {
    pg::session db{dsn}, other{dsn};
    db.create_all(shop);
    other.scalar<bool>("select pg_terminate_backend($1, 5000)", db.scalar<std::int32_t>("select pg_backend_pid()"));
    EXPECT_THROW(pg::is_current(db, shop), pg::connection_error);
}

}  // namespace
