// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// time_of_day: the time on a clock, 24:00 included. `#include <pgmodel/types/time_of_day.hpp>`
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/types/calendar.hpp>
#include <pgmodel/types/stream.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// The time since midnight, 00:00 by default, in microseconds: up to 24:00, which is not 00:00.
class time_of_day {
public:
    constexpr time_of_day() = default;
    /// Explicit where parts of a microsecond are cut off. Throws `encode_error` below 0 and beyond 24 hours.
    template <class Number, class Period>
        requires std::convertible_to<std::chrono::duration<Number, Period>, std::chrono::microseconds>
    constexpr time_of_day(std::chrono::duration<Number, Period> since_midnight) {
        // Compared before it is converted, which could overflow.
        if (since_midnight < std::chrono::duration<Number, Period>::zero() || since_midnight > std::chrono::hours{24})
            [[unlikely]]
            fail_range();
        microseconds_ = std::chrono::microseconds{since_midnight}.count();
    }
    template <class Number, class Period>
        requires(!std::convertible_to<std::chrono::duration<Number, Period>, std::chrono::microseconds> &&
                 std::integral<Number>)
    constexpr explicit time_of_day(std::chrono::duration<Number, Period> since_midnight)
        : time_of_day(std::chrono::floor<std::chrono::microseconds>(since_midnight)) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit time_of_day(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a time of the day"};
        *this = *parsed;
    }

    /// Reads `08:30`, `08:30:00`, `08:30:00.25`, `24:00:00`; empty for other text and for more than six decimals.
    static constexpr std::optional<time_of_day> parse(std::string_view text) {
        detail::iso_parser<> in{text};
        const auto time = read(in);
        if (!time || !in.text.empty()) return {};
        return from_raw(*time);
    }

    constexpr std::chrono::microseconds to_chrono() const { return std::chrono::microseconds{microseconds_}; }
    constexpr explicit operator std::chrono::microseconds() const { return to_chrono(); }

    /// `08:30:00.25`
    std::string to_string() const {
        std::string out;
        detail::append_time(out, microseconds_);
        return out;
    }

    /// Microseconds since midnight.
    constexpr std::int64_t raw() const { return microseconds_; }
    /// From `raw`; throws `encode_error` below 0 and beyond 24 hours.
    static constexpr time_of_day from_raw(std::int64_t microseconds) { return std::chrono::microseconds{microseconds}; }
    static constexpr bool is_in_range(std::int64_t microseconds) {
        return microseconds >= 0 && microseconds <= detail::microseconds_per_day;
    }

    constexpr auto operator<=>(const time_of_day&) const = default;

private:
    friend class timetz;

    [[noreturn, gnu::cold, gnu::noinline]] static void fail_range() {
        throw encode_error{"pgmodel: a time of the day is between 0 and 24 hours"};
    }
    static constexpr std::optional<std::int64_t> read(detail::iso_parser<>& in) {
        if (!in.text.starts_with("24:")) return in.time();
        in.eat("24:");
        const auto rest = in.minutes();
        if (!rest || *rest != 0) return {};
        return detail::microseconds_per_day;
    }

    std::int64_t microseconds_ = 0;
};

template <>
struct codec<time_of_day> {
    static constexpr type_ref type{1083, "time without time zone"};
    static constexpr type_ref array_type{1183, "time without time zone[]"};

    static constexpr std::size_t width = 8;
    static constexpr std::size_t size(const time_of_day&) { return width; }
    static void encode(const time_of_day& value, writer& out) { out.write(value.raw()); }
    static time_of_day decode(reader in) {
        const auto microseconds = in.read<std::int64_t>();
        in.finish();
        if (!time_of_day::is_in_range(microseconds)) [[unlikely]]
            detail::fail_value("a time of more than 24 hours");
        return time_of_day::from_raw(microseconds);
    }
    static std::string text(const time_of_day& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::time_of_day> {
    std::size_t operator()(const pgmodel::time_of_day& value) const noexcept {
        return pgmodel::detail::hash_of(value.raw());
    }
};
