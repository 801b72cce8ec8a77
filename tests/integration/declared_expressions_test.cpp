// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Expressions of every kind as checks, keys and conditions of indexes, generated columns and defaults: the server takes
// each as it is written, and what it prints of them afterwards is no difference from the models.

#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/bits.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/document_path.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/expression/geometry.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/network.hpp>
#include <pgmodel/expression/range.hpp>
#include <pgmodel/expression/ranking.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/types/interval.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <chrono>

#include "database.hpp"

namespace declared_expressions_test {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

enum class stage { draft, live };
struct options {
    std::string theme{};
    int size{};
};
struct address {
    std::string street{};
    std::string zip{};
};

struct checked {
    std::int64_t id{};
    std::int32_t n{};
    std::int32_t m{};
    std::string name{};
    std::optional<std::string> nick{};
    stage state{};
    pg::jsonb_text doc{};
    pg::jsonb<options> setup{};
    std::vector<std::string> tags{};
    pg::range<pg::date> span{};
    pg::date day{};
    pg::timestamptz at{};
    pg::interval length{};
    pg::inet ip{};
    pg::box frame{};
    pg::numeric<10, 2> price{};
    double weight{};
    bool active{};
    pg::uuid key{};
    pg::bytes raw{};
    pg::varchar<20> code{};
    address home{};

    static constexpr auto table() {
        using c = checked;
        constexpr pg::range<pg::date> of_2024(pg::date("2024-01-01"), pg::date("2025-01-01"));
        return pg::table(
            "checked", pg::field<&c::id>.primary_key(), pg::check(col<&c::n>.between(1, 5)),
            pg::check(!col<&c::n>.in({1, 2}) || col<&c::name> == "it's"),
            pg::check(col<&c::state>.in({stage::draft, stage::live})),
            pg::check(col<&c::name>.like("a%") && !col<&c::name>.ilike("B_")),
            pg::check(col<&c::name>.regex("^[a-z]+$") || col<&c::name>.not_iregex("x")),
            pg::check(col<&c::nick>.is_not_null() || col<&c::nick>.is_distinct_from("x")),
            pg::check(pg::coalesce(col<&c::nick>, "") != "q"),
            pg::check(pg::case_when(col<&c::n> > 1, col<&c::m>).otherwise(5) > 2),
            pg::check(pg::length(pg::trim(col<&c::name>)) > 0),
            pg::check(pg::row(col<&c::n>, col<&c::m>) < pg::row(5, 6)),
            pg::check(pg::cardinality(col<&c::tags>) <= 5 && col<&c::tags>.contains(pg::array(lit<"x">))),
            pg::check("x" == pg::any(col<&c::tags>) && col<&c::tags>[1] == "x"),
            pg::check(pg::array_append(col<&c::tags>, "x") != "x" + col<&c::tags>),
            pg::check(col<&c::tags> + "y" != pg::array(col<&c::name>, "z")),
            pg::check(col<&c::doc>["a"].as_text() == "x" && pg::has_key(col<&c::doc>, lit<"b">)),
            pg::check(pg::to_jsonb("x") != col<&c::doc> && pg::jsonb_build_array("x", col<&c::name>) != col<&c::doc>),
            pg::check(pg::path_exists(col<&c::doc>, lit<"$.a">) || pg::jsonb_typeof(col<&c::doc>) == "object"),
            pg::check(pg::at<&options::size>(col<&c::setup>) > 5 || pg::at<&options::theme>(col<&c::setup>) == "x"),
            pg::check(!pg::isempty(col<&c::span>) && pg::lower(col<&c::span>) > pg::date("2000-01-01")),
            pg::check(col<&c::span>.contains(pg::date("2024-01-01")) || pg::adjacent_to(of_2024, col<&c::span>)),
            pg::check(col<&c::day> + 7 > pg::date("2000-01-01") && pg::extract<"year">(col<&c::day>) > 2000),
            pg::check(pg::at_time_zone<"UTC">(col<&c::at>) > pg::timestamp("2000-01-01 00:00:00")),
            pg::check(col<&c::at> + std::chrono::hours(24) > pg::timestamptz("2000-01-01 00:00+00")),
            pg::check(col<&c::length> > pg::constant<pg::interval, "1 day">),
            pg::check(pg::masklen(col<&c::ip>) == 32 && pg::subnet_of(col<&c::ip>, pg::cidr("10.0.0.0/8"))),
            pg::check(pg::area(col<&c::frame>) > 5.5 && col<&c::frame>.contains(pg::point{1, 2})),
            pg::check(col<&c::price> * 2 >= col<&c::n> && pg::round(col<&c::price>, 1) != 0),
            pg::check(col<&c::weight> / 2 > 1e10 || -col<&c::weight> == 0.1),
            pg::check(col<&c::active> == true || !col<&c::active>),
            pg::check((col<&c::n> & 4) == 0 && (col<&c::n> << 1) > 3 && pg::abs(col<&c::n> % 3) < 9),
            pg::check(pg::octet_length(col<&c::raw>) < 100 || col<&c::key> != pg::uuid{}),
            pg::check(col<&c::home, &address::zip> == "1" && col<&c::code> == "x" && pg::lower(col<&c::code>) != "y"),
            pg::check(pg::greatest(col<&c::n>, col<&c::m>, 3) < 10 && pg::nullif(col<&c::n>, 0).is_not_null()),
            pg::check(pg::raw<"$1 similar to 'a'", bool>(col<&c::name>) || pg::collate<"C">(col<&c::name>) < "z"),
            pg::check(pg::split_part(col<&c::name>, "-", 1) == "a" && pg::position("x", col<&c::name>) > 0),
            pg::index(pg::lower(col<&c::name>), pg::coalesce(col<&c::nick>, lit<"">)),
            pg::index(col<&c::doc>[lit<"a">].as_text()), pg::index(col<&c::doc>.ops(pg::jsonb_path_ops)).using_gin(),
            pg::index(pg::at<&options::theme>(col<&c::setup>)), pg::index(col<&c::home, &address::zip>),
            pg::index(pg::cast<pg::date>(pg::at_time_zone<"UTC">(col<&c::at>)).desc()),
            pg::index(col<&c::n>).where(col<&c::state> == lit<stage::live> && col<&c::nick>.is_null()),
            pg::index(col<&c::n>).where(col<&c::n>.in(pg::array(lit<1>, lit<2>)) || !col<&c::active>),
            pg::index(col<&c::n>).where(col<&c::name>.like(lit<"a%">) && col<&c::n>.between(lit<1>, lit<5>)),
            pg::index(pg::cardinality(col<&c::tags>), col<&c::n> + col<&c::m>),
            pg::index(pg::case_when(col<&c::n> > lit<1>, lit<"a">).otherwise(lit<"b">)),
            pg::index(col<&c::ip>.ops(pg::operator_class<"inet_ops">)).using_gist(),
            pg::index(col<&c::at>.ops(pg::operator_class<"timestamptz_minmax_multi_ops">, pg::with("values_per_range", 16)))
                .using_brin(),
            pg::index(pg::setweight<'A'>(pg::to_tsvector<"simple">(col<&c::name>))).using_gin(),
            pg::exclude(col<&c::span>.with(pg::op<"&&">)).using_gist().where(col<&c::active>));
    }
};

struct generated {
    std::int64_t id{};
    std::int32_t n = 12;
    std::string name{};
    std::optional<std::string> nick{};
    pg::date day{};
    pg::timestamptz at{};
    pg::jsonb_text doc{"{}"};
    pg::numeric<10, 2> price{};
    std::vector<std::string> tags{"a", "b"};
    pg::range<pg::date> span{};
    stage state{};
    pg::uuid key{};
    std::optional<std::string> joined{}, part{}, chosen{}, start{};
    std::optional<std::int32_t> twice{}, year{}, count{};
    std::optional<pg::tsvector> words{};
    std::optional<pg::numeric<>> gross{};
    std::optional<bool> old{}, live{};
    std::optional<pg::date> from{}, until{};
    std::optional<pg::timestamp> utc{};
    std::optional<std::vector<std::string>> more{}, parts{};

    static constexpr auto table() {
        using g = generated;
        return pg::table(
            "generated", pg::field<&g::id>.primary_key(), pg::field<&g::n>.server_default(lit<3> * lit<4>),
            pg::field<&g::name>.server_default(pg::upper(lit<"x">) + lit<"y">),
            pg::field<&g::day>.server_default(pg::cast<pg::date>(pg::at_time_zone<"UTC">(pg::now()))),
            pg::field<&g::at>.server_default(pg::now() + pg::constant<pg::interval, "1 day">),
            pg::field<&g::doc>.server_default(pg::jsonb_build_object("a", 1)),
            pg::field<&g::tags>.server_default(pg::array(lit<"a">, lit<"b">)),
            pg::field<&g::key>.server_default(pg::gen_random_uuid()),
            pg::field<&g::joined>.generated(pg::lower(col<&g::name>) + lit<"-"> + col<&g::nick>),
            pg::field<&g::part>.generated(col<&g::doc>[lit<"a">].as_text()),
            pg::field<&g::chosen>.generated(pg::case_when(col<&g::n> > 5, "a").when(col<&g::n> > 3, "b").otherwise("c")),
            pg::field<&g::start>.generated(pg::left(col<&g::name>, 5)),
            pg::field<&g::twice>.generated(col<&g::n> * 2 + 1),
            pg::field<&g::year>.generated(pg::cast<std::int32_t>(pg::extract<"year">(col<&g::day>))),
            pg::field<&g::count>.generated(pg::cardinality(col<&g::tags>)),
            pg::field<&g::words>.generated(
                pg::setweight<'A'>(pg::to_tsvector<"english">(col<&g::name>)) +
                pg::setweight<'B'>(pg::to_tsvector<"english">(pg::coalesce(col<&g::nick>, lit<"">)))),
            pg::field<&g::gross>.generated(col<&g::price> * pg::numeric<3, 2>("1.19")),
            pg::field<&g::old>.generated(col<&g::n> > 5 && col<&g::nick>.is_null()),
            pg::field<&g::live>.generated(col<&g::state> == stage::live),
            pg::field<&g::from>.generated(pg::lower(col<&g::span>)), pg::field<&g::until>.generated(col<&g::day> + 7),
            pg::field<&g::utc>.generated(pg::at_time_zone<"UTC">(col<&g::at>)),
            pg::field<&g::more>.generated(col<&g::tags> + "x"),
            pg::field<&g::parts>.generated(pg::string_to_array(col<&g::name>, ",")));
    }
};
inline constexpr pg::registry<checked, generated> models{};

TEST(declared_expressions, are_what_the_server_has_of_them) {
    pg::session db{pgmodel_test::create_database("declared_expressions")};
    db.create_all(models);
    EXPECT_EQ(pg::schema::to_string(pg::migrate::compare(db, models)), "");
    const auto script = pg::create_script(models);
    EXPECT_NE(script.find("check (tags || 'y'::text <> array[name, 'z'])"), script.npos) << script;
    EXPECT_NE(script.find("check (to_jsonb('x'::text) <> doc and "), script.npos) << script;
}

TEST(declared_expressions, give_their_values) {
    pg::session db{pgmodel_test::create_database("declared_values")};
    db.create_all(pg::registry<generated>{});
    const auto row = db.insert(generated{.id = 1, .name = "a,B", .nick = "q", .price = pg::numeric<10, 2>("10.00")});
    EXPECT_EQ(row.joined, "a,b-q");
    EXPECT_EQ(row.chosen, "a");
    EXPECT_EQ(row.twice, 25);
    EXPECT_EQ(row.gross->to_string(), "11.9000");
    EXPECT_EQ(row.more, (std::vector<std::string>{"a", "b", "x"}));
    EXPECT_EQ(db.scalar<std::vector<std::string>>("select parts from generated"), (std::vector<std::string>{"a", "B"}));
}

}  // namespace declared_expressions_test
