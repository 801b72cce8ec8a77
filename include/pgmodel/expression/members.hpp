// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What can be said of every expression with a dot: `col<&T::m>.is_null()`, `.in(list)`, `.like("a%")`, `.desc()`.
#pragma once

#include <pgmodel/expression/operators.hpp>
#include <pgmodel/expression/ordering.hpp>
#include <pgmodel/types/array.hpp>

#include <initializer_list>
#include <iterator>
#include <vector>

namespace pgmodel::detail {

template <class T>
struct element_of {
    using type = void;
};
template <class T>
    requires array_element<T>
struct element_of<std::vector<T>> {
    using type = unwrapped<T>;
};

/// The base of every expression node.
template <class Self>
struct members : expression_tag {
    constexpr auto is_null() const { return affix<"", " is null", level::is, bool, false, Self>(self()); }
    constexpr auto is_not_null() const { return affix<"", " is not null", level::is, bool, false, Self>(self()); }

    /// `IS NOT DISTINCT FROM`: like ==, but NULL equals NULL; takes an optional, an expression or a value.
    template <class Value>
    constexpr auto is_not_distinct_from(Value&& value) const {
        return distinct<" is not distinct from ">(std::forward<Value>(value));
    }
    /// `IS DISTINCT FROM`: like !=, but NULL differs from every value and not from NULL.
    template <class Value>
    constexpr auto is_distinct_from(Value&& value) const {
        return distinct<" is distinct from ">(std::forward<Value>(value));
    }

    /// `= any($1)`: the whole list is one parameter, so the text does not depend on its length; an empty list finds nothing.
    template <class Range>
    constexpr auto in(const Range& values) const {
        if constexpr (check_list<Range>()) return member_of<" = any(">(values);
        else return is_null();
    }
    template <class Value>
    constexpr auto in(std::initializer_list<Value> values) const {
        return member_of<" = any(">(values);
    }
    /// `<> all($1)`: an empty list excludes nothing.
    template <class Range>
    constexpr auto not_in(const Range& values) const {
        if constexpr (check_list<Range>()) return member_of<" <> all(">(values);
        else return is_null();
    }
    template <class Value>
    constexpr auto not_in(std::initializer_list<Value> values) const {
        return member_of<" <> all(">(values);
    }

    /// `x >= low AND x <= high`, both ends included.
    template <class Low, class High>
    constexpr auto between(Low&& low, High&& high) const {
        return self() >= std::forward<Low>(low) && self() <= std::forward<High>(high);
    }

    /// `LIKE`: % stands for any characters, _ for one, a backslash takes the next as it is.
    template <class Pattern>
    constexpr auto like(Pattern&& pattern) const {
        return match<" like ", level::like>(std::forward<Pattern>(pattern));
    }
    template <class Pattern>
    constexpr auto not_like(Pattern&& pattern) const {
        return match<" not like ", level::like>(std::forward<Pattern>(pattern));
    }
    /// `ILIKE`: LIKE without regard to case.
    template <class Pattern>
    constexpr auto ilike(Pattern&& pattern) const {
        return match<" ilike ", level::like>(std::forward<Pattern>(pattern));
    }

    /// `@>` with an array: does it hold this element, or all of these? A GIN index on the column serves it.
    template <class Value>
    constexpr auto contains(Value&& value) const {
        using array = typename Self::value_type;
        using element = typename element_of<array>::type;
        static_assert(!std::is_void_v<element>, "pgmodel: contains() asks an array column; this one is no array");
        if constexpr (std::is_void_v<element>) {
            return is_null();
        } else if constexpr (expression<Value>) {
            using node = std::remove_cvref_t<Value>;
            static_assert(std::is_same_v<typename node::value_type, array>,
                          "pgmodel: contains() takes an element, a list of elements, or an array of the same type");
            return infix<" @> ", level::other, bool, Self::nullable || node::nullable, Self, node>(self(), value);
        } else if constexpr (std::is_convertible_v<Value, array> && !std::is_convertible_v<Value, element>) {
            return infix<" @> ", level::other, bool, Self::nullable, Self, parameter<array>>(
                self(), parameter<array>(std::forward<Value>(value)));
        } else {
            array one;
            one.push_back(element(make_parameter<element, Self>(std::forward<Value>(value)).value));
            return infix<" @> ", level::other, bool, Self::nullable, Self, parameter<array>>(
                self(), parameter<array>(std::move(one)));
        }
    }

    /// `@@`: does this text-search vector match the query (`pgmodel::websearch<"english">("...")`)?
    template <class Query>
    constexpr auto matches(Query&& query) const {
        using node = std::remove_cvref_t<Query>;
        static_assert(requires { typename Self::value_type::text_search_vector; },
                      "pgmodel: matches() is asked of a tsvector; make one with to_tsvector<\"english\">(...)");
        static_assert(requires { typename node::value_type::text_search_query; },
                      "pgmodel: matches() takes a text-search query; make one with websearch<\"english\">(\"...\")");
        return infix<" @@ ", level::other, bool, Self::nullable || node::nullable, Self, node>(
            self(), std::forward<Query>(query));
    }

    constexpr auto asc() const { return ordered<Self, " asc">(self()); }
    constexpr auto desc() const { return ordered<Self, " desc">(self()); }
    /// An operator class for an index key: `pg::lower(col<&t::name>).ops(pg::text_pattern_ops)`.
    template <fixed_string Name>
    constexpr auto ops(operator_class<Name>) const {
        return ordered<Self, "", "", Name>(self());
    }

private:
    constexpr const Self& self() const { return static_cast<const Self&>(*this); }

    template <fixed_string Operator, class Value>
    constexpr auto distinct(Value&& value) const {
        using given = std::remove_cvref_t<Value>;
        using target = typename Self::value_type;
        if constexpr (is_optional<given>) {
            static_assert(std::is_same_v<given, std::optional<target>>,
                          "pgmodel: this optional holds another type than the column beside it");
            return infix<Operator, level::is, bool, false, Self, parameter<given>>(self(), parameter<given>(value));
        } else {
            check_comparable<Self, given>();
            auto operand = as_operand<target, Self>(std::forward<Value>(value));
            return infix<Operator, level::is, bool, false, Self, decltype(operand)>(self(), std::move(operand));
        }
    }
    template <class Range>
    static constexpr bool check_list() {
        constexpr bool list = requires(const Range& values) { std::begin(values); };
        static_assert(list, "pgmodel: in() and not_in() take a list: a container or {a, b}");
        return list;
    }
    template <fixed_string Operator, class Range>
    constexpr auto member_of(const Range& values) const {
        using given = std::iter_value_t<decltype(std::begin(values))>;
        using target = beside<typename Self::value_type, given>;
        std::vector<target> list;
        for (const given& value : values)
            list.push_back(target(make_parameter<target, Self>(value).value));
        using array = call<"", ")", std::vector<target>, false, parameter<std::vector<target>>>;
        return infix<Operator, level::comparison, bool, Self::nullable, Self, array>(
            self(), array(parameter<std::vector<target>>(std::move(list))));
    }
    template <fixed_string Operator, int Level, class Pattern>
    constexpr auto match(Pattern&& pattern) const {
        static_assert(kind_of<typename Self::value_type>() == kind::text, "pgmodel: like() is asked of a text");
        auto operand = as_operand<std::string, Self>(std::forward<Pattern>(pattern));
        return infix<Operator, Level, bool, Self::nullable || decltype(operand)::nullable, Self, decltype(operand)>(
            self(), std::move(operand));
    }
};

}  // namespace pgmodel::detail
