// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// The text, type and nullability of functions of texts, numbers, conditions, casts and times. That the server agrees is
// tested in integration/expressions_test.cpp.

#include <pgmodel.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "../../support/expression_text.hpp"

namespace functions_test {

namespace pg = pgmodel;
using pg::col;
using pg::lit;
using pgmodel_test::gives;
using pgmodel_test::nullable;
using pgmodel_test::text;
using pgmodel_test::types;
using pgmodel_test::values;

enum class mood { calm, busy };

struct item {
    std::int64_t big{};
    std::int32_t n{};
    std::int16_t small{};
    double ratio{};
    float single{};
    pg::numeric<10, 2> price{};
    bool active{};
    std::string name{};
    std::optional<std::string> nick{};
    std::optional<std::int32_t> maybe{};
    mood state = mood::calm;
    pg::date day{};
    pg::timestamptz at{};
    pg::interval span{};
};
using i = item;

using exact = pg::detail::any_numeric;

// Found beside the library's aggregates for a session, and meant.
int count(pgmodel::connection&);
int max(pgmodel::connection&, int);
int lower(pgmodel::connection&);
char table(pgmodel::connection&);
static_assert(sizeof(count(std::declval<pgmodel::session&>()) + max(std::declval<pgmodel::session&>(), 1) +
                     lower(std::declval<pgmodel::session&>())) == sizeof(int));
static_assert(sizeof(table(std::declval<pgmodel::session&>())) == 1);

TEST(functions, of_texts) {
    EXPECT_EQ(text(pg::trim(col<&i::name>)), "trim(name)");
    EXPECT_EQ(text(pg::trim(col<&i::name>, "x")), "trim(name, $1)");
    EXPECT_EQ(text(pg::substring(col<&i::name>, 2, 3)), "substring(name, $1, $2)");
    EXPECT_EQ(types(pg::substring(col<&i::name>, 2L, 3u)), "integer integer");
    EXPECT_EQ(text(pg::position("x", col<&i::name> + "y")), "position($1 in name || $2)");
    EXPECT_EQ(text(pg::position("x", pg::coalesce(col<&i::nick>, "")) > 3), "position($1 in coalesce(nick, $2)) > $3");
    EXPECT_EQ(text(pg::concat_ws(", ", col<&i::name>, "x")), "concat_ws($1, name, $2)");
    EXPECT_EQ(text(pg::concat(col<&i::name>, 5, col<&i::active>, pg::date{})), "concat(name, $1, active, $2)");
    EXPECT_EQ(types(pg::concat(col<&i::name>, 5, "x", pg::date{})), "integer text date");
    EXPECT_EQ(types(pg::concat_ws(", ", col<&i::maybe>, true)), "text boolean");
    EXPECT_EQ(text(pg::format("%s: %s", col<&i::name>, 5)), "format($1, name, $2)");
    EXPECT_EQ(text(pg::format(lit<"%s">, col<&i::maybe>)), "format('%s', maybe)");
    static_assert(!nullable(pg::format("%s", col<&i::nick>)) && nullable(pg::format(col<&i::nick>, "x")) &&
                  !nullable(pg::concat(col<&i::maybe>, 5)));
    EXPECT_EQ(text(pg::collate<"en_US">(col<&i::name>) < "x"), "name collate \"en_US\" < $1");
    EXPECT_EQ(text(pg::collate<"C">(col<&i::name> + "x")), "(name || $1) collate \"C\"");
    static_assert(nullable(pg::left(col<&i::nick>, 1)) && !nullable(pg::left(col<&i::name>, 1)) &&
                  nullable(pg::left(col<&i::name>, col<&i::maybe>)));
    static_assert(!nullable(pg::concat_ws(lit<"">, col<&i::nick>)) && nullable(pg::concat_ws(col<&i::nick>, "x")));
    static_assert(nullable(pg::regexp_match(col<&i::name>, lit<"x">)));
    static_assert(gives<std::int32_t>(pg::strpos(col<&i::name>, lit<"x">)));
    EXPECT_THROW((void)pg::left(col<&i::name>, 1LL << 40), pg::encode_error);
}

TEST(functions, patterns_of_texts) {
    EXPECT_EQ(text(col<&i::name>.contains("x")), "name like $1");
    EXPECT_EQ(values(col<&i::name>.contains("50%_\\")), "%50\\%\\_\\\\%");
    EXPECT_EQ(values(col<&i::name>.starts_with("a_b")), "a\\_b%");
    EXPECT_EQ(values(col<&i::name>.ends_with(std::string("a"))), "%a");
    EXPECT_EQ(types(col<&i::name>.ends_with("a")), "text");
    EXPECT_EQ(text(col<&i::name>.icontains("x")), "name ilike $1");
    EXPECT_EQ(text(col<&i::name>.contains(col<&i::nick>)), "strpos(name, nick) > 0");
    EXPECT_EQ(text(!col<&i::name>.contains(col<&i::nick>)), "not strpos(name, nick) > 0");
    EXPECT_EQ(text(col<&i::name>.istarts_with(col<&i::nick>)), "starts_with(lower(name), lower(nick))");
    EXPECT_EQ(text(col<&i::name>.ends_with(col<&i::nick>)), "right(name, length(nick)) = nick");
    EXPECT_EQ(text(col<&i::name>.regex("^a") && col<&i::active>), "name ~ $1 and active");
    EXPECT_EQ(text((col<&i::name> + "x").iregex("^a")), "name || $1 ~* $2");
    EXPECT_EQ(pg::escape_like("a%b"), "a\\%b");
    static_assert(nullable(col<&i::name>.contains(col<&i::nick>)) && nullable(col<&i::nick>.regex(lit<"x">)));
}

TEST(functions, of_numbers) {
    static_assert(gives<std::int64_t>(col<&i::small> + col<&i::big>) && gives<double>(col<&i::single> + col<&i::n>) &&
                  gives<float>(col<&i::single> * col<&i::single>) && gives<exact>(col<&i::price> / col<&i::n>) &&
                  gives<double>(col<&i::price> * col<&i::ratio>) &&
                  gives<std::int16_t>(col<&i::small> % col<&i::small>));
    static_assert(gives<double>(pg::round(col<&i::n>)) && gives<exact>(pg::round(col<&i::price>, lit<1>)) &&
                  gives<double>(pg::power(col<&i::n>, lit<2>)) && gives<exact>(pg::power(col<&i::n>, col<&i::price>)) &&
                  gives<pg::numeric<10, 2>>(pg::abs(col<&i::price>)) && gives<double>(pg::sin(col<&i::price>)));
    static_assert(nullable(pg::abs(col<&i::maybe>)) && nullable(pg::power(col<&i::n>, col<&i::maybe>)) &&
                  !nullable(pg::random()));
    EXPECT_EQ(text(pg::power(2, col<&i::n>)), "power($1, n)");
    EXPECT_EQ(text(pg::log10(col<&i::n>)), "log(n)");
    EXPECT_EQ(text(pg::round(col<&i::price> * 2, 1)), "round(price * $1, $2)");
    EXPECT_EQ(types(pg::round(col<&i::price> * 2, 1)), "numeric integer");
    EXPECT_EQ(text(pg::div(col<&i::price>, 2)), "div(price, $1)");
    EXPECT_EQ(values(1'000'000'000'000 * col<&i::price>), "1000000000000")
        << "a factor may be larger than the column's values";
    EXPECT_EQ(values(col<&i::price> * pg::numeric<5, 4>("0.0825")), "0.0825");
    EXPECT_EQ(values(col<&i::price> == pg::numeric<5, 4>("0.0825")), "0.0825");
}

TEST(functions, aggregates) {
    static_assert(gives<std::int64_t>(pg::sum(col<&i::n>)) && gives<exact>(pg::sum(col<&i::big>)) &&
                  gives<exact>(pg::sum(col<&i::price>)) && gives<float>(pg::sum(col<&i::single>)) &&
                  gives<double>(pg::sum(col<&i::ratio>)) && gives<pg::interval>(pg::sum(col<&i::span>)));
    static_assert(gives<exact>(pg::avg(col<&i::n>)) && gives<double>(pg::avg(col<&i::single>)) &&
                  gives<pg::interval>(pg::avg(col<&i::span>)) && nullable(pg::avg(col<&i::n>)));
    EXPECT_EQ(text(pg::sum(col<&i::n> * (lit<1> - col<&i::price>)) / lit<7>), "sum(n * (1 - price)) / 7");
    EXPECT_EQ(text(pg::sum(col<&i::n>).distinct().filter(col<&i::active>)), "sum(distinct n) filter (where active)");
    EXPECT_EQ(text(pg::sum(col<&i::n>).over(pg::order_by(col<&i::n>))), "sum(n) over (order by n)");
    EXPECT_EQ(text(pg::bool_and(col<&i::n> > 3)), "bool_and(n > $1)");
    static_assert(gives<bool>(pg::bool_or(col<&i::active>)) && nullable(pg::bool_or(col<&i::active>)));
    static_assert(gives<std::int16_t>(pg::bit_and(col<&i::small>)) && gives<std::int64_t>(pg::bit_xor(col<&i::big>)));
    static_assert(gives<exact>(pg::stddev_samp(col<&i::n>)) && gives<double>(pg::var_pop(col<&i::single>)));
    EXPECT_EQ(text(pg::constant<pg::numeric<>, "0.2"> * pg::avg(col<&i::n>)), "0.2 * avg(n)");
    EXPECT_EQ(text(pg::constant<pg::numeric<>, "7"> * pg::constant<pg::numeric<4, 1>, "-7.5">),
              "numeric '7' * numeric '-7.5'");
    EXPECT_EQ(text(pg::corr(col<&i::n>, col<&i::price>)), "corr(n, price)");
}

TEST(functions, that_choose) {
    const auto size = pg::case_when(col<&i::n> > 100, "big").when(col<&i::n> > 10, "middle").otherwise("small");
    EXPECT_EQ(text(size), "case when n > $1 then $2 when n > $3 then $4 else $5 end");
    EXPECT_EQ(values(size), "100 big 10 middle small");
    EXPECT_EQ(text(size == "big"), "case when n > $1 then $2 when n > $3 then $4 else $5 end = $6");
    EXPECT_EQ(text(pg::case_when(col<&i::active>, col<&i::n>).otherwise(col<&i::big>)),
              "case when active then n else big end");
    EXPECT_EQ(text(pg::case_when(col<&i::active>, lit<mood::calm>).otherwise(lit<mood::busy>)),
              "cast(case when active then 'calm' else 'busy' end as mood)");
    EXPECT_EQ(text(pg::case_when(col<&i::active>, lit<mood::calm>).otherwise(col<&i::state>)),
              "case when active then 'calm' else state end");
    static_assert(!nullable(pg::case_when(col<&i::active>, col<&i::n>).otherwise(lit<1>)) &&
                  nullable(pg::case_when(col<&i::active>, col<&i::n>)) &&
                  nullable(pg::case_when(col<&i::active>, col<&i::maybe>).otherwise(lit<1>)) &&
                  nullable(pg::case_when(col<&i::active>, col<&i::n>).otherwise(pg::null<std::int32_t>)));
    static_assert(gives<std::int64_t>(pg::case_when(col<&i::active>, col<&i::n>).otherwise(col<&i::big>)));
    EXPECT_TRUE(gives<std::string>(size));
    EXPECT_EQ(text(pg::nullif(col<&i::n>, 0)), "nullif(n, $1)");
    EXPECT_EQ(text(pg::greatest(col<&i::n>, 1, col<&i::maybe>)), "greatest(n, $1, maybe)");
    static_assert(nullable(pg::nullif(col<&i::n>, lit<0>)) && !nullable(pg::least(col<&i::n>, col<&i::maybe>)) &&
                  nullable(pg::least(col<&i::maybe>, col<&i::maybe>)));
    EXPECT_EQ(text(pg::null<pg::timestamptz>), "cast(null as timestamp with time zone)");
    EXPECT_EQ(types(pg::value("x")), "text");
    EXPECT_EQ(types(pg::value(std::uint16_t{5})), "integer");
}

TEST(functions, truth) {
    EXPECT_EQ(text((col<&i::maybe> == 1).is_not_true()), "maybe = $1 is not true");
    EXPECT_EQ(text((col<&i::maybe> == 1 || col<&i::active>).is_false()), "(maybe = $1 or active) is false");
    static_assert(!nullable((col<&i::maybe> == col<&i::n>).is_true()));
}

TEST(functions, casts) {
    EXPECT_EQ(text(pg::cast<std::int64_t>(col<&i::n>)), "cast(n as bigint)");
    EXPECT_EQ(text(pg::cast<pg::numeric<6, 1>>(col<&i::price> + 1)), "cast(price + $1 as numeric(6,1))");
    EXPECT_EQ(text(pg::cast<pg::varchar<3>>(col<&i::name>)), "cast(name as character varying(3))");
    EXPECT_EQ(text(pg::cast<mood>(col<&i::name>)), "cast(name as mood)");
    static_assert(gives<pg::varchar<3>>(pg::cast<pg::varchar<3>>(col<&i::name>)) &&
                  nullable(pg::cast<std::string>(col<&i::maybe>)));
}

TEST(functions, of_times) {
    using namespace std::chrono_literals;
    EXPECT_EQ(text(col<&i::at> + 24h), "at + $1");
    EXPECT_EQ(types(col<&i::at> + 24h), "interval");
    EXPECT_EQ(types(col<&i::at> - pg::timestamptz()), "timestamp with time zone");
    EXPECT_EQ(types(col<&i::day> + 1), "integer");
    EXPECT_EQ(types(col<&i::span> * 2), "double precision");
    EXPECT_EQ(text(pg::now() - pg::constant<pg::interval, "7 days"> < col<&i::at>), "now() - interval '7 days' < at");
    EXPECT_EQ(text(pg::extract<"year">(col<&i::at> + col<&i::span>)), "extract(year from at + span)");
    EXPECT_EQ(text(pg::date_trunc<"day">(col<&i::at>)), "date_trunc('day', at)");
    EXPECT_EQ(text(pg::date_trunc<"day", "Europe/Berlin">(col<&i::at>)), "date_trunc('day', at, 'Europe/Berlin')");
    EXPECT_EQ(text(pg::date_trunc<"day">(col<&i::at>, col<&i::nick>)), "date_trunc('day', at, nick)");
    static_assert(nullable(pg::date_trunc<"day">(col<&i::at>, col<&i::nick>)));
    EXPECT_EQ(text(pg::at_time_zone<"UTC">(col<&i::at>)), "at at time zone 'UTC'");
    EXPECT_EQ(text(pg::at_time_zone<"UTC">(col<&i::at> + 1h) - pg::at_time_zone(col<&i::at>, "UTC")),
              "(at + $1) at time zone 'UTC' - at at time zone $2");
    EXPECT_EQ(text(pg::current_date - col<&i::day>), "current_date - day");
    EXPECT_EQ(text(pg::make_interval(1, 2)), "make_interval($1, $2)");
    static_assert(
        gives<std::int32_t>(pg::current_date - col<&i::day>) && gives<pg::interval>(pg::now() - col<&i::at>) &&
        gives<pg::timestamp>(col<&i::day> + col<&i::span>) && gives<pg::timestamptz>(col<&i::at> - col<&i::span>) &&
        gives<pg::timestamp>(pg::at_time_zone<"UTC">(col<&i::at>)) && gives<exact>(pg::extract<"year">(col<&i::at>)) &&
        gives<pg::timestamptz>(pg::date_trunc<"day">(col<&i::day>)));
    static_assert(decltype(pg::date_trunc<"day", "UTC">(col<&i::at>))::constant);
}

/// Inside templates, too, nothing needs the word `template`.
template <class T>
std::string in_a_template() {
    return text(
        pg::case_when(col<&T::n>.between(1, 5), pg::upper(col<&T::name>)).otherwise(pg::left(col<&T::name>, 1)) +
        pg::cast<std::string>(pg::extract<"year">(col<&T::at>)));
}
TEST(functions, in_templates) {
    EXPECT_EQ(in_a_template<item>(), "case when n between $1 and $2 then upper(name) else left(name, $3) end || "
                                     "cast(extract(year from at) as text)");
}

inline constexpr auto levenshtein = pg::function<"levenshtein", std::int32_t(std::string, std::string)>;
inline constexpr auto find_word =
    pg::function<"Tools.find", std::optional<std::string>(std::optional<std::string>, std::int64_t)>;
inline constexpr auto mode_of = pg::aggregate<"my_mode", std::optional<double>(double)>;
inline constexpr auto distance = pg::operator_of<"<->", float(std::string, std::string)>;
inline constexpr auto scaled = pg::operator_of<"tools.*", double(double, double)>;
inline constexpr auto root = pg::operator_of<"|/", double(double)>;

TEST(functions, of_the_user) {
    EXPECT_EQ(text(levenshtein(col<&i::name>, "x") < 3), "levenshtein(name, $1) < $2");
    EXPECT_EQ(text(find_word(col<&i::nick>, col<&i::n>)), "\"Tools\".find(nick, n)");
    EXPECT_EQ(text(find_word(std::optional<std::string>(), 5)), "\"Tools\".find($1, $2)");
    EXPECT_EQ(values(find_word(std::nullopt, 5)), "null 5");
    EXPECT_EQ(text(mode_of(col<&i::n>)), "my_mode(n)");
    EXPECT_EQ(text(distance(col<&i::name>, "x") < 0.5), "name <-> $1 < $2");
    EXPECT_EQ(text(scaled(col<&i::ratio>, 2) * 2), "(ratio operator(tools.*) $1) * $2");
    EXPECT_EQ(text(root(col<&i::ratio> + 1)), "|/ ratio + $1");
    static_assert(nullable(levenshtein(col<&i::nick>, lit<"x">)) && !nullable(levenshtein(col<&i::name>, lit<"x">)));
    static_assert(nullable(find_word(col<&i::name>, lit<1>)));
    static_assert(decltype(mode_of(col<&i::n>))::aggregate && gives<double>(mode_of(col<&i::n>)));
}

}  // namespace functions_test
