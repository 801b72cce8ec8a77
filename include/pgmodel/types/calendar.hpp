// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Days, microseconds and their ISO text, over all of PostgreSQL's range (the years of <chrono> end at 32767).
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/error.hpp>
#include <pgmodel/core/when_used.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// A day of the proleptic Gregorian calendar; the year before 1 is 0.
struct civil_day {
    std::int64_t year{};
    unsigned month{}, day{};
};

inline constexpr std::int64_t microseconds_per_day = 86'400'000'000;
/// From 1970-01-01, where <chrono> begins to count, to 2000-01-01, where PostgreSQL does.
inline constexpr std::int64_t epoch_days = 10'957;

// Both count in cycles of 400 years (146097 days) that begin on a 1st of March: so the leap day is the last of its
// year, and the months' lengths repeat every five months (153 days).

/// Days since 2000-01-01.
constexpr std::int64_t days_of(const civil_day& at) {
    const std::int64_t year = at.month > 2 ? at.year : at.year - 1;
    const std::int64_t cycle = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_cycle = year - cycle * 400;
    const std::int64_t month = at.month > 2 ? at.month - 3 : at.month + 9;
    const std::int64_t day_of_year = (153 * month + 2) / 5 + at.day - 1;
    const std::int64_t day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
    return cycle * 146'097 + day_of_cycle - 730'425;
}

constexpr civil_day civil_of(std::int64_t days) {
    days += 730'425;
    const std::int64_t cycle = (days >= 0 ? days : days - 146'096) / 146'097;
    const std::int64_t day_of_cycle = days - cycle * 146'097;
    const std::int64_t year_of_cycle =
        (day_of_cycle - day_of_cycle / 1'460 + day_of_cycle / 36'524 - day_of_cycle / 146'096) / 365;
    const std::int64_t day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    const std::int64_t month = (5 * day_of_year + 2) / 153;
    const auto day = static_cast<unsigned>(day_of_year - (153 * month + 2) / 5 + 1);
    const std::int64_t year = year_of_cycle + cycle * 400 + (month >= 10);
    return {year, static_cast<unsigned>(month < 10 ? month + 3 : month - 9), day};
}

constexpr bool is_day(const civil_day& at) {
    if (at.month < 1 || at.month > 12 || at.day < 1) return false;
    const bool leap = at.year % 4 == 0 && (at.year % 100 != 0 || at.year % 400 == 0);
    const unsigned last = at.month == 2 ? 28u + leap : 30u + ((at.month + (at.month > 7)) & 1u);
    return at.day <= last;
}

// PostgreSQL's limits, the last one exclusive: 4713 BC (as it writes -4712) to 5874897 for dates, 294276 for times.
inline constexpr std::int64_t first_day = days_of({-4713, 11, 24});
inline constexpr std::int64_t end_of_days = days_of({5'874'898, 1, 1});
inline constexpr std::int64_t first_microsecond = first_day * microseconds_per_day;
inline constexpr std::int64_t end_of_microseconds = days_of({294'277, 1, 1}) * microseconds_per_day;

constexpr bool is_in_range(std::int64_t microseconds) {
    return microseconds >= first_microsecond && microseconds < end_of_microseconds;
}

[[noreturn]] void fail_time_range();

/// Microseconds since 2000-01-01 of a time point; finer parts are cut towards the past.
template <class Clock, class Duration>
constexpr std::int64_t microseconds_of(const std::chrono::time_point<Clock, Duration>& at) {
    // In days first: a count of hours can be out of range by far, and must not overflow.
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::int64_t days = day.time_since_epoch().count() - epoch_days;
    if (days < first_day || days >= end_of_microseconds / microseconds_per_day) [[unlikely]]
        fail_time_range();
    return days * microseconds_per_day + std::chrono::floor<std::chrono::microseconds>(at - day).count();
}

/// The time point `microseconds` after 2000-01-01; throws where <chrono> counts no further (the year 294247).
template <class TimePoint>
constexpr TimePoint time_point_of(std::int64_t microseconds) {
    std::int64_t count{};
    if (!is_in_range(microseconds) || __builtin_add_overflow(microseconds, epoch_days * microseconds_per_day, &count))
        [[unlikely]]
        throw usage_error{"pgmodel: an infinite time, or one after the year 294246, is no time point of <chrono>"};
    return TimePoint{std::chrono::microseconds{count}};
}

// ---- text

/// `number` with at least `width` digits.
void append_number(std::string& out, std::int64_t number, int width);

void append_day(std::string& out, const civil_day& at);

/// `08:30:00.25`, of microseconds that are not negative; hours go beyond 24.
void append_time(std::string& out, std::int64_t microseconds);

/// `2024-05-17 08:30:00.25+00`; years before 1 end in ` BC`.
std::string timestamp_text(std::int64_t microseconds, std::string_view zone);

/// Reads ISO 8601 and PostgreSQL's own output, from the front. A template, so that std::optional is
/// compiled only where a text is parsed.
template <class Number = std::int64_t>
struct iso_parser {
    std::string_view text;

    constexpr bool eat(char c) {
        if (text.empty() || text[0] != c) return false;
        text.remove_prefix(1);
        return true;
    }
    constexpr bool eat(std::string_view word) {
        if (!text.starts_with(word)) return false;
        text.remove_prefix(word.size());
        return true;
    }
    constexpr std::optional<Number> number(std::size_t least, std::size_t most) {
        std::int64_t value = 0;
        std::size_t count = 0;
        for (; count < most && count < text.size() && text[count] >= '0' && text[count] <= '9'; ++count)
            value = value * 10 + (text[count] - '0');
        if (count < least) return {};
        text.remove_prefix(count);
        return value;
    }
    /// Two digits below `limit`.
    constexpr std::optional<Number> pair(std::int64_t limit) {
        const auto value = number(2, 2);
        return value && *value < limit ? value : std::nullopt;
    }
    /// Month 0: there is no day.
    constexpr civil_day day() {
        const auto year = number(4, 7);
        if (!year || !eat('-')) return {};
        const auto month = pair(13);
        if (!month || !eat('-')) return {};
        const auto day = pair(32);
        if (!day) return {};
        return {*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
    }
    /// What stands at the end decides which year it is: the whole day, checked.
    constexpr std::optional<Number> days(civil_day at) {
        if (at.year == 0) return {};
        if (eat(" BC")) at.year = 1 - at.year;
        if (!text.empty() || !is_day(at)) return {};
        return days_of(at);
    }
    /// What follows the hours' colon, `30`, `30:00`, `30:00.25`, in microseconds.
    constexpr std::optional<Number> minutes() {
        const auto minutes = pair(60);
        if (!minutes) return {};
        std::int64_t total = *minutes * 60'000'000;
        if (!eat(':')) return total;
        const auto seconds = pair(60);
        if (!seconds) return {};
        total += *seconds * 1'000'000;
        if (!eat('.')) return total;
        const std::size_t before = text.size();
        auto fraction = number(1, 6);
        if (!fraction) return {};
        for (std::size_t digits = before - text.size(); digits < 6; ++digits) *fraction *= 10;
        return total + *fraction;
    }
    /// `08:30`, `08:30:00`, `08:30:00.25` in microseconds.
    constexpr std::optional<Number> time() {
        const auto hours = pair(24);
        if (!hours || !eat(':')) return {};
        const auto rest = minutes();
        if (!rest) return {};
        return *hours * 3'600'000'000 + *rest;
    }
    /// `Z`, `+01`, `-0330`, `+05:30`, `+00:19:32` in microseconds.
    constexpr std::optional<Number> offset() {
        if (eat('Z') || eat('z')) return 0;
        const bool minus = eat('-');
        if (!minus && !eat('+')) return {};
        const auto hours = pair(16);
        if (!hours) return {};
        std::int64_t seconds = *hours * 3600;
        for (const std::int64_t unit : {60, 1}) {
            const bool colon = eat(':');
            if (!colon && (text.empty() || text[0] < '0' || text[0] > '9')) break;
            const auto part = pair(60);
            if (!part) return {};
            seconds += *part * unit;
        }
        return (minus ? -seconds : seconds) * 1'000'000;
    }
};

template <class Number = std::int64_t>
constexpr std::optional<Number> parse_timestamp(std::string_view text, bool zoned) {
    if (text == "infinity") return std::numeric_limits<std::int64_t>::max();
    if (text == "-infinity") return std::numeric_limits<std::int64_t>::min();
    iso_parser<Number> in{text};
    const civil_day day = in.day();
    if (day.month == 0 || !(in.eat(' ') || in.eat('T') || in.eat('t'))) return {};
    const auto time = in.time();
    if (!time) return {};
    const std::optional<Number> offset = zoned ? in.offset() : 0;
    if (!offset) return {};
    const auto days = in.days(day);
    // A day before the limits can become one within by its offset; one day more keeps the product in its type.
    if (!days || *days < first_day - 1 || *days > end_of_microseconds / microseconds_per_day) return {};
    const std::int64_t microseconds = *days * microseconds_per_day + *time - *offset;
    if (!is_in_range(microseconds)) return {};
    return microseconds;
}

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/types/impl/calendar.ipp>
#endif
