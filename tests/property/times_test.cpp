// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Dates and times, ranges of them and of numbers.

#include "generators.hpp"
#include "property.hpp"

#include <pgmodel/types/interval.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/multirange.hpp>
#include <pgmodel/types/time_of_day.hpp>
#include <pgmodel/types/timetz.hpp>

namespace property_test::of_times {

constexpr std::int64_t first = pg::detail::first_microsecond, end = pg::detail::end_of_microseconds;

pg::date day(random_source& random) {
    switch (below(random, 4)) {
        case 0:
            return one_of<pg::date>(random,
                                    {pg::date::infinity, pg::date::minus_infinity, pg::date{"4714-11-24 BC"},
                                     pg::date{"5874897-12-31"}, pg::date{"0001-12-31 BC"}, pg::date{"0001-01-01"},
                                     pg::date{"4713-02-29 BC"}, pg::date{"1900-02-28"}, pg::date{"2000-02-29"}});
        case 1: return pg::date::from_raw(static_cast<std::int64_t>(below(random, 40'000)) - 20'000);
        default:
            return pg::date::from_raw(
                pg::detail::first_day +
                static_cast<std::int64_t>(
                    below(random, static_cast<std::size_t>(pg::detail::end_of_days - pg::detail::first_day))));
    }
}
template <class T>
T moment(random_source& random) {
    switch (below(random, 4)) {
        case 0:
            return one_of<T>(random, {T::infinity, T::minus_infinity, T::from_raw(first), T::from_raw(end - 1),
                                      T::from_raw(0), T::from_raw(-1), T::from_raw(999'999), T{}});
        case 1:
            return T::from_raw(static_cast<std::int64_t>(below(random, std::size_t{1} << 52)) -
                               (std::int64_t{1} << 51));
        case 2: return T::from_raw(static_cast<std::int64_t>(below(random, 80'000)) * 86'400'000'000 - 1);
        default:
            return T::from_raw(static_cast<std::int64_t>(
                static_cast<std::uint64_t>(first) +
                random() % (static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(first))));
    }
}
pg::interval span(random_source& random) {
    pg::interval out;
    do {
        out = {integer<std::int32_t>(random), integer<std::int32_t>(random), integer<std::int64_t>(random)};
        if (one_in(random, 2)) out = {out.months() % 1'000, out.days() % 400, out.microseconds() % 100'000'000'000};
    } while (!out.is_finite());  // known to the server from version 17 on
    return out;
}
pg::time_of_day clock(random_source& random) {
    if (one_in(random, 4))
        return pg::time_of_day::from_raw(
            one_of<std::int64_t>(random, {0, 1, 86'400'000'000, 86'399'999'999, 999'999, 1'000'000}));
    return pg::time_of_day::from_raw(static_cast<std::int64_t>(below(random, 86'400'000'001)));
}

/// A length of time as people write it.
std::string written_span(random_source& random) {
    const auto number = [&] { return std::to_string(below(random, one_in(random, 4) ? 100'000 : 20)); };
    const auto sign = [&] { return one_of<std::string>(random, {"", "", "", "-", "+", "- "}); };
    const auto part = [&] { return one_in(random, 4) ? "." + std::to_string(below(random, 1'000'000)) : std::string(); };
    std::string out;
    if (one_in(random, 4)) {
        out = "P";
        for (const char* unit : {"Y", "M", "W", "D"})
            if (one_in(random, 2)) out += (one_in(random, 4) ? "-" : "") + number() + part() + unit;
        out += "T" + number() + "H";
        if (one_in(random, 2)) out += "-" + number() + part() + "S";
        return out;
    }
    if (one_in(random, 6)) out = "@ ";
    if (one_in(random, 4)) out += sign() + number() + "-" + std::to_string(below(random, 12)) + " ";
    else
        out += sign() + number() + part() + one_of<std::string>(random, {" years", "y ", " YR", " decades", " century", " mil"}) + " ";
    out += sign() + number() + part() + one_of<std::string>(random, {" days", " d", " Day", "days"}) + one_of<std::string>(random, {" ", ", "});
    if (one_in(random, 2)) out += sign() + number() + one_of<std::string>(random, {" hours", "h", " hrs"}) + " " + number() + part() + " sec";
    else out += sign() + number() + ":" + std::to_string(below(random, 60)) + ":" + std::to_string(below(random, 60)) + part();
    return out + (one_in(random, 5) ? " ago" : "");
}
TEST(property, intervals_are_read_as_by_the_server) {
    random_source random(seed);
    std::vector<std::string> texts(values_of_each_type);
    for (auto& text : texts) text = written_span(random);
    const auto theirs = database().all<pg::interval>("select t::interval from unnest($1) with ordinality as u (t, n) order by n", texts);
    ASSERT_EQ(theirs.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(pg::interval::parse(texts[i]), theirs[i]) << texts[i];
    for (const char* style : {"postgres_verbose", "iso_8601", "sql_standard"}) {
        std::vector<pg::interval> spans(1'000);
        // Where all parts are negative, sql_standard writes one sign for all, which only that setting reads so.
        for (auto& each : spans) each = pg::interval(1, 1, 1) * static_cast<std::int64_t>(below(random, 100'000)) + pg::interval(0, 1, -1'000'000);
        database().execute(("set intervalstyle = " + std::string(style)).c_str());
        const auto printed = database().all<std::string>("select t::text from unnest($1) with ordinality as u (t, n) order by n", spans);
        database().execute("reset intervalstyle");
        for (std::size_t i = 0; i < printed.size(); ++i) EXPECT_EQ(pg::interval::parse(printed[i]), spans[i]) << printed[i];
    }
}

TEST(property, times) {
    EXPECT_EQ((fault_of<pg::date, "dates">(day)), "");
    EXPECT_EQ((fault_of<pg::timestamp, "timestamps">(moment<pg::timestamp>)), "");
    EXPECT_EQ((fault_of<pg::timestamptz, "timestamptzs">(moment<pg::timestamptz>)), "");
    EXPECT_EQ((fault_of<pg::interval, "intervals">(span)), "");
    EXPECT_EQ((fault_of<pg::time_of_day, "times">(clock)), "");
    EXPECT_EQ((fault_of<pg::timetz, "timetzs">([](auto& random) {
                  const auto seconds = one_in(random, 3)
                                           ? one_of<int>(random, {57'599, -57'599, 0, 1, -1, 3'600, 19'800})
                                           : static_cast<int>(below(random, 115'199)) - 57'599;
                  return pg::timetz{clock(random), std::chrono::seconds{seconds}};
              })),
              "");
}

// ---- ranges

template <class T>
pg::range<T> between(random_source& random, T (*make)(random_source&)) {
    const auto end = [&]() -> pg::bound<T> {
        if (one_in(random, 6)) return pg::unbounded;
        return {make(random), one_in(random, 2)};
    };
    for (;;) {
        if (one_in(random, 20)) return {};
        try {
            return {end(), end()};
        } catch (const pg::encode_error&) {  // the other way round, or at the last value
        }
    }
}
template <class T, T (*Make)(random_source&)>
pg::range<T> range(random_source& random) {
    return between<T>(random, Make);
}
template <class T, T (*Make)(random_source&)>
pg::multirange<T> ranges(random_source& random) {
    return pg::multirange<T>{list<pg::range<T>>(random, range<T, Make>)};
}
pg::numeric<> number(random_source& random) {
    return pg::numeric<>{std::to_string(integer<std::int32_t>(random)) + "." + digits(random, 1 + below(random, 3))};
}

TEST(property, ranges) {
    EXPECT_EQ((fault_of<pg::range<std::int32_t>, "int4ranges">(range<std::int32_t, integer<std::int32_t>>)), "");
    EXPECT_EQ((fault_of<pg::range<std::int64_t>, "int8ranges">(range<std::int64_t, integer<std::int64_t>>)), "");
    EXPECT_EQ((fault_of<pg::range<pg::numeric<>>, "numranges">(range<pg::numeric<>, number>)), "");
    EXPECT_EQ((fault_of<pg::range<pg::date>, "dateranges">(range<pg::date, day>)), "");
    EXPECT_EQ((fault_of<pg::range<pg::timestamp>, "tsranges">(range<pg::timestamp, moment<pg::timestamp>>)), "");
    EXPECT_EQ((fault_of<pg::range<pg::timestamptz>, "tstzranges">(range<pg::timestamptz, moment<pg::timestamptz>>)),
              "");
    EXPECT_EQ((fault_of<pg::multirange<std::int32_t>, "int4multiranges">(ranges<std::int32_t, integer<std::int32_t>>)),
              "");
    EXPECT_EQ((fault_of<pg::multirange<std::int64_t>, "int8multiranges">(ranges<std::int64_t, integer<std::int64_t>>)),
              "");
    EXPECT_EQ((fault_of<pg::multirange<pg::numeric<>>, "nummultiranges">(ranges<pg::numeric<>, number>)), "");
    EXPECT_EQ((fault_of<pg::multirange<pg::timestamp>, "tsmultiranges">(
                  ranges<pg::timestamp, moment<pg::timestamp>>)),
              "");
    EXPECT_EQ((fault_of<pg::multirange<pg::date>, "datemultiranges">(ranges<pg::date, day>)), "");
    EXPECT_EQ((fault_of<pg::multirange<pg::timestamptz>, "tstzmultiranges">(
                  ranges<pg::timestamptz, moment<pg::timestamptz>>)),
              "");
}

}  // namespace property_test::of_times
