// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The texts that PostgreSQL reads as an interval: what people write, ISO 8601, and the output in each IntervalStyle.
#pragma once

#include <pgmodel/types/interval_sum.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace pgmodel::detail {

/// Reads from the last field to the first, as the server does: a number's unit stands behind it.
class interval_reader : public interval_sum {
public:
    /// False for what is no interval, and for more than fits.
    constexpr bool read(std::string_view text) {
        const bool read = !text.empty() && text[0] == 'P' ? read_iso(text.substr(1)) : split(text) && read_fields();
        months += 12 * years_;
        return read && !overflow_;
    }

private:
    struct field {
        enum { number, time, word } kind;
        char sign;
        std::string_view text;
    };
    static constexpr std::size_t most_fields = 25;

    static constexpr bool is_letter(char c) { return small(c) >= 'a' && small(c) <= 'z'; }
    static constexpr bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

    // ---- fields

    constexpr bool split(std::string_view rest) {
        while (!rest.empty()) {
            const std::string_view begin = rest;
            const char c = rest[0];
            const auto add = [&](auto kind, char sign, std::string_view from) {
                if (count_ == most_fields) return false;
                fields_[count_++] = {kind, sign, from.substr(0, from.size() - rest.size())};
                return true;
            };
            if (is_digit(c)) {
                take(rest, is_digit);
                const char next = rest.empty() ? '\0' : rest[0];
                if (next == ':') take(rest, [](char each) { return is_digit(each) || each == ':' || each == '.'; });
                else if (next == '/') return false;
                else if (next == '-' || next == '.') {
                    // With a third part it is a date for the server, as with letters behind the point.
                    rest.remove_prefix(1);
                    const auto part = take(rest, is_digit);
                    if (!rest.empty() && (rest[0] == next || (part.empty() && is_letter(rest[0])))) return false;
                }
                if (!add(next == ':' ? field::time : field::number, '\0', begin)) return false;
            } else if (c == '.') {
                rest.remove_prefix(1);
                take(rest, is_digit);
                if (!add(field::number, '\0', begin)) return false;
            } else if (is_letter(c)) {
                const auto word = take(rest, is_letter);
                const char next = rest.empty() ? '\0' : rest[0];
                // The server takes other words that touch what follows for dates.
                if (next == '-' || next == '/' || next == '.') return false;
                if ((next == '+' || is_digit(next)) && !is(word, "d") && !is(word, "h") && !is(word, "m") &&
                    !is(word, "s") && !is(word, "y") && !is(word, "mon") && !is(word, "dec"))
                    return false;
                if (!add(field::word, '\0', begin)) return false;
            } else if (c == '+' || c == '-') {
                rest.remove_prefix(1);
                take(rest, is_blank);
                const std::string_view from = rest;
                const auto taken =
                    take(rest, [](char each) { return is_digit(each) || each == ':' || each == '.' || each == '-'; });
                if (taken.empty() || !is_digit(taken[0])) return false;
                const bool time = taken.find(':') != taken.npos;
                if (!add(time ? field::time : field::number, c, from)) return false;
            } else if (is_blank(c) || (c > ' ' && c < '\x7f')) {
                rest.remove_prefix(1);  // @ and commas say nothing
            } else {
                return false;
            }
        }
        return true;
    }

    constexpr bool read_fields() {
        bool ago = false, unit_waits = false;
        unit of = unit::none;
        for (std::size_t i = count_; i-- > 0;) {
            const field& each = fields_[i];
            if (each.kind == field::word) {
                if (is(each.text, "ago") && i + 1 == count_) {
                    ago = true;
                    of = unit::ago;
                    continue;
                }
                of = unit_of(each.text);
                if (of == unit::none || unit_waits) return false;
                unit_waits = true;
                continue;
            }
            unit_waits = false;
            if (each.kind == field::time ? !read_time(each) : !read_number(each, of)) return false;
            // What stands without a unit before hours is days, before years and months months.
            if (each.kind == field::time || of == unit::hour) of = unit::day;
        }
        if (unit_waits || seen_ == 0) return false;
        if (ago) {
            for (std::int64_t* each : {&years_, &months, &days}) {
                overflow_ |= *each == INT32_MIN;
                *each = -*each;
            }
            overflow_ |= __builtin_sub_overflow(0, microseconds, &microseconds);
        }
        return true;
    }
    constexpr bool note(unsigned bits) {
        if (seen_ & bits) return false;
        seen_ |= bits;
        return true;
    }
    static constexpr unsigned bit(unit of) { return 1u << static_cast<unsigned>(of); }
    static constexpr unsigned all_seconds = 0b11100;  // and parts of seconds

    /// `04:05`, `04:05:06.7`, `05:06.7`.
    constexpr bool read_time(const field& each) {
        std::string_view rest = each.text;
        std::int64_t hours{}, minutes{}, seconds = 0, part = 0;
        if (!whole(rest, hours) || rest.empty() || rest[0] != ':') return false;
        rest.remove_prefix(1);
        if (!whole(rest, minutes)) return false;
        if (!rest.empty() && rest[0] == ':') {
            rest.remove_prefix(1);
            if (!whole(rest, seconds)) return false;
        } else if (!rest.empty() && rest[0] == '.') {
            seconds = minutes;
            minutes = hours;
            hours = 0;
        }
        if (!rest.empty() && rest[0] == '.') {
            rest.remove_prefix(1);
            part = rounded(fraction(take(rest, is_digit)) * 1e6);
        }
        if (!rest.empty() || minutes > 59 || seconds > 60) return false;
        // Of parts of days behind a time the server would know nothing more.
        if (microseconds != 0) return false;
        const int sign = each.sign == '-' ? -1 : 1;
        // The least interval, too, whose text the server writes and does not read.
        add(microseconds, hours, sign * hour);
        add(microseconds, minutes * minute + seconds * second + part, sign);
        return note(bit(unit::hour) | bit(unit::minute) | all_seconds);
    }
    /// `3`, `1.5`, and `1-2`, which is years and months.
    constexpr bool read_number(const field& each, unit& of) {
        std::string_view rest = each.text;
        const int sign = each.sign == '-' ? -1 : 1;
        amount value;
        whole(rest, value.whole);
        value.whole *= sign;
        if (!rest.empty() && rest[0] == '-') {
            rest.remove_prefix(1);
            std::int64_t months_too{};
            if (!whole(rest, months_too) || months_too > 11 || !rest.empty()) return false;
            std::int64_t all = 0;
            add(all, value.whole, 12);
            add(all, months_too, sign);
            add_narrow(months, all);
            of = unit::month;
            return note(bit(unit::month));
        }
        if (!rest.empty() && rest[0] == '.') {
            rest.remove_prefix(1);
            value.fraction = sign * fraction(take(rest, is_digit));
        }
        if (of == unit::none) of = unit::second;
        if (of == unit::ago) return false;
        add_amount(value, of);
        return rest.empty() && note(of == unit::second && value.fraction != 0 ? all_seconds : bit(of));
    }

    // ---- ISO 8601

    constexpr bool iso_number(std::string_view& rest, amount& value, std::size_t& width) {
        int sign = 1;
        if (!rest.empty() && rest[0] == '-') {
            sign = -1;
            rest.remove_prefix(1);
        }
        const std::size_t before = rest.size();
        bool found = whole(rest, value.whole);
        width = before - rest.size();
        std::string_view digits;
        if (!rest.empty() && rest[0] == '.') {
            rest.remove_prefix(1);
            digits = take(rest, is_digit);
            found |= !digits.empty();
        }
        if (!found || value.whole > 1'000'000'000'000'000) return false;
        // The server reads one double, and takes it apart.
        double all = static_cast<double>(value.whole);
        if (std::int64_t number = value.whole, scale = 1; digits.size() + width <= 18) {
            for (const char c : digits) {
                number = number * 10 + (c - '0');
                scale *= 10;
            }
            all = static_cast<double>(number) / static_cast<double>(scale);
        } else {
            all += fraction(digits);
        }
        value.fraction = sign * (all - static_cast<double>(value.whole));
        value.whole *= sign;
        return true;
    }
    constexpr bool read_iso(std::string_view rest) {
        if (rest.empty()) return false;
        bool of_day = true, found = false;
        while (!rest.empty()) {
            if (rest[0] == 'T') {
                rest.remove_prefix(1);
                of_day = found = false;
                continue;
            }
            amount value;
            std::size_t width{};
            if (!iso_number(rest, value, width)) return false;
            const char designator = rest.empty() ? '\0' : rest[0];
            if (designator == '\0' || designator == 'T' || designator == '-' || designator == ':') {
                if (found) return false;
                if (!(of_day ? read_iso_day(value, width, rest) : read_iso_time(value, width, rest))) return false;
                found = true;
                continue;
            }
            rest.remove_prefix(1);
            const unit of = unit_of_designator(designator, of_day);
            if (of == unit::none) return false;
            add_amount(value, of);
            found = true;
        }
        return true;
    }
    static constexpr unit unit_of_designator(char c, bool of_day) {
        if (of_day)
            return c == 'Y'   ? unit::year
                   : c == 'M' ? unit::month
                   : c == 'W' ? unit::week
                   : c == 'D' ? unit::day
                              : unit::none;
        return c == 'H' ? unit::hour : c == 'M' ? unit::minute : c == 'S' ? unit::second : unit::none;
    }
    /// `P0001-02-03`, `P00010203`.
    constexpr bool read_iso_day(const amount& value, std::size_t width, std::string_view& rest) {
        if (width == 8 && (rest.empty() || rest[0] == 'T')) {
            add_narrow(years_, value.whole / 10'000);
            add_narrow(months, value.whole / 100 % 100);
            add_narrow(days, value.whole % 100);
            add_part(value.fraction, day);
            return true;
        }
        add_amount(value, unit::year);
        for (const unit of : {unit::month, unit::day}) {
            if (rest.empty() || rest[0] == 'T') return true;
            if (rest[0] != '-') return false;
            rest.remove_prefix(1);
            amount part;
            if (!iso_number(rest, part, width)) return false;
            add_amount(part, of);
        }
        return rest.empty() || rest[0] == 'T';
    }
    /// `T04:05:06.7`, `T040506.7`.
    constexpr bool read_iso_time(const amount& value, std::size_t width, std::string_view& rest) {
        if (width == 6 && rest.empty()) {
            if (value.fraction != 0) return false;  // the server leaves it out
            add(microseconds, value.whole / 10'000, hour);
            add(microseconds, value.whole / 100 % 100, minute);
            add(microseconds, value.whole % 100, second);
            return true;
        }
        add_amount(value, unit::hour);
        for (const unit of : {unit::minute, unit::second}) {
            if (rest.empty()) return true;
            if (rest[0] != ':') return false;
            rest.remove_prefix(1);
            amount part;
            if (!iso_number(rest, part, width)) return false;
            add_amount(part, of);
        }
        return rest.empty();
    }

    field fields_[most_fields]{};
    std::size_t count_ = 0;
    unsigned seen_ = 0;
};

}  // namespace pgmodel::detail
