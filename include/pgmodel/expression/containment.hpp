// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// `contains()`, `contained_by()`, `overlaps()`: @>, <@ and && of arrays, documents, ranges and other containers, and
// texts within texts.
#pragma once

#include <pgmodel/expression/pattern.hpp>

#include <type_traits>
#include <utility>
#include <vector>

namespace pgmodel::detail {

/// What a type offers of @>, <@ and &&. `element` is what a container of another type than an array holds, `bound` what
/// lower() and upper() of it are.
template <class T>
struct container {
    static constexpr bool contains = is_array<T> || id_of<T>() == id::jsonb;
    static constexpr bool overlaps = is_array<T>;
    using element = void;
    using bound = void;
};

/// What stands in a container by `<@` though it is not its element, such as a segment in a box.
template <class Container, class T>
inline constexpr bool holds = std::is_same_v<typename container<Container>::element, T>;
/// Different types that stand beside each other in @>, <@ and &&.
template <class Left, class Right>
inline constexpr bool mixes_with = false;

template <fixed_string Operator, class Left, class Right>
constexpr auto make_condition(Left left, Right right) {
    using type = typename Left::value_type;
    if constexpr (is_array<type>) static_assert(compared_type<type, comparison::by_equality>::value);
    return strict_infix<Operator, level::other, bool>(std::move(left), std::move(right));
}

/// The value beside a container: the whole of another one, or an element in an array of one.
template <class Container, class Beside, class Value>
constexpr auto as_container(Value&& value) {
    using given = std::decay_t<Value>;
    if constexpr (referring<given>) {
        if constexpr (std::is_same_v<value_given<given>, Container>) return referred_parameter<Container>(value.get());
        else return as_container<Container, Beside>(value.get());
    } else if constexpr ((id_of<Container>() == id::jsonb && id_of<given>() == id::jsonb) ||
                         mixes_with<Container, given> || lacks_null_elements<given, Container>) {
        return parameter<given>(static_cast<Value&&>(value));
    } else if constexpr (is_array<Container> && (!std::is_convertible_v<Value, Container> ||
                                                 std::is_convertible_v<Value, typename element_of<Container>::type>)) {
        using element = typename element_of<Container>::type;
        std::vector<element> one;
        one.push_back(element(make_parameter<element, Beside>(static_cast<Value&&>(value)).value));
        return parameter<std::vector<element>>(std::move(one));
    } else if constexpr (is_array<Container>) {
        return parameter<Container>(static_cast<Value&&>(value));
    } else {
        return make_parameter<Container, Beside>(static_cast<Value&&>(value));
    }
}

/// `place > 0`.
template <class Place>
constexpr auto found(Place place) {
    return affix<"", " > 0", level::comparison, bool, Place::nullable, Place>{{}, std::move(place)};
}

template <class E, class Text>
constexpr auto containing_any_case(const E& in, const Text& text);
template <class E, class Text>
constexpr auto starting_with_any_case(const E& in, const Text& text);
template <class E, class Text>
constexpr auto ending_with_any_case(const E& in, const Text& text);

template <class E, class Value>
constexpr auto containing(const E& in, Value&& value) {
    using type = typename E::value_type;
    using given = std::remove_cvref_t<Value>;
    using element = typename container<type>::element;
    constexpr bool text = kind_of<type>() == kind::text;
    static_assert(
        text || container<type>::contains,
        "pgmodel: contains() is asked of a text, an array, a jsonb document or a range; this column is none "
        "of them, or a domain over one, which pgmodel::cast<its type>(pgmodel::col<...>) makes what it is made of");
    if constexpr (ignores_case<type>() && expression<Value>) {
        return containing_any_case(in, value);
    } else if constexpr (text && expression<Value>) {
        return found(find_part<"strpos(", std::int32_t>(in, value));
    } else if constexpr (text) {
        return find_text<" like ">(in, value, "%", "%");
    } else if constexpr (!container<type>::contains) {
        return in.is_null();
    } else if constexpr (expression<Value> &&
                         std::is_same_v<typename operand_type<given, given>::type, typename element_of<type>::type>) {
        using one = typename element_of<type>::type;
        auto list = [&]<class Element>(Element each) {
            return call<"array[", "]", std::vector<one>, holds_arguments, Element>(std::move(each));
        };
        if constexpr (is_enum_literal<given>) return make_condition<" @> ">(in, list(with_type<one>(value)));
        else return make_condition<" @> ">(in, list(given(value)));
    } else if constexpr (expression<Value>) {
        constexpr bool fits = passes_as<typename given::value_type, type>() ||
                              mixes_with<type, typename given::value_type> ||
                              (!std::is_void_v<element> && passes_as<typename given::value_type, element>());
        static_assert(
            fits, "pgmodel: contains() takes an element, a list of elements, or an array of the same type; of other "
                  "containers one of the same type; cast what is of another");
        return make_condition<" @> ">(in, given(static_cast<Value&&>(value)));
    } else if constexpr (!std::is_void_v<element> && !std::is_convertible_v<Value, type> &&
                         !mixes_with<type, value_given<given>>) {
        return make_condition<" @> ">(in, make_parameter<element, E>(static_cast<Value&&>(value)));
    } else {
        return make_condition<" @> ">(in, as_container<type, E>(static_cast<Value&&>(value)));
    }
}

/// `<@` with the container on the right, which may hold what is on the left as an element.
template <fixed_string Operator, class E, class Value>
constexpr auto containment(const E& in, Value&& value) {
    using type = typename E::value_type;
    using given = std::remove_cvref_t<Value>;
    using other = typename operand_type<given, value_given<given>>::type;
    constexpr bool element = holds<other, type>;
    static_assert(container<type>::contains || element,
                  "pgmodel: contained_by() is asked of an array, a jsonb document or a range, or of an element of a "
                  "range that is given");
    if constexpr (!container<type>::contains && !element) {
        return in.is_null();
    } else if constexpr (expression<Value>) {
        static_assert(element || passes_as<other, type>() || mixes_with<type, other>,
                      "pgmodel: contained_by() takes a container of the same type");
        return make_condition<Operator>(in, given(static_cast<Value&&>(value)));
    } else if constexpr (element) {
        return make_condition<Operator>(in, as_container<other, E>(static_cast<Value&&>(value)));
    } else {
        return make_condition<Operator>(in, as_container<type, E>(static_cast<Value&&>(value)));
    }
}

template <class E, class Value>
constexpr auto overlapping(const E& in, Value&& value) {
    using type = typename E::value_type;
    using given = std::remove_cvref_t<Value>;
    static_assert(container<type>::overlaps,
                  "pgmodel: overlaps() is asked of an array or a range; this column is neither");
    if constexpr (!container<type>::overlaps) {
        return in.is_null();
    } else if constexpr (expression<Value>) {
        static_assert(passes_as<typename given::value_type, type>() || passes_as<type, typename given::value_type>() ||
                          mixes_with<type, typename given::value_type>,
                      "pgmodel: overlaps() takes an array or a range of the same type");
        return make_condition<" && ">(in, given(static_cast<Value&&>(value)));
    } else {
        return make_condition<" && ">(in, as_container<type, E>(static_cast<Value&&>(value)));
    }
}

/// Says that a text is asked for.
template <class E>
struct asked_of_text {
    static constexpr bool value = kind_of<typename E::value_type>() == kind::text;
    static_assert(value, "pgmodel: starts_with(), ends_with() and icontains() are asked of a text");
};

/// character(n) ends with blanks that mean nothing, except for LIKE.
template <class E>
constexpr auto with_its_end(const E& in) {
    if constexpr (id_of<typename E::value_type>() == 1042)
        return call<"cast(", " as text)", std::string, E::nullable ? can_be_null : 0, E>(in);
    else return in;
}
template <class E, class Text>
constexpr auto starting_with(const E& in, const Text& text) {
    if constexpr (!asked_of_text<E>::value) return in.is_null();
    else if constexpr (ignores_case<typename E::value_type>() && expression<Text>)
        return starting_with_any_case(in, text);
    else if constexpr (expression<Text>) return find_part<"starts_with(", bool>(in, text);
    else return find_text<" like ">(in, text, "", "%");
}
template <class E, class Text>
constexpr auto ending_with(const E& in, const Text& text) {
    if constexpr (!asked_of_text<E>::value) return in.is_null();
    else if constexpr (ignores_case<typename E::value_type>() && expression<Text>) {
        return ending_with_any_case(in, text);
    } else if constexpr (expression<Text>) {
        static_assert(told_text<Text>::value);
        using length = call<"length(", ")", std::int32_t, Text::nullable, Text>;
        using end = call<"right(", ")", std::string, E::nullable || Text::nullable, E, length>;
        return strict_infix<" = ", level::comparison, bool>(end(in, length(text)), text);
    } else {
        return find_text<" like ">(with_its_end(in), text, "%", "");
    }
}
template <class E>
using lower_of = call<"lower(", ")", std::enable_if_t<told_text<E>::value, std::string>, E::nullable, E>;
template <class E, class Text>
constexpr auto containing_any_case(const E& in, const Text& text) {
    if constexpr (!asked_of_text<E>::value) return in.is_null();
    else if constexpr (expression<Text>) return containing(lower_of<E>(in), lower_of<Text>(text));
    else return find_text<" ilike ">(in, text, "%", "%");
}
template <class E, class Text>
constexpr auto starting_with_any_case(const E& in, const Text& text) {
    if constexpr (!asked_of_text<E>::value) return in.is_null();
    else if constexpr (expression<Text>) return starting_with(lower_of<E>(in), lower_of<Text>(text));
    else return find_text<" ilike ">(in, text, "", "%");
}
template <class E, class Text>
constexpr auto ending_with_any_case(const E& in, const Text& text) {
    if constexpr (!asked_of_text<E>::value) return in.is_null();
    else if constexpr (expression<Text>) return ending_with(lower_of<E>(in), lower_of<Text>(text));
    else return find_text<" ilike ">(with_its_end(in), text, "%", "");
}

}  // namespace pgmodel::detail
