// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Partitions of a day, week, month or year, as `maintain_partitions` calls and bounds them.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/values.hpp>
#include <pgmodel/types/calendar.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::schema::detail {

using pgmodel::detail::civil_day;
using pgmodel::detail::iso_parser;

/// The first day of a period, and that of the next one; days since 2000-01-01.
struct period_days {
    std::int64_t first = 0, next = 0;
};

template <class = pgmodel::detail::when_used>
std::optional<std::int64_t> take_part(iso_parser<>& in, std::string_view before, std::size_t digits) {
    if (!in.eat(before)) return {};
    return in.number(digits, digits);
}

/// What a name says behind that of the table: `_y2026m11` of a month, `_y2026m11d05`, `_y2026w48`, `_y2026`.
template <class = pgmodel::detail::when_used>
std::optional<period_days> named_period(std::string_view suffix, partition_period period) {
    using pgmodel::detail::days_of;
    iso_parser<> in{suffix};
    const auto year = take_part(in, "_y", 4);
    if (!year) return {};
    const bool weekly = period == partition_period::week, yearly = period == partition_period::year;
    const auto part = yearly ? std::int64_t{1} : take_part(in, weekly ? "w" : "m", 2);
    const auto day = period == partition_period::day ? take_part(in, "d", 2) : std::int64_t{1};
    if (!part || !day || !in.text.empty()) return {};
    if (weekly) {
        // The first week of a year is that of its 4th of January; 2000-01-03 was a Monday.
        const std::int64_t fourth = days_of({*year, 1, 4}) - 2;
        const std::int64_t first = fourth - ((fourth % 7) + 7) % 7 + 2 + 7 * (*part - 1);
        return period_days{first, first + 7};
    }
    const civil_day begin{*year, static_cast<unsigned>(*part), static_cast<unsigned>(*day)};
    if (!is_day(begin)) return {};
    const std::int64_t first = days_of(begin);
    if (period == partition_period::day) return period_days{first, first + 1};
    if (yearly) return period_days{first, days_of({*year + 1, 1, 1})};
    return period_days{first, *part == 12 ? days_of({*year + 1, 1, 1}) : days_of({*year, begin.month + 1, 1})};
}

/// Is a bound, `'2026-11-01 00:00:00'`, the beginning of that day? One with an offset may be the same moment in another
/// zone.
template <class = pgmodel::detail::when_used>
bool begins_day(std::string_view bound, std::int64_t day) {
    if (!bound.starts_with('\'') || !bound.ends_with('\'')) return false;
    iso_parser<> in{bound.substr(1, bound.size() - 2)};
    const civil_day at = in.day();
    if (at.month == 0) return false;
    const std::int64_t distance = pgmodel::detail::days_of(at) - day;
    if (in.text.find_first_of("+-") != in.text.npos) return distance >= -1 && distance <= 1;
    return distance == 0 && (in.text.empty() || in.text == " 00:00:00");
}

/// Is a partition one that `maintain_partitions` makes of a table that is partitioned in this way?
template <class = pgmodel::detail::when_used>
bool is_by_calendar(const qualified_name& table, const partitioning& how, const partition& p) {
    const std::string_view name = p.name;
    if (how.period == partition_period::none || p.schema != table.schema || !name.starts_with(table.name)) return false;
    if (p.from.size() != 1 || p.to.size() != 1 || p.partitioned.strategy != partition_strategy::none) return false;
    const auto days = named_period(name.substr(table.name.size()), how.period);
    return days && begins_day(p.from[0], days->first) && begins_day(p.to[0], days->next);
}

/// One like it that has nothing of its own.
template <class = pgmodel::detail::when_used>
partition plain_partition(const partition& p, std::string owner) {
    return {.schema = p.schema,
            .name = p.name,
            .from = p.from,
            .to = p.to,
            .persistence = p.persistence,
            .owner = std::move(owner)};
}

}  // namespace pgmodel::schema::detail
