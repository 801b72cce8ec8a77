// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a column is given by INSERT, UPDATE and MERGE: `col<&article::title> = "x"`. It is no expression. Assignments to
// parts of columns are in part_assignment.hpp, those of several columns at once in row_items.hpp.
#pragma once

#include <pgmodel/expression/members.hpp>
#include <pgmodel/reflect/member_path.hpp>

namespace pgmodel {
namespace detail {

/// A word that stands for a value where a column is given one, and nowhere else.
template <fixed_string Word>
struct keyword_value {
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr bool aggregate = false;
    static constexpr bool windowed = false;
    static constexpr int special = 0;
    static constexpr bool dynamic = false;
    template <class Tables>
    using stranger = void;

    template <class Out>
    static constexpr void write(Out& out, const keyword_value*) {
        out.append(Word.view());
    }
    template <class F>
    constexpr void visit(F&) const {}
};
using default_keyword = keyword_value<"default">;
using null_keyword = keyword_value<"null">;

/// What may stand on the left of `=`: the column that it is or is a part of, whose table that is, can it hold NULL.
template <class Target>
struct target_of {
    using column_type = void;
};
template <auto M, class Owner = owner_of<M>>
struct column;
template <auto M>
struct target_of<column<M>> {
    using column_type = column<M>;
    using tag = owner_of<M>;
    static constexpr bool part = false;
    static constexpr bool holds_null = is_optional<type_of<M>>;
};

/// Does a value of the one type go into a column of the other without a loss that nobody asked for? Lengths of texts,
/// sizes of integers and places behind the point are the server's to check.
template <class From, class To>
constexpr bool assigns() {
    constexpr kind from = kind_of<From>(), to = kind_of<To>();
    if constexpr (mixes_strong_types<From, To>()) return false;
    return passes_as<From, To>() || (from == kind::integer && to == kind::integer) ||
           (is_number(from) && (to == kind::numeric || to == kind::floating));
}

/// The server takes NULL elements, and the field could not be read.
template <class From, class To>
struct keeps_elements {
    static constexpr bool value = !lacks_null_elements<To, From>;
    static_assert(value, "pgmodel: elements of this array can be NULL, and those of the field cannot; make it a "
                         "std::vector<std::optional<T>>, or say that none is by pgmodel::cast<std::vector<T>>(...)");
};

template <class Value>
inline constexpr bool holds_null = is_optional<Value> || std::is_same_v<Value, std::nullopt_t>;

/// May the column have this value? Says why not, naming both.
template <class Target, class Value>
struct assigned_value {
    static constexpr bool nulls = target_of<Target>::holds_null || !holds_null<Value>;
    static_assert(nulls, "pgmodel: this column is never NULL, so it takes no std::optional; give it a value, or make "
                         "its field optional");
    static constexpr bool value = [] {
        if constexpr (std::is_same_v<Value, std::nullopt_t>) return nulls;
        else return nulls && operand_fits<Target, typename Target::value_type, unwrapped<Value>>::value;
    }();
};
template <class Target>
struct assigned_value<Target, std::nullptr_t> {
    static constexpr bool value = std::is_void_v<Target>;
    static_assert(value, "pgmodel: NULL is std::nullopt: pgmodel::col<&model::field> = std::nullopt");
};
template <class Target, query Query>
struct assigned_value<Target, Query> {
    static constexpr bool value = !query<Query>;
    static_assert(value, "pgmodel: a query of one value is given to a column as pgmodel::scalar(query)");
};
template <class Target, expression E>
struct assigned_value<Target, E> {
    static constexpr bool fits = assigns<typename E::value_type, typename Target::value_type>();
    static constexpr bool zones = mixes_time_zones<typename E::value_type, typename Target::value_type>();
    static_assert(
        !zones, "pgmodel: a timestamptz does not mix with a timestamp or a date, which the server would convert by the "
                "session's time zone; name the zone with pgmodel::at_time_zone<...>() "
                "(<pgmodel/expression/date_time.hpp>), or say pgmodel::cast<...>()");
    static_assert(fits || zones,
                  "pgmodel: this expression has another type than the column that it is given to; cast it");
    static_assert(!fits || target_of<Target>::holds_null || !E::nullable,
                  "pgmodel: this expression can be NULL, and the column cannot; say pgmodel::coalesce(...), or make "
                  "its field optional");
    static_assert(keeps_elements<typename E::value_type, typename Target::value_type>::value);
    static constexpr bool value = true;
};

/// A plain value as a parameter: numbers with a point get exactly the column's type, so that the server rounds nothing.
template <class Target, class Value>
constexpr auto convert_assigned(Value&& given, std::string_view (*beside)() = nullptr) {
    if constexpr (kind_of<Target>() == kind::numeric && kind_of<std::decay_t<Value>>() == kind::numeric)
        return parameter<Target>(Target(static_cast<Value&&>(given)));
    else return convert_operand<Target>(static_cast<Value&&>(given), beside);
}
/// An optional value as a parameter, converted as the value in it would be.
template <class Target, class Optional>
constexpr auto convert_optional(Optional&& given, std::string_view (*beside)() = nullptr) {
    using converted = decltype(convert_assigned<Target>(*static_cast<Optional&&>(given)).value);
    if (!given) return parameter<std::optional<converted>>(std::nullopt);
    return parameter<std::optional<converted>>(convert_assigned<Target>(*static_cast<Optional&&>(given), beside).value);
}
/// The same of a value that stays where it is.
template <class Target, class Value>
constexpr auto refer_assigned(const Value& given) {
    using type = typename Target::value_type;
    constexpr auto beside = &field_beside<Target>::name;
    if constexpr (!assigned_value<Target, Value>::value) {
        return null_keyword{};
    } else if constexpr (!is_optional<Value>) {
        return refer_operand<type>(given, beside);
    } else if constexpr (sent_as_it_is<type, unwrapped<Value>>()) {
        return referred_parameter<Value>(given);
    } else {
        return convert_optional<type>(given, beside);
    }
}
/// What stands for a value that a column is given: an expression, a parameter, or a word.
template <class Target, class Value>
constexpr auto as_assigned(Value&& given) {
    using value = std::decay_t<Value>;
    using type = typename Target::value_type;
    if constexpr (std::is_same_v<value, default_keyword>) {
        return default_keyword{};
    } else if constexpr (referring<value>) {
        return refer_assigned<Target>(given.get());
    } else if constexpr (!assigned_value<Target, value>::value || std::is_same_v<value, std::nullopt_t>) {
        return null_keyword{};
    } else if constexpr (expression<value>) {
        return value(static_cast<Value&&>(given));
    } else if constexpr (is_optional<value>) {
        return convert_optional<type>(static_cast<Value&&>(given), &field_beside<Target>::name);
    } else {
        if constexpr (may_be_out_of_range<type, value>())
            return convert_operand<type>(static_cast<Value&&>(given), &field_beside<Target>::name);
        else return convert_assigned<type>(static_cast<Value&&>(given));
    }
}

struct assignment_tag {};
/// `target = value`. It is no condition, so it has a place in values(), set() and the like only.
template <class Target, class Value>
struct assignment : assignment_tag {
    using target_type = Target;
    using column_type = typename target_of<Target>::column_type;
    using assigned_type = Value;
    static constexpr bool constant = Target::constant && Value::constant;
    static constexpr bool aggregate = Target::aggregate || Value::aggregate;
    static constexpr bool windowed = Target::windowed || Value::windowed;
    static constexpr int special = Value::special;
    static constexpr bool dynamic = is_dynamic<Value>();
    template <class Tables>
    using stranger = typename first_stranger<typename Target::template stranger<Tables>,
                                             typename Value::template stranger<Tables>>::type;

    [[no_unique_address]] Value given;
    [[no_unique_address]] Target target;

    [[gnu::always_inline]] constexpr assignment(Target t, Value v) : given(std::move(v)), target(std::move(t)) {}

    /// The value; the statement says where the column stands.
    template <class Out>
    static constexpr void write(Out& out, const assignment* self) {
        Value::write(out, self ? &self->given : nullptr);
    }
    template <class F>
    constexpr void visit(F& f) const {
        target.visit(f);
        given.visit(f);
    }
};
template <class T>
inline constexpr bool is_assignment = tagged<T, assignment_tag>;

template <class Target>
struct assignable {
    static constexpr bool value = !std::is_void_v<typename target_of<Target>::column_type>;
    static_assert(value,
                  "pgmodel: only a column, or a part of one that [] names, stands on the left of =; compare with ==");
};
template <class Target>
struct assignment_maker {
    template <class Value>
    static constexpr auto make(const Target& target, Value&& given) {
        if constexpr (assignable<Target>::value) {
            auto assigned = as_assigned<Target>(static_cast<Value&&>(given));
            return assignment<Target, decltype(assigned)>(target, std::move(assigned));
        } else {
            return assignment<Target, null_keyword>(target, {});
        }
    }
    template <class Value>
    static constexpr auto make_list(const Target& target, std::initializer_list<Value> elements) {
        using array = typename Target::value_type;
        constexpr bool fits = is_array<array> && std::is_constructible_v<array, const Value*, const Value*>;
        static_assert(fits, "pgmodel: values in braces are given to a column that is an array of such values");
        if constexpr (fits) return make(target, array(elements.begin(), elements.end()));
        else return assignment<Target, null_keyword>(target, {});
    }
};

}  // namespace detail

/// `DEFAULT`: what the server gives a column of which nothing is said: `col<&article::state> = pg::default_value`.
inline constexpr detail::default_keyword default_value{};

}  // namespace pgmodel
