// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Numbers with units, summed up to the months, days and microseconds of an interval, as the server does it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pgmodel::detail {

/// The three sums; what does not fit is remembered.
class interval_sum {
public:
    std::int64_t months = 0, days = 0, microseconds = 0;

protected:
    std::int64_t years_ = 0;  ///< apart from the months until all is read

    enum class unit {
        none,
        ago,
        microsecond,
        millisecond,
        second,
        minute,
        hour,
        day,
        week,
        month,
        year,
        decade,
        century,
        millennium
    };
    /// The part of a number before its point, and that behind it as the server computes with it.
    struct amount {
        std::int64_t whole = 0;
        double fraction = 0;
    };
    static constexpr std::int64_t second = 1'000'000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;

    static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static constexpr char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
    static constexpr bool is(std::string_view text, std::string_view word) {
        if (text.size() != word.size()) return false;
        for (std::size_t i = 0; i < text.size(); ++i)
            if (small(text[i]) != word[i]) return false;
        return true;
    }
    static constexpr unit unit_of(std::string_view word) {
        constexpr struct {
            std::string_view name;
            unit means;
        } known[]{{"us", unit::microsecond},
                  {"usec", unit::microsecond},
                  {"usecs", unit::microsecond},
                  {"usecond", unit::microsecond},
                  {"useconds", unit::microsecond},
                  {"microsecond", unit::microsecond},
                  {"microseconds", unit::microsecond},
                  {"ms", unit::millisecond},
                  {"msec", unit::millisecond},
                  {"msecs", unit::millisecond},
                  {"msecond", unit::millisecond},
                  {"mseconds", unit::millisecond},
                  {"millisecond", unit::millisecond},
                  {"milliseconds", unit::millisecond},
                  {"s", unit::second},
                  {"sec", unit::second},
                  {"secs", unit::second},
                  {"second", unit::second},
                  {"seconds", unit::second},
                  {"m", unit::minute},
                  {"min", unit::minute},
                  {"mins", unit::minute},
                  {"minute", unit::minute},
                  {"minutes", unit::minute},
                  {"h", unit::hour},
                  {"hr", unit::hour},
                  {"hrs", unit::hour},
                  {"hour", unit::hour},
                  {"hours", unit::hour},
                  {"d", unit::day},
                  {"day", unit::day},
                  {"days", unit::day},
                  {"w", unit::week},
                  {"week", unit::week},
                  {"weeks", unit::week},
                  {"mon", unit::month},
                  {"mons", unit::month},
                  {"month", unit::month},
                  {"months", unit::month},
                  {"y", unit::year},
                  {"yr", unit::year},
                  {"yrs", unit::year},
                  {"year", unit::year},
                  {"years", unit::year},
                  {"dec", unit::decade},
                  {"decs", unit::decade},
                  {"decade", unit::decade},
                  {"decades", unit::decade},
                  {"c", unit::century},
                  {"cent", unit::century},
                  {"century", unit::century},
                  {"centuries", unit::century},
                  {"mil", unit::millennium},
                  {"mils", unit::millennium},
                  {"millennia", unit::millennium},
                  {"millennium", unit::millennium}};
        for (const auto& each : known)
            if (is(word, each.name)) return each.means;
        return unit::none;
    }
    template <class Takes>
    static constexpr std::string_view take(std::string_view& rest, Takes takes) {
        std::size_t size = 0;
        while (size < rest.size() && takes(rest[size])) ++size;
        const auto taken = rest.substr(0, size);
        rest.remove_prefix(size);
        return taken;
    }
    constexpr bool whole(std::string_view& rest, std::int64_t& number) {
        const auto digits = take(rest, is_digit);
        number = 0;
        for (const char c : digits)
            if (__builtin_mul_overflow(number, std::int64_t{10}, &number) ||
                __builtin_add_overflow(number, std::int64_t{c - '0'}, &number)) {
                overflow_ = true;
                number = 0;
            }
        return !digits.empty();
    }
    /// `.25` as the double that is next to it.
    static constexpr double fraction(std::string_view digits) {
        std::int64_t number = 0, scale = 1;
        for (std::size_t i = 0; i < digits.size() && i < 15; ++i) {
            number = number * 10 + (digits[i] - '0');
            scale *= 10;
        }
        return static_cast<double>(number) / static_cast<double>(scale);
    }

    constexpr void add(std::int64_t& to, std::int64_t number, std::int64_t factor) {
        if (__builtin_mul_overflow(number, factor, &number) || __builtin_add_overflow(to, number, &to)) {
            overflow_ = true;
            to = 0;
        }
    }
    /// Of years, months and days, which the server adds up in 32 bits.
    constexpr void add_narrow(std::int64_t& to, std::int64_t number, std::int32_t factor = 1) {
        const auto fits = [](std::int64_t each) { return each == static_cast<std::int32_t>(each); };
        if (fits(number) && fits(number * factor) && fits(to + number * factor)) to += number * factor;
        else overflow_ = true;
    }
    /// To the nearest, and to an even number from the middle.
    static constexpr std::int64_t rounded(double number) {
        const auto down = static_cast<std::int64_t>(number) - (number < 0 ? 1 : 0);
        const double above = number - static_cast<double>(down);
        return above > 0.5 || (above == 0.5 && down % 2 != 0) ? down + 1 : down;
    }
    constexpr void add_part(double part, std::int64_t scale) {
        part *= static_cast<double>(scale);
        const auto all = static_cast<std::int64_t>(part);
        part -= static_cast<double>(all);
        add(microseconds, all + (part > 0.5 ? 1 : part < -0.5 ? -1 : 0), 1);
    }
    constexpr void add_part_of_days(double part, int scale) {
        part *= scale;
        const auto all = static_cast<std::int64_t>(part);
        add_narrow(days, all);
        add_part(part - static_cast<double>(all), day);
    }
    constexpr void add_years(const amount& value, int years) {
        add_narrow(years_, value.whole, years);
        add_narrow(months, rounded(value.fraction * years * 12));
    }
    constexpr void add_time(const amount& value, std::int64_t scale) {
        add(microseconds, value.whole, scale);
        add_part(value.fraction, scale);
    }
    constexpr void add_amount(const amount& value, unit of) {
        switch (of) {
            case unit::none:
            case unit::ago: break;
            case unit::microsecond: return add_time(value, 1);
            case unit::millisecond: return add_time(value, 1'000);
            case unit::second: return add_time(value, second);
            case unit::minute: return add_time(value, minute);
            case unit::hour: return add_time(value, hour);
            case unit::day: add_narrow(days, value.whole); return add_part(value.fraction, day);
            case unit::week: add_narrow(days, value.whole, 7); return add_part_of_days(value.fraction, 7);
            case unit::month: add_narrow(months, value.whole); return add_part_of_days(value.fraction, 30);
            case unit::year: return add_years(value, 1);
            case unit::decade: return add_years(value, 10);
            case unit::century: return add_years(value, 100);
            case unit::millennium: return add_years(value, 1000);
        }
    }

    bool overflow_ = false;
};

}  // namespace pgmodel::detail
