// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Two values of every type that the library has a codec for, for tests of what all of them can do.
#pragma once

#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/types/bit.hpp>
#include <pgmodel/types/boost_uuid.hpp>
#include <pgmodel/types/citext.hpp>
#include <pgmodel/types/fixed_char.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/hstore.hpp>
#include <pgmodel/types/inet.hpp>
#include <pgmodel/types/interval.hpp>
#include <pgmodel/types/jsonpath.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/ltree.hpp>
#include <pgmodel/types/macaddr.hpp>
#include <pgmodel/types/multirange.hpp>
#include <pgmodel/types/object_id.hpp>
#include <pgmodel/types/pg_lsn.hpp>
#include <pgmodel/types/range.hpp>
#include <pgmodel/types/time_of_day.hpp>
#include <pgmodel/types/timetz.hpp>
#include <pgmodel/types/tsquery.hpp>
#include <pgmodel/types/tsvector.hpp>
#include <pgmodel/types/wrapped.hpp>
#include <pgmodel/types/xid8.hpp>
#include <pgmodel/types/xml.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pgmodel_test {

enum class hue { red, green };
struct sample_pair {
    std::int32_t number{};
    std::optional<std::string> text{};
    std::vector<hue> hues{};
    pgmodel::numeric<10, 2> price{};
    auto operator<=>(const sample_pair&) const = default;
};
struct sample_id {
    std::int64_t value{};
    auto operator<=>(const sample_id&) const = default;
};
struct sample_year {
    std::int32_t value{};
    static constexpr auto domain() {
        return pgmodel::domain("sample_year", pgmodel::check(pgmodel::domain_value<sample_year> > 0));
    }
    auto operator<=>(const sample_year&) const = default;
};

/// What the server needs to have for them, beside the extensions hstore, citext and ltree.
inline constexpr auto types_of_samples =
    "create domain sample_year as integer check (value > 0);"
    "create type hue as enum ('red', 'green');"
    "create type sample_pair as (number integer, text text, hues hue[], price numeric(10, 2));";

}  // namespace pgmodel_test

template <>
struct pgmodel::codec<pgmodel_test::sample_id> : pgmodel::wrapped<&pgmodel_test::sample_id::value> {};

namespace pgmodel_test {

/// Calls `each(lesser, greater)` for two values of each type of texts, numbers, times and documents.
template <class Each>
void each_plain_type(const Each& each) {
    namespace pg = pgmodel;
    each(pg::varchar<5>{"a"}, pg::varchar<5>{"b\"\\\u00e9"});
    each(pg::varchar<>{""}, pg::varchar<>{"b"});
    each(pg::fixed_char<3>{"ab"}, pg::fixed_char<3>{"b"});
    each(pg::numeric<10, 2>{"-1.50"}, pg::numeric<10, 2>{"3.00"});
    each(pg::numeric<38, 4>{"-12345678901234567890.1250"}, pg::numeric<38, 4>::nan());
    each(pg::numeric<>{"-Infinity"}, pg::numeric<>{"123456789012345678901234567890123456789012345.10"});
    each(pg::date{"0044-03-15 BC"}, pg::date::infinity);
    each(pg::time_of_day{"04:05:06.7"}, pg::time_of_day{"24:00:00"});
    each(pg::timetz{"04:05:06+15:59:59"}, pg::timetz{"04:05:06-03"});
    each(pg::timestamp{"4714-11-24 00:00:00 BC"}, pg::timestamp{"2024-02-29 12:30:00.000001"});
    each(pg::timestamptz{"2024-02-29 12:30:00+02"}, pg::timestamptz::infinity);
    each(pg::interval{"-1 days +00:00:00.000001"}, pg::interval{"1 year 2 mons -3 days +04:05:06.7"});
    each(pg::uuid{}, pg::uuid{"00112233-4455-6677-8899-aabbccddeeff"});
    each(pg::jsonb_text{"[1]"}, pg::jsonb_text{"null"});
    each(pg::json_text{"[\"a\"]"}, pg::json_text{"1.5"});
    each(pg::jsonb<std::vector<int>>{{1, 2}}, pg::jsonb<std::vector<int>>{{2}});
    each(pg::json<std::string>{"a"}, pg::json<std::string>{"b"});
}

/// The same of ranges, addresses, bits, numbers of the server, extensions, text search and shapes.
template <class Each>
void each_special_type(const Each& each) {
    namespace pg = pgmodel;
    each(pg::range<std::int32_t>{1, 5}, pg::range<std::int32_t>{"[2,)"});
    each(pg::range<pg::date>{}, pg::range<pg::date>{pg::date{"2024-01-01"}, pg::date::infinity});
    each(pg::range<pg::numeric<>>{pg::numeric<>{"1.50"}, pg::numeric<>{"2"}},
         pg::range<pg::numeric<>>{pg::numeric<>{"1.51"}, pg::numeric<>{"2"}});
    each(pg::multirange<std::int32_t>{}, pg::multirange<std::int32_t>{{1, 3}, {5, 9}});
    each(pg::inet{"10.0.0.0/8"}, pg::inet{"::1"});
    each(pg::cidr{"10.0.0.0/8"}, pg::cidr{"2001:db8::/32"});
    each(pg::macaddr{"08:00:2b:01:02:03"}, pg::macaddr{"08:00:2b:01:02:04"});
    each(pg::macaddr8{"08:00:2b:01:02:03:04:05"}, pg::macaddr8{"08:00:2b:01:02:03:04:06"});
    each(pg::bit<3>{"010"}, pg::bit<3>{"101"});
    each(pg::varbit<>{""}, pg::varbit<>{"1011"});
    each(pg::object_id{1}, pg::object_id{4294967295u});
    each(pg::pg_lsn{"0/1"}, pg::pg_lsn{"16/B374D848"});
    each(pg::xid8{1}, pg::xid8{18446744073709551615u});
    each(pg::hstore{}, pg::hstore{{"a", "1\"\\"}, {"bb", std::nullopt}});
    each(pg::citext{"A"}, pg::citext{"b"});
    each(pg::ltree{"Top"}, pg::ltree{"Top.Science"});
    each(pg::tsvector{"'cat':3"}, pg::tsvector{"'cat':2A,5 'it''s':3"});
    each(pg::tsquery{"'cat'"}, pg::tsquery{"'cat' & !'dog':*A"});
    each(pg::jsonpath{"$.\"a\""}, pg::jsonpath{"$.\"a\"[*]"});
    each(pg::xml{"<a/>"}, pg::xml{"<a>\"&lt;</a>"});
    each(pg::point{}, pg::point{1, -2.5e-7});
    each(pg::line{1, -1, 0}, pg::line{1, 0, -0.1});
    each(pg::lseg{{0, 0}, {1, 1}}, pg::lseg{{0, 0}, {1, 2}});
    each(pg::box{{0, 0}, {1, 1}}, pg::box{{3, 0}, {1, 4}});
    each(pg::path{{{0, 0}}, false}, pg::path{{{0, 0}, {1, 1}}, true});
    each(pg::polygon{{{0, 0}}}, pg::polygon{{{0, 0}, {1, 1}, {1, 0}}});
    each(pg::circle{{0, 0}, 1}, pg::circle{{0, 0}, 1e20});
}

/// The same of each type that is a class of the library's own.
template <class Each>
void each_value_type(const Each& each) {
    each_plain_type(each);
    each_special_type(each);
}

/// The types that are C++'s own, or a program's.
template <class Each>
void each_other_type(const Each& each) {
    namespace pg = pgmodel;
    each(false, true);
    each(std::int16_t{-32768}, std::int16_t{32767});
    each(std::uint8_t{0}, std::uint8_t{255});
    each(std::int32_t{-2147483647}, std::int32_t{2147483647});
    each(std::int64_t{-9223372036854775807}, std::int64_t{9007199254740993});
    each(0.1F, 3e38F);
    each(-1.5e300, 0.1);
    each(std::string{}, std::string{"\x01\"\\/\u00e9\U0001F600"});
    each(pg::bytes{}, pg::bytes{std::byte{0}, std::byte{0x5c}, std::byte{0xff}});
    each(pg::to_boost_uuid(pg::uuid{}), pg::to_boost_uuid(pg::uuid{"00112233-4455-6677-8899-aabbccddeeff"}));
    each(hue::red, hue::green);
    each(sample_id{1}, sample_id{9007199254740993});
    each(sample_year{1}, sample_year{2155});
    each(sample_pair{}, sample_pair{1, "a", {hue::green}, pg::numeric<10, 2>{"1.50"}});
    each(std::vector<int>{}, std::vector<int>{3, 1});
    using days = std::vector<std::optional<pg::date>>;
    each(days{}, days{pg::date{"2024-01-01"}, std::nullopt});
    using texts = std::vector<std::vector<std::string>>;
    each(texts{{"a", "b"}}, texts{{"a", "b"}, {"c", "NULL"}});
    each(std::array<std::int64_t, 2>{1, 2}, std::array<std::int64_t, 2>{1, 3});
}

}  // namespace pgmodel_test
