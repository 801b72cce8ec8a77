// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Domains and enum types in a schema on the server: both directions, within arrays and composites, and whose check it
// is that a value violates.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/objects.hpp>

#include <gtest/gtest.h>

#include <pgmodel/types/geometry.hpp>

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "calling_domains.hpp"
#include "catalog.hpp"
#include "database.hpp"
#include "introspected.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct year {
    std::int32_t value{};
    static constexpr auto domain() {
        constexpr auto value = pg::domain_value<year>;
        return pg::domain("year", pg::check(value >= 1901 && value <= 2155),
                          pg::check(value != 2000).named("no_party").comment("it's over"));
    }
    auto operator<=>(const year&) const = default;
};
struct email {
    std::string text{};
    static constexpr auto domain() {
        return pg::domain("E-mail", pg::check(pg::domain_value<email>.like("%@%")))
            .not_null()
            .server_default("nobody@it's.example")
            .collate("C")
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
    std::optional<year> first{};
    std::vector<leap_year> years{};
    bool operator==(const edition&) const = default;
};
struct good_edition {
    edition value{};
    static constexpr auto domain() { return pg::domain("good_edition"); }
    bool operator==(const good_edition&) const = default;
};
struct numbers {
    std::vector<std::int32_t> value{};
    static constexpr auto domain() { return pg::domain("numbers", pg::check(pg::domain_value<numbers>.contains(1))); }
    bool operator==(const numbers&) const = default;
};
enum class state { open, closed };

}  // namespace

template <>
struct pgmodel::enum_of<state> {
    static constexpr auto type() { return pg::enumeration<state>("order").in_schema("shop").comment("of an order"); }
};

namespace {

struct film {
    std::int64_t id{};
    year release{};
    std::optional<leap_year> copied{};
    std::vector<year> shown{};
    std::vector<std::optional<year>> planned{};
    email contact{};
    good_edition book{};
    numbers said = {{1}};
    state now = state::open;
    std::vector<state> before{};

    bool operator==(const film&) const = default;
    static constexpr auto table() { return pg::table("films", pg::field<&film::id>.primary_key().identity()); }
};
struct area {
    pg::box value{};
    static constexpr auto domain() { return pg::domain("area"); }
    bool operator==(const area&) const = default;
};
struct plan {
    std::int64_t id{};
    std::vector<area> areas{};
    std::vector<std::vector<std::optional<area>>> rows{};

    bool operator==(const plan&) const = default;
    static constexpr auto table() { return pg::table("plans", pg::field<&plan::id>.primary_key()); }
};
/// Types of two lines around a composite type and around a domain.
struct corner {
    std::int32_t x{};
    std::optional<std::int32_t> y{};
    bool operator==(const corner&) const = default;
};
struct entrance {
    corner value{};
    bool operator==(const entrance&) const = default;
};
struct founded {
    year value{};
    auto operator<=>(const founded&) const = default;
};

}  // namespace

template <>
struct pgmodel::codec<founded> : pgmodel::wrapped<&founded::value> {};
template <>
struct pgmodel::codec<entrance> : pgmodel::wrapped<&entrance::value> {};

namespace {

struct studio {
    std::int64_t id{};
    founded begun{};
    std::optional<founded> over{};
    std::vector<founded> renamed{};
    entrance door{};
    std::optional<entrance> gate{};

    bool operator==(const studio&) const = default;
    static constexpr auto table() { return pg::table("studios", pg::field<&studio::id>.primary_key()); }
};
struct settled {
    state value{};
    static constexpr auto domain() { return pg::domain("settled"); }
    auto operator<=>(const settled&) const = default;
};
struct claim {
    std::int64_t id{};
    settled now{};
    std::optional<settled> later{};
    std::vector<settled> before{};

    bool operator==(const claim&) const = default;
    static constexpr auto table() {
        using c = claim;
        return pg::table("claims", pg::field<&c::id>.primary_key(), pg::field<&c::now>.index());
    }
};
constexpr pg::registry<film> models{};

film example() {
    return {.release = {1985},
            .copied = leap_year{{1988}},
            .shown = {{1986}, {1987}},
            .planned = {year{1990}, std::nullopt},
            .contact = {"a@b.example"},
            .book = {{.publisher = "x, y", .first = year{1950}, .years = {{{1952}}, {{1956}}}}},
            .said = {{1, 2}},
            .now = state::closed,
            .before = {state::open, state::closed}};
}

TEST(domains, travel_both_ways) {
    pg::session db{pgmodel_test::create_database("domains")};
    const auto empty = pgmodel_test::catalog_of(db);
    db.create_all(models);
    db.create_all(models);
    const film first = db.insert(example());
    EXPECT_EQ(db.get<film>(first.id), first);
    std::vector<film> many(3, example());
    many[1].copied.reset();
    many[2].shown.clear();
    many = db.insert(std::move(many));
    EXPECT_EQ(db.all(pg::select<film>().order_by(col<&film::id>)),
              (std::vector<film>{first, many[0], many[1], many[2]}));

    const auto count = [&db](const auto& condition) { return db.count(pg::select<film>().where(condition)); };
    EXPECT_EQ(count(col<&film::release> == year{1985}), 4);
    EXPECT_EQ(count(col<&film::release> > year{1985}), 0);
    EXPECT_EQ(count(col<&film::release>.in({year{1985}, year{1901}})), 4);
    EXPECT_EQ(count(col<&film::shown>.contains(year{1987})), 3);
    EXPECT_EQ(count(col<&film::shown> == std::vector<year>{{1986}, {1987}}), 3);
    EXPECT_EQ(count(col<&film::copied> == leap_year{{1988}}), 3);
    EXPECT_EQ(count(col<&film::contact> == email{"a@b.example"}), 4);
    EXPECT_EQ(count(col<&film::said> == numbers{{1, 2}}), 4);
    EXPECT_EQ(count(col<&film::now> == state::closed && col<&film::before>.contains(state::open)), 4);
    EXPECT_EQ(db.all(pg::select(pg::max(col<&film::release>))).at(0), year{1985});
    EXPECT_EQ((db.one<std::tuple<year, std::vector<year>>>(
                  "select release, shown from films where release = $1 limit 1", year{1985})),
              std::tuple(year{1985}, std::vector<year>{{1986}, {1987}}));
    EXPECT_EQ(
        db.scalar(pg::select(pg::cast<year>(col<&film::id> + pg::lit<1900>)).where(col<&film::id> == first.id)).value,
        1900 + first.id);
    film changed = first;
    changed.release = {1999};
    changed.shown = {{2001}};
    db.update(changed);
    EXPECT_EQ(db.get<film>(first.id), changed);

    db.drop_all(models);
    db.execute_script("drop schema shop");
    EXPECT_EQ(pgmodel_test::catalog_of(db), empty);
}

TEST(domains, are_what_the_catalog_says) {
    pg::session db{pgmodel_test::create_database("domains_catalog")};
    db.create_all(models);
    pgmodel_test::expect_introspected(db, models);
    struct row {
        std::string name;
        std::string type;
        bool not_null;
        std::optional<std::string> default_value;
        std::optional<std::string> collation;
        std::optional<std::string> comment;
        std::vector<std::string> checks;
    };
    const auto rows = db.all<row>(R"(
        select t.oid::regtype::text as name, format_type(typbasetype, typtypmod) as type, typnotnull as not_null,
               typdefault as default_value,
               (select collname::text from pg_collation c where c.oid = typcollation and collname <> 'default') as
                   collation,
               obj_description(t.oid, 'pg_type') as comment,
               array(select conname || ' ' || pg_get_constraintdef(c.oid) from pg_constraint c
                     where contypid = t.oid and contype = 'c'
                     order by conname) as checks
        from pg_type t join pg_namespace n on n.oid = typnamespace
        where typtype = 'd' and nspname in ('public', 'shop') order by 1)");
    std::vector<std::string> told;
    for (const auto& r : rows) {
        std::string text = r.name + " " + r.type + (r.not_null ? " not null " : " ") + r.default_value.value_or("") +
                           " " + r.collation.value_or("") + " " + r.comment.value_or("");
        for (const auto& c : r.checks)
            text += " " + c;
        told.push_back(text);
    }
    const std::vector<std::string> expected{
        "good_edition edition   ", "leap_year year    leap_year_check CHECK ((((VALUE)::integer % 4) = 0))",
        "numbers integer[]    numbers_check CHECK ((VALUE @> '{1}'::integer[]))",
        "shop.\"E-mail\" text not null 'nobody@it''s.example'::text C where to write to E-mail_check CHECK ((VALUE ~~ "
        "'%@%'::text))",
        "year integer    no_party CHECK ((VALUE <> 2000)) year_check CHECK (((VALUE >= 1901) AND (VALUE <= 2155)))"};
    EXPECT_EQ(told, expected);
    EXPECT_EQ(db.scalar<std::string>("select obj_description('shop.\"order\"'::regtype, 'pg_type')"), "of an order");
    EXPECT_EQ(db.scalar<std::string>("select format_type(atttypid, atttypmod) from pg_attribute where attrelid = "
                                     "'films'::regclass and attname = 'before'"),
              "shop.\"order\"[]");
}

TEST(domains, say_which_field_is_wrong) {
    pg::session db{pgmodel_test::create_database("domains_errors")};
    db.create_all(models);
    const auto violated = [&db](const film& row) {
        try {
            db.insert(row);
        } catch (const pg::check_violation& e) {
            return e.constraint() + " " + e.info().data_type + " " + e.field() + " " + e.what();
        }
        return std::string("nothing");
    };
    film bad = example();
    bad.contact = {"nowhere"};
    EXPECT_EQ(violated(bad),
              "E-mail_check E-mail contact pgmodel: check constraint \"E-mail_check\" of domain \"E-mail\" is "
              "violated (field contact) [23514]");
    bad = example();
    bad.copied = leap_year{{1989}};
    EXPECT_EQ(violated(bad), "leap_year_check leap_year copied pgmodel: check constraint \"leap_year_check\" of domain "
                             "\"leap_year\" is violated (field copied) [23514]");
    bad = example();
    bad.release = {2000};
    EXPECT_EQ(violated(bad),
              "no_party year  pgmodel: check constraint \"no_party\" of domain \"year\" is violated [23514]")
        << "three fields are years";
    bad = example();
    bad.said = {{2}};
    EXPECT_EQ(violated(bad).substr(0, 26), "numbers_check numbers said");
    EXPECT_THROW(db.execute("select $1::shop.\"E-mail\"", std::optional<std::string>{}), pg::not_null_violation);
    try {
        db.execute_script("select null::shop.\"E-mail\"");
        FAIL();
    } catch (const pg::not_null_violation& e) {
        EXPECT_STREQ(e.what(), "pgmodel: a value of domain \"E-mail\" must not be NULL [23502]");
    }
}

TEST(domains, functions_that_they_call) {
    using namespace pgmodel_test::calling;
    pg::session db{pgmodel_test::create_database("domains_functions")};
    db.create_all(countries);
    db.create_all(countries);
    db.insert(country{{"DE"}, {"Germany"}});
    EXPECT_THROW(db.insert(country{{"fr"}, {"France"}}), pg::check_violation);
    EXPECT_EQ(pg::schema::to_string(pg::migrate::compare(db, countries)), "");
    pg::session copy{pgmodel_test::create_database("domains_functions_copy")};
    copy.execute_script(pg::schema::create_script(pg::migrate::introspect(db).database));
    EXPECT_EQ(pg::schema::to_string(pg::migrate::compare(copy, countries)), "");
    db.drop_all(countries);
    EXPECT_TRUE(pgmodel_test::catalog_of(db).empty());
}

// PostgreSQL sorts and indexes domains of enums, but finds no operators for them: they are compared as the enum.
TEST(domains, of_an_enum) {
    using c = claim;
    pg::session db{pgmodel_test::create_database("domains")};
    db.create_all(pg::registry<claim>{});
    const std::vector<claim> rows{{1, {state::open}, std::nullopt, {{state::closed}}}, {2, {state::closed}, settled{state::open}, {}}};
    EXPECT_EQ(db.insert(rows), rows);
    constexpr auto now = pg::cast<state>(col<&c::now>);
    EXPECT_EQ(db.all(pg::select<claim>().where(now == state::closed || now.in({state::closed}))), std::vector{rows[1]});
    EXPECT_EQ(db.scalar(pg::select(pg::max(now))), state::closed);
    EXPECT_EQ(db.all(pg::select(col<&c::now>, pg::count()).group_by(col<&c::now>).order_by(col<&c::now>.desc())),
              (std::vector<std::tuple<settled, std::int64_t>>{{{state::closed}, 1}, {{state::open}, 1}}));
    EXPECT_EQ(db.all(pg::select(col<&c::id>).where(col<&c::before>.contains(std::vector<settled>{{state::closed}}))),
              std::vector<std::int64_t>{1});
    EXPECT_EQ(db.all(pg::select(col<&c::id>).where(col<&c::later>.is_not_null())), std::vector<std::int64_t>{2});
    EXPECT_EQ(db.all(pg::select(pg::greatest(col<&c::now>, col<&c::later>)).order_by(col<&c::id>)),
              (std::vector<settled>{{state::open}, {state::closed}}));
    EXPECT_THROW(db.execute("select from claims where now = 'open'"), pg::server_error) << "what is refused by us, too";
}

// In the text of their arrays semicolons stand between the elements, as between boxes.
TEST(domains, of_a_box) {
    pg::session db{pgmodel_test::create_database("domains")};
    db.create_all(pg::registry<plan>{});
    const area one{pg::box{{0, 0}, {1, 1}}}, two{pg::box{{3, 0}, {1, 4}}};
    const std::vector<plan> plans{{1, {one, two}, {{one, std::nullopt}, {two, one}}}, {2, {}, {}}};
    EXPECT_EQ(db.insert(plans), plans);
    EXPECT_EQ(db.all(pg::select<plan>().order_by(col<&plan::id>)), plans);
}

TEST(domains, in_types_of_two_lines) {
    pg::session db{pgmodel_test::create_database("domains")};
    db.create_all(pg::registry<studio>{});
    const studio first{1, {{1985}}, founded{{1990}}, {{{1986}}, {{1987}}}, {{1, 2}}, entrance{{3, std::nullopt}}};
    EXPECT_EQ(db.insert(first), first);
    const std::vector<studio> more{{2, {{1999}}, std::nullopt, {}, {{4, std::nullopt}}, entrance{{5, 6}}}};
    EXPECT_EQ(db.insert(more), more);
    EXPECT_EQ(db.all(pg::select<studio>().where(col<&studio::renamed>.contains(founded{{1987}}))), std::vector{first});
    EXPECT_EQ(db.scalar<std::vector<founded>>("select array_agg(begun order by id) from studios"), (std::vector<founded>{{{1985}}, {{1999}}}));
    try {
        db.insert(studio{.id = 3, .begun = {{1700}}});
        FAIL();
    } catch (const pg::check_violation& e) {
        EXPECT_EQ(e.info().data_type, "year");
    }
    try {
        db.insert(std::vector<studio>{{.id = 3, .begun = {{1985}}, .over = founded{{1700}}}});
        FAIL();
    } catch (const pg::check_violation& e) {
        EXPECT_EQ(e.info().data_type, "year");
    }
}

}  // namespace
