// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// timetz: a time of the day with an offset from UTC. `#include <pgmodel/types/timetz.hpp>`
#pragma once

#include <pgmodel/types/time_of_day.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel {

/// A time of the day and its offset from UTC, positive to the east, less than 16 hours. Without a date it says no
/// moment: `timestamptz` does.
class timetz {
public:
    constexpr timetz() = default;
    /// Throws `encode_error` for an offset of 16 hours or more.
    constexpr timetz(time_of_day time, std::chrono::seconds offset)
        : time_(time), offset_(static_cast<std::int32_t>(offset.count())) {
        if (!is_offset(offset.count())) [[unlikely]]
            throw encode_error{"pgmodel: an offset from UTC is less than 16 hours"};
    }
    /// From text, as `parse` reads it; throws `usage_error` for other text (in a constant: it does not compile).
    constexpr explicit timetz(std::string_view text) {
        const auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a time of the day with an offset"};
        *this = *parsed;
    }

    /// Reads `08:30:00.25+02`, `24:00:00-03:30`, `08:30Z`; empty for other text.
    static constexpr std::optional<timetz> parse(std::string_view text) {
        detail::iso_parser<> in{text};
        const auto time = time_of_day::read(in);
        if (!time) return {};
        const auto offset = in.offset();
        if (!offset || !in.text.empty()) return {};
        return timetz{time_of_day::from_raw(*time), std::chrono::seconds{*offset / 1'000'000}};
    }

    constexpr time_of_day time() const { return time_; }
    constexpr std::chrono::seconds offset() const { return std::chrono::seconds{offset_}; }

    /// `08:30:00.25+02`
    std::string to_string() const {
        std::string out = time_.to_string();
        out.push_back(offset_ < 0 ? '-' : '+');
        const std::int32_t seconds = offset_ < 0 ? -offset_ : offset_;
        detail::append_number(out, seconds / 3600, 2);
        if (seconds % 3600 == 0) return out;
        out.push_back(':');
        detail::append_number(out, seconds / 60 % 60, 2);
        if (seconds % 60 == 0) return out;
        out.push_back(':');
        detail::append_number(out, seconds % 60, 2);
        return out;
    }

    constexpr bool operator==(const timetz&) const = default;
    /// As the server: by the time in UTC, then the more eastern first.
    friend constexpr std::strong_ordering operator<=>(const timetz& a, const timetz& b) {
        const auto order = a.utc() <=> b.utc();
        return order != 0 ? order : b.offset_ <=> a.offset_;
    }

    static constexpr bool is_offset(std::int64_t seconds) { return seconds > -57'600 && seconds < 57'600; }

private:
    constexpr std::int64_t utc() const { return time_.raw() - offset_ * std::int64_t{1'000'000}; }

    time_of_day time_{};
    std::int32_t offset_ = 0;
};

template <>
struct codec<timetz> {
    static constexpr type_ref type{1266, "time with time zone"};
    static constexpr type_ref array_type{1270, "time with time zone[]"};

    static constexpr std::size_t width = 12;
    static constexpr std::size_t size(const timetz&) { return width; }
    static void encode(const timetz& value, writer& out) {
        out.write(value.time().raw());
        // On the wire an offset is positive to the west.
        out.write(static_cast<std::int32_t>(-value.offset().count()));
    }
    static timetz decode(reader in) {
        const auto microseconds = in.read<std::int64_t>();
        const std::int64_t west = in.read<std::int32_t>();
        in.finish();
        if (!time_of_day::is_in_range(microseconds) || !timetz::is_offset(west)) [[unlikely]]
            detail::fail_value("a time of more than 24 hours, or 16 hours from UTC");
        return {time_of_day::from_raw(microseconds), std::chrono::seconds{-west}};
    }
    static std::string text(const timetz& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::timetz> {
    std::size_t operator()(const pgmodel::timetz& value) const noexcept {
        return pgmodel::detail::hash_of(value.time().raw(), value.offset().count());
    }
};
