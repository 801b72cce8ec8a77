// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// The types that have headers of their own, without a server; integration/more_types_test.cpp has the same on one.

#include <pgmodel/types/array.hpp>
#include <pgmodel/types/bit.hpp>
#include <pgmodel/types/citext.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/hstore.hpp>
#include <pgmodel/types/inet.hpp>
#include <pgmodel/types/interval.hpp>
#include <pgmodel/types/jsonpath.hpp>
#include <pgmodel/types/ltree.hpp>
#include <pgmodel/types/macaddr.hpp>
#include <pgmodel/types/object_id.hpp>
#include <pgmodel/types/pg_lsn.hpp>
#include <pgmodel/types/tid.hpp>
#include <pgmodel/types/timetz.hpp>
#include <pgmodel/types/tsquery.hpp>
#include <pgmodel/types/tsvector.hpp>
#include <pgmodel/types/xid.hpp>
#include <pgmodel/types/xid8.hpp>
#include <pgmodel/types/xml.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

#include "round_trip.hpp"

namespace more_types_unit_test {

using namespace pgmodel_test;
using namespace std::chrono_literals;
namespace pg = pgmodel;
using pg::interval;
using pg::time_of_day;
using pg::timetz;

constexpr std::int32_t least32 = std::numeric_limits<std::int32_t>::min(),
                       most32 = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t least64 = std::numeric_limits<std::int64_t>::min(),
                       most64 = std::numeric_limits<std::int64_t>::max();

/// Text, wire, stream, array and hash of a value that has a text to be read from.
template <class T>
void expect_texts(std::initializer_list<const char*> texts) {
    std::vector<T> all;
    for (const char* text : texts) {
        const T value{text};
        EXPECT_EQ(value.to_string(), text);
        EXPECT_EQ(round_trip(value), value);
        std::ostringstream out;
        out << value;
        EXPECT_EQ(out.str(), text);
        expect_only_whole<T>(encoded(value));
        all.push_back(value);
    }
    EXPECT_EQ(round_trip(all), all);
    const std::vector<std::optional<T>> gaps{all.front(), std::nullopt};
    EXPECT_EQ(round_trip(gaps), gaps);
}
template <class T>
void expect_no_texts(std::initializer_list<const char*> texts) {
    for (const char* text : texts) {
        EXPECT_FALSE(T::parse(text)) << text;
        EXPECT_THROW(T{text}, pg::usage_error) << text;
    }
}
template <class T>
void expect_hash_differs(const T& a, const T& b) {
    EXPECT_EQ(std::hash<T>{}(a), std::hash<T>{}(T(a)));
    EXPECT_NE(std::hash<T>{}(a), std::hash<T>{}(b));
}
/// Whatever bytes come, a value or an error: for the sanitizers, and for what is printed and written again.
template <class T>
void expect_no_harm(const std::string& start, unsigned seed) {
    std::mt19937 random(seed);
    unsigned decoded = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string bytes = start;
        for (unsigned changes = random() % 4 + 1; changes > 0 && !bytes.empty(); --changes)
            bytes[random() % bytes.size()] = static_cast<char>(random() % 3 == 0 ? 0xFF : random() % 6);
        if (random() % 4 == 0) bytes.resize(random() % (bytes.size() + 3));
        try {
            const T value = decode<T>(bytes);
            (void)pg::codec<T>::text(value);
            EXPECT_LE(pg::codec<T>::size(value), bytes.size() + 3);
            ++decoded;
        } catch (const pg::value_error&) {
        }
    }
    EXPECT_LT(decoded, 3000u);
}

// ---- interval, time_of_day, timetz

static_assert(interval{std::chrono::years{2}} == interval{24, 0, 0});
static_assert(interval{std::chrono::months{1}} + interval{std::chrono::weeks{1}} == interval{1, 7, 0});
static_assert(interval{std::chrono::days{1}} != interval{24h});
static_assert(interval{90min}.to_chrono() == 5'400s);
static_assert(interval{1, 2, 3}.nominal() == 32 * 24h + 3us);
static_assert(std::is_convertible_v<std::chrono::milliseconds, interval>);
static_assert(!std::is_convertible_v<std::chrono::nanoseconds, interval>);
static_assert(!std::is_constructible_v<interval, std::chrono::duration<double>>);
static_assert(interval{1'999ns} == interval{1us} && interval{-1ns} == interval{-1us});
static_assert(!(interval{1, 0, 0} < interval{0, 30, 0}) && !(interval{1, 0, 0} > interval{0, 30, 0}));
static_assert(interval{1, 0, 0} != interval{0, 30, 0} && equivalent(interval{1, 0, 0}, interval{0, 30, 0}));
static_assert(interval{0, 29, 0} < interval{1, 0, 0} && interval::minus_infinity < interval{least32, 0, 0});
static_assert(-interval{1, -2, 3} == interval{-1, 2, -3} && 2 * interval{1, -2, 3} == interval{2, -4, 6});
static_assert(interval{least32, 0, least64} - interval{least32, 0, least64} == interval{});
static_assert(interval::infinity + interval{1, 1, 1} == interval::infinity);
static_assert(interval{1, 1, 1} + interval::minus_infinity == interval::minus_infinity);
static_assert(interval::infinity * -3 == interval::minus_infinity && -interval::infinity == interval::minus_infinity);

TEST(interval, text_and_wire) {
    expect_texts<interval>({"00:00:00", "1 year 2 mons -3 days +04:05:06.7",
                            "-1 years -2 mons +3 days -04:05:06.000001", "1 mon", "infinity", "-infinity",
                            "-2562047788:00:54.775808", "2562047788:00:54.775807",
                            "-178956970 years -8 mons -2147483648 days -2562047788:00:54.775807"});
    EXPECT_EQ(encoded(interval{1, -2, 3}), hex("0000000000000003 fffffffe 00000001"));
    EXPECT_EQ(interval{"1 months 2 weeks"}, (interval{1, 14, 0}));
    EXPECT_EQ(interval{"-00:00:00.5"}, interval{-500ms});
    expect_no_texts<interval>({"", " ", "day", "ago", "1 ago", "1 day 1 day", "1 day 1 day ago", "01:60:00", "1 fortnight",
                               "2147483648 days", "178956970 years 8 mons", "2562047788:00:54.775808", "9999999999 years",
                               "99999999999 days", "--1 days", "1-12", "1-2-3", "1 day day", "P", "P1-2-3-4", "1:2:3:4", "-.5 days",
                               "P1H", "PT1D", "P1Y2", "p1y", "1 ago day", "1 quarter", "1e3 days", "\xc3\xa9"});
    expect_hash_differs(interval{1, 0, 0}, interval{0, 1, 0});
    EXPECT_NE(std::hash<interval>{}(interval{1, 0, 0}), std::hash<interval>{}(interval{0, 30, 0}));
    expect_no_harm<interval>(encoded(interval{1, 2, 3}), 1);
}

TEST(interval, reads_what_people_write) {
    static_assert(interval{"1 day 2.5 hours"} == interval{0, 1, 9'000'000'000});
    const auto expect_read = [](interval expected, std::initializer_list<std::string_view> texts) {
        for (const auto text : texts) EXPECT_EQ(interval::parse(text), expected) << text;
    };
    expect_read({14, 3, 14'706'700'000}, {"1 year 2 mons 3 days 04:05:06.7", "1-2 3 4:05:06.7", "P1Y2M3DT4H5M6.7S",
                                           "@ 1 year 2 mons 3 days 4 hours 5 mins 6.7 secs", "1y2mon3d4h5m6.7s", "P0001-02-03T04:05:06.7",
                                           "+1-2 +3 +4:05:06.7", "14 MONTHS, 3 Days, 4 hr, 306.7 sec", "P14M3DT14706.7S",
                                           "-1 years -2 mons -3 days -4:05:06.7 ago", "3 days 4:05:06.7 1-2"});
    expect_read({-14, -3, 14'706'700'000}, {"-1-2 -3 +4:05:06.7", "P-1Y-2M-3DT4H5M6.7S", "- 1 year -2 mons -3 days 4:05:06.7",
                                             "1 year 2 mons 3 days -4:05:06.7 ago"});
    expect_read({0, 0, -7'200'000'000}, {"2 hours ago", "-2:00", "-7200", "PT-2H"});
    expect_read({0, 0, 7'200'000'000}, {"2 hours", "7200", "120 m", "2:00", "PT2H", "2h"});
    expect_read({18, 10, 43'200'000'000}, {"1.5 years 1.5 weeks", "1.5 years 10.5 days"});
    expect_read({12'000 + 1'200 + 120, 0, 1'001'001}, {"1 millennium 1 century 1 decade 1 s 1 ms 1 us"});
    expect_read({0, 1, 1}, {"1 day 0.000001", "1d .000001s", "1 0:0:0.000001", "1 day 1us", "P1DT0.000001S"});
    // The server forgets the parts of days that stand behind a time.
    EXPECT_EQ(interval::parse("04:05:06 1.5 days"), std::nullopt);
    EXPECT_EQ(interval::parse("1.5 days 04:05:06"), (interval{0, 1, 57'906'000'000}));
    // A slash behind a number makes it a date.
    EXPECT_EQ(interval::parse("1/2 hours"), std::nullopt);
    EXPECT_EQ(interval::parse("1/ 2 hours"), std::nullopt);
}

TEST(interval, refuses_what_does_not_fit) {
    EXPECT_THROW(interval(std::chrono::years{178'956'971}), pg::encode_error);
    EXPECT_THROW(interval(std::chrono::weeks{306'783'379}), pg::encode_error);
    EXPECT_THROW(interval(std::chrono::hours{2'562'047'789}), pg::encode_error);
    EXPECT_THROW((interval{most32, 0, 0} + interval{1, 0, 0}), pg::encode_error);
    EXPECT_THROW((interval{0, least32, 0} * -1), pg::encode_error);
    EXPECT_THROW((-interval{0, 0, least64}), pg::encode_error);
    EXPECT_THROW((interval{most32 - 1, most32, most64} + interval{1, 0, 0}), pg::encode_error);  // would be infinity
    EXPECT_THROW(interval::infinity - interval::infinity, pg::usage_error);
    EXPECT_THROW(interval::infinity * 0, pg::usage_error);
    EXPECT_THROW((interval{0, 1, 0}.to_chrono()), pg::usage_error);
    EXPECT_THROW((interval{most32, 0, 0}.nominal()), pg::usage_error);
    EXPECT_THROW(interval::infinity.nominal(), pg::usage_error);
}

static_assert(time_of_day{24h} != time_of_day{} && time_of_day{8h + 30min}.to_chrono() == 510min);
static_assert(time_of_day{1'999ns}.raw() == 1 && !std::is_convertible_v<std::chrono::nanoseconds, time_of_day>);
static_assert(timetz{time_of_day{12h}, 1h} < timetz{time_of_day{12h}, 0h});
static_assert(timetz{time_of_day{13h}, 1h} < timetz{time_of_day{12h}, 0h} &&
              timetz{time_of_day{13h}, 1h} != timetz{time_of_day{12h}, 0h});

TEST(time_of_day, text_and_wire) {
    expect_texts<time_of_day>({"00:00:00", "24:00:00", "23:59:59.999999", "08:30:00.25"});
    EXPECT_EQ(time_of_day{"08:30"}, time_of_day{8h + 30min});
    expect_no_texts<time_of_day>(
        {"", "24:00:00.000001", "24:01", "25:00", "8:30", "08:60", "23:59:60", "08:30+00", "08:30:00.1234567"});
    EXPECT_EQ(encoded(time_of_day{24h}), hex("000000141dd76000"));
    EXPECT_NE(decode_failure<time_of_day>(hex("000000141dd76001")), "");
    EXPECT_NE(decode_failure<time_of_day>(hex("ffffffffffffffff")), "");
    EXPECT_THROW(time_of_day{-1us}, pg::encode_error);
    EXPECT_THROW(time_of_day{-1ns}, pg::encode_error);
    EXPECT_THROW(time_of_day{24h + 1us}, pg::encode_error);
    EXPECT_THROW(time_of_day{std::chrono::hours::max()}, pg::encode_error);
    expect_hash_differs(time_of_day{}, time_of_day{24h});
}

TEST(timetz, text_and_wire) {
    expect_texts<timetz>(
        {"00:00:00+00", "24:00:00-15:59:59", "23:59:59.999999+15:59:59", "12:00:00+05:30", "12:00:00-00:19:32"});
    EXPECT_EQ(timetz{"08:30Z"}, (timetz{time_of_day{8h + 30min}, 0s}));
    expect_no_texts<timetz>({"", "08:30", "08:30+16", "25:00Z", "08:30Z ", "24:00:01+00"});
    // East is negative on the wire.
    EXPECT_EQ(encoded(timetz{time_of_day{}, 14h}), hex("0000000000000000 ffff3b20"));
    EXPECT_NE(decode_failure<timetz>(hex("0000000000000000 0000e100")), "");
    EXPECT_NE(decode_failure<timetz>(hex("0000000000000000 80000000")), "");
    EXPECT_THROW((timetz{time_of_day{}, 16h}), pg::encode_error);
    EXPECT_THROW((timetz{time_of_day{}, std::chrono::seconds{std::int64_t{1} << 32}}), pg::encode_error);
    expect_hash_differs(timetz{"12:00Z"}, timetz{"13:00+01"});
    expect_no_harm<timetz>(encoded(timetz{"12:00Z"}), 2);
}

// ---- addresses

static_assert(pg::inet{"10.0.0.0/8"} < pg::inet{"10.0.0.0"} && pg::inet{"255.255.255.255"} < pg::inet{"::"});
static_assert(pg::inet{"10.0.0.1/8"}.prefix() == 8 && !pg::inet{}.is_v6());

TEST(inet, text_and_wire) {
    expect_texts<pg::inet>({"0.0.0.0", "192.168.0.1/24", "10.1.2.3/0", "::", "::1", "::/0", "1::", "2001:db8::1/64",
                            "::ffff:1.2.3.4", "::1.2.3.4", "1:2:3:4:5:6:7:8", "1:0:0:2::", "0:1::", "1:0:2:3:4:5:6:7"});
    expect_texts<pg::cidr>({"0.0.0.0/0", "10.0.0.0/8", "192.168.0.1/32", "2001:db8::/32"});
    EXPECT_EQ(pg::inet{"::2:3:4:5:6:7:8"}.to_string(), "0:2:3:4:5:6:7:8");
    EXPECT_EQ(pg::inet{"2001:DB8:0:0:0:0:0:1"}, pg::inet{"2001:db8::1"});
    expect_no_texts<pg::inet>({"",
                               "1",
                               "1.2.3",
                               "1.2.3.4.5",
                               "256.0.0.1",
                               "1.2.3.4/33",
                               "1.2.3.4/",
                               "1.2.3.4/-1",
                               "1.2.3.4 ",
                               ":",
                               ":::",
                               "1::2::3",
                               "1:2:3:4:5:6:7",
                               "1:2:3:4:5:6:7:8:9",
                               "::1/129",
                               "12345::",
                               "::g",
                               "fe80::1%eth0",
                               "1:2:3:4:5:6:7:1.2.3.4",
                               "1:2:3:4:5:6:7:8::",
                               "1:",
                               "::1.2.3",
                               "1.2.3.0004"});
    expect_no_texts<pg::cidr>({"10.0.0.1/8", "0.0.0.1/0", "::1/127"});
    EXPECT_EQ(encoded(pg::inet{"1.2.3.4/24"}), hex("02 18 00 04 01020304"));
    EXPECT_EQ(encoded(pg::cidr{"1.2.3.0/24"}), hex("02 18 01 04 01020300"));
    for (const char* bytes : {"09 18 00 04 01020304", "02 21 00 04 01020304", "02 18 00 05 01020304",
                              "03 18 00 04 01020304", "02 18 02 04 01020304"})
        EXPECT_NE(decode_failure<pg::inet>(hex(bytes)), "") << bytes;
    EXPECT_NE(decode_failure<pg::cidr>(hex("02 18 01 04 01020304")), "");
    expect_hash_differs(pg::inet{"1.2.3.4"}, pg::inet{"1.2.3.4/24"});
    expect_no_harm<pg::inet>(encoded(pg::inet{"1::/24"}), 3);
}

TEST(macaddr, text_and_wire) {
    expect_texts<pg::macaddr>({"00:00:00:00:00:00", "08:00:2b:01:02:03"});
    expect_texts<pg::macaddr8>({"08:00:2b:01:02:03:04:05"});
    EXPECT_EQ(pg::macaddr8{"08002b010203"}.to_string(), "08:00:2b:ff:fe:01:02:03");
    EXPECT_EQ(encoded(pg::macaddr{"0800.2B01.0203"}), hex("08002b010203"));
    expect_no_texts<pg::macaddr>({"", "08:00:2b:01:02", "08:00:2b:01:02:03:04", "08:00-2b:01:02:03", "0800:2b:01:02:03",
                                  "08:00:2b:01:02:0g", "08:00:2b:01:02:03:", ":08:00:2b:01:02:03", "8:0:2b:1:2:3"});
    EXPECT_LT(pg::macaddr{"08:00:2b:01:02:03"}, pg::macaddr{"ff:00:2b:01:02:03"});
    expect_hash_differs(pg::macaddr{}, pg::macaddr{"08:00:2b:01:02:03"});
}

// ---- bits and numbers

static_assert(pg::codec<pg::bit<9>>::declared == "bit(9)" &&
              pg::codec<pg::varbit<120>>::declared == "bit varying(120)");
static_assert(pg::codec<std::vector<pg::bit<9>>>::declared == "bit(9)[]");
static_assert(!has_declared<pg::codec<pg::varbit<>>>);

TEST(bit, text_and_wire) {
    expect_texts<pg::bit<9>>({"000000000", "100000001"});
    expect_texts<pg::varbit<>>({"", "1", "10101010", "000000001"});
    expect_no_texts<pg::bit<3>>({"", "11", "1111", "112"});
    expect_no_texts<pg::varbit<>>({"2", " 1"});
    EXPECT_EQ(encoded(pg::bit<9>{"100000001"}), hex("00000009 8080"));
    for (const char* bytes :
         {"00000008 80", "0000000a 8080", "00000009 8081", "ffffffff", "7fffffff 8080", "00000009 80"})
        EXPECT_NE(decode_failure<pg::bit<9>>(hex(bytes)), "") << bytes;
    EXPECT_EQ(decode<pg::varbit<2>>(hex("00000003 a0")).to_string(), "101");
    EXPECT_NE(encode_failure(pg::varbit<2>{"101"}), "");
    pg::bit<9> value;
    value.set(8).set(0).set(0, false);
    EXPECT_EQ(value.to_string(), "000000001");
    EXPECT_TRUE(value.test(8));
    EXPECT_EQ(value.count(), 1u);
    EXPECT_THROW(value.set(9), pg::usage_error);
    EXPECT_THROW((void)value.test(9), pg::usage_error);
    EXPECT_LT(pg::varbit<>{"1"}, pg::varbit<>{"10"});
    EXPECT_LT(pg::varbit<>{"01111111"}, pg::varbit<>{"1"});
    expect_hash_differs(pg::varbit<>{"1"}, pg::varbit<>{"10"});
    expect_no_harm<pg::varbit<>>(encoded(pg::varbit<>{"100000001"}), 4);
}

static_assert(pg::pg_lsn{"1/0"} - pg::pg_lsn{"0/1"} == 4'294'967'295);

TEST(numbers, text_and_wire) {
    expect_texts<pg::object_id>({"0", "4294967295"});
    expect_texts<pg::xid8>({"0", "18446744073709551615"});
    expect_texts<pg::xid>({"0", "4294967295"});
    expect_texts<pg::tid>({"(0,0)", "(4294967295,65535)", "(42,7)"});
    expect_texts<pg::pg_lsn>({"0/0", "FFFFFFFF/FFFFFFFF", "16/B374D848", "0/A"});
    expect_no_texts<pg::object_id>({"", "-1", "4294967296", "1 ", "x"});
    expect_no_texts<pg::xid8>({"18446744073709551616", "18446744073709551620", "010", "", "-1", "0x1"});
    expect_no_texts<pg::xid>({"4294967296", "010", "", "-1", "0x1"});
    expect_no_texts<pg::tid>({"", "(", "(1)", "(1,2", "1,2", "(4294967296,1)", "(1,65536)", "(1,2) ", "(,1)", "(1,)", "(-1,1)"});
    expect_no_texts<pg::pg_lsn>({"", "1", "/", "1/", "/1", "123456789/1", "1/123456789", "g/1", "1/1 "});
    expect_hash_differs(pg::xid8{1}, pg::xid8{2});
    expect_hash_differs(pg::object_id{1}, pg::object_id{2});
    expect_hash_differs(pg::xid{1}, pg::xid{2});
    expect_hash_differs(pg::tid{1, 2}, pg::tid{2, 1});
    EXPECT_LT((pg::tid{1, 9}), (pg::tid{2, 1}));
    expect_hash_differs(pg::pg_lsn{1}, pg::pg_lsn{2});
    EXPECT_THROW((pg::pg_lsn{~std::uint64_t{0}} - pg::pg_lsn{}), pg::usage_error);
}

// ---- shapes

TEST(geometry, text_and_wire) {
    const auto text = [](double x) { return pg::point{x, 0}.to_string(); };
    EXPECT_EQ(text(0.1), "(0.1,0)");
    EXPECT_EQ(text(-0.0), "(-0,0)");
    EXPECT_EQ(text(1e5), "(100000,0)");
    EXPECT_EQ(text(123456.789), "(123456.789,0)");
    EXPECT_EQ(text(1e14), "(100000000000000,0)");
    EXPECT_EQ(text(1e15), "(1e+15,0)");
    EXPECT_EQ(text(1e-4), "(0.0001,0)");
    EXPECT_EQ(text(1.5e-5), "(1.5e-05,0)");
    EXPECT_EQ(text(5e-324), "(5e-324,0)");
    EXPECT_EQ(text(-std::numeric_limits<double>::infinity()), "(-Infinity,0)");
    // The server's digits, of a number whose shortest ones are just between two doubles.
    EXPECT_EQ(text(1e23), "(9.999999999999999e+22,0)");
    const pg::box box{{0, 3}, {1, 1}};
    EXPECT_EQ(box.to_string(), "(1,3),(0,1)");
    EXPECT_EQ((pg::lseg{{0, 0}, {1, 1}}.to_string()), "[(0,0),(1,1)]");
    EXPECT_EQ((pg::line{1, -1, 0}.to_string()), "{1,-1,0}");
    EXPECT_EQ((pg::circle{{0, 0}, 1}.to_string()), "<(0,0),1>");
    const pg::path open{{{0, 0}, {1, 1}}, false}, closed{{{0, 0}, {1, 1}}, true};
    EXPECT_EQ(open.to_string(), "[(0,0),(1,1)]");
    EXPECT_EQ(closed.to_string(), "((0,0),(1,1))");
    EXPECT_EQ(round_trip(open), open);
    EXPECT_EQ(round_trip(closed), closed);
    EXPECT_EQ(round_trip(box), box);
    EXPECT_EQ(encoded(pg::point{1, -2}), hex("3ff0000000000000 c000000000000000"));
    const pg::polygon area{{{0, 0}, {1, 0}, {1, 1}}};
    EXPECT_EQ(round_trip(area), area);
    expect_only_whole<pg::point>(encoded(pg::point{}));
    expect_only_whole<pg::line>(encoded(pg::line{}));
    expect_only_whole<pg::lseg>(encoded(pg::lseg{}));
    expect_only_whole<pg::box>(encoded(box));
    expect_only_whole<pg::circle>(encoded(pg::circle{}));
    expect_only_whole<pg::path>(encoded(open));
    expect_only_whole<pg::polygon>(encoded(area));
    for (const char* count : {"00000000", "ffffffff", "7fffffff", "80000000"}) {
        EXPECT_NE(decode_failure<pg::polygon>(hex(count)), "") << count;
        EXPECT_NE(decode_failure<pg::path>(hex("00") + hex(count)), "") << count;
    }
    EXPECT_NE(decode_failure<pg::path>("\2" + encoded(area)), "");
    EXPECT_NE(encode_failure(pg::polygon{}), "");
    EXPECT_NE(encode_failure(pg::line{0, 0, 1}), "");
    EXPECT_NE(encode_failure(pg::line{1e-6, -1e-6, 1}), "") << "to the server this is 0";
    EXPECT_EQ(encode_failure(pg::line{1e-5, 0, 1}), "");
    EXPECT_NE(encode_failure(pg::circle{{}, -1}), "");
    expect_no_harm<pg::path>(encoded(open), 5);
    expect_no_harm<pg::polygon>(encoded(area), 6);
}

/// What comes back of a text: the same again, or "" if it is refused.
template <class Shape>
std::string reread(std::string_view text) {
    const auto parsed = Shape::parse(text);
    return parsed ? parsed->to_string() : "";
}
TEST(geometry, is_read_from_text) {
    EXPECT_EQ(reread<pg::point>(" ( -1.5e-7 , Infinity ) "), "(-1.5e-07,Infinity)");
    EXPECT_EQ(reread<pg::point>("(NaN,-0)"), "(NaN,-0)");
    EXPECT_EQ(reread<pg::line>("{1,0,-0.5}"), "{1,0,-0.5}");
    EXPECT_EQ(reread<pg::lseg>("[(0,0),(1,1)]"), "[(0,0),(1,1)]");
    EXPECT_EQ(reread<pg::box>("(0,3),(1,1)"), "(1,3),(0,1)");
    EXPECT_EQ(reread<pg::circle>("<(0,0),1e20>"), "<(0,0),1e+20>");
    EXPECT_EQ(reread<pg::path>("[(0,0)]"), "[(0,0)]");
    EXPECT_EQ(reread<pg::path>("((0,0),(1,1))"), "((0,0),(1,1))");
    EXPECT_EQ(reread<pg::polygon>("((0,0),(1,1),(1,0))"), "((0,0),(1,1),(1,0))");
    for (const char* text : {"", "(", "()", "(1)", "(1,2", "(1,2,3)", "1,2", "(1,2)x", "(a,b)", "(1e400,0)", "(+1,2)", "((1,2)"})
        EXPECT_EQ(reread<pg::point>(text), "") << text;
    for (const char* text : {"{0,0,1}", "{1,2}", "(1,2,3)"}) EXPECT_EQ(reread<pg::line>(text), "") << text;
    for (const char* text : {"[(0,0)]", "[(0,0),(1,1)", "((0,0),(1,1))"}) EXPECT_EQ(reread<pg::lseg>(text), "") << text;
    for (const char* text : {"(0,0)", "(0,0),(1,1),(2,2)"}) EXPECT_EQ(reread<pg::box>(text), "") << text;
    for (const char* text : {"<(0,0),-1>", "<(0,0)>", "((0,0),1)"}) EXPECT_EQ(reread<pg::circle>(text), "") << text;
    for (const char* text : {"[]", "()", "[(0,0))", "((0,0)]", "[(0,0),]"}) EXPECT_EQ(reread<pg::path>(text), "") << text;
    for (const char* text : {"()", "[(0,0)]", "((0,0),)", "(0,0)"}) EXPECT_EQ(reread<pg::polygon>(text), "") << text;
    EXPECT_EQ(std::hash<pg::point>{}({0, 1}), std::hash<pg::point>{}({-0.0, 1}));
}

// ---- texts

TEST(documents, text_and_wire) {
    EXPECT_EQ(encoded(pg::xml{"<a/>"}), "<a/>");
    EXPECT_EQ(encoded(pg::jsonpath{"$"}), "\1$");
    EXPECT_EQ(encoded(pg::ltree{"a.b"}), "\1a.b");
    EXPECT_EQ(round_trip(pg::citext{"x"}), pg::citext{"x"});
    EXPECT_EQ(round_trip(pg::jsonpath{"$.a"}), pg::jsonpath{"$.a"});
    EXPECT_NE(decode_failure<pg::jsonpath>("\2$"), "");
    EXPECT_NE(decode_failure<pg::ltree>(""), "");
    EXPECT_NE(encode_failure(pg::xml{"\xff"}), "");
    EXPECT_NE(encode_failure(pg::jsonpath{std::string("a\0b", 3)}), "");
    EXPECT_NE(encode_failure(pg::citext{"\xc0\x80"}), "");
    EXPECT_NE(encode_failure(pg::ltree{"\xed\xa0\x80"}), "");
    std::ostringstream out;
    out << pg::xml{"<a/>"} << pg::ltree{"a.b"};
    EXPECT_EQ(out.str(), "<a/>a.b");
    expect_hash_differs(pg::citext{"a"}, pg::citext{"b"});
    expect_hash_differs(pg::ltree{"a"}, pg::ltree{"b"});
}

TEST(ltree, paths) {
    const pg::ltree top{"a"}, below{"a.b"}, other{"ab"};
    EXPECT_EQ(top / "b", below);
    EXPECT_EQ(below.parent(), top);
    EXPECT_EQ(top.parent(), pg::ltree{});
    EXPECT_EQ(below.levels(), 2u);
    EXPECT_EQ(pg::ltree{}.levels(), 0u);
    EXPECT_TRUE(top.is_ancestor_of(below) && top.is_ancestor_of(top) && pg::ltree{}.is_ancestor_of(top));
    EXPECT_FALSE(top.is_ancestor_of(other) || below.is_ancestor_of(top));
    EXPECT_LT(top, below);
    EXPECT_LT(below, other);  // as text it would be so too, but not for a sign below the dot:
    EXPECT_LT(pg::ltree{"a.b"}, pg::ltree{"a-b"});
}

TEST(hstore, text_and_wire) {
    const pg::hstore value{{"bb", std::nullopt}, {"a", "1"}, {"\"\\", ""}, {"a", "2"}};
    EXPECT_EQ(value.to_string(), "\"a\"=>\"2\", \"\\\"\\\\\"=>\"\", \"bb\"=>NULL");
    EXPECT_EQ(value.size(), 3u);
    ASSERT_TRUE(value.find("a"));
    EXPECT_EQ(*value.find("a"), "2");
    EXPECT_EQ(*value.find("bb"), std::nullopt);
    EXPECT_FALSE(value.contains("b"));
    EXPECT_EQ(round_trip(value), value);
    expect_only_whole<pg::hstore>(encoded(value));
    EXPECT_EQ(encoded(pg::hstore{{"a", std::nullopt}}), hex("00000001 00000001 61 ffffffff"));
    for (const char* bytes : {"ffffffff", "7fffffff", "00000001 ffffffff 00000000", "00000001 7fffffff 61 ffffffff",
                              "00000001 00000001 61 fffffffe", "00000002 00000001 61 ffffffff 00000001 61 ffffffff"})
        EXPECT_NE(decode_failure<pg::hstore>(hex(bytes)), "") << bytes;
    EXPECT_NE(encode_failure(pg::hstore{{"\xff", "a"}}), "");
    EXPECT_NE(encode_failure(pg::hstore{{"a", "\xff"}}), "");
    auto less = value;
    EXPECT_TRUE(less.erase("a"));
    EXPECT_FALSE(less.erase("a"));
    EXPECT_EQ(less.size(), 2u);
    expect_hash_differs(value, less);
    expect_no_harm<pg::hstore>(encoded(value), 7);
}

TEST(tsvector, text_and_wire) {
    expect_texts<pg::tsvector>({"", "'a'", "'b':1A,2B,3C,4 'it''s':16383", "'a b' 'x\\\\y':7"});
    EXPECT_EQ(pg::tsvector{"fat:2c,1 cat fat:2A  it\\'s"}.to_string(), "'cat' 'fat':1,2A 'it''s'");
    expect_no_texts<pg::tsvector>({"'a", "''", "a:", "a:0", "a:16384", "a:1,", "a:1x", "a:1'b'", "\\", ":1"});
    EXPECT_FALSE(pg::tsvector::parse(std::string(2047, 'x')));
    EXPECT_TRUE(pg::tsvector::parse(std::string(2046, 'x')));
    EXPECT_EQ(encoded(pg::tsvector{"a:1A"}), hex("00000001 6100 0001 c001"));
    for (const char* bytes : {"ffffffff", "7fffffff", "00000001 61", "00000001 6100 ffff", "00000001 6100 7fff 0001",
                              "00000002 6200 0000 6100 0000", "00000002 6100 0000 6100 0000",
                              "00000001 6100 0002 0002 0001", "00000001 6100 0002 0001 4001", "00000001 6100 0001 0000"})
        EXPECT_NE(decode_failure<pg::tsvector>(hex(bytes)), "") << bytes;
    EXPECT_NE(encode_failure(pg::tsvector{"'\xff'"}), "");
    expect_no_harm<pg::tsvector>(encoded(pg::tsvector{"a:1A bcd:2 ef"}), 8);
}

TEST(tsquery, text_and_wire) {
    expect_texts<pg::tsquery>({"'a'", "'a' & 'b'", "'a' | 'b' & !'c'", "'a' & ( 'b' | 'c' )", "!( 'a' & 'b' )", "!!'a'",
                               "'a' <-> 'b' <-> 'c'", "'a' <2> ( 'b' <-> 'c' )", "'a' <0> 'b'", "'a':*AB & 'it''s':D",
                               "( 'a' | 'b' ) <16384> 'c'", "'x\\\\y':*", "!'a' <-> 'b'"});
    EXPECT_EQ(pg::tsquery{" ( fat&rat ) "}.to_string(), "'fat' & 'rat'");
    EXPECT_EQ(pg::tsquery{""}, pg::tsquery{});
    expect_no_texts<pg::tsquery>(
        {"a b", "a &", "& a", "(a", "a)", "!", "()", "a <16385> b", "a <-1> b", "a <- b", "'a", "''", "a ! b"});
    EXPECT_EQ(encoded(pg::tsquery{"a <2> b:A"}), hex("00000003 02 04 0002 01 08 00 6200 01 00 00 6100"));
    EXPECT_NE(encode_failure(pg::tsquery{}), "");
    EXPECT_EQ(decode<pg::tsquery>(hex("00000000")), pg::tsquery{});
    for (const char* bytes : {"ffffffff", "7fffffff", "00000001 0201", "00000002 0202 0100006100",
                              "00000002 0100006100 0100006100", "00000001 03 00", "00000003 0205 0100006100 0100006200",
                              "00000001 0110006100", "00000001 0100026100", "00000001 01000061",
                              "00000003 02044001 0100006100 0100006200"})
        EXPECT_NE(decode_failure<pg::tsquery>(hex(bytes)), "") << bytes;
    EXPECT_EQ(decode_failure<pg::tsquery>(hex("00000003 02044000 0100006100 0100006200")), "");  // 16384 words apart
    expect_no_harm<pg::tsquery>(encoded(pg::tsquery{"!a & b <2> c:*A"}), 9);
}

// Depth is bounded by memory only.
TEST(tsquery, deep) {
    const std::size_t depth = 20'000;
    std::string bytes = hex("00004e21");
    for (std::size_t i = 0; i < depth; ++i) bytes += hex("0201");
    bytes += hex("0100006100");
    const auto query = decode<pg::tsquery>(bytes);
    EXPECT_EQ(query.to_string(), std::string(depth, '!') + "'a'");
    EXPECT_EQ(pg::tsquery{query.to_string()}, query);
    EXPECT_TRUE(pg::tsquery::parse(std::string(depth, '(') + "a" + std::string(depth, ')')));
}

}  // namespace more_types_unit_test
