// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/error.hpp>
#include <pgmodel/types/calendar.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace pgmodel::detail {

[[gnu::cold, gnu::noinline]] PGMODEL_INLINE void fail_time_range() {
    throw encode_error{"pgmodel: a date or time outside of PostgreSQL's range"};
}

PGMODEL_INLINE void append_number(std::string& out, std::int64_t number, int width) {
    char text[20];
    char* at = text + sizeof text;
    for (; number != 0 || width > 0; --width, number /= 10) *--at = static_cast<char>('0' + number % 10);
    out.append(at, text + sizeof text);
}

PGMODEL_INLINE void append_day(std::string& out, const civil_day& at) {
    append_number(out, at.year > 0 ? at.year : 1 - at.year, 4);
    out.push_back('-');
    append_number(out, at.month, 2);
    out.push_back('-');
    append_number(out, at.day, 2);
}

PGMODEL_INLINE void append_time(std::string& out, std::int64_t microseconds) {
    append_number(out, microseconds / 3'600'000'000, 2);
    out.push_back(':');
    append_number(out, microseconds / 60'000'000 % 60, 2);
    out.push_back(':');
    append_number(out, microseconds / 1'000'000 % 60, 2);
    if (std::int64_t fraction = microseconds % 1'000'000; fraction != 0) {
        int width = 6;
        for (; fraction % 10 == 0; fraction /= 10) --width;
        out.push_back('.');
        append_number(out, fraction, width);
    }
}

PGMODEL_INLINE std::string timestamp_text(std::int64_t microseconds, std::string_view zone) {
    if (microseconds == std::numeric_limits<std::int64_t>::max()) return "infinity";
    if (microseconds == std::numeric_limits<std::int64_t>::min()) return "-infinity";
    std::int64_t days = microseconds / microseconds_per_day, rest = microseconds % microseconds_per_day;
    if (rest < 0) {
        rest += microseconds_per_day;
        --days;
    }
    const civil_day day = civil_of(days);
    std::string out;
    append_day(out, day);
    out.push_back(' ');
    append_time(out, rest);
    out.append(zone);
    if (day.year <= 0) out.append(" BC");
    return out;
}

}  // namespace pgmodel::detail
