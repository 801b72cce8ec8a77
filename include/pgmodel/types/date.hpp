// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// date: a day of the calendar.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/types/calendar.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/hash.hpp>

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// A day, 1970-01-01 by default; the days of <chrono> convert. From 4714 BC to 5874897, or infinite.
class date {
public:
    static const date infinity, minus_infinity;

    constexpr date() = default;
    /// Throws `encode_error` outside of the range.
    constexpr date(std::chrono::sys_days day) : date(in_days, day.time_since_epoch().count()) {}
    constexpr explicit date(std::chrono::time_point<std::chrono::local_t, std::chrono::days> day)
        : date(in_days, day.time_since_epoch().count()) {}
    /// From `std::chrono::year_month_day` and `year_month_day_last`. Throws `encode_error` for what is no day, such as
    /// a 30th of February.
    template <class Day>
        requires requires(const Day& day) { static_cast<unsigned>(day.day()), day.month(), day.year(), day.ok(); }
    constexpr date(const Day& day)
        : date(static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())) {}
    /// `date{2024, 5, 17}`; the year before 1 is 0. Throws `encode_error` for what is no day.
    constexpr date(std::int64_t year, unsigned month, unsigned day) {
        if (!detail::is_day({year, month, day})) [[unlikely]]
            throw encode_error{"pgmodel: there is no such day"};
        if (year < -4713 || year > 5'874'897) [[unlikely]]
            detail::fail_time_range();
        *this = from_raw(detail::days_of({year, month, day}));
    }
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    template <class Date = date>
    constexpr explicit date(std::string_view text) {
        const auto parsed = parse<Date>(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a date"};
        *this = *parsed;
    }

    /// Reads `2024-05-17`, `0044-03-15 BC`, `infinity` and `-infinity`; empty for other text.
    template <class Date = date>
    static constexpr std::optional<Date> parse(std::string_view text) {
        if (text == "infinity") return infinite(1);
        if (text == "-infinity") return infinite(-1);
        detail::iso_parser<typename Date::number> in{text};
        const detail::civil_day day = in.day();
        if (day.month == 0) return {};
        const auto days = in.days(day);
        if (!days || !is_in_range(*days)) return {};
        return from_raw(*days);
    }

    constexpr bool is_finite() const { return *this != infinite(1) && *this != infinite(-1); }
    /// Days of <chrono>, which hold all of the range; throws `usage_error` for the infinities.
    constexpr std::chrono::sys_days to_chrono() const {
        if (!is_finite()) [[unlikely]]
            throw usage_error{"pgmodel: an infinite date is no day of <chrono>"};
        return std::chrono::sys_days{std::chrono::days{days_ + detail::epoch_days}};
    }
    constexpr explicit operator std::chrono::sys_days() const { return to_chrono(); }

    /// `2024-05-17`; years before 1 end in ` BC`.
    std::string to_string() const {
        if (!is_finite()) return days_ > 0 ? "infinity" : "-infinity";
        const auto day = detail::civil_of(days_);
        std::string out;
        detail::append_day(out, day);
        if (day.year <= 0) out.append(" BC");
        return out;
    }

    /// Days since 2000-01-01; the greatest and least number stand for the infinities.
    constexpr std::int32_t raw() const { return days_; }
    /// From `raw`; throws `encode_error` outside of the range.
    static constexpr date from_raw(std::int64_t days) {
        if (!is_in_range(days) && days != most && days != least) [[unlikely]]
            detail::fail_time_range();
        date out;
        out.days_ = static_cast<std::int32_t>(days);
        return out;
    }

    /// Infinities stay what they are; throws `encode_error` where the range ends.
    constexpr date& operator+=(std::chrono::days step) { return add(step.count()); }
    constexpr date& operator-=(std::chrono::days step) {
        const std::int64_t count = step.count();
        return add(count == std::numeric_limits<std::int64_t>::min() ? most : -count);
    }
    friend constexpr date operator+(date day, std::chrono::days step) { return day += step; }
    friend constexpr date operator-(date day, std::chrono::days step) { return day -= step; }
    /// Throws `usage_error` for infinities.
    friend constexpr std::chrono::days operator-(const date& a, const date& b) { return a.to_chrono() - b.to_chrono(); }

    constexpr auto operator<=>(const date&) const = default;

private:
    using number = std::int64_t;  // of `Date`, so that the parser is compiled only where a text is parsed
    enum in_days_t { in_days };
    static constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
    static constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();

    constexpr date(in_days_t, std::int64_t since_1970) {
        // Far outside first: the difference must not overflow.
        if (since_1970 < 2 * std::int64_t{least} || !is_in_range(since_1970 - detail::epoch_days)) [[unlikely]]
            detail::fail_time_range();
        days_ = static_cast<std::int32_t>(since_1970 - detail::epoch_days);
    }
    static constexpr bool is_in_range(std::int64_t days) {
        return days >= detail::first_day && days < detail::end_of_days;
    }
    static constexpr date infinite(int sign) { return from_raw(sign > 0 ? most : least); }

    constexpr date& add(std::int64_t step) {
        if (!is_finite()) return *this;
        if (step > most || step < 2 * std::int64_t{least} || !is_in_range(days_ + step)) [[unlikely]]
            detail::fail_time_range();
        days_ = static_cast<std::int32_t>(days_ + step);
        return *this;
    }

    std::int32_t days_ = -static_cast<std::int32_t>(detail::epoch_days);
};

inline constexpr date date::infinity = date::infinite(1);
inline constexpr date date::minus_infinity = date::infinite(-1);

template <>
struct codec<date> {
    static constexpr type_ref type{1082, "date"};
    static constexpr type_ref array_type{1182, "date[]"};

    static constexpr std::size_t width = 4;
    static constexpr std::size_t size(const date&) { return width; }
    static void encode(const date& value, writer& out) { out.write(value.raw()); }
    static date decode(reader in) {
        const auto days = in.read<std::int32_t>();
        in.finish();
        if ((days < detail::first_day || days >= detail::end_of_days) && days != date::infinity.raw() &&
            days != date::minus_infinity.raw()) [[unlikely]]
            detail::fail_value("a date outside of PostgreSQL's range");
        return date::from_raw(days);
    }
    static std::string text(const date& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::date> {
    std::size_t operator()(const pgmodel::date& value) const noexcept { return pgmodel::detail::hash_of(value.raw()); }
};
