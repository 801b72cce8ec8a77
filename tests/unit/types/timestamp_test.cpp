// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/types/date.hpp>
#include <pgmodel/types/timestamp.hpp>
#include <pgmodel/types/timestamptz.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>

#include "round_trip.hpp"

namespace {

using namespace pgmodel_test;
using namespace std::chrono;
using namespace std::chrono_literals;
using pgmodel::codec;
using pgmodel::date;
using pgmodel::timestamp;
using pgmodel::timestamptz;
namespace detail = pgmodel::detail;

// PostgreSQL's own numbers of its limits (src/include/datatype/timestamp.h).
static_assert(detail::first_microsecond == -211813488000000000 && detail::end_of_microseconds == 9223371331200000000);
static_assert(detail::first_day == -2451545 && detail::end_of_days == 2145031949);

// Every day of five cycles of 400 years, then some of all years that <chrono> has.
TEST(calendar, agrees_with_chrono) {
    for (auto day = sys_days{-32767y / 1 / 1}; day <= sys_days{32767y / 12 / 31};) {
        const year_month_day expected{day};
        const std::int64_t number = day.time_since_epoch().count() - detail::epoch_days;
        const auto civil = detail::civil_of(number);
        ASSERT_TRUE(civil.year == static_cast<int>(expected.year()) &&
                    civil.month == static_cast<unsigned>(expected.month()) &&
                    civil.day == static_cast<unsigned>(expected.day()))
            << number;
        ASSERT_EQ(detail::days_of(civil), number);
        day += days{expected.year() >= 1000y && expected.year() < 3000y ? 1 : 97};
    }
}

TEST(calendar, knows_its_days) {
    for (int year : {1900, 2000, 2023, 2024, -4, 0})
        for (unsigned month = 0; month <= 13; ++month)
            for (unsigned day = 0; day <= 32; ++day)
                EXPECT_EQ(detail::is_day({year, month, day}),
                          (std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}).ok())
                    << year << '-' << month << '-' << day;
}

// ---- date

constexpr date leap{2024, 2, 29};
static_assert(leap == date{2024y / 2 / 29} && leap == date{"2024-02-29"});
static_assert(leap.to_chrono() == sys_days{2024y / 2 / 29});
static_assert(date{} == sys_days{} && date{}.to_chrono() == sys_days{});
static_assert(leap + days{1} == date{2024, 3, 1} && leap - days{366} == date{2023, 2, 28});
static_assert(leap - date{2024, 2, 1} == days{28});
static_assert(date::infinity > leap && date::minus_infinity < leap && leap.is_finite() && !date::infinity.is_finite());
static_assert(date::infinity + days{1} == date::infinity);
static_assert(std::is_convertible_v<sys_days, date> && std::is_convertible_v<year_month_day, date> &&
              !std::is_convertible_v<local_days, date> && !std::is_convertible_v<const char*, date>);
static_assert(codec<date>::type.id == 1082);

// What date_send of a server writes, and what it prints.
TEST(date, wire_and_text) {
    struct {
        const char *text, *bytes;
    } const cases[]{{"1970-01-01", "ffffd533"}, {"2024-02-29", "00002279"},    {"infinity", "7fffffff"},
                    {"-infinity", "80000000"},  {"4714-11-24 BC", "ffda97a7"}, {"5874897-12-31", "7fda970c"},
                    {"0001-01-01", "fff4dbf9"}, {"0001-12-31 BC", "fff4dbf8"}};
    for (const auto& each : cases) {
        const auto value = date::parse(each.text);
        ASSERT_TRUE(value) << each.text;
        EXPECT_EQ(encoded(*value), hex(each.bytes)) << each.text;
        EXPECT_EQ(decode<date>(hex(each.bytes)), *value) << each.text;
        EXPECT_EQ(value->to_string(), each.text);
        EXPECT_EQ(codec<date>::text(*value), each.text);
    }
    expect_only_whole<date>(hex("00002279"));
}

TEST(date, refuses_what_is_no_day) {
    for (const char* text : {"", "2023-02-29", "2024-13-01", "2024-00-01", "2024-01-00", "2024-04-31", "24-01-01",
                             "2024-1-1", "2024-01-01 ", "2024-01-01x", "0000-01-01", "-0001-01-01", "4714-11-23 BC",
                             "5874898-01-01", "12345678-01-01", "2024/01/01", "today", "Infinity"})
        EXPECT_FALSE(date::parse(text)) << text;
    EXPECT_THROW(date{"secret"}, pgmodel::usage_error);
    EXPECT_THROW((date{2023, 2, 29}), pgmodel::encode_error);
    EXPECT_THROW((date{2023y / 2 / 29}), pgmodel::encode_error);
    for (const char* bytes : {"ffda97a6", "7fda970d", "80000001", "7ffffffe"})
        EXPECT_EQ(decode_failure<date>(hex(bytes)), "a date outside of PostgreSQL's range") << bytes;
}

TEST(date, ends_where_postgresql_ends) {
    const date first{-4713, 11, 24}, last{5874897, 12, 31};
    EXPECT_EQ(date{first.to_chrono()}, first);
    EXPECT_EQ(date{last.to_chrono()}, last);
    EXPECT_THROW(first - days{1}, pgmodel::encode_error);
    EXPECT_THROW(last + days{1}, pgmodel::encode_error);
    EXPECT_EQ(first + (last - first), last);
    EXPECT_EQ(last - (last - first), first);
    EXPECT_THROW((date{-4713, 11, 23}), pgmodel::encode_error);
    EXPECT_THROW((date{5874898, 1, 1}), pgmodel::encode_error);
    EXPECT_THROW((date{std::numeric_limits<std::int64_t>::max(), 1, 1}), pgmodel::encode_error);
    for (const auto far : {days::min(), days::max()}) {
        EXPECT_THROW(date{sys_days{far}}, pgmodel::encode_error);
        EXPECT_THROW(leap + far, pgmodel::encode_error);
        EXPECT_THROW(leap - far, pgmodel::encode_error);
    }
    EXPECT_THROW(date::from_raw(std::int64_t{1} << 40), pgmodel::encode_error);
    EXPECT_THROW((void)date::infinity.to_chrono(), pgmodel::usage_error);
    EXPECT_THROW((void)(date::infinity - leap), pgmodel::usage_error);
}

// ---- timestamptz and timestamp

constexpr timestamptz morning{sys_days{2024y / 5 / 17} + 8h + 30min + 250ms};
static_assert(morning == timestamptz{"2024-05-17T08:30:00.25Z"});
static_assert(morning.to_chrono() == sys_days{2024y / 5 / 17} + 8h + 30min + 250ms);
static_assert(timestamptz{}.to_chrono() == sys_time<microseconds>{} && timestamp{} == local_days{});
static_assert(morning + 1h > morning && (morning + 1h) - morning == 1h && morning - 1us < morning);
static_assert(timestamptz::infinity > morning && timestamptz::minus_infinity < morning);
static_assert(timestamptz::infinity - 1h == timestamptz::infinity && !timestamptz::infinity.is_finite());
static_assert(std::is_convertible_v<sys_days, timestamptz> && std::is_convertible_v<sys_seconds, timestamptz> &&
              !std::is_convertible_v<sys_time<nanoseconds>, timestamptz> &&
              std::is_constructible_v<timestamptz, sys_time<nanoseconds>> &&
              !std::is_constructible_v<timestamptz, local_seconds> &&
              !std::is_constructible_v<timestamp, sys_seconds> &&
              !std::is_convertible_v<timestamp, timestamptz> && std::is_convertible_v<local_seconds, timestamp>);
static_assert(codec<timestamptz>::type.id == 1184 && codec<timestamp>::type.id == 1114);

TEST(timestamptz, wire_and_text) {
    struct {
        const char *text, *bytes;
    } const cases[]{{"1970-01-01 00:00:00+00", "fffca2fec4c82000"},
                    {"2024-05-17 08:30:00.25+00", "0002bba0ed166290"},
                    {"infinity", "7fffffffffffffff"},
                    {"-infinity", "8000000000000000"},
                    {"4714-11-24 00:00:00+00 BC", "fd0f7cc1411fa000"},
                    {"294276-12-31 23:59:59.999999+00", "7fffff5bb3b29fff"},
                    {"1999-12-31 23:59:59.999999+00", "ffffffffffffffff"},
                    {"2000-01-01 00:00:00+00", "0000000000000000"}};
    for (const auto& each : cases) {
        const auto value = timestamptz::parse(each.text);
        ASSERT_TRUE(value) << each.text;
        EXPECT_EQ(encoded(*value), hex(each.bytes)) << each.text;
        EXPECT_EQ(decode<timestamptz>(hex(each.bytes)), *value) << each.text;
        EXPECT_EQ(value->to_string(), each.text);
        const auto plain = decode<timestamp>(hex(each.bytes));
        EXPECT_EQ(encoded(plain), hex(each.bytes)) << each.text;
        EXPECT_EQ(timestamp::parse(plain.to_string()), plain) << each.text;
        EXPECT_EQ(plain.to_string().find('+'), std::string::npos);
    }
    expect_only_whole<timestamptz>(hex("0002bba0ed166290"));
    expect_only_whole<timestamp>(hex("0002bba0ed166290"));
    for (const char* bytes : {"fd0f7cc1411f9fff", "7fffff5bb3b2a000", "8000000000000001", "7ffffffffffffffe"}) {
        EXPECT_EQ(decode_failure<timestamptz>(hex(bytes)), "a time outside of PostgreSQL's range") << bytes;
        EXPECT_EQ(decode_failure<timestamp>(hex(bytes)), "a time outside of PostgreSQL's range") << bytes;
    }
}

TEST(timestamptz, reads_offsets) {
    const auto at = [](const char* text) { return timestamptz::parse(text).value().to_string(); };
    EXPECT_EQ(at("2024-05-17 08:30Z"), "2024-05-17 08:30:00+00");
    EXPECT_EQ(at("2024-05-17T08:30:00+02"), "2024-05-17 06:30:00+00");
    EXPECT_EQ(at("2024-05-17 08:30:00-05:30"), "2024-05-17 14:00:00+00");
    EXPECT_EQ(at("2024-05-17 08:30:00-0530"), "2024-05-17 14:00:00+00");
    EXPECT_EQ(at("1900-01-01 00:00:00+00:19:32"), "1899-12-31 23:40:28+00");
    EXPECT_EQ(at("2024-01-01 00:00:00.000001+00"), "2024-01-01 00:00:00.000001+00");
    EXPECT_EQ(at("4714-11-23 23:00:00-01 BC"), "4714-11-24 00:00:00+00 BC");
    EXPECT_EQ(at("294277-01-01 00:30:00+01"), "294276-12-31 23:30:00+00");
    for (const char* text : {"", "2024-05-17", "2024-05-17 08:30", "2024-05-17 08:30:00", "2024-05-17 24:00:00Z",
                             "2024-05-17 08:60:00Z", "2024-05-17 08:30:60Z", "2024-05-17 08:30:00.Z",
                             "2024-05-17 08:30:00.1234567Z", "2024-05-17 08:30:00+2", "2024-05-17 08:30:00+16",
                             "2024-05-17 08:30:00+02:60", "2024-05-17 08:30:00+02:", "2024-05-17 08:30:00Z ",
                             "2024-05-17 08:30:00 Z", "2024-05-17_08:30:00Z", "2023-02-29 00:00:00Z",
                             "4714-11-23 23:59:59+00 BC", "294277-01-01 00:00:00+00", "9999999-01-01 00:00:00+00",
                             "9999999-01-01 00:00:00+00 BC", "now"})
        EXPECT_FALSE(timestamptz::parse(text)) << text;
    EXPECT_FALSE(timestamp::parse("2024-05-17 08:30:00Z"));
    EXPECT_FALSE(timestamp::parse("2024-05-17 08:30:00+00"));
    EXPECT_EQ(timestamp{"2024-05-17 08:30"}.to_string(), "2024-05-17 08:30:00");
    EXPECT_THROW(timestamp{"secret"}, pgmodel::usage_error);
}

TEST(timestamptz, comes_from_chrono_and_goes_there) {
    EXPECT_EQ(timestamptz{sys_time<nanoseconds>{1500ns}}.to_chrono(), sys_time<microseconds>{1us});
    EXPECT_EQ(timestamptz{sys_time<nanoseconds>{-1500ns}}.to_chrono(), sys_time<microseconds>{-2us});
    const auto before = floor<microseconds>(system_clock::now());
    const auto now = timestamptz::now();
    EXPECT_LE(timestamptz{before}, now);
    EXPECT_LE(now, timestamptz{system_clock::now()});
    EXPECT_EQ(sys_time<microseconds>{now}, now.to_chrono());
    const timestamp local = local_days{2024y / 5 / 17} + 8h;
    EXPECT_EQ(local.to_chrono(), local_days{2024y / 5 / 17} + 8h);
}

TEST(timestamptz, ends_where_postgresql_ends) {
    const auto first = timestamptz::from_raw(detail::first_microsecond);
    const auto last = timestamptz::from_raw(detail::end_of_microseconds - 1);
    EXPECT_THROW(first - 1us, pgmodel::encode_error);
    EXPECT_THROW(last + 1us, pgmodel::encode_error);
    EXPECT_THROW(morning + microseconds::max(), pgmodel::encode_error);
    EXPECT_THROW(morning - microseconds::min(), pgmodel::encode_error);
    EXPECT_THROW(timestamptz{sys_time<hours>::max()}, pgmodel::encode_error);
    EXPECT_THROW(timestamptz{sys_time<hours>::min()}, pgmodel::encode_error);
    EXPECT_THROW(timestamptz{sys_time<microseconds>::min()}, pgmodel::encode_error);
    EXPECT_EQ(timestamptz{sys_time<microseconds>::max()}.to_chrono(), sys_time<microseconds>::max());
    EXPECT_THROW((void)last.to_chrono(), pgmodel::usage_error);
    EXPECT_THROW((void)timestamptz::infinity.to_chrono(), pgmodel::usage_error);
    EXPECT_THROW((void)timestamptz::minus_infinity.to_chrono(), pgmodel::usage_error);
    EXPECT_THROW((void)(timestamptz::infinity - morning), pgmodel::usage_error);
    EXPECT_THROW((void)(last - first), pgmodel::usage_error);
}

}  // namespace
