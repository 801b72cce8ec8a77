// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Domains and enum types in a schema: values and text.

#include <pgmodel.hpp>
#include <pgmodel/objects.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "calling_domains.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct year {
    std::int32_t value{};
    static constexpr auto domain() {
        constexpr auto value = pg::domain_value<year>;
        return pg::domain("year", pg::check(value >= 1901 && value <= 2155), pg::check(value != 2000),
                          pg::check(value != pg::lit<1999>).named("no party").comment("it's over").not_valid());
    }
    auto operator<=>(const year&) const = default;
};
struct email {
    std::string text{};
    static constexpr auto domain() {
        return pg::domain("E-mail", pg::check(pg::domain_value<email>.like("%@%")))
            .not_null()
            .server_default("nobody@it's.example")
            .collate("pg_catalog", "C")
            .comment("where to write to")
            .in_schema("shop");
    }
    bool operator==(const email&) const = default;
};
struct leap_year {
    year value{};
    static constexpr auto domain() {
        return pg::domain("leap_year", pg::check(pg::domain_value<leap_year> % pg::lit<4> == 0));
    }
    bool operator==(const leap_year&) const = default;
};
struct edition {
    std::string publisher{};
    std::vector<leap_year> years{};
};
struct first_edition {
    edition value{};
    static constexpr auto domain() { return pg::domain("first_edition"); }
};
enum class state { open, closed };

}  // namespace

template <>
struct pgmodel::enum_of<state> {
    static constexpr auto type() {
        return pg::enumeration<state>("order").in_schema("My Schema").comment("of an order");
    }
};
struct plain_word {
    std::string text{};
    bool operator==(const plain_word&) const = default;
};
template <>
struct pgmodel::domain_of<plain_word> {
    static constexpr auto domain() { return pg::domain("word", pg::check(pg::domain_value<plain_word> != "")); }
};

namespace {

struct film {
    std::int64_t id{};
    year release{};
    std::optional<year> copied{};
    std::vector<year> shown{};
    email contact{};
    first_edition book{};
    state now = state::open;
    plain_word word{};

    static constexpr auto table() {
        return pg::table("films", pg::field<&film::id>.primary_key(), pg::check(col<&film::release> >= year{1910}),
                         pg::field<&film::release>.server_default(year{}));
    }
};
constexpr pg::registry<film> models{};

TEST(domains, text) {
    EXPECT_EQ(pg::create_script(models),
              "create schema if not exists \"My Schema\";\n"
              "create schema if not exists shop;\n"
              "create type \"My Schema\".\"order\" as enum ('open', 'closed');\n"
              "comment on type \"My Schema\".\"order\" is 'of an order';\n"
              "create domain year as integer constraint year_check check (value >= 1901 and value <= 2155) "
              "constraint year_check1 check (value <> 2000);\n"
              "alter domain year add constraint \"no party\" check (value <> 1999) not valid;\n"
              "comment on constraint \"no party\" on domain year is 'it''s over';\n"
              "create domain shop.\"E-mail\" as text collate pg_catalog.\"C\" default 'nobody@it''s.example' not null "
              "constraint \"E-mail_check\" check (value like '%@%');\n"
              "comment on domain shop.\"E-mail\" is 'where to write to';\n"
              "create domain leap_year as year constraint leap_year_check check (value % 4 = 0);\n"
              "create domain word as text constraint word_check check (value <> '');\n"
              "create type edition as (publisher text, years leap_year[]);\n"
              "create domain first_edition as edition;\n"
              "create table films (\n"
              "    id bigint not null,\n"
              "    release year not null default 0,\n"
              "    copied year,\n"
              "    shown year[] not null,\n"
              "    contact shop.\"E-mail\" not null,\n"
              "    book first_edition not null,\n"
              "    now \"My Schema\".\"order\" not null,\n"
              "    word word not null,\n"
              "    constraint films_pkey primary key (id),\n"
              "    constraint films_release_check check (release >= 1910)\n"
              ");\n");
    const auto drops = pg::schema::drop_statements(pg::schema::describe(models));
    const std::vector<std::string> expected{
        "drop table if exists films",      "drop domain if exists first_edition",
        "drop type if exists edition",     "drop domain if exists word",
        "drop domain if exists leap_year", "drop domain if exists shop.\"E-mail\"",
        "drop domain if exists year",      "drop type if exists \"My Schema\".\"order\""};
    EXPECT_EQ(drops, expected);
}

TEST(domains, are_values) {
    const auto db = pg::schema::describe(models);
    ASSERT_EQ(db.domains.size(), 5u);
    const pg::schema::domain expected{
        .name = "year",
        .type = "integer",
        .checks = {{.name = "year_check", .condition = "value >= 1901 and value <= 2155"},
                   {.name = "year_check1", .condition = "value <> 2000"},
                   {.name = "no party", .condition = "value <> 1999", .not_valid = true, .comment = "it's over"}}};
    EXPECT_EQ(db.domains[0], expected);
    EXPECT_EQ(db.enumerations.at(0).schema, "My Schema");
}

TEST(domains, stand_in_queries) {
    const auto found = pg::select(col<&film::release>, col<&film::shown>)
                           .where(col<&film::release> > year{1980} && col<&film::shown>.contains(year{1990}) &&
                                  col<&film::release>.in({year{1}, year{2}}) && col<&film::release> != pg::lit<1985> &&
                                  pg::cast<year>(col<&film::id>) == year{3} && col<&film::word> == plain_word{"x"});
    static_assert(decltype(found)::sql ==
                  "select release, shown from films where release > $1 and shown @> $2 and release = any($3) "
                  "and release <> 1985 and cast(id as year) = $4 and word = $5");
}

TEST(domains, with_one_name_must_be_one) {
    pg::schema::database db;
    pg::schema::detail::describe_type<year>(db);
    pg::schema::detail::describe_type<std::optional<std::vector<leap_year>>>(db);
    EXPECT_EQ(db.domains.size(), 2u);
    db.domains[0].type = "text";
    EXPECT_THROW(pg::schema::detail::describe_type<year>(db), pg::usage_error);
}

struct twice_checked {
    std::int32_t value{};
    static constexpr auto domain() {
        constexpr auto value = pg::domain_value<twice_checked>;
        return pg::domain("twice_checked", pg::check(value > 0).named("c"), pg::check(value < 9).named("c"));
    }
};

TEST(domains, with_checks_of_one_name_are_refused) {
    pg::schema::database db;
    EXPECT_THROW(pg::schema::detail::describe_type<twice_checked>(db), pg::usage_error);
}

TEST(domains, functions_that_they_call) {
    using namespace pgmodel_test::calling;
    EXPECT_EQ(pg::create_script(countries),
              "create domain word as text constraint word_check check (value <> '');\n"
              "create function is_upper(of text) returns boolean language sql immutable as $$select of = upper(of)$$;\n"
              "create function is_code(of text) returns boolean language sql immutable as $$select is_upper(of) and "
              "length(of) = 2$$;\n"
              "create domain code as text constraint code_check check (is_code(value));\n"
              "create function other(of code) returns boolean language sql immutable as $$select of > 'MM'$$;\n"
              "create table countries (\n"
              "    id code not null,\n"
              "    name word not null,\n"
              "    constraint countries_pkey primary key (id)\n"
              ");\n");
    EXPECT_EQ(pg::schema::drop_statements(pg::schema::describe(countries)),
              (std::vector<std::string>{"drop table if exists countries", "drop function if exists other(code)",
                                        "drop domain if exists code", "drop function if exists is_code(text)",
                                        "drop function if exists is_upper(text)", "drop domain if exists word"}));
}

}  // namespace
