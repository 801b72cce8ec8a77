// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Ranges and multiranges without a server; integration/ranges_test.cpp compares all operations with one.

#include <pgmodel/types/multirange.hpp>

#include <pgmodel/types/array.hpp>
#include <pgmodel/types/floating.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

#include "round_trip.hpp"

/// As after `create type temperatures as range (subtype = float4)`.
template <>
struct pgmodel::range_type<float> {
    static constexpr type_ref type{0, "temperatures"}, array_type{0, "temperatures[]"};
    static constexpr type_ref multirange{0, "temperature_set"}, multirange_array{0, "temperature_set[]"};
};

namespace range_unit_test {

using namespace pgmodel_test;
using namespace std::chrono_literals;
namespace pg = pgmodel;
using pg::exclusive;
using pg::inclusive;
using pg::unbounded;
using ints = pg::range<std::int32_t>;
using days = pg::range<pg::date>;
using money = pg::range<pg::numeric<10, 2>>;
using set = pg::multirange<std::int32_t>;

constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min(),
                       most = std::numeric_limits<std::int32_t>::max();

// All of it works in constants.
static_assert(ints{1, 5} == ints{inclusive(1), inclusive(4)} && ints{1, 5} == ints{exclusive(0), exclusive(5)});
static_assert(ints{1, 5}.contains(4) && !ints{1, 5}.contains(5) && ints{unbounded, inclusive(4)}.contains(least));
static_assert(ints{}.empty() && ints{3, 3}.empty() && ints{exclusive(3), exclusive(4)}.empty());
static_assert(ints{exclusive(3), inclusive(3)}.empty() && ints{exclusive(2), inclusive(3)} == ints{3, 4});
static_assert(ints::all().contains(0) && ints::all().lower().is_unbounded() && ints{1, 2}.upper() == exclusive(2));
static_assert(ints{1, 3} + ints{3, 5} == ints{1, 5} && ints{1, 4} * ints{2, 9} == ints{2, 4});
static_assert(ints{1, 5} - ints{3, 9} == ints{1, 3} && ints{1, 5} - ints{0, 3} == ints{3, 5});
static_assert(merge(ints{1, 2}, ints{8, 9}) == ints{1, 9} && ints{1, 2}.is_before(ints{2, 3}));
static_assert(ints{1, 2}.is_adjacent_to(ints{2, 3}) && !ints{1, 2}.is_adjacent_to(ints{3, 4}));
static_assert(ints{} < ints::all() && ints{unbounded, exclusive(1)} < ints{1, 2} && ints{1, 2} < ints{1, 3});
static_assert(days{2024y / 1 / 1, 2024y / 2 / 1} == days{inclusive(2024y / 1 / 1), inclusive(2024y / 1 / 31)});
static_assert(days{std::chrono::sys_days{2024y / 1 / 1}, 2024y / 1 / std::chrono::last}.contains(2024y / 1 / 30));
// Prices are not discrete.
static_assert(money{1, 2} != money{inclusive(1), inclusive(2)} && money{1, 2}.is_adjacent_to(money{2, 3}));
static_assert(!money{inclusive(1), inclusive(2)}.is_adjacent_to(money{2, 3}));
// No bound is narrowed.
static_assert(std::is_constructible_v<pg::range<std::int64_t>, pg::bound<std::int32_t>, pg::bound<std::int32_t>>);
static_assert(!std::is_constructible_v<ints, pg::bound<std::int64_t>, pg::bound<std::int64_t>>);
static_assert(pg::codec<ints>::type.id == 3904 && pg::codec<pg::range<long long>>::type.id == 3926);
static_assert(pg::codec<std::vector<set>>::type.name == "int4multirange[]");

TEST(range, refuses_what_the_server_refuses) {
    EXPECT_THROW((ints{5, 1}), pg::encode_error);
    EXPECT_THROW((money{exclusive(2), exclusive(1)}), pg::encode_error);
    // The server keeps [1, 2147483647] as [1, 2147483648), for which there is no integer.
    EXPECT_THROW((ints{inclusive(1), inclusive(most)}), pg::encode_error);
    EXPECT_THROW((ints{exclusive(most), unbounded}), pg::encode_error);
    EXPECT_NO_THROW((ints{inclusive(least), exclusive(most)}));
    EXPECT_THROW((days{inclusive(2024y / 1 / 1), inclusive(pg::date{"5874897-12-31"})}), pg::encode_error);
    EXPECT_EQ((days{inclusive(2024y / 1 / 1), inclusive(pg::date{"5874897-12-30"})}),
              (days{inclusive(2024y / 1 / 1), exclusive(pg::date{"5874897-12-31"})}));
    EXPECT_THROW((ints{1, 2} + ints{5, 6}), pg::usage_error);
    EXPECT_THROW((ints{1, 9} - ints{5, 6}), pg::usage_error);
    EXPECT_THROW((void)ints{}.lower(), pg::usage_error);
    EXPECT_THROW((void)ints::all().upper().value(), pg::usage_error);
    try {
        (void)ints{5, 1};
    } catch (const pg::encode_error& error) {
        EXPECT_STREQ(error.what(), "pgmodel: the lower bound of a range is above its upper one");
    }
}

TEST(range, of_infinite_dates_is_not_unbounded) {
    const days to_infinity{inclusive(2024y / 1 / 1), inclusive(pg::date::infinity)};
    const days unending{inclusive(2024y / 1 / 1), unbounded};
    EXPECT_NE(to_infinity, unending);
    EXPECT_LT(to_infinity, unending);
    EXPECT_TRUE(unending.contains(to_infinity) && !to_infinity.contains(unending));
    EXPECT_EQ(to_infinity.to_string(), "[2024-01-01,infinity]");
    EXPECT_EQ(unending.to_string(), "[2024-01-01,)");
    EXPECT_NE(days(pg::date::minus_infinity, pg::date::infinity), days::all());
    EXPECT_EQ(round_trip(to_infinity), to_infinity);
    EXPECT_EQ(round_trip(unending), unending);
}

template <class Range>
void expect_text(const char* text, const char* printed) {
    const auto value = Range::parse(text);
    ASSERT_TRUE(value) << text;
    EXPECT_EQ(value->to_string(), printed) << text;
    EXPECT_EQ(Range{printed}, *value);
    EXPECT_EQ(round_trip(*value), *value);
    EXPECT_EQ(std::hash<Range>{}(*value), std::hash<Range>{}(Range{printed}));
    expect_only_whole<Range>(encoded(*value, nullptr));
    std::ostringstream out;
    out << *value;
    EXPECT_EQ(out.str(), printed);
}

TEST(range, text) {
    expect_text<ints>("[1,5]", "[1,6)");
    expect_text<ints>(" ( 0 , 5 ] ", "[1,6)");
    expect_text<ints>("(,)", "(,)");
    expect_text<ints>("[,]", "(,)");
    expect_text<ints>("Empty", "empty");
    expect_text<ints>("[3,3)", "empty");
    expect_text<ints>("[\"1\",\\5)", "[1,5)");
    expect_text<ints>("[-2147483648,2147483647)", "[-2147483648,2147483647)");
    expect_text<pg::range<std::int64_t>>("[,9223372036854775806]", "(,9223372036854775807)");
    expect_text<money>("[1.5,2]", "[1.50,2.00]");
    expect_text<days>("(0044-03-15 BC,2024-02-28)", "[\"0044-03-16 BC\",2024-02-28)");
    expect_text<days>("[-infinity,infinity)", "[-infinity,infinity)");
    expect_text<pg::range<pg::timestamp>>("[\"2024-01-01 00:00:00\",)", "[\"2024-01-01 00:00:00\",)");
    expect_text<pg::range<pg::timestamptz>>("(2024-01-01T01:00:00+01,infinity]",
                                            "(\"2024-01-01 00:00:00+00\",infinity]");
    expect_text<pg::range<float>>("[1.5,NaN]", "[1.5,NaN]");
    for (const char* text : {"", "[", "[]", "[1]", "[1,2", "1,2)", "[1;2)", "[1,2,3)", "[1,2) x", "x [1,2)", "{1,2}",
                             "[\"1,2)", "[1,2\\", "[a,2)", "[1.5,2)", "[5,1)", "[1,2147483647]", "[2147483648,)",
                             "empt", "[1 2,3)", "[\"\",3)"})
        EXPECT_FALSE(ints::parse(text)) << text;
    EXPECT_THROW(ints{"secret"}, pg::usage_error);
}

// What range_send of a server writes.
TEST(range, wire) {
    EXPECT_EQ(encoded(ints{}), hex("01"));
    EXPECT_EQ(encoded(ints::all()), hex("18"));
    EXPECT_EQ(encoded(ints{1, 5}), hex("02 00000004 00000001 00000004 00000005"));
    EXPECT_EQ(encoded(ints{unbounded, exclusive(5)}), hex("08 00000004 00000005"));
    EXPECT_EQ(encoded(money{exclusive(1), unbounded}), hex("10 0000000a 0001 0000 0000 0002 0001"));
    EXPECT_EQ(encoded(std::vector<ints>{{1, 5}, {}}),
              hex("00000001 00000000 00000f40 00000002 00000001 00000011 02 00000004 00000001 00000004 00000005"
                  "00000001 01"));
    const std::vector<std::optional<days>> gaps{days::all(), std::nullopt};
    EXPECT_EQ(round_trip(gaps), gaps);
}

TEST(range, refuses_wrong_bytes) {
    constexpr auto flags = "not a range: flags that contradict each other";
    for (const char* bytes : {"03", "09", "20", "38", "58", "98", "ff"})
        EXPECT_EQ(decode_failure<ints>(hex(bytes)), flags) << bytes;
    EXPECT_EQ(decode_failure<ints>(hex("1a 00000004 00000001")), flags);  // unbounded, and inclusive
    EXPECT_EQ(decode_failure<ints>(hex("1c 00000004 00000001")), flags);
    EXPECT_EQ(decode_failure<ints>(hex("10 ffffffff")), "a bound of negative length");
    EXPECT_EQ(decode_failure<ints>(hex("10 7fffffff 00000001")), "the value is shorter than its length says");
    EXPECT_NE(decode_failure<ints>(hex("10 00000005 0000000001")), "");
    EXPECT_EQ(decode_failure<ints>(hex("02 00000004 00000005 00000004 00000001")),
              "the lower bound of a range is above its upper one");
    EXPECT_EQ(decode_failure<ints>(hex("10 00000004 7fffffff")),
              "a bound of a discrete range is the last value of its type");
    // Not as the server keeps it, but no other range.
    EXPECT_EQ(decode<ints>(hex("06 00000004 00000001 00000004 00000004")), (ints{1, 5}));
    EXPECT_EQ(decode<ints>(hex("02 00000004 00000001 00000004 00000001")), ints{});
}

TEST(range, of_reals_has_NaN_above_all) {
    using reals = pg::range<float>;
    const float nan = std::numeric_limits<float>::quiet_NaN(), infinity = std::numeric_limits<float>::infinity();
    EXPECT_TRUE((reals{inclusive(1.0F), unbounded}).contains(nan));
    EXPECT_TRUE((reals{inclusive(1.0F), inclusive(nan)}).contains(infinity));
    EXPECT_FALSE((reals{1.0F, infinity}).contains(nan));
    EXPECT_EQ(reals(1.0F, nan), reals(1.0F, nan));
    EXPECT_THROW((reals{nan, 1.0F}), pg::encode_error);
}

TEST(range, hash_is_of_the_value) {
    const std::hash<ints> hash;
    EXPECT_EQ(hash(ints{1, 5}), hash(ints{inclusive(1), inclusive(4)}));
    EXPECT_NE(hash(ints{1, 5}), hash(ints{1, 6}));
    EXPECT_NE(hash(ints{}), hash(ints::all()));
    EXPECT_NE(std::hash<money>{}(money{1, 2}), std::hash<money>{}(money{inclusive(1), inclusive(2)}));
}

// ---- multirange

TEST(multirange, is_sorted_and_merged) {
    EXPECT_EQ(set({{7, 9}, {1, 3}, {}, {3, 5}, {8, 12}, {20, 21}}).to_string(), "{[1,5),[7,12),[20,21)}");
    EXPECT_TRUE(set(ints{}).empty() && set{}.empty() && set{ints{}}.empty());
    EXPECT_EQ(set({{1, 9}, {2, 3}}), set(ints{1, 9}));
    EXPECT_EQ(set({ints::all(), {2, 3}}).size(), 1u);
    EXPECT_EQ(set({{1, 3}, {7, 9}}).hull(), (ints{1, 9}));
    EXPECT_TRUE(set{}.hull().empty());
}

TEST(multirange, operations) {
    const set a{{1, 5}, {10, 15}, {20, 25}};
    EXPECT_TRUE(a.contains(1) && a.contains(14) && !a.contains(5) && !a.contains(0) && !a.contains(30));
    EXPECT_TRUE(a.contains(ints{11, 13}) && !a.contains(ints{4, 11}) && a.contains(ints{}) && !set{}.contains(1));
    EXPECT_TRUE(a.contains(set{{1, 2}, {22, 25}}) && !a.contains(set{{1, 2}, {22, 26}}) && a.contains(set{}));
    EXPECT_TRUE(a.overlaps(ints{4, 6}) && !a.overlaps(ints{5, 10}) && !a.overlaps(set{}));
    EXPECT_EQ(a + ints(5, 10), (set{{1, 15}, {20, 25}}));
    EXPECT_EQ((a * set{{3, 12}, {14, 21}}), (set{{3, 5}, {10, 12}, {14, 15}, {20, 21}}));
    EXPECT_EQ((a - set{{2, 3}, {4, 11}, {24, 30}}), (set{{1, 2}, {3, 4}, {11, 15}, {20, 24}}));
    EXPECT_EQ(a - ints::all(), set{});
    EXPECT_EQ(ints::all() - a, set({{unbounded, exclusive(1)}, {5, 10}, {15, 20}, {inclusive(25), unbounded}}));
    EXPECT_TRUE((set{} < a) && (a < set{{1, 5}, {10, 16}}) && (set(ints(1, 5)) < a));
    EXPECT_EQ(std::hash<set>{}(a), std::hash<set>{}(set{{20, 25}, {1, 5}, {10, 15}}));
}

TEST(multirange, text_and_wire) {
    expect_text<set>("{}", "{}");
    expect_text<set>(" { } ", "{}");
    expect_text<set>("{[1,2], [2,5) ,empty,(9,)}", "{[1,5),[10,)}");
    expect_text<pg::multirange<pg::timestamp>>("{[\"2024-01-01 00:00:00\",\"2024-01-02 00:00:00\")}",
                                               "{[\"2024-01-01 00:00:00\",\"2024-01-02 00:00:00\")}");
    for (const char* text : {"", "{", "}", "[1,2)", "{[1,2)", "{[1,2),}", "{,}", "{[1,2)[3,4)}", "{[1,2}", "{1}",
                             "{[1,2)} x", "{[\"1,2)}", "{[2,1)}"})
        EXPECT_FALSE(set::parse(text)) << text;
    EXPECT_EQ(encoded(set{}), hex("00000000"));
    EXPECT_EQ(encoded(set{{1, 5}, {7, 9}}),
              hex("00000002 00000011 02 00000004 00000001 00000004 00000005"
                  "00000011 02 00000004 00000007 00000004 00000009"));
    for (const char* count : {"ffffffff", "7fffffff", "00000002"})
        EXPECT_EQ(decode_failure<set>(hex(count) + hex("00000001 18")), "a multirange with a wrong number of ranges");
    EXPECT_EQ(decode_failure<set>(hex("00000001 ffffffff 18")), "a range of negative length");
    const std::vector<std::optional<set>> gaps{set{{1, 2}}, std::nullopt, set{}};
    EXPECT_EQ(round_trip(gaps), gaps);
}

TEST(range, of_one_value_and_no_other_end) {
    using dates = pg::range<pg::date>;
    EXPECT_EQ((dates{pg::date{2026, 3, 1}, pg::unbounded}), dates("[2026-03-01,)"));
    EXPECT_EQ((dates{pg::unbounded, pg::date{2026, 3, 1}}), dates("(,2026-03-01)"));
    EXPECT_EQ((pg::range<std::int32_t>{pg::unbounded, pg::unbounded}), pg::range<std::int32_t>("(,)"));
    EXPECT_EQ((pg::range<std::int32_t>{1, pg::unbounded}), (pg::range<std::int32_t>{pg::inclusive(1), pg::unbounded}));
}

}  // namespace range_unit_test
