// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Expressions whose result depends on settings of the session, such as its time zone: there are forms of a function
// that are immutable, so the types of its arguments are asked.
#pragma once

#include <pgmodel/expression/cast.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/ordering.hpp>
#include <pgmodel/types/composite_type.hpp>
#include <pgmodel/types/elsewhere.hpp>
#include <pgmodel/types/enumeration.hpp>

#include <string_view>

namespace pgmodel::detail {

/// A numeric<> is one without its header, too.
template <class T>
constexpr oid operand_id() {
    if constexpr (std::is_same_v<T, any_numeric>) return id::numeric;
    else return id_of<T>();
}
template <class T>
inline constexpr bool holds_bounds = false;
template <class T>
inline constexpr bool holds_bounds<range<T>> = true;
template <class T>
inline constexpr bool holds_bounds<multirange<T>> = true;
/// Is the text of a value written, or read, by what a session says? (Catalog pg_type: typoutput and typinput.)
template <class T>
constexpr bool written_by_session() {
    if constexpr (array_value<T> || native_enum<T> || composite_value<T> || holds_bounds<T>) return true;
    else return is_moment(operand_id<T>()) || operand_id<T>() == id::interval;
}
template <class T>
constexpr bool read_by_session() {
    return written_by_session<T>() || is_clock(operand_id<T>()) || operand_id<T>() == 142;
}
/// Between types that convert without their text.
constexpr bool converted_by_session(oid from, oid to) {
    if (from == to) return false;
    if (from == id::timestamptz) return is_moment(to) || is_clock(to);
    return to == id::timestamptz || (from == id::time && to == id::timetz);
}
template <class From, class To>
constexpr bool converts_by_session() {
    if constexpr (array_value<From> && array_value<To>)
        return converts_by_session<innermost_type<From>, innermost_type<To>>();
    else if constexpr (kind_of<From>() == kind::text && kind_of<To>() == kind::text) return false;
    else if constexpr (kind_of<To>() == kind::text) return written_by_session<From>();
    else if constexpr (kind_of<From>() == kind::text) return read_by_session<To>();
    else return converted_by_session(operand_id<From>(), operand_id<To>());
}
template <class E, class To>
inline constexpr bool cast_by_session = converts_by_session<typename E::value_type, To>();
/// A literal is read once, when the server reads the expression.
template <literal_value V, class To>
inline constexpr bool cast_by_session<literal<V>, To> = false;

// Loops where std::string_view has searches, which are no constants under the sanitizers of g++ 12.
constexpr bool has_start(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}
/// `with_zone`: is one of its arguments, or a date that becomes one, a timestamptz?
constexpr bool called_by_session(std::string_view before, bool with_zone, std::size_t arguments) {
    if (before == "date_trunc(") return with_zone && arguments == 2;  // with a zone that is named since PostgreSQL 18
    if (has_start(before, "extract(") || before == "date_part(") return with_zone;
    return (before == "age(" && arguments == 1) || (before == "to_timestamp(" && arguments == 2);
}
constexpr bool combined_by_session(std::string_view symbol, oid left, oid right) {
    if (symbol == " at time zone ") return left == id::date || left == id::timetz;
    const bool lengths = left == id::interval || right == id::interval;
    if (symbol == " + " || symbol == " - ") return lengths && (left == id::timestamptz || right == id::timestamptz);
    return left != right && is_moment(left) && is_moment(right) &&
           (left == id::timestamptz || right == id::timestamptz);
}

template <class E>
struct session_dependent {
    static constexpr bool value = [] {
        if constexpr (requires { typename E::expression_type; })
            return session_dependent<typename E::expression_type>::value;
        else return false;
    }();
};
template <class Key, fixed_string Symbol>
struct session_dependent<excluded<Key, Symbol>> : session_dependent<Key> {};
template <fixed_string Operator, int Level, class Value, bool Nullable, class Left, class Right>
struct session_dependent<infix<Operator, Level, Value, Nullable, Left, Right>> {
    static constexpr bool value = combined_by_session(Operator.view(), operand_id<typename Left::value_type>(),
                                                      operand_id<typename Right::value_type>()) ||
                                  session_dependent<Left>::value || session_dependent<Right>::value;
};
template <fixed_string Before, fixed_string After, int Level, class Value, bool Nullable, class Operand>
struct session_dependent<affix<Before, After, Level, Value, Nullable, Operand>> : session_dependent<Operand> {};
template <fixed_string Before, fixed_string After, class Value, int Properties, class... Arguments>
struct session_dependent<call<Before, After, Value, Properties, Arguments...>> {
    static constexpr bool itself() {
        constexpr std::string_view name = Before.view();
        if constexpr (name == "cast(") {
            return (cast_by_session<Arguments, Value> || ...);
        } else if constexpr (name == "date_trunc(") {
            return called_by_session(name, operand_id<Value>() == id::timestamptz, sizeof...(Arguments));
        } else {
            const bool zone = ((operand_id<typename Arguments::value_type>() == id::timestamptz) || ... || false);
            return called_by_session(name, zone, sizeof...(Arguments));
        }
    }
    static constexpr bool value = itself() || (session_dependent<Arguments>::value || ... || false);
};
template <class Value, int Properties, int Level, int Least, class Words, class... Operands>
struct session_dependent<worded<Value, Properties, Level, Least, Words, Operands...>> {
    static constexpr bool value = (session_dependent<Operands>::value || ... || false);
};
template <class Value, bool Nullable, class... Operands>
struct session_dependent<case_expression<Value, Nullable, Operands...>> {
    static constexpr bool value = (session_dependent<Operands>::value || ...);
};

/// Asked of what the server keeps: the expressions of generated columns, indexes and their conditions.
template <class... Expressions>
inline constexpr bool changes_with_session = (session_dependent<Expressions>::value || ... || false);
template <auto... M>
inline constexpr bool changes_with_session<column<M>...> = false;

}  // namespace pgmodel::detail
