// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Partitions of a day, week, month or year, as `maintain_partitions` calls and bounds them.
#pragma once

#include <pgmodel/schema/values.hpp>
#include <pgmodel/types/calendar.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace pgmodel::schema::detail {

using pgmodel::detail::civil_day;

/// The first day of a period, and that of the next one; days since 2000-01-01.
struct period_days {
    std::int64_t first = 0, next = 0;
};

/// So many digits at the front, which are taken away.
inline std::optional<unsigned> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return {};
    unsigned number = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return {};
        number = number * 10 + static_cast<unsigned>(c - '0');
    }
    text.remove_prefix(count);
    return number;
}
inline std::optional<unsigned> take_part(std::string_view& text, std::string_view before, std::size_t count) {
    if (!text.starts_with(before)) return {};
    text.remove_prefix(before.size());
    return take_digits(text, count);
}

/// What a name says behind that of the table: `_y2026m11` of a month, `_y2026m11d05`, `_y2026w48`, `_y2026`.
inline std::optional<period_days> named_period(std::string_view suffix, partition_period period) {
    using pgmodel::detail::days_of;
    const auto year = take_part(suffix, "_y", 4);
    if (!year) return {};
    const bool weekly = period == partition_period::week, yearly = period == partition_period::year;
    const auto part = yearly ? 1u : take_part(suffix, weekly ? "w" : "m", 2);
    const auto day = period == partition_period::day ? take_part(suffix, "d", 2) : 1u;
    if (!part || !day || !suffix.empty()) return {};
    if (weekly) {
        // The first week of a year is that of its 4th of January; 2000-01-03 was a Monday.
        const std::int64_t fourth = days_of({*year, 1, 4}) - 2;
        const std::int64_t first = fourth - ((fourth % 7) + 7) % 7 + 2 + 7 * (std::int64_t{*part} - 1);
        return period_days{first, first + 7};
    }
    const civil_day begin{*year, *part, *day};
    if (!is_day(begin)) return {};
    const std::int64_t first = days_of(begin);
    if (period == partition_period::day) return period_days{first, first + 1};
    if (yearly) return period_days{first, days_of({*year + 1, 1, 1})};
    return period_days{first, *part == 12 ? days_of({*year + 1, 1, 1}) : days_of({*year, *part + 1, 1})};
}

/// Is a bound, `'2026-11-01 00:00:00'`, the beginning of that day? One with an offset may be the same moment in another
/// zone.
inline bool begins_day(std::string_view bound, std::int64_t day) {
    if (!bound.starts_with('\'') || !bound.ends_with('\'')) return false;
    bound = bound.substr(1, bound.size() - 2);
    const auto year = take_digits(bound, 4);
    const auto month = take_part(bound, "-", 2), of_month = take_part(bound, "-", 2);
    if (!year || !month || !of_month) return false;
    const std::int64_t distance = pgmodel::detail::days_of({*year, *month, *of_month}) - day;
    if (bound.find_first_of("+-") != bound.npos) return distance >= -1 && distance <= 1;
    return distance == 0 && (bound.empty() || bound == " 00:00:00");
}

/// Is a partition one that `maintain_partitions` makes of a table that is partitioned in this way?
inline bool is_by_calendar(const qualified_name& table, const partitioning& how, const partition& p) {
    const std::string_view name = p.name;
    if (how.period == partition_period::none || p.schema != table.schema || !name.starts_with(table.name)) return false;
    if (p.from.size() != 1 || p.to.size() != 1 || p.partitioned.strategy != partition_strategy::none) return false;
    const auto days = named_period(name.substr(table.name.size()), how.period);
    return days && begins_day(p.from[0], days->first) && begins_day(p.to[0], days->next);
}

}  // namespace pgmodel::schema::detail
