// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What timestamptz and timestamp share: microseconds, within the range of PostgreSQL or infinite.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/types/calendar.hpp>
#include <pgmodel/types/codec.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace pgmodel {
namespace detail {

/// What both types share: microseconds since 2000-01-01, always within PostgreSQL's range or infinite.
template <class Self, class Clock>
class timestamp_base {
public:
    using time_point = std::chrono::time_point<Clock, std::chrono::microseconds>;

    /// 1970-01-01 00:00, as in <chrono>.
    constexpr timestamp_base() = default;
    /// From <chrono>; explicit where parts of a microsecond are cut off (`std::chrono::system_clock::now()`). Throws
    /// `encode_error` outside of the range from 4714 BC to 294276.
    template <std::convertible_to<std::chrono::microseconds> Duration>
    constexpr timestamp_base(const std::chrono::time_point<Clock, Duration>& at) : microseconds_(microseconds_of(at)) {}
    // Not one constructor with explicit(bool): g++ 12 inherits that one as implicit.
    template <class Duration>
        requires(!std::convertible_to<Duration, std::chrono::microseconds>)
    constexpr explicit timestamp_base(const std::chrono::time_point<Clock, Duration>& at)
        : microseconds_(microseconds_of(at)) {}
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit timestamp_base(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a date and time"};
        microseconds_ = parsed->microseconds_;
    }

    /// Reads ISO 8601 (`2024-05-17T08:30:00.25`) and what `to_string` writes; a `timestamptz` needs an offset or `Z`, a
    /// `timestamp` may not have one. Empty for other text, for more than six decimals, and outside of the range.
    static constexpr std::optional<Self> parse(std::string_view text) {
        const auto parsed = parse_timestamp(text, Self::zoned);
        if (!parsed) return {};
        return from_raw(*parsed);
    }

    constexpr bool is_finite() const { return *this != infinite(1) && *this != infinite(-1); }
    /// The time point; throws `usage_error` for the infinities, and after 294247, where <chrono> ends.
    constexpr time_point to_chrono() const { return time_point_of<time_point>(microseconds_); }
    constexpr explicit operator time_point() const { return to_chrono(); }

    /// As PostgreSQL writes it in ISO style: `2024-05-17 08:30:00.25`, and `+00` for a `timestamptz`.
    std::string to_string() const { return timestamp_text(microseconds_, Self::zoned ? "+00" : ""); }

    /// Microseconds since 2000-01-01; the greatest and least number stand for the infinities.
    constexpr std::int64_t raw() const { return microseconds_; }
    /// From `raw`; throws `encode_error` outside of the range.
    static constexpr Self from_raw(std::int64_t microseconds) {
        Self out;
        out.microseconds_ = microseconds;
        if (!is_in_range(microseconds) && out.is_finite()) [[unlikely]]
            fail_time_range();
        return out;
    }

    /// Infinities stay what they are; throws `encode_error` where the range ends.
    constexpr Self& operator+=(std::chrono::microseconds step) {
        if (is_finite()) {
            std::int64_t sum{};
            if (__builtin_add_overflow(microseconds_, step.count(), &sum)) [[unlikely]]
                fail_time_range();
            microseconds_ = from_raw(sum).microseconds_;
        }
        return static_cast<Self&>(*this);
    }
    constexpr Self& operator-=(std::chrono::microseconds step) {
        if (step == std::chrono::microseconds::min()) [[unlikely]]
            fail_time_range();
        return *this += -step;
    }
    friend constexpr Self operator+(Self at, std::chrono::microseconds step) { return at += step; }
    friend constexpr Self operator-(Self at, std::chrono::microseconds step) { return at -= step; }
    /// Throws `usage_error` for infinities.
    friend constexpr std::chrono::microseconds operator-(const Self& a, const Self& b) {
        std::int64_t difference{};
        if (!a.is_finite() || !b.is_finite() || __builtin_sub_overflow(a.microseconds_, b.microseconds_, &difference))
            [[unlikely]]
            throw usage_error{"pgmodel: the difference of these times is not finite"};
        return std::chrono::microseconds{difference};
    }

    friend constexpr bool operator==(const timestamp_base&, const timestamp_base&) = default;
    friend constexpr auto operator<=>(const timestamp_base&, const timestamp_base&) = default;

protected:
    static constexpr Self infinite(int sign) {
        Self out;
        out.microseconds_ =
            sign > 0 ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
        return out;
    }

private:
    std::int64_t microseconds_ = -epoch_days * microseconds_per_day;
};

template <class T>
struct timestamp_codec {
    static constexpr std::size_t width = 8;
    static constexpr std::size_t size(const T&) { return width; }
    static void encode(const T& value, writer& out) { out.write(value.raw()); }
    static T decode(reader in) {
        const auto microseconds = in.read<std::int64_t>();
        in.finish();
        if (!is_in_range(microseconds) && microseconds != T::infinity.raw() && microseconds != T::minus_infinity.raw())
            [[unlikely]]
            fail_value("a time outside of PostgreSQL's range");
        return T::from_raw(microseconds);
    }
    static std::string text(const T& value) { return value.to_string(); }
};

}  // namespace detail

}  // namespace pgmodel
