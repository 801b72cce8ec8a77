// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Dates and times: the clock, parts of a time, zones (PostgreSQL manual 9.9). Units and zones are template arguments,
// so that an index on the same expression can serve the query. + and - with dates, times and intervals are operators.
#pragma once

#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/functions.hpp>
#include <pgmodel/expression/literal.hpp>
#include <pgmodel/types/date.hpp>
#include <pgmodel/types/interval.hpp>
#include <pgmodel/types/time_of_day.hpp>
#include <pgmodel/types/timestamp.hpp>
#include <pgmodel/types/timestamptz.hpp>
#include <pgmodel/types/timetz.hpp>

namespace pgmodel {
namespace detail {

/// Is the word one of those in the list, which are separated by blanks?
constexpr bool is_one_of(std::string_view word, std::string_view list) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= list.size(); ++i) {
        if (i < list.size() && list[i] != ' ') continue;
        if (list.substr(begin, i - begin) == word) return true;
        begin = i + 1;
    }
    return false;
}
/// The parts that the server can take out of a value of this type.
constexpr bool has_part(oid type, std::string_view unit) {
    const bool of_clock = is_one_of(unit, "epoch hour microseconds milliseconds minute second");
    const bool of_zone = is_one_of(unit, "timezone timezone_hour timezone_minute");
    const bool of_date = is_one_of(unit, "century day decade millennium month quarter year");
    const bool of_calendar = of_date || unit == "epoch" || is_one_of(unit, "dow doy isodow isoyear julian week");
    switch (type) {
        case id::date: return of_calendar;
        case id::timestamp: return of_calendar || of_clock;
        case id::timestamptz: return of_calendar || of_clock || of_zone;
        case id::time: return of_clock;
        case id::timetz: return of_clock || of_zone;
        case id::interval: return of_date || of_clock;
        default: return false;
    }
}
/// Has an infinite value no such part? It has a year, but neither a month nor an hour.
constexpr bool ends_with_infinity(oid type, std::string_view unit) {
    if (is_one_of(unit, "century decade epoch millennium year")) return false;
    if (type == id::interval) return !is_one_of(unit, "day hour");
    return is_moment(type) && unit != "isoyear" && unit != "julian";
}
constexpr bool cuts_to(oid type, std::string_view unit) {
    const bool known = is_one_of(
        unit, "microseconds milliseconds second minute hour day month quarter year decade century millennium");
    return (is_moment(type) && (known || unit == "week")) || (type == id::interval && known);
}

template <fixed_string Unit, class E>
struct extracted_part {
    static constexpr oid type = id_of<typename E::value_type>();
    static_assert(is_moment(type) || is_clock(type) || type == id::interval,
                  "pgmodel: extract() and date_trunc() take a date, a time, a timestamp or an interval");
    static_assert(
        has_part(type, Unit.view()) || !(is_moment(type) || is_clock(type) || type == id::interval),
        "pgmodel: a value of this type has no such part; extract() takes year, month, day, hour, epoch, dow and the "
        "other units of PostgreSQL's manual 9.9.1");
    static constexpr bool value = true;
};
template <fixed_string Unit, class E>
struct unit_of {
    static constexpr oid type = id_of<typename E::value_type>();
    static_assert(
        cuts_to(type, Unit.view()),
        "pgmodel: date_trunc() takes a date, timestamp or interval, and a unit from microseconds to millennium");
    static constexpr bool value = true;
};

template <class E>
struct unit_as_argument {
    static_assert(sizeof(E*) == 0,
                  "pgmodel: the unit is part of the text: pgmodel::date_trunc<\"day\">(x), "
                  "pgmodel::extract<\"year\">(x), and a zone as well: date_trunc<\"day\", \"UTC\">(x)");
    static constexpr bool value = true;
};

template <fixed_string Unit>
struct extract_text {
    static constexpr auto text = [] {
        fixed_string<Unit.size() + 14> out;
        std::size_t at = 0;
        for (std::string_view part : {std::string_view("extract("), Unit.view(), std::string_view(" from ")})
            for (char c : part) out.text[at++] = c;
        return out;
    }();
};

/// `date_trunc` of a date gives a moment at midnight of the session's zone.
template <class T>
using truncated = std::conditional_t<id_of<T>() == id::date, timestamptz, T>;

/// What `at time zone` makes of it.
template <class T>
constexpr auto zoned() {
    constexpr oid type = id_of<T>();
    if constexpr (type == id::timestamp) return std::type_identity<timestamptz>{};
    else if constexpr (type == id::timestamptz || type == id::date) return std::type_identity<timestamp>{};
    else if constexpr (is_clock(type)) return std::type_identity<timetz>{};
    else return std::type_identity<void>{};
}
template <class E, class Zone>
constexpr auto make_zoned(E e, Zone zone) {
    using value = typename decltype(zoned<typename E::value_type>())::type;
    static_assert(!std::is_void_v<value>, "pgmodel: at_time_zone() takes a timestamp, a timestamptz, a date or a time");
    if constexpr (std::is_void_v<value>) return refused<E>{};
    else return strict_infix<" at time zone ", level::zone, value>(std::move(e), std::move(zone));
}

template <class T>
inline constexpr bool ages = is_moment(id_of<T>());

/// Digits with a point between: SQL reads these as a numeric, whatever stands beside them.
constexpr bool is_decimal(std::string_view text) {
    std::size_t points = 0;
    for (char c : text) {
        if (c == '.') ++points;
        else if (c < '0' || c > '9') return false;
    }
    return points == 1 && text.front() != '.' && text.back() != '.';
}
/// Types whose texts only a running program or the server reads are not asked: text search, polygons.
template <class T, fixed_string Text>
concept read_by_compiler = requires { typename std::bool_constant<(T::parse(Text.view()).has_value(), true)>; };
/// `type 'text'`, and `7.0` where that says the same: the text is checked at compile time.
template <class T, fixed_string Text>
struct typed_constant : members<typed_constant<T, Text>> {
    static constexpr bool readable() {
        if constexpr (std::is_same_v<T, numeric<>>)
            return parse_decimal_parts(Text.view()).what != decimal_parts::kind::malformed;
        else if constexpr (read_by_compiler<T, Text>) return T::parse(Text.view()).has_value();
        else return true;
    }
    static_assert(has_codec<T>, "pgmodel: a constant needs a type with a PostgreSQL type; is its header included?");
    static_assert(readable(), "pgmodel: this text is no value of the constant's type");
    using value_type = T;
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = void;
    template <class Nulls>
    static constexpr bool null_in = false;

    template <class Out>
    static constexpr void write(Out& out, const typed_constant*) {
        if constexpr (id_of<T>() == id::numeric && is_decimal(Text.view())) {
            out.append(Text.view());
        } else if constexpr (is_array<T>) {
            out.append("cast(");
            out.string(Text.view());
            out.append(" as ");
            out.append(codec<T>::type.name);
            out.append(")");
        } else {
            out.append(codec<T>::type.name);
            out.append(" ");
            out.string(Text.view());
        }
    }
    template <class F>
    constexpr void visit(F&) const {}
};

template <class T, fixed_string Text>
inline constexpr bool is_bare_literal<typed_constant<T, Text>> = id_of<T>() == id::numeric && is_decimal(Text.view());

}  // namespace detail

/// A constant that is part of the text, checked at compile time where the compiler can read it:
/// `pg::constant<pg::interval, "7 days">` is `interval '7 days'`, `pg::constant<pg::numeric<>, "0.2">` is `0.2`.
template <class T, fixed_string Text>
inline constexpr detail::typed_constant<T, Text> constant{};

/// `extract(unit from x)`: a numeric, as the server gives it; `pg::cast<std::int32_t>(...)` makes an integer of it. An
/// infinite value has an infinite year, but neither a month nor an hour: NULL.
template <fixed_string Unit, detail::expression E>
constexpr auto extract(E e) {
    static_assert(detail::extracted_part<Unit, E>::value);
    constexpr bool null = detail::ends_with_infinity(detail::id_of<typename E::value_type>(), Unit.view());
    return detail::strict_call<detail::extract_text<Unit>::text, detail::any_numeric, null>(std::move(e));
}
/// `date_trunc('unit', x)`: cut to the beginning of the hour, day, week, month ... For a `timestamptz` these are the
/// session's zone's, or those of the zone that is named: `pg::date_trunc<"day", "Europe/Berlin">(x)`.
template <fixed_string Unit, detail::expression E>
constexpr auto date_trunc(E e) {
    using value = detail::truncated<typename E::value_type>;
    static_assert(detail::unit_of<Unit, E>::value);
    return detail::strict_call<"date_trunc(", value>(lit<Unit>, std::move(e));
}
template <fixed_string Unit, fixed_string Zone, detail::expression E>
constexpr auto date_trunc(E e) {
    using value = typename E::value_type;
    static_assert(detail::unit_of<Unit, E>::value);
    static_assert(detail::id_of<value>() == detail::id::timestamptz,
                  "pgmodel: date_trunc() with a zone takes a timestamptz");
    return detail::strict_call<"date_trunc(", value>(lit<Unit>, std::move(e), lit<Zone>);
}
/// In a zone from a column or the program.
template <fixed_string Unit, detail::expression E, class Zone>
constexpr auto date_trunc(E e, Zone&& zone) {
    static_assert(detail::unit_of<Unit, E>::value);
    static_assert(detail::id_of<typename E::value_type>() == detail::id::timestamptz,
                  "pgmodel: date_trunc() with a zone takes a timestamptz");
    return detail::strict_call<"date_trunc(", typename E::value_type>(
        lit<Unit>, std::move(e), detail::as_argument<"date_trunc(", 3, std::string>(static_cast<Zone&&>(zone)));
}
template <detail::expression E, class... More>
constexpr auto extract(std::string_view, const E&, const More&...) {
    static_assert(detail::unit_as_argument<E>::value);
}
template <detail::expression E, class... More>
constexpr auto date_trunc(std::string_view, const E&, const More&...) {
    static_assert(detail::unit_as_argument<E>::value);
}
/// `x at time zone 'zone'`: a moment as the clocks there show it, or the moment at which they show it.
template <fixed_string Zone, detail::expression E>
constexpr auto at_time_zone(E e) {
    return detail::make_zoned(std::move(e), lit<Zone>);
}
/// The zone from a column or the program.
template <detail::expression E, class Zone>
constexpr auto at_time_zone(E e, Zone&& zone) {
    return detail::make_zoned(std::move(e),
                              detail::as_argument<" at time zone ", 2, std::string>(static_cast<Zone&&>(zone)));
}
/// `age(x)`: since midnight of today; `age(x, y)`: `x - y` in years, months and days.
template <detail::expression E>
constexpr auto age(E e) {
    static_assert(detail::ages<typename E::value_type>, "pgmodel: age() takes a date, a timestamp or a timestamptz");
    return detail::strict_call<"age(", interval>(std::move(e));
}
template <class Time, class Other>
    requires detail::with_expression<Time, Other>
constexpr auto age(Time&& time, Other&& other) {
    auto e = detail::as_value(static_cast<Time&&>(time));
    using expression_type = decltype(e);
    static_assert(detail::ages<typename expression_type::value_type>,
                  "pgmodel: age() takes a date, a timestamp or a timestamptz");
    static_assert(detail::comparable_operands<expression_type, std::remove_cvref_t<Other>>::value);
    auto operand =
        detail::as_operand<typename expression_type::value_type, expression_type>(static_cast<Other&&>(other));
    return detail::strict_call<"age(", interval>(std::move(e), std::move(operand));
}
/// `date_bin(width, x, origin)`: cut to a grid of equal steps.
template <class Width, detail::expression E, class Origin>
constexpr auto date_bin(Width&& width, E e, Origin&& origin) {
    using value = detail::truncated<typename E::value_type>;
    static_assert(detail::ages<value>, "pgmodel: date_bin() takes a timestamp or a timestamptz");
    return detail::function_object<"date_bin(", value(interval, value, value)>{}(
        static_cast<Width&&>(width), std::move(e), static_cast<Origin&&>(origin));
}

inline constexpr detail::function_object<"make_date(", date(std::int32_t, std::int32_t, std::int32_t)> make_date{};
inline constexpr detail::function_object<"make_time(", time_of_day(std::int32_t, std::int32_t, double)> make_time{};
inline constexpr detail::function_object<"make_timestamp(", timestamp(std::int32_t, std::int32_t, std::int32_t,
                                                                      std::int32_t, std::int32_t, double)>
    make_timestamp{};
/// Year, month, day, hour, minute, seconds, and the zone, which is the session's when it is left out.
inline constexpr detail::function_object<
    "make_timestamptz(",
    timestamptz(std::int32_t, std::int32_t, std::int32_t, std::int32_t, std::int32_t, double, std::string), 0, 6>
    make_timestamptz{};
/// Years, months, weeks, days, hours, minutes, seconds; the last ones may be left out.
inline constexpr detail::function_object<
    "make_interval(",
    interval(std::int32_t, std::int32_t, std::int32_t, std::int32_t, std::int32_t, std::int32_t, double), 0, 1>
    make_interval{};
/// `to_timestamp(seconds since 1970)`, `to_timestamp(text, format)`.
template <class Seconds>
constexpr auto to_timestamp(Seconds&& seconds) {
    return detail::function_object<"to_timestamp(", timestamptz(double)>{}(static_cast<Seconds&&>(seconds));
}
template <class Text, class Format>
constexpr auto to_timestamp(Text&& text, Format&& format) {
    return detail::function_object<"to_timestamp(", timestamptz(std::string, std::string)>{}(
        static_cast<Text&&>(text), static_cast<Format&&>(format));
}
inline constexpr detail::function_object<"to_date(", date(std::string, std::string)> to_date{};
inline constexpr detail::function_object<"justify_days(", interval(interval)> justify_days{};
inline constexpr detail::function_object<"justify_hours(", interval(interval)> justify_hours{};
inline constexpr detail::function_object<"justify_interval(", interval(interval)> justify_interval{};
template <detail::expression E>
constexpr auto isfinite(E e) {
    static_assert(detail::ages<typename E::value_type> || std::is_same_v<typename E::value_type, interval>,
                  "pgmodel: isfinite() takes a date, a timestamp or an interval");
    return detail::strict_call<"isfinite(", bool>(std::move(e));
}

/// When the statement began; the time now, also within a statement. (`now()` is when the transaction began.)
constexpr auto statement_timestamp() { return detail::call<"statement_timestamp(", ")", timestamptz, 0>(); }
constexpr auto clock_timestamp() { return detail::call<"clock_timestamp(", ")", timestamptz, 0>(); }
/// The day, clock and calendar of the session's zone, when the transaction began.
inline constexpr detail::call<"current_date", "", date, 0> current_date{};
inline constexpr detail::call<"current_time", "", timetz, 0> current_time{};
inline constexpr detail::call<"localtime", "", time_of_day, 0> local_time{};
inline constexpr detail::call<"localtimestamp", "", timestamp, 0> local_timestamp{};

// Of plain values alone.
template <class Never = void>
detail::call_of_values<Never> age(detail::anything, ...);
template <class Never = void>
detail::call_of_values<Never> isfinite(detail::anything, ...);

}  // namespace pgmodel
