// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Sequences of their own: two tables that number their rows from one, and numbers as a query gives them.

#include <pgmodel.hpp>
#include <pgmodel/objects.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "database.hpp"
#include "introspected.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

constexpr auto numbers =
    pg::sequence<"My Schema.it's \"one\"">(pg::start_with(1000), pg::increment_by(10), pg::cache(1));
constexpr auto small =
    pg::sequence<"small", std::int16_t>(pg::minvalue(0), pg::maxvalue(1), pg::cycle).comment("it's small");

struct invoice {
    std::int64_t id{};
    std::int64_t number{};
    static constexpr auto table() {
        return pg::table("invoices", pg::field<&invoice::id>.primary_key().identity(),
                         pg::field<&invoice::number>.server_default(numbers.nextval()));
    }
};
struct receipt {
    std::int64_t number{};
    std::int32_t digit{};
    static constexpr auto table() {
        return pg::table("receipts", pg::field<&receipt::number>.primary_key().server_default(numbers.nextval()),
                         pg::field<&receipt::digit>.server_default(small.nextval()));
    }
};
constexpr pg::registry<invoice, receipt> models{};

TEST(sequences, serve_several_tables) {
    pg::session db{pgmodel_test::create_database("sequences")};
    const auto empty = pgmodel_test::catalog_of(db);
    db.create_all(models);
    db.create_all(models);
    pgmodel_test::expect_introspected(db, models);
    const auto is = [&db](const std::string& what) {
        for (const auto& f : pgmodel_test::catalog_of(db))
            if (f.what == what)
                return f.is;
        return std::string("nothing");
    };
    EXPECT_EQ(is("sequence \"My Schema\".\"it's \"\"one\"\"\""), "bigint 1000 10 1 9223372036854775807 1");
    EXPECT_EQ(is("sequence small"), "smallint 0 1 0 1 1 cycle");
    EXPECT_EQ(is("comment on sequence public.small"), "it's small");
    EXPECT_EQ(is("column receipts.digit"), "2 integer not null default nextval('small'::regclass)");
    EXPECT_EQ(pg::schema::describe(models).tables.at(1).columns.at(1).default_value, "nextval('small'::regclass)")
        << "as the catalog has it";

    EXPECT_EQ(db.insert(invoice{}).number, 1000);
    EXPECT_EQ(db.insert(receipt{}).number, 1010);
    EXPECT_EQ(db.insert(invoice{.number = 7}).number, 7) << "a value that is given is kept";
    const auto many = db.insert(std::vector<receipt>{{}, {.number = 5}, {}});
    EXPECT_EQ(many[0].number + many[2].number, 1020 + 1030);
    EXPECT_EQ(many[1].number, 5);
    EXPECT_EQ(many[0].digit + many[1].digit, 1) << "it cycles between 0 and 1";
    EXPECT_EQ(db.all(pg::select(numbers.nextval(), col<&invoice::id>).where(col<&invoice::id> == 1)).size(), 1u);
    EXPECT_EQ(db.insert(invoice{}).number, 1050);

    db.execute_script("drop table receipts");
    db.create_all(models);
    EXPECT_EQ(db.insert(receipt{}).number, 1060) << "a sequence that is there is left as it is";
    db.drop_all(models);
    EXPECT_EQ(is("sequence small"), "nothing");
    EXPECT_EQ(is("relation invoices"), "nothing");
}

enum class shade { light, dark };
struct weight {
    double value{};
    static constexpr auto domain() { return pg::domain("weight").in_schema("kept"); }
};
struct item {
    std::int64_t id{};
    std::int32_t ticket{};
    std::int32_t part{};
    std::int64_t scratch{};
    shade of = shade::light;
    std::optional<weight> w{};

    static constexpr auto table() {
        using i = item;
        return pg::table("items", pg::field<&i::id>.primary_key().identity(), pg::field<&i::ticket>.serial(),
                         pg::field<&i::part>.server_default(
                             pg::sequence<"old_part_seq", std::int32_t>(pg::cache(10)).owned_by_column().nextval()),
                         pg::field<&i::scratch>.server_default(pg::sequence<"scratch">().unlogged().nextval()));
    }
};
struct rights {
    static constexpr auto objects() {
        return pg::objects(pg::grant(pg::usage_privilege).on(pg::sequence<"items_ticket_seq">()).to("public"),
                           pg::grant(pg::select_privilege).on(pg::sequence<"items_id_seq">()).to("public"),
                           pg::revoke(pg::usage_privilege).on_type("shade").from("public"),
                           pg::revoke(pg::usage_privilege).on_domain("kept.weight").from("public"));
    }
};

// As existing schemas have them: of a table that was renamed, with options, with rights on what numbers a column.
TEST(sequences, of_columns_and_rights_on_them) {
    constexpr pg::registry<item, rights> own{};
    pg::session db{pgmodel_test::create_database("sequences_of_columns")};
    db.create_all(own);
    pg::session other{pgmodel_test::create_database("sequences_by_hand")};
    other.execute_script(
        "create type shade as enum ('light', 'dark'); create schema kept; create domain kept.weight as double precision;"
        "create sequence old_part_seq as integer cache 10; create unlogged sequence scratch;"
        "create table items (id bigint generated by default as identity primary key, ticket serial,"
        "    part integer not null default nextval('old_part_seq'), scratch bigint not null default nextval('scratch'),"
        "    \"of\" shade not null, w kept.weight);"
        "alter sequence old_part_seq owned by items.part;"
        "grant usage on sequence items_ticket_seq to public; grant select on sequence items_id_seq to public;"
        "revoke usage on type shade from public; revoke usage on domain kept.weight from public");
    pgmodel_test::expect_same_catalog(db, other, {});
    EXPECT_EQ(to_string(pg::migrate::compare(other, own)), "");
    EXPECT_EQ(to_string(pg::migrate::compare(db, own)), "");
    EXPECT_TRUE(pg::migrate::introspect(other).unsupported.empty());
    other.execute_script("alter sequence scratch set logged; revoke usage on sequence items_ticket_seq from public");
    EXPECT_NE(to_string(pg::migrate::compare(other, own)), "");
    db.execute_script("drop table items");
    EXPECT_TRUE(db.scalar<bool>("select to_regclass('old_part_seq') is null")) << "it went with its column";
}

struct elsewhere {
    std::int64_t id{};
    static constexpr auto table() {
        return pg::table("Elsewhere", pg::in_schema("kept"), pg::field<&elsewhere::id>.primary_key().identity());
    }
};
struct rights_elsewhere {
    static constexpr auto objects() {
        return pg::objects(pg::grant(pg::usage_privilege).on(pg::sequence<"kept.Elsewhere_id_seq">()).to("public"));
    }
};

TEST(sequences, rights_on_what_numbers_a_column_of_a_schema) {
    constexpr pg::registry<elsewhere, rights_elsewhere> own{};
    pg::session db{pgmodel_test::create_database("sequences_elsewhere")};
    EXPECT_EQ(pg::migrate::normalise(db, pg::schema::describe(own)).grants.size(), 1u);
    db.create_all(own);
    EXPECT_EQ(to_string(pg::migrate::compare(db, own)), "");
}

}  // namespace
