// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The frame of a window: which rows around each one its function looks at.
#pragma once

#include <pgmodel/core/never.hpp>
#include <pgmodel/expression/key_list.hpp>
#include <pgmodel/types/numeric.hpp>

#include <cstdint>

namespace pgmodel {
namespace detail {

/// Where a frame begins or ends; in this order along the partition.
enum class frame_bound { unbounded_preceding, preceding, current_row, following, unbounded_following };

template <frame_bound Bound, class Offset = no_clause>
struct frame_end {
    static constexpr frame_bound place = Bound;
    using offset_type = Offset;
    [[no_unique_address]] Offset offset{};

    template <class Out>
    static constexpr void write(Out& out, const frame_end* self) {
        Offset::write(out, part_of(self, &frame_end::offset));
        out.append(Bound == frame_bound::unbounded_preceding ? "unbounded preceding"
                   : Bound == frame_bound::preceding         ? " preceding"
                   : Bound == frame_bound::current_row       ? "current row"
                   : Bound == frame_bound::following         ? " following"
                                                             : "unbounded following");
    }
};
template <class Value>
constexpr auto frame_offset(const Value& value) {
    if constexpr (plain_integer<Value>) {
        if (value < 0) throw usage_error("pgmodel: a frame's offset cannot be negative");
        return parameter<std::int64_t>(static_cast<std::int64_t>(value));
    } else if constexpr (expression<Value>) {
        static_assert(std::is_void_v<typename Value::template stranger<table_list<>>>,
                      "pgmodel: the distance of a frame is the same for all rows, so no column has a place in it; give "
                      "a value");
        return value;
    } else if constexpr (referring<Value>) {
        return frame_offset(value.get());
    } else {
        return parameter<Value>(value);
    }
}

/// The distance at an end of a frame.
template <class End>
struct offset_of_end {
    using type = no_clause;
    static constexpr bool is_end = false;
    static_assert(never<End>, "pgmodel: a frame begins and ends at pgmodel::preceding(n), pgmodel::current_row, "
                              "pgmodel::following(n), pgmodel::unbounded_preceding or pgmodel::unbounded_following");
};
template <frame_bound Bound, class Offset>
struct offset_of_end<frame_end<Bound, Offset>> {
    using type = Offset;
    static constexpr bool is_end = true;
};

/// An end of ROWS or GROUPS.
template <class End>
struct counts_rows {
    using offset = typename offset_of_end<End>::type;
    static constexpr bool value = [] {
        if constexpr (is_said<offset>) return kind_of<typename offset::value_type>() == kind::integer;
        else return true;
    }();
    static_assert(value, "pgmodel: rows() and groups() count rows, so a distance there is a whole number");
};
/// The distances that RANGE takes from values of `Key`.
template <class Key, class Value>
struct distance_of {
    static constexpr oid key = id_of<Key>();
    static constexpr bool number = number_rank(key) != 0;
    static constexpr bool time = is_moment(key) || is_clock(key) || key == id::interval;
    static_assert(number || time,
                  "pgmodel: range() with a distance needs a key that is a number, a date or a time; use rows()");
    static_assert(!number || !has_codec<Value> || number_rank(id_of<Value>()) != 0,
                  "pgmodel: the distance of range() is a number where its key is one");
    using number_type =
        std::conditional_t<(number_rank(key) > 4), double,
                           std::conditional_t<number_rank(key) < 4, std::int64_t,
                                              std::conditional_t<plain_integer<Value>, numeric<20, 0>, Value>>>;
    using type = std::conditional_t<time, interval, std::conditional_t<number, number_type, Value>>;
};
template <class Key, frame_bound Bound, class Value>
constexpr auto at_distance(frame_end<Bound, parameter<Value>> end) {
    using type = typename distance_of<Key, Value>::type;
    auto offset = make_parameter<type, Key>(std::move(end.offset.value));
    return frame_end<Bound, decltype(offset)>{std::move(offset)};
}
/// A distance of the text: the server looks for a difference of these two types.
template <class Key, class Offset>
struct distance_fits {
    static constexpr oid key = id_of<Key>(), given = id_of<typename Offset::value_type>();
    static constexpr bool value = number_rank(key) == 0  ? given == id::interval
                                  : number_rank(key) < 4 ? kind_of<typename Offset::value_type>() == kind::integer
                                                         : number_rank(given) != 0;
    static_assert(value, "pgmodel: the distance of range() is a number where its key is one, a whole one beside whole "
                         "ones, and an interval beside dates and times");
};
template <class Key, class End>
constexpr End at_distance(End end) {
    using offset = typename offset_of_end<End>::type;
    if constexpr (is_said<offset>) static_assert(distance_of<Key, void>::number || distance_of<Key, void>::time);
    if constexpr (is_said<offset>) static_assert(distance_fits<Key, offset>::value);
    return end;
}
template <class Order>
struct single_key;
template <class Key>
struct single_key<key_list<Key>> {
    using type = typename sorted_expression<Key>::type::value_type;
};

/// `rows between A and B exclude ties`.
template <fixed_string Unit, class From, class To, fixed_string Exclusion>
struct frame {
    static_assert(From::place != frame_bound::unbounded_following && To::place != frame_bound::unbounded_preceding &&
                      From::place <= To::place,
                  "pgmodel: this frame would end before it begins");
    static constexpr bool constant = From::offset_type::constant && To::offset_type::constant;
    [[no_unique_address]] From from;
    [[no_unique_address]] To to;

    template <class Out>
    static constexpr void write(Out& out, const frame* self) {
        out.append(Unit.view());
        out.append(" between ");
        From::write(out, part_of(self, &frame::from));
        out.append(" and ");
        To::write(out, part_of(self, &frame::to));
        out.append(Exclusion.view());
    }
    template <class F>
    constexpr void visit(F& f) const {
        from.offset.visit(f);
        to.offset.visit(f);
    }
};

}  // namespace detail

/// Bounds of a frame: `.rows(pg::preceding(2), pg::following(2))`.
inline constexpr detail::frame_end<detail::frame_bound::unbounded_preceding> unbounded_preceding{};
inline constexpr detail::frame_end<detail::frame_bound::current_row> current_row{};
inline constexpr detail::frame_end<detail::frame_bound::unbounded_following> unbounded_following{};
template <class Distance>
constexpr auto preceding(Distance distance) {
    auto offset = detail::frame_offset(distance);
    return detail::frame_end<detail::frame_bound::preceding, decltype(offset)>{std::move(offset)};
}
template <class Distance>
constexpr auto following(Distance distance) {
    auto offset = detail::frame_offset(distance);
    return detail::frame_end<detail::frame_bound::following, decltype(offset)>{std::move(offset)};
}

}  // namespace pgmodel
