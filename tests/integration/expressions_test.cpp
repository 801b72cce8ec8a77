// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Every operator and function of texts, numbers, conditions, casts and times, once on a real server.

#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include "evaluate.hpp"

namespace expressions_test {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

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
    pg::varchar<20> code{};
    std::optional<std::string> none{};
    std::optional<std::int32_t> maybe{};
    mood state = mood::calm;
    pg::date day{};
    pg::timestamp local{};
    pg::timestamptz at{};
    pg::time_of_day clock{};
    pg::interval span{};
};
using i = item;

class expressions : public pgmodel_test::evaluation {
protected:
    static void SetUpTestSuite() {
        begin("expressions",
              "set timezone = 'UTC';"
              "create type mood as enum ('calm', 'busy');"
              "create table item (big bigint, n integer, small smallint, ratio double precision, single real, price "
              "numeric(10,2),"
              " active boolean, name text, code varchar(20), none text, maybe integer, state mood, day date, local "
              "timestamp,"
              " at timestamptz, clock time, span interval);"
              "insert into item values (7000000000, 7, 3, 2.5, 1.5, 19.99, true, 'Grace Hopper', 'ab_c', null, null, "
              "'busy',"
              " '2024-05-17', '2024-05-17 08:30:15', '2024-05-17 08:30:15+00', '08:30:15', '1 day 02:00:00')");
    }
};

TEST_F(expressions, comparisons) {
    expect(col<&i::n> == 7, "true");
    expect(col<&i::n> != 7, "false");
    expect(col<&i::n> < col<&i::ratio>, "false");
    expect(col<&i::price> <= col<&i::big>, "true");
    expect(col<&i::maybe> > 3, "NULL");
    expect(col<&i::name> >= "G", "true");
    expect(pg::cast<pg::timestamptz>(col<&i::day>) < col<&i::at>, "true");
    expect(col<&i::n>.between(col<&i::small> + 1, 7), "true");
    expect(!col<&i::n>.between(1, 3), "true");
    expect(col<&i::maybe>.is_null(), "true");
    expect(col<&i::maybe>.is_not_null(), "false");
    expect(col<&i::maybe>.is_distinct_from(5), "true");
    expect(col<&i::maybe>.is_not_distinct_from(std::optional<std::int32_t>()), "true");
    expect(col<&i::n>.in({1, 7}), "true");
    expect(col<&i::n>.not_in({1, 7}), "false");
    expect(col<&i::active> && col<&i::maybe> == 1, "NULL");
    expect(col<&i::active> || col<&i::maybe> == 1, "true");
    expect(!(col<&i::maybe> == 1), "NULL");
    expect((col<&i::maybe> == 1).is_true(), "false");
    expect((col<&i::maybe> == 1).is_not_true(), "true");
    expect(col<&i::active>.is_false(), "false");
    expect((col<&i::maybe> == 1).is_not_false(), "true");
}

TEST_F(expressions, arithmetic) {
    expect(col<&i::n> + 1, "8");
    expect(col<&i::n> - col<&i::big>, "-6999999993");
    expect(col<&i::small> * col<&i::small>, "9");
    expect(col<&i::n> / 2, "3");
    expect(col<&i::n> % 4, "3");
    expect(-col<&i::n>, "-7");
    expect(col<&i::ratio> * 2, "5");
    expect(col<&i::single> + col<&i::n>, "8.5");
    expect(col<&i::single> + col<&i::single>, "3");
    expect(col<&i::price> * 3, "59.97");
    expect(col<&i::price> + col<&i::price>, "39.98");
    expect(col<&i::price> * pg::numeric<5, 3>("0.175"), "3.49825");
    expect(col<&i::price> * col<&i::n>, "139.93");
    expect(col<&i::price> * col<&i::ratio>, "49.974999999999994");
    expect(col<&i::price> % 5, "4.99");
    expect(1000000000000 * col<&i::price>, "19990000000000.00");
    expect(pg::abs(-col<&i::n>), "7");
    expect(pg::abs(col<&i::price>), "19.99");
    expect(pg::sign(col<&i::price>), "1");
    expect(pg::ceil(col<&i::price>), "20");
    expect(pg::floor(col<&i::ratio>), "2");
    expect(pg::round(col<&i::ratio>), "2");
    expect(pg::round(col<&i::price>, 1), "20.0");
    expect(pg::round(col<&i::n>), "7");
    expect(pg::trunc(col<&i::ratio>), "2");
    expect(pg::trunc(col<&i::price>, 1), "19.9");
    expect(pg::sqrt(col<&i::n> + 2), "3");
    expect(pg::cbrt(col<&i::n> + 1), "2");
    expect(pg::exp(col<&i::ratio> - 2.5), "1");
    expect(pg::ln(col<&i::ratio> - 1.5), "0");
    expect(pg::log10(col<&i::n> + 93), "2");
    expect(pg::power(col<&i::n>, 2), "49");
    expect(pg::power(2, col<&i::price>), "1041332.9564953854");
    expect(pg::power(col<&i::ratio>, 2), "6.25");
    expect(pg::mod(col<&i::n>, 4), "3");
    expect(pg::mod(col<&i::small>, col<&i::big>), "3");
    expect(pg::gcd(col<&i::n>, 21), "7");
    expect(pg::lcm(col<&i::n>, 2), "14");
    expect(pg::div(col<&i::price>, 3), "6");
    expect(pg::factorial(col<&i::small>), "6");
    expect(pg::width_bucket(col<&i::ratio>, 0, 10, 4), "2");
    expect(pg::sin(col<&i::n> - 7), "0");
    expect(pg::cos(col<&i::n> - 7), "1");
    expect(pg::tan(col<&i::n> - 7), "0");
    expect(pg::asin(col<&i::n> - 7), "0");
    expect(pg::acos(col<&i::n> - 6), "0");
    expect(pg::atan(col<&i::n> - 7), "0");
    expect(pg::atan2(col<&i::n> - 7, 1), "0");
    expect(pg::degrees(pg::pi()), "180");
    expect(pg::radians(col<&i::n> - 7), "0");
    expect_any(pg::random());
    expect(col<&i::small> + lit<1>, "4");
    expect(col<&i::small> + lit<3000000000>, "3000000003");
}

TEST_F(expressions, aggregates) {
    expect(pg::sum(col<&i::n>), "7");
    expect(pg::sum(col<&i::big>), "7000000000");
    expect(pg::sum(col<&i::price>), "19.99");
    expect(pg::sum(col<&i::single>), "1.5");
    expect(pg::sum(col<&i::ratio>), "2.5");
    expect(pg::sum(col<&i::span>), "1 day 02:00:00");
    expect(pg::sum(col<&i::maybe>), "NULL");
    expect(pg::constant<pg::numeric<5, 2>, "100.00"> * pg::sum(col<&i::n>), "700.00");
    expect(pg::constant<pg::numeric<>, "-2"> * pg::sum(col<&i::n>), "-14");
    expect(pg::avg(col<&i::small>), "3.0000000000000000");
    expect(pg::avg(col<&i::big>), "7000000000.00000000");
    expect(pg::avg(col<&i::single>), "1.5");
    expect(pg::avg(col<&i::span>), "1 day 02:00:00");
    expect(pg::bool_and(col<&i::n> > 7), "false");
    expect(pg::bool_or(col<&i::active>), "true");
    expect(pg::bit_and(col<&i::small>), "3");
    expect(pg::bit_or(col<&i::n>), "7");
    expect(pg::bit_xor(col<&i::big>), "7000000000");
    expect(pg::stddev_samp(col<&i::n>), "NULL");
    expect(pg::stddev_pop(col<&i::ratio>), "0");
    expect(pg::var_samp(col<&i::price>), "NULL");
    expect(pg::var_pop(col<&i::n>), "0");
    expect(pg::corr(col<&i::n>, col<&i::ratio>), "NULL");
    expect(pg::covar_samp(col<&i::n>, col<&i::price>), "NULL");
    expect(pg::covar_pop(col<&i::n>, col<&i::ratio>), "0");
    expect(pg::regr_slope(col<&i::n>, col<&i::ratio>), "NULL");
    expect(pg::regr_intercept(col<&i::n>, col<&i::ratio>), "NULL");
    expect(pg::regr_r2(col<&i::n>, col<&i::ratio>), "NULL");
}
TEST_F(expressions, texts) {
    expect(col<&i::name> + "!", "Grace Hopper!");
    expect(col<&i::name> + col<&i::none>, "NULL");
    expect(pg::concat(col<&i::name>, "-", col<&i::none>, col<&i::code>), "Grace Hopper-ab_c");
    expect(pg::concat_ws(", ", col<&i::code>, col<&i::none>, "x"), "ab_c, x");
    // Values of any type, as the server prints them.
    expect(pg::concat(col<&i::name>, col<&i::n>, " ", col<&i::active>, " ", col<&i::day>, " ", col<&i::maybe>, col<&i::state>),
           "Grace Hopper7 t 2024-05-17 busy");
    expect(pg::concat(col<&i::n>, 5, 2.5, true, pg::date{2024, 1, 2}, pg::numeric<10, 2>{"1.50"}, mood::calm), "752.5t2024-01-021.50calm");
    expect(pg::concat(col<&i::span>, lit<1>, lit<"x">, lit<mood::busy>, pg::null<std::int32_t>), "1 day 02:00:001xbusy");
    expect(pg::concat_ws("-", col<&i::price>, col<&i::maybe>, col<&i::clock>, 7), "19.99-08:30:15-7");
    expect(pg::concat_ws(col<&i::none>, col<&i::n>), "NULL");
    expect(pg::format("%s is %s years old, %I, %L", col<&i::name>, col<&i::n>, "a b", col<&i::none>),
           "Grace Hopper is 7 years old, \"a b\", NULL");
    expect(pg::format(lit<"%2$s-%1$s">, col<&i::day>, col<&i::active>), "t-2024-05-17");
    expect(pg::format(col<&i::none>, col<&i::n>), "NULL");
    expect(pg::format(col<&i::code>), "ab_c");
    expect(pg::lower(col<&i::name>), "grace hopper");
    expect(pg::upper(col<&i::name>), "GRACE HOPPER");
    expect(pg::initcap(pg::lower(col<&i::name>)), "Grace Hopper");
    expect(pg::length(col<&i::name>), "12");
    expect(pg::octet_length(col<&i::name>), "12");
    expect(pg::trim("  x  "), "x");
    expect(pg::trim(col<&i::code>, "ac"), "b_");
    expect(pg::ltrim(col<&i::code>, "a"), "b_c");
    expect(pg::rtrim(col<&i::code>, "c"), "ab_");
    expect(pg::substring(col<&i::name>, 7), "Hopper");
    expect(pg::substring(col<&i::name>, 1, 5), "Grace");
    expect(pg::left(col<&i::name>, 5), "Grace");
    expect(pg::right(col<&i::name>, 6), "Hopper");
    expect(pg::replace(col<&i::name>, "Hopper", "Kelly"), "Grace Kelly");
    expect(pg::translate(col<&i::code>, "ab", "xy"), "xy_c");
    expect(pg::overlay(col<&i::code>, "__", 1, 2), "___c");
    expect(pg::split_part(col<&i::name>, " ", 2), "Hopper");
    expect(pg::lpad(col<&i::code>, 6, "*"), "**ab_c");
    expect(pg::rpad(col<&i::code>, 6, "*"), "ab_c**");
    expect(pg::repeat(col<&i::code>, 2), "ab_cab_c");
    expect(pg::reverse(col<&i::code>), "c_ba");
    expect(pg::strpos(col<&i::name>, "Hop"), "7");
    expect(pg::position("Hop", col<&i::name>), "7");
    expect(pg::starts_with(col<&i::name>, "Gr"), "true");
    expect(pg::ascii(col<&i::code>), "97");
    expect(pg::chr(col<&i::n> + 58), "A");
    expect(pg::md5(col<&i::code>), "b729e657a1c56541d587f2fb7bc81b51");
    expect(pg::to_hex(col<&i::n> + 248), "ff");
    expect(pg::quote_ident("a b"), "\"a b\"");
    expect(pg::quote_literal_of("it's"), "'it''s'");
    expect(pg::to_char(col<&i::price>, "FM000.000"), "019.990");
    expect(pg::to_char(col<&i::day>, "YYYY/MM/DD"), "2024/05/17");
    expect(pg::to_number("1,234.5", "9,999.9"), "1234.5");
    expect(pg::lower(pg::collate<"C">(col<&i::name>)), "grace hopper");
    expect(col<&i::name> < pg::collate<"en-x-icu">(col<&i::code>), "false");
}

TEST_F(expressions, patterns) {
    expect(col<&i::name>.like("Gr%"), "true");
    expect(col<&i::name>.not_like("Gr%"), "false");
    expect(col<&i::name>.ilike("gr%"), "true");
    expect(col<&i::name>.not_ilike("gr%"), "false");
    expect(col<&i::name>.regex("^Gr.*r$"), "true");
    expect(col<&i::name>.iregex("^gr"), "true");
    expect(col<&i::name>.not_regex("^gr"), "true");
    expect(col<&i::name>.not_iregex("^gr"), "false");
    expect(col<&i::code>.contains("_"), "true");
    expect(col<&i::name>.contains("_"), "false");
    expect(col<&i::name>.contains("%"), "false");
    expect(col<&i::name>.contains(col<&i::code>), "false");
    expect(col<&i::name>.contains(pg::left(col<&i::name>, 3)), "true");
    expect(col<&i::name>.contains(col<&i::none>), "NULL");
    expect(col<&i::name>.icontains("HOP"), "true");
    expect(col<&i::name>.icontains(pg::upper(col<&i::name>)), "true");
    expect(col<&i::name>.starts_with("Gra"), "true");
    expect(col<&i::code>.starts_with("a__c"), "false");
    expect(col<&i::name>.starts_with(pg::left(col<&i::name>, 3)), "true");
    expect(col<&i::name>.istarts_with("gRa"), "true");
    expect(col<&i::name>.istarts_with(pg::upper(pg::left(col<&i::name>, 3))), "true");
    expect(col<&i::name>.ends_with("per"), "true");
    expect(col<&i::name>.ends_with("\\per"), "false");
    expect(col<&i::name>.ends_with(pg::right(col<&i::name>, 3)), "true");
    expect(col<&i::name>.iends_with("PER"), "true");
    expect(col<&i::name>.iends_with(pg::upper(pg::right(col<&i::name>, 3))), "true");
    expect(pg::regexp_replace(col<&i::name>, "[aeiou]", "*", "g"), "Gr*c* H*pp*r");
    expect(pg::regexp_replace(col<&i::name>, "[aeiou]", "*"), "Gr*ce Hopper");
    expect(pg::regexp_match(col<&i::name>, "(\\w+) (x)?"), "{Grace,NULL}");
    expect(pg::regexp_match(col<&i::name>, "z"), "NULL");
    expect(pg::regexp_substr(col<&i::name>, "H\\w+"), "Hopper");
    expect(pg::regexp_substr(col<&i::name>, "z"), "NULL");
    expect(pg::regexp_count(col<&i::name>, "p"), "2");
    expect(pg::regexp_instr(col<&i::name>, "p"), "9");
    expect(pg::regexp_split_to_array(col<&i::name>, " "), "{Grace,Hopper}");
}

TEST_F(expressions, choices) {
    expect(pg::case_when(col<&i::n> > 5, "big").otherwise("small"), "big");
    expect(pg::case_when(col<&i::n> > 50, "big"), "NULL");
    expect(pg::case_when(col<&i::n> > 50, "big").when(col<&i::n> > 5, col<&i::code>).otherwise(pg::null<std::string>),
           "ab_c");
    expect(pg::case_when(col<&i::n> > 5, 1).otherwise(col<&i::big>), "1");
    expect(pg::case_when(col<&i::n> > 5, lit<mood::calm>).otherwise(lit<mood::busy>), "calm");
    expect(pg::case_when(col<&i::n> > 5, mood::calm).otherwise(col<&i::state>), "calm");
    expect(pg::case_when(col<&i::n> > 5, col<&i::price>).otherwise(col<&i::n>), "19.99");
    expect(pg::coalesce(col<&i::none>, col<&i::code>), "ab_c");
    expect(pg::coalesce(col<&i::maybe>, 0), "0");
    expect(pg::coalesce(col<&i::maybe>, col<&i::big>), "7000000000");
    expect(pg::coalesce(col<&i::price>, lit<0>), "19.99");
    expect(pg::nullif(col<&i::n>, 7), "NULL");
    expect(pg::greatest(col<&i::n>, col<&i::maybe>, 9), "9");
    expect(pg::least(col<&i::n>, col<&i::ratio>), "2.5");
    expect(pg::greatest(col<&i::day>, col<&i::local>), "2024-05-17 08:30:15");
    expect(pg::value("x"), "x");
    expect(pg::value(5), "5");
    expect(pg::value(mood::busy), "busy");
    expect(pg::null<std::int64_t>, "NULL");
}

TEST_F(expressions, casts) {
    expect(pg::cast<std::int64_t>(col<&i::n>), "7");
    expect(pg::cast<std::int16_t>(col<&i::ratio>), "2");
    expect(pg::cast<std::string>(col<&i::price>), "19.99");
    expect(pg::cast<pg::numeric<6, 1>>(col<&i::price>), "20.0");
    expect(pg::cast<double>(pg::value("1.5")), "1.5");
    expect(pg::cast<pg::varchar<3>>(col<&i::name>), "Gra");
    expect(pg::cast<bool>(col<&i::n>), "true");
    expect(pg::cast<std::int32_t>(col<&i::active>), "1");
    expect(pg::cast<mood>(pg::value("calm")), "calm");
    expect(pg::cast<std::string>(col<&i::state>), "busy");
    expect(pg::cast<pg::date>(col<&i::at>), "2024-05-17");
    expect(pg::cast<pg::timestamptz>(col<&i::day>), "2024-05-17 00:00:00+00");
    expect(pg::cast<pg::time_of_day>(col<&i::local>), "08:30:15");
    expect(pg::cast<pg::interval>(pg::value("90 min")), "01:30:00");
    expect(pg::cast<std::vector<std::int64_t>>(pg::value("{1,2}")), "{1,2}");
    expect(pg::cast<pg::uuid>(pg::value("00000000-0000-0000-0000-000000000001")),
           "00000000-0000-0000-0000-000000000001");
    expect(pg::cast<std::string>(lit<-5>), "-5");
    expect(pg::cast<std::int64_t>(col<&i::maybe>), "NULL");
}

TEST_F(expressions, times) {
    using namespace std::chrono_literals;
    expect(col<&i::day> + 1, "2024-05-18");
    expect(col<&i::day> - 17, "2024-04-30");
    expect(col<&i::day> - pg::date("2024-01-01"), "137");
    expect(col<&i::day> + col<&i::span>, "2024-05-18 02:00:00");
    expect(col<&i::day> + col<&i::clock>, "2024-05-17 08:30:15");
    expect(col<&i::at> + 24h, "2024-05-18 08:30:15+00");
    expect(col<&i::at> - pg::interval("1 mon"), "2024-04-17 08:30:15+00");
    expect(col<&i::at> - pg::constant<pg::interval, "1 day">, "2024-05-16 08:30:15+00");
    expect(col<&i::local> - col<&i::day>, "08:30:15");
    expect(pg::constant<pg::timestamp, "2024-05-18 00:00:00"> - col<&i::local>, "15:29:45");
    expect(col<&i::clock> - col<&i::clock>, "00:00:00");
    expect(col<&i::clock> + col<&i::span>, "10:30:15");
    expect(col<&i::span> * 2, "2 days 04:00:00");
    expect(1.5 * col<&i::span>, "1 day 15:00:00");
    expect(col<&i::span> / 2, "13:00:00");
    expect(col<&i::span> + col<&i::span>, "2 days 04:00:00");
    expect(-col<&i::span>, "-1 days -02:00:00");
    expect(pg::extract<"year">(col<&i::day>), "2024");
    expect(pg::extract<"epoch">(col<&i::span>), "93600.000000");
    expect(pg::extract<"second">(col<&i::clock>), "15.000000");
    static_assert(!decltype(pg::extract<"second">(col<&i::clock>))::nullable &&
                  !decltype(pg::extract<"day">(col<&i::span>))::nullable && decltype(pg::extract<"month">(col<&i::span>))::nullable);
    const auto of_infinity = [this]<pg::fixed_string... Unit>(const char* value) {
        (expect(pg::extract<Unit>(pg::constant<pg::timestamptz, "infinity">), value), ...);
    };
    of_infinity.operator()<"century", "decade", "epoch", "isoyear", "julian", "millennium", "year">("Infinity");
    of_infinity.operator()<"day", "dow", "doy", "hour", "isodow", "microseconds", "milliseconds", "minute", "month", "quarter", "second",
                           "timezone", "timezone_hour", "timezone_minute", "week">("NULL");
    expect(pg::extract<"year">(pg::constant<pg::date, "-infinity">), "-Infinity");
    expect(pg::extract<"month">(pg::constant<pg::date, "-infinity">), "NULL");
    expect(pg::to_char(pg::constant<pg::timestamptz, "infinity">, "YYYY"), "NULL");
    expect(pg::cast<std::int32_t>(pg::extract<"dow">(col<&i::at>)), "5");
    expect(pg::date_trunc<"month">(col<&i::at>), "2024-05-01 00:00:00+00");
    expect(pg::date_trunc<"hour">(col<&i::local>), "2024-05-17 08:00:00");
    expect(pg::date_trunc<"month">(col<&i::day>), "2024-05-01 00:00:00+00");
    expect(pg::date_trunc<"day">(col<&i::span>), "1 day");
    expect(pg::date_trunc<"day", "Asia/Tokyo">(col<&i::at>), "2024-05-16 15:00:00+00");
    expect(pg::date_trunc<"day">(col<&i::at>, "Asia/Tokyo"), "2024-05-16 15:00:00+00");
    expect(pg::at_time_zone<"Asia/Tokyo">(col<&i::at>), "2024-05-17 17:30:15");
    expect(pg::at_time_zone<"Asia/Tokyo">(col<&i::local>), "2024-05-16 23:30:15+00");
    expect(pg::at_time_zone(col<&i::at>, "Asia/Tokyo"), "2024-05-17 17:30:15");
    expect(pg::at_time_zone<"UTC">(col<&i::at> + col<&i::span>), "2024-05-18 10:30:15");
    expect(pg::age(col<&i::day>, pg::date("2023-04-16")), "1 year 1 mon 1 day");
    expect_any(pg::age(col<&i::at>));
    expect(pg::date_bin(15min, col<&i::local>, pg::timestamp("2024-01-01 00:00:00")), "2024-05-17 08:30:00");
    expect(pg::make_date(2024, 2, 29), "2024-02-29");
    expect(pg::make_time(8, 30, 1.5), "08:30:01.5");
    expect(pg::make_timestamp(2024, 2, 29, 8, 30, 0), "2024-02-29 08:30:00");
    expect(pg::make_timestamptz(2024, 2, 29, 8, 30, 0, "Asia/Tokyo"), "2024-02-28 23:30:00+00");
    expect(pg::make_timestamptz(2024, 2, 29, 8, 30, 0), "2024-02-29 08:30:00+00");
    expect(pg::make_interval(1, 0, 0, col<&i::n>), "1 year 7 days");
    expect(pg::to_timestamp(0), "1970-01-01 00:00:00+00");
    expect(pg::to_timestamp("17/05/2024", "DD/MM/YYYY"), "2024-05-17 00:00:00+00");
    expect(pg::to_date("17/05/2024", "DD/MM/YYYY"), "2024-05-17");
    expect(pg::to_char(col<&i::span>, "DD HH24"), "01 02");
    expect(pg::justify_hours(pg::constant<pg::interval, "36:00:00">), "1 day 12:00:00");
    expect(pg::justify_days(pg::constant<pg::interval, "36 days">), "1 mon 6 days");
    expect(pg::justify_interval(pg::constant<pg::interval, "1 mon -01:00:00">), "29 days 23:00:00");
    expect(pg::isfinite(col<&i::day>), "true");
    expect_any(pg::now());
    expect_any(pg::statement_timestamp());
    expect_any(pg::clock_timestamp());
    expect_any(pg::current_date);
    expect_any(pg::current_time);
    expect_any(pg::local_time);
    expect_any(pg::local_timestamp);
}

}  // namespace expressions_test
