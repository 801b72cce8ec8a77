// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A plain C++ value in an expression: a parameter of a statement, a literal in DDL. It is converted, range-checked, to
// the C++ type of the other operand when the node is made, so `1`, `1L` and `1u` against a column are one statement.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/expression/expression.hpp>
#include <pgmodel/expression/owned_text.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/numeric.hpp>

#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel::detail {

template <class Self>
struct members;
template <class Self>
struct condition_members;
/// The base of an operator whose value has this type.
template <class Value, class Self>
using members_of = std::conditional_t<std::is_same_v<Value, bool>, condition_members<Self>, members<Self>>;

/// The type of a parameter's value: of a text what it is read into.
template <class T>
struct value_read : std::type_identity<T> {};
template <>
struct value_read<owned_text> : std::type_identity<std::string> {};
template <>
struct value_read<std::string_view> : std::type_identity<std::string> {};
template <class Type>
struct value_read<owned_text_as<Type>> : std::type_identity<Type> {};

/// A value that travels beside the statement. It owns the value, except that a `std::string_view` stays a view: what it
/// points to must live until the statement has run. What is in a `std::cref` is a referred_parameter.
template <class T>
struct parameter : members<parameter<T>> {
    using value_type = typename value_read<T>::type;
    static constexpr bool nullable = false;
    static constexpr bool constant = false;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = void;
    template <class Nulls>
    static constexpr bool null_in = false;

    T value;

    [[gnu::always_inline]] constexpr explicit parameter(T v) : value(std::move(v)) {}

    template <class Out>
    static constexpr void write(Out& out, const parameter* self) {
        out.template parameter<T>(self ? &self->value : nullptr);
    }
    template <class F>
    constexpr void visit(F& f) const {
        f(value);
    }
};

/// A parameter that is elsewhere, which must live until the statement has run.
template <class T>
struct referred_parameter : members<referred_parameter<T>> {
    using value_type = typename value_read<T>::type;
    static constexpr bool nullable = false;
    static constexpr bool constant = false;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = void;
    template <class Nulls>
    static constexpr bool null_in = false;

    const T* value;

    constexpr explicit referred_parameter(const T& at) : value(&at) {}

    template <class Out>
    static constexpr void write(Out& out, const referred_parameter* self) {
        out.template parameter<T>(self ? self->value : nullptr);
    }
    template <class F>
    constexpr void visit(F& f) const {
        f(*value);
    }
};
/// What std::cref() makes: told by its members, as its header costs a compiler more than this one.
template <class T>
concept referring = requires(const T& given) {
    typename T::type;
    { given.get() } -> std::same_as<typename T::type&>;
};

/// The type of a value, wherever it is.
template <class T>
struct referred {
    using type = T;
};
template <referring T>
struct referred<T> {
    using type = std::remove_cv_t<typename T::type>;
};
template <class T>
using value_given = typename referred<std::decay_t<T>>::type;

template <class Target, class Value>
constexpr bool convertible_operand() {
    if constexpr (is_optional<Value> || std::is_same_v<Value, std::nullopt_t> || std::is_same_v<Value, std::nullptr_t>)
        return false;
    else if constexpr (std::is_same_v<Target, Value> || lacks_null_elements<Value, Target>) return true;
    else if constexpr (kind_of<Target>() == kind::boolean || requires { typename codec<Target>::domain; }) return false;
    else if constexpr (kind_of<Target>() == kind::integer) return plain_integer<Target> && plain_integer<Value>;
    else if constexpr (kind_of<Target>() == kind::floating) return plain_integer<Value> || std::floating_point<Value>;
    else if constexpr (kind_of<Target>() == kind::numeric)
        return plain_integer<Value> || kind_of<Value>() == kind::numeric ||
               (!std::floating_point<Value> && std::convertible_to<Value, Target>);
    else if constexpr (kind_of<Target>() == kind::text)
        return std::convertible_to<const Value&, std::string_view> || std::convertible_to<const Value&, Target>;
    else if constexpr (!requires { sizeof(Target); }) return false;
    else return !std::is_arithmetic_v<Value> && std::convertible_to<Value, Target>;
}

/// A time of <chrono> that the type takes only where that is said.
template <class Target, class Value>
inline constexpr bool cuts_a_time = false;
template <class Target, class Value>
    requires requires {
        typename Value::clock;
        typename Value::period;
    } && std::is_constructible_v<Target, Value>
inline constexpr bool cuts_a_time<Target, Value> = true;

template <class Target, class Value>
constexpr bool text_beside_document() {
    if constexpr (!has_codec<Target> || convertible_operand<Target, Value>()) return false;
    else return codec<Target>::type.id == 3802 && std::is_convertible_v<const Value&, std::string_view>;
}

/// May a user's value stand beside the expression `Beside`, whose type is `Target`? Says why not, naming all three.
template <class Beside, class Target, class Value>
struct operand_fits {
    static constexpr bool null =
        is_optional<Value> || std::is_same_v<Value, std::nullopt_t> || std::is_same_v<Value, std::nullptr_t>;
    static_assert(!null,
                  "pgmodel: an optional value cannot be compared with ==, like() and so on, because NULL makes them "
                  "never true; use is_null(), is_not_null() or is_not_distinct_from(value)");
    static constexpr bool complete = kind_of<Target>() != kind::other || requires { sizeof(Target); };
    static_assert(complete, "pgmodel: the type of this operand is only declared; include its header, such as "
                            "<pgmodel/types/interval.hpp> for lengths of time");
    static constexpr bool converts = null || !complete || convertible_operand<Target, Value>();
    static constexpr bool inexact = !converts && kind_of<Target>() == kind::numeric && std::floating_point<Value>;
    static_assert(!inexact, "pgmodel: a numeric is exact, and a floating-point number is not; give an exact number: "
                            "pgmodel::numeric<10, 2>{\"9.99\"}");
    static constexpr bool document = text_beside_document<Target, Value>();
    static_assert(!document, "pgmodel: a document is not compared with a text; its parts are, as texts: "
                             "document[\"key\"].as_text() == \"value\"");
    static constexpr bool cut = !converts && complete && cuts_a_time<Target, Value>;
    static_assert(!cut,
                  "pgmodel: this time is finer than the microseconds that the database keeps; say that it is cut: "
                  "pgmodel::timestamptz{std::chrono::system_clock::now()}");
    static_assert(
        converts || inexact || cut || document,
        "pgmodel: this value has another type than the column or expression beside it; give a value of that type, or "
        "an expression");
    static constexpr bool value = true;
};

/// Can a value of this number type be out of the range of the other?
template <class Target, class Value>
constexpr bool may_be_out_of_range() {
    if constexpr (plain_integer<Target> && plain_integer<Value>)
        return !std::in_range<Target>(std::numeric_limits<Value>::min()) ||
               !std::in_range<Target>(std::numeric_limits<Value>::max());
    else return std::is_same_v<Target, float> && std::floating_point<Value> && !std::is_same_v<Value, float>;
}
/// The field that a value stands beside, for messages; empty for what is no column.
template <class Beside>
struct field_beside {
    static std::string_view name() { return {}; }
};
PGMODEL_FUNCTION
[[noreturn]] void throw_out_of_range(std::string text, std::string_view (*beside)());

/// The library's type of which a text is made.
template <class T>
struct text_root : std::type_identity<T> {};
template <strong_type T>
struct text_root<T> : text_root<std::remove_cvref_t<decltype(codec<T>::unwrap(std::declval<const T&>()))>> {};

/// The parameter that stands for a user's value beside an operand of type `Target`.
template <class Target, class Value>
constexpr auto convert_operand(Value&& given, std::string_view (*beside)() = nullptr) {
    using value = std::decay_t<Value>;
    if constexpr (!convertible_operand<Target, value>()) {
        return parameter<Target>(Target{});
    } else if constexpr ((codec<Target>::type.id == 1042 || ignores_case<Target>()) &&
                         std::is_convertible_v<const value&, std::string_view>) {
        // As a text, a value beside character(n) would be compared with its trailing blanks, and without the column's
        // index; one beside citext with regard to case.
        using text = owned_text_as<typename text_root<Target>::type>;
        return parameter<text>(text(static_cast<Value&&>(given)));
    } else if constexpr (std::is_same_v<value, std::string_view>) {
        return parameter<std::string_view>(given);
    } else if constexpr (std::is_same_v<Target, std::string_view>) {
        return parameter<std::string_view>(std::string_view(given));
    } else if constexpr (kind_of<Target>() == kind::text && std::is_convertible_v<const value&, std::string_view>) {
        return parameter<owned_text>(owned_text(static_cast<Value&&>(given)));
    } else if constexpr (plain_integer<value> && kind_of<Target>() == kind::integer) {
        if (!std::in_range<Target>(given))
            throw_out_of_range("pgmodel: an integer is out of the range of the column that it stands beside", beside);
        return parameter<Target>(static_cast<Target>(given));
    } else if constexpr ((kind_of<Target>() == kind::numeric && kind_of<value>() == kind::numeric) ||
                         lacks_null_elements<value, Target>) {
        return parameter<value>(static_cast<Value&&>(given));
    } else if constexpr (std::is_same_v<Target, float> && std::floating_point<value>) {
        if (given - given == 0 &&
            (given > std::numeric_limits<float>::max() || given < std::numeric_limits<float>::lowest()))
            throw_out_of_range("pgmodel: a number is out of the range of the real column that it stands beside",
                               beside);
        return parameter<float>(static_cast<float>(given));
    } else if constexpr (plain_integer<value> || std::floating_point<value>) {
        return parameter<Target>(static_cast<Target>(given));
    } else {
        return parameter<Target>(static_cast<Value&&>(given));
    }
}

/// Can a value be sent as it is beside an operand of this type? Texts can, except with character(n) and citext, see
/// convert_operand.
template <class Target, class Value>
constexpr bool sent_as_it_is() {
    if constexpr (std::is_same_v<Target, Value> || lacks_null_elements<Value, Target>) return true;
    else if constexpr (kind_of<Target>() == kind::text && kind_of<Value>() == kind::text)
        return codec<Target>::type.id != 1042 && codec<Value>::type.id != 1042 &&
               ignores_case<Target>() == ignores_case<Value>();
    else return false;
}
/// The parameter for a value that stays where it is; what must be converted is kept all the same.
template <class Target, class Value>
constexpr auto refer_operand(const Value& given, std::string_view (*beside)()) {
    if constexpr (sent_as_it_is<Target, Value>()) return referred_parameter<Value>(given);
    else return convert_operand<Target>(given, beside);
}

/// The same, checked: `Beside` is the expression, or the model whose key is meant.
template <class Target, class Beside, class Value>
[[gnu::always_inline]] constexpr auto make_parameter(Value&& given) {
    static_assert(operand_fits<Beside, Target, value_given<Value>>::value);
    if constexpr (referring<std::decay_t<Value>>)
        return convert_operand<Target>(given.get(), &field_beside<Beside>::name);
    else if constexpr (may_be_out_of_range<Target, std::decay_t<Value>>())
        return convert_operand<Target>(static_cast<Value&&>(given), &field_beside<Beside>::name);
    else return convert_operand<Target>(static_cast<Value&&>(given));
}

/// What a value is converted to beside an expression of type `Target`: a real (4 bytes) is compared with doubles and
/// integers as a double, as in C++ and in SQL, so that nothing of the value is lost.
template <class Target, class Value>
struct type_beside {
    using type = std::conditional_t<
        std::is_same_v<Target, float> && std::is_arithmetic_v<Value> && !std::is_same_v<Value, float>, double, Target>;
};
/// An integer beside a number of any length needs no such number.
template <plain_integer Value>
struct type_beside<numeric<>, Value> {
    using type = numeric<20, 0>;
};
template <class Target, class Value>
using beside = typename type_beside<Target, Value>::type;

/// An expression stays what it is; a value becomes a parameter of exactly this type.
template <class Target, class Beside, class Operand>
[[gnu::always_inline]] constexpr auto as_exact_operand(Operand&& operand) {
    if constexpr (expression<Operand>) {
        return std::remove_cvref_t<Operand>(static_cast<Operand&&>(operand));
    } else if constexpr (referring<std::remove_cvref_t<Operand>>) {
        using value = std::remove_cvref_t<decltype(operand.get())>;
        static_assert(operand_fits<Beside, Target, value>::value);
        return refer_operand<Target>(operand.get(), &field_beside<Beside>::name);
    } else {
        static_assert(operand_fits<Beside, Target, std::decay_t<Operand>>::value);
        if constexpr (may_be_out_of_range<Target, std::decay_t<Operand>>())
            return convert_operand<Target>(static_cast<Operand&&>(operand), &field_beside<Beside>::name);
        else return convert_operand<Target>(static_cast<Operand&&>(operand));
    }
}

/// An optional value beside an expression, where NULL may stand.
template <class Target, class Beside, class Optional>
constexpr auto optional_operand(Optional&& given) {
    using value = value_given<Optional>;
    constexpr auto beside = &field_beside<Beside>::name;
    if constexpr (referring<std::decay_t<Optional>>) {
        if constexpr (sent_as_it_is<Target, unwrapped<value>>()) return referred_parameter<value>(given.get());
        else return optional_operand<Target, Beside>(given.get());
    } else if constexpr (sent_as_it_is<Target, unwrapped<value>>()) {
        return parameter<value>(static_cast<Optional&&>(given));
    } else {
        using converted = std::optional<decltype(convert_operand<Target>(*given).value)>;
        return parameter<converted>(given ? converted(convert_operand<Target>(*given, beside).value) : std::nullopt);
    }
}

/// Would the server take it for a text? Literal enumerators are known by what stands beside them.
template <class Node>
inline constexpr bool is_enum_literal = false;
template <class T, class Node>
constexpr auto with_type(Node node);

/// An expression stays what it is, but for a literal enumerator beside another one: two would be compared as texts. A
/// value becomes a parameter of the type of the expression beside it.
template <class Target, class Beside, class Operand>
[[gnu::always_inline]] constexpr auto as_operand(Operand&& operand) {
    if constexpr (is_enum_literal<Beside> && expression<Operand>) {
        return with_type<Target>(std::remove_cvref_t<Operand>(operand));
    } else if constexpr (expression<Operand>) {
        return std::remove_cvref_t<Operand>(static_cast<Operand&&>(operand));
    } else if constexpr (referring<std::remove_cvref_t<Operand>>) {
        using value = std::remove_cvref_t<decltype(operand.get())>;
        static_assert(operand_fits<Beside, Target, value>::value);
        return refer_operand<beside<Target, value>>(operand.get(), &field_beside<Beside>::name);
    } else {
        static_assert(operand_fits<Beside, Target, std::decay_t<Operand>>::value);
        using type = beside<Target, std::decay_t<Operand>>;
        if constexpr (may_be_out_of_range<type, std::decay_t<Operand>>())
            return convert_operand<type>(static_cast<Operand&&>(operand), &field_beside<Beside>::name);
        else return convert_operand<type>(static_cast<Operand&&>(operand));
    }
}

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/expression/impl/operand.ipp>
#endif
