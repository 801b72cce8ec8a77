// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// interval: months, days and microseconds, kept apart. `#include <pgmodel/types/interval.hpp>`
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/types/calendar.hpp>
#include <pgmodel/types/int128.hpp>
#include <pgmodel/types/interval_reader.hpp>
#include <pgmodel/types/stream.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

class date;
class timestamp;
class timestamptz;

/// A length of time in months, days and microseconds, none of which is ever turned into another: a month has 28 to 31
/// days, a day 23 to 25 hours.
///
/// `==` and the hash compare the three parts. `<` orders as the server does, for which a month has 30 days and a day 24
/// hours; so of `1 mon` and `30 days` neither is less, and they are not `==` (on the server they are: `equivalent`).
/// The infinities are known to PostgreSQL 17 and later; an earlier one takes their bytes for a very long interval.
class interval {
public:
    static const interval infinity, minus_infinity;

    constexpr interval() = default;
    constexpr interval(std::int32_t months, std::int32_t days, std::int64_t microseconds)
        : microseconds_(microseconds), days_(days), months_(months) {}
    /// From <chrono>: years and months become months, weeks and days become days, all others microseconds. Explicit
    /// where parts of a microsecond are cut off. Throws `encode_error` for more than fits.
    template <std::integral Number, class Period>
        requires std::convertible_to<std::chrono::duration<Number, Period>, std::chrono::microseconds>
    constexpr interval(std::chrono::duration<Number, Period> length) {
        if constexpr (std::same_as<Period, std::chrono::years::period>) months_ = narrow(length.count(), 12);
        else if constexpr (std::same_as<Period, std::chrono::months::period>) months_ = narrow(length.count(), 1);
        else if constexpr (std::same_as<Period, std::chrono::weeks::period>) days_ = narrow(length.count(), 7);
        else if constexpr (std::same_as<Period, std::chrono::days::period>) days_ = narrow(length.count(), 1);
        else {
            using step = std::ratio_divide<Period, std::micro>;
            static_assert(step::den == 1);
            if (__builtin_mul_overflow(length.count(), step::num, &microseconds_)) [[unlikely]]
                fail_range();
        }
    }
    template <std::integral Number, class Period>
        requires(!std::convertible_to<std::chrono::duration<Number, Period>, std::chrono::microseconds>)
    constexpr explicit interval(std::chrono::duration<Number, Period> length)
        : microseconds_(std::chrono::floor<std::chrono::microseconds>(length).count()) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit interval(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not an interval"};
        *this = *parsed;
    }

    /// Reads what the server reads: `1 year 2 mons -3 days +04:05:06.7`, `2 hours ago`, `1 day, 2.5 hours`, `1d2h`,
    /// `@ 1 day ago`, `1-2 3 4:05:06` (years-months, days, time), ISO 8601 `P1Y2M3DT4H5M6.7S`, `infinity`. Each sign
    /// counts for its own number, as with the setting IntervalStyle that the server has unless told otherwise. Empty
    /// for other text and for more than fits.
    static constexpr std::optional<interval> parse(std::string_view text) {
        if (text == "infinity") return infinite(1);
        if (text == "-infinity") return infinite(-1);
        detail::interval_reader in;
        if (!in.read(text) || !fits(in.months) || !fits(in.days)) return {};
        return interval{static_cast<std::int32_t>(in.months), static_cast<std::int32_t>(in.days), in.microseconds};
    }

    constexpr std::int32_t months() const { return months_; }
    constexpr std::int32_t days() const { return days_; }
    constexpr std::int64_t microseconds() const { return microseconds_; }
    constexpr bool is_finite() const { return *this != infinite(1) && *this != infinite(-1); }

    /// The time in <chrono>; throws `usage_error` when there are months or days, whose length depends on the calendar.
    constexpr std::chrono::microseconds to_chrono() const {
        if (months_ != 0 || days_ != 0) [[unlikely]]
            throw usage_error{"pgmodel: an interval of months or days has no fixed length; nominal() gives one"};
        return std::chrono::microseconds{microseconds_};
    }
    /// The time when each month had 30 days and each day 24 hours, as the server compares; throws `usage_error` for the
    /// infinities and for what <chrono> cannot hold (292,271 years).
    constexpr std::chrono::microseconds nominal() const {
        const auto all = span();
        if (!is_finite() || all != static_cast<std::int64_t>(all)) [[unlikely]]
            throw usage_error{
                "pgmodel: an infinite interval, or one of more than 292271 years, is no duration of <chrono>"};
        return std::chrono::microseconds{static_cast<std::int64_t>(all)};
    }

    /// As PostgreSQL writes it by default: `1 year 2 mons -3 days +04:05:06.7`.
    std::string to_string() const {
        if (*this == infinite(1)) return "infinity";
        if (*this == infinite(-1)) return "-infinity";
        std::string out;
        bool after_minus = false;
        const auto part = [&](std::int32_t number, std::string_view unit) {
            if (number == 0) return;
            if (!out.empty()) out.push_back(' ');
            if (number < 0) out.push_back('-');
            else if (after_minus) out.push_back('+');
            detail::append_number(out, number < 0 ? -std::int64_t{number} : number, 1);
            out.append(unit);
            if (number != 1) out.push_back('s');
            after_minus = number < 0;
        };
        part(months_ / 12, " year");
        part(months_ % 12, " mon");
        part(days_, " day");
        if (microseconds_ == 0 && !out.empty()) return out;
        if (!out.empty()) out.push_back(' ');
        if (microseconds_ < 0) out.push_back('-');
        else if (after_minus) out.push_back('+');
        if (microseconds_ == std::numeric_limits<std::int64_t>::min()) return out + "2562047788:00:54.775808";
        detail::append_time(out, microseconds_ < 0 ? -microseconds_ : microseconds_);
        return out;
    }

    /// Part by part; an infinity stays one. Throws `encode_error` for more than fits, `usage_error` for an infinity and
    /// its opposite.
    friend constexpr interval operator+(const interval& a, const interval& b) {
        if (!a.is_finite() || !b.is_finite()) {
            if (!a.is_finite() && !b.is_finite() && a != b) [[unlikely]]
                throw usage_error{"pgmodel: opposite infinite intervals have no sum"};
            return a.is_finite() ? b : a;
        }
        interval sum;
        if (__builtin_add_overflow(a.months_, b.months_, &sum.months_) ||
            __builtin_add_overflow(a.days_, b.days_, &sum.days_) ||
            __builtin_add_overflow(a.microseconds_, b.microseconds_, &sum.microseconds_) || !sum.is_finite())
            [[unlikely]]
            fail_range();
        return sum;
    }
    friend constexpr interval operator-(const interval& value) { return value * -1; }
    friend constexpr interval operator-(const interval& a, const interval& b) {
        interval difference;
        if (!a.is_finite() || !b.is_finite()) return a + -b;
        // Not a + -b: the least numbers have no negative.
        if (__builtin_sub_overflow(a.months_, b.months_, &difference.months_) ||
            __builtin_sub_overflow(a.days_, b.days_, &difference.days_) ||
            __builtin_sub_overflow(a.microseconds_, b.microseconds_, &difference.microseconds_) ||
            !difference.is_finite()) [[unlikely]]
            fail_range();
        return difference;
    }
    /// Part by part. Throws `encode_error` for more than fits, `usage_error` for an infinity by 0.
    friend constexpr interval operator*(const interval& value, std::int64_t factor) {
        if (!value.is_finite()) {
            if (factor == 0) [[unlikely]]
                throw usage_error{"pgmodel: an infinite interval times 0 has no value"};
            return (factor > 0) == (value.months_ > 0) ? infinite(1) : infinite(-1);
        }
        interval product;
        if (__builtin_mul_overflow(value.months_, factor, &product.months_) ||
            __builtin_mul_overflow(value.days_, factor, &product.days_) ||
            __builtin_mul_overflow(value.microseconds_, factor, &product.microseconds_) || !product.is_finite())
            [[unlikely]]
            fail_range();
        return product;
    }
    friend constexpr interval operator*(std::int64_t factor, const interval& value) { return value * factor; }
    constexpr interval& operator+=(const interval& other) { return *this = *this + other; }
    constexpr interval& operator-=(const interval& other) { return *this = *this - other; }
    constexpr interval& operator*=(std::int64_t factor) { return *this = *this * factor; }

    constexpr bool operator==(const interval&) const = default;
    friend constexpr std::weak_ordering operator<=>(const interval& a, const interval& b) {
        const auto first = a.span(), second = b.span();
        return first < second   ? std::weak_ordering::less
               : first > second ? std::weak_ordering::greater
                                : std::weak_ordering::equivalent;
    }
    /// What the server calls equal.
    friend constexpr bool equivalent(const interval& a, const interval& b) { return a.span() == b.span(); }

private:
    static constexpr interval infinite(int sign) {
        using months = std::numeric_limits<std::int32_t>;
        using time = std::numeric_limits<std::int64_t>;
        return sign > 0 ? interval{months::max(), months::max(), time::max()}
                        : interval{months::min(), months::min(), time::min()};
    }
    static constexpr bool fits(std::int64_t number) { return number == static_cast<std::int32_t>(number); }
    [[noreturn, gnu::cold, gnu::noinline]] static void fail_range() {
        throw encode_error{"pgmodel: an interval outside of PostgreSQL's range"};
    }
    template <class Number>
    static constexpr std::int32_t narrow(Number count, int factor) {
        std::int32_t out{};
        if (__builtin_mul_overflow(count, factor, &out)) [[unlikely]]
            fail_range();
        return out;
    }
    constexpr detail::int128 span() const {
        return microseconds_ + (detail::int128{months_} * 30 + days_) * detail::microseconds_per_day;
    }

    std::int64_t microseconds_ = 0;
    std::int32_t days_ = 0, months_ = 0;
};

/// Refused: how long a month or a day is, and where a day ends, only the server's calendar and zone tell.
template <class Moment, std::same_as<interval> Length>
    requires(std::same_as<Moment, date> || std::same_as<Moment, timestamp> || std::same_as<Moment, timestamptz>)
constexpr Moment operator+(const Moment& at, const Length&) {
    static_assert(
        !std::same_as<Moment, Moment>,
        "pgmodel: months and days are added by the server, in a query: pgmodel::value(moment) + length; in C++ a "
        "moment takes a length of std::chrono");
    return at;
}
template <class Moment, std::same_as<interval> Length>
    requires(std::same_as<Moment, date> || std::same_as<Moment, timestamp> || std::same_as<Moment, timestamptz>)
constexpr Moment operator-(const Moment& at, const Length& length) {
    return at + length;
}

inline constexpr interval interval::infinity = interval::infinite(1);
inline constexpr interval interval::minus_infinity = interval::infinite(-1);

template <>
struct codec<interval> {
    static constexpr type_ref type{1186, "interval"};
    static constexpr type_ref array_type{1187, "interval[]"};

    static constexpr std::size_t width = 16;
    static constexpr std::size_t size(const interval&) { return width; }
    static void encode(const interval& value, writer& out) {
        out.write(value.microseconds());
        out.write(value.days());
        out.write(value.months());
    }
    static interval decode(reader in) {
        const auto microseconds = in.read<std::int64_t>();
        const auto days = in.read<std::int32_t>();
        const auto months = in.read<std::int32_t>();
        in.finish();
        return {months, days, microseconds};
    }
    static std::string text(const interval& value) { return value.to_string(); }
    /// Part by part: the server prints the least time, but does not read it so, and before PostgreSQL 17 no infinity.
    /// With a sign each, since to `intervalstyle = sql_standard` one in front is that of all.
    static std::string sent_text(const interval& value) {
        const auto time = value.microseconds(), seconds = time / 1'000'000;
        const auto part = [](std::int64_t number, const char* unit) {
            return (number < 0 ? "" : "+") + std::to_string(number) + unit;
        };
        return part(value.months(), " mons ") + part(value.days(), " days ") + part(seconds / 3600, " hours ") +
               part(seconds % 3600, " secs ") + part(time % 1'000'000, " us");
    }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::interval> {
    std::size_t operator()(const pgmodel::interval& value) const noexcept {
        return pgmodel::detail::hash_of(value.months(), value.days(), value.microseconds());
    }
};
