// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What can be said of every expression with a dot: `col<&T::m>.is_null()`, `.in(list)`, `.like("a%")`, `.desc()`. What
// takes more than a line is made by the functions of containment.hpp and subscript.hpp.
#pragma once

#include <pgmodel/expression/misused_operators.hpp>
#include <pgmodel/expression/ordering.hpp>
#include <pgmodel/expression/subquery.hpp>
#include <pgmodel/expression/value_list.hpp>

#include <initializer_list>
#include <vector>

namespace pgmodel {
namespace detail {

/// What `[]` gives.
template <class Whole, class Key>
struct constant_part : std::add_const<decltype(subscript(std::declval<const Whole&>(), std::declval<Key>()))> {};

template <class Range>
concept holds_values =
    requires(const Range& values) { std::begin(values); } && !std::is_convertible_v<const Range&, std::string_view>;
template <class Range>
concept can_be_looked_in = query<Range> || expression<Range> || holds_values<typename referred<Range>::type>;

/// What `{}` holds.
struct no_values {};
template <class Range>
struct some_values {
    static constexpr bool value = !std::is_same_v<Range, std::initializer_list<no_values>>;
    static_assert(value,
                  "pgmodel: nothing is in {}; where a list may be empty, in() and not_in() take a container, such "
                  "as a std::vector");
};
/// `{}` of several types.
struct mixed_values {
    template <class First, class Second, class... More>
    constexpr mixed_values(const First&, const Second&, const More&...) {}
};
template <class Self>
struct one_type_listed {
    static_assert(never<Self>, "pgmodel: a list holds values of one type: .in({1, 2}); expressions and values together "
                               "are .in(pgmodel::array(a, 2)) (<pgmodel/expression/array.hpp>)");
    static constexpr bool value = true;
};
/// The base of operators that make conditions. A compiler declares each of these with each node, so they have not what
/// is said of texts, arrays and documents.
template <class Self>
struct condition_members : expression_tag {
    static constexpr bool aggregate = false;
    static constexpr bool windowed = false;
    static constexpr bool reduces = false;
    static constexpr bool dynamic = false;
    static constexpr int special = 0;

    /// Holds or not for a row of the database, and not here.
    template <std::same_as<bool> Bool>
    constexpr operator Bool() const {
        constexpr bool condition = std::is_same_v<typename Self::value_type, Bool>;
        static_assert(condition,
                      "pgmodel: an expression is SQL, and has its value in the database only; select it, or take the "
                      "field of a row: row.field");
        static_assert(!condition, "pgmodel: a condition is SQL, and neither true nor false in C++; give it to where(), "
                                  "or compare the fields of a row: row.field == value");
        return false;
    }

    constexpr auto is_null() const { return affix<"", " is null", level::is, bool, false, Self>{{}, self()}; }
    constexpr auto is_not_null() const { return affix<"", " is not null", level::is, bool, false, Self>{{}, self()}; }

    /// `IS TRUE`, `IS NOT TRUE` ...: of a condition that can be NULL, which is neither.
    constexpr auto is_true() const { return truth<" is true">(); }
    constexpr auto is_not_true() const { return truth<" is not true">(); }
    constexpr auto is_false() const { return truth<" is false">(); }
    constexpr auto is_not_false() const { return truth<" is not false">(); }

    /// `IS NOT DISTINCT FROM`: like ==, but NULL equals NULL; takes an optional, an expression or a value.
    template <class Value>
    constexpr auto is_not_distinct_from(Value&& value) const {
        return distinctness<" is not distinct from ">(static_cast<Value&&>(value));
    }
    /// `IS DISTINCT FROM`: like !=, but NULL differs from every value and not from NULL.
    template <class Value>
    constexpr auto is_distinct_from(Value&& value) const {
        return distinctness<" is distinct from ">(static_cast<Value&&>(value));
    }

    /// `= any($1)`: the whole list is one parameter, so the text does not depend on its length; an empty list finds
    /// nothing. With a query: `IN (SELECT ...)`. An array column or a placeholder for a list will do, too.
    template <class... List>
    constexpr auto in(const List&... list) const {
        return in_list<" in (", " = any(">(list...);
    }
    template <class Value = no_values>
    constexpr auto in(std::initializer_list<Value> values) const {
        return member_of<" = any(">(values);
    }
    constexpr auto in(mixed_values) const { static_assert(one_type_listed<Self>::value); }
    /// `<> all($1)`: an empty list excludes nothing. With a query: `NOT IN (SELECT ...)`.
    template <class... List>
    constexpr auto not_in(const List&... list) const {
        return in_list<" not in (", " <> all(">(list...);
    }
    template <class Value = no_values>
    constexpr auto not_in(std::initializer_list<Value> values) const {
        return member_of<" <> all(">(values);
    }
    constexpr auto not_in(mixed_values) const { static_assert(one_type_listed<Self>::value); }

    [[gnu::always_inline]] constexpr auto asc() const {
        return ordered<Self, " asc">{{}, static_cast<const Self&>(*this)};
    }
    [[gnu::always_inline]] constexpr auto desc() const {
        return ordered<Self, " desc">{{}, static_cast<const Self&>(*this)};
    }
    constexpr auto nulls_first() const { return ordered<Self, "", " nulls first">{{}, self()}; }
    constexpr auto nulls_last() const { return ordered<Self, "", " nulls last">{{}, self()}; }
    /// An operator class for an index key: `pg::lower(col<&t::name>).ops(pg::text_pattern_ops)`.
    template <class Class>
    constexpr auto ops(Class) const {
        constexpr bool named = std::is_class_v<Class>;
        static_assert(named, "pgmodel: ops() takes an operator class: pgmodel::text_pattern_ops, or any other as "
                             "pgmodel::operator_class<\"name\">");
        if constexpr (named) return Class::make(self());
        else return ordered<Self>{{}, self()};
    }
    /// One with parameters: `.ops(pg::gist_trgm_ops, pg::with("siglen", 32))`.
    template <class Class, class Parameter, class... More>
    constexpr auto ops(Class, Parameter first, More... more) const {
        return configured_key<decltype(Class::make(self())), Parameter, 1 + sizeof...(More)>(Class::make(self()), first,
                                                                                             more...);
    }
    /// An element of an exclusion constraint: `col<&t::during>.with(pg::op<"&&">)`.
    template <class Operator>
    constexpr auto with(Operator) const {
        return Operator::make(self());
    }

private:
    constexpr const Self& self() const { return static_cast<const Self&>(*this); }

    template <fixed_string Operator, class Value>
    constexpr auto distinctness(Value&& value) const {
        using given = value_given<Value>;
        using target = typename Self::value_type;
        if constexpr (is_optional<given>) {
            constexpr bool fits = convertible_operand<target, unwrapped<given>>();
            static_assert(fits, "pgmodel: this optional holds another type than the column beside it");
            auto operand = optional_operand<target, Self>(static_cast<Value&&>(value));
            return infix<Operator, level::is, bool, false, Self, decltype(operand)>{{}, self(), std::move(operand)};
        } else {
            static_assert(comparable_operands<Self, given>::value);
            auto operand = as_operand<target, Self>(static_cast<Value&&>(value));
            return infix<Operator, level::is, bool, false, Self, decltype(operand)>{{}, self(), std::move(operand)};
        }
    }
    template <fixed_string Test>
    constexpr auto truth() const {
        static_assert(
            std::is_same_v<typename Self::value_type, bool>,
            "pgmodel: is_true() and is_false() are asked of a condition; compare the column with a value first");
        return affix<"", Test, level::is, bool, false, Self>{{}, self()};
    }
    template <fixed_string Query, fixed_string List, class... Range>
    constexpr auto in_list(const Range&... values) const {
        constexpr bool fits = sizeof...(Range) == 1 && (can_be_looked_in<Range> && ...);
        static_assert(fits, "pgmodel: in() and not_in() take a list: a container or {a, b}");
        if constexpr (!fits) return is_null();
        else if constexpr ((query<Range> && ...)) return in_query<Query, Self, Range...>(self(), values...);
        else if constexpr ((expression<Range> && ...)) return in_array<List>(values...);
        else return member_of<List>(values...);
    }
    template <fixed_string Operator, class Range>
    constexpr auto member_of(const Range& values) const {
        static_assert(!is_array<typename Self::value_type>,
                      "pgmodel: PostgreSQL has no list of arrays, so an array is not in() one; join comparisons: "
                      "x == a || x == b");
        static_assert(compared_type<typename Self::value_type, asked_by<Operator>>::value);
        if constexpr (some_values<Range>::value) {
            auto list = make_list<Self>(values);
            using target = typename decltype(list)::value_type;
            using array = call<"", ")", target, false, decltype(list)>;
            return infix<Operator, level::comparison, bool, Self::nullable, Self, array>{
                {}, self(), array(std::move(list))};
        } else {
            return is_null();
        }
    }
    template <fixed_string Operator, class List>
    constexpr auto in_array(const List& list) const {
        constexpr bool fits =
            is_array<typename List::value_type> &&
            comparable<typename Self::value_type, typename element_of<typename List::value_type>::type>();
        static_assert(
            fits, "pgmodel: in() and not_in() take an array of values that can be compared with what stands before it");
        static_assert(compared_type<typename Self::value_type, asked_by<Operator>>::value);
        if constexpr (fits) {
            using array = call<"", ")", typename List::value_type, List::nullable, List>;
            return strict_infix<Operator, level::comparison, bool>(self(), array(list));
        } else {
            return is_null();
        }
    }
};

/// The base of every other expression node.
template <class Self>
struct members : condition_members<Self> {
    /// `x BETWEEN low AND high`, both ends included.
    template <class... Ends>
    constexpr auto between(Ends&&... ends) const {
        return between_ends<" between ">(static_cast<Ends&&>(ends)...);
    }
    template <class... Ends>
    constexpr auto not_between(Ends&&... ends) const {
        return between_ends<" not between ">(static_cast<Ends&&>(ends)...);
    }

    /// `LIKE`: % stands for any characters, _ for one, a backslash takes the next as it is.
    constexpr auto like(const auto& pattern) const { return match<" like ">(pattern); }
    constexpr auto not_like(const auto& pattern) const { return match<" not like ">(pattern); }
    /// `ILIKE`: LIKE without regard to case.
    constexpr auto ilike(const auto& pattern) const { return match<" ilike ">(pattern); }
    constexpr auto not_ilike(const auto& pattern) const { return match<" not ilike ">(pattern); }
    /// `~`, `~*`: does a part of the text match the POSIX regular expression, with or without regard to case?
    constexpr auto regex(const auto& pattern) const { return match<" ~ ">(pattern); }
    constexpr auto iregex(const auto& pattern) const { return match<" ~* ">(pattern); }
    constexpr auto not_regex(const auto& pattern) const { return match<" !~ ">(pattern); }
    constexpr auto not_iregex(const auto& pattern) const { return match<" !~* ">(pattern); }

    /// Does the text begin or end with this one, whatever characters it holds? A value is sent as a LIKE pattern.
    constexpr auto starts_with(const auto& text) const { return starting_with(self(), text); }
    constexpr auto ends_with(const auto& text) const { return ending_with(self(), text); }
    /// Of a text: does it hold this one, whatever characters that holds? Of an array: `@>`, does it hold this element,
    /// or all of these? Of jsonb, ranges and other containers: `@>`. A GIN or GiST index on the column serves `@>`.
    /// In braces it is a value of the column's type: `contains({"a", "b"})`.
    template <class Me = Self, class Value = typename Me::value_type>
    constexpr auto contains(Value&& value) const {
        return containing(self(), static_cast<Value&&>(value));
    }
    /// `contains`, `starts_with` and `ends_with` of texts without regard to case.
    constexpr auto icontains(const auto& text) const { return containing_any_case(self(), text); }
    constexpr auto istarts_with(const auto& text) const { return starting_with_any_case(self(), text); }
    constexpr auto iends_with(const auto& text) const { return ending_with_any_case(self(), text); }
    /// `<@`: is all of this array, document or range in that one?
    template <class Me = Self, class Value = typename Me::value_type>
    constexpr auto contained_by(Value&& value) const {
        return containment<" <@ ">(self(), static_cast<Value&&>(value));
    }
    /// `&&`: have these two arrays or ranges anything in common?
    template <class Me = Self, class Value = typename Me::value_type>
    constexpr auto overlaps(Value&& value) const {
        return overlapping(self(), static_cast<Value&&>(value));
    }

    /// Of an array: the element at an index, from 1; NULL when there is none. Of a JSON document: `->`, a field by its
    /// key, or an element by its place, from 0; NULL when there is none. It is constant so that `=` makes an
    /// assignment, whatever stands on the right.
    template <class Key>
    constexpr typename constant_part<Self, Key>::type operator[](Key&& key) const {
        return subscript(self(), static_cast<Key&&>(key));
    }
    /// Of a JSON document: its value as text, without quotes if it is a string; `->>` of a field:
    /// `doc["name"].as_text()`.
    constexpr auto as_text() const { return json_as_text(self()); }

    /// `@@`: does this text-search vector match the query (`pgmodel::websearch<"english">("...")`)?
    template <class Query>
    constexpr auto matches(Query&& query) const {
        using node = std::remove_cvref_t<Query>;
        static_assert(std::is_same_v<typename Self::value_type, tsvector>,
                      "pgmodel: matches() is asked of a tsvector; make one with to_tsvector<\"english\">(...)");
        static_assert(is_tsquery<node>(),
                      "pgmodel: matches() takes a text-search query; make one with websearch<\"english\">(\"...\")");
        return strict_infix<" @@ ", level::other, bool>(self(),
                                                        as_exact_operand<tsquery, Self>(static_cast<Query&&>(query)));
    }

private:
    constexpr const Self& self() const { return static_cast<const Self&>(*this); }

    template <fixed_string Between, class... Ends>
    constexpr auto between_ends(Ends&&... ends) const {
        constexpr bool fits = sizeof...(Ends) == 2;
        static_assert(fits, "pgmodel: between() takes the lowest and the highest value: between(1, 5)");
        static_assert((comparable_operands<Self, std::remove_cvref_t<Ends>, comparison::by_order>::value && ...));
        if constexpr (fits)
            return range_of<Between>(as_operand<typename Self::value_type, Self>(static_cast<Ends&&>(ends))...);
        else return self().is_null();
    }
    template <fixed_string Between, class Low, class High>
    constexpr auto range_of(Low low, High high) const {
        return worded < bool, Self::nullable || Low::nullable || High::nullable, level::like, level::other,
               word_list<"", Between, " and ", "">, Self, Low, High > (self(), std::move(low), std::move(high));
    }
    template <fixed_string Operator, class Pattern>
    constexpr auto match(const Pattern& pattern) const {
        static_assert(kind_of<typename Self::value_type>() == kind::text, "pgmodel: like() is asked of a text");
        constexpr int binds = Operator.view().ends_with("like ") ? level::like : level::other;
        if constexpr (with_expression<Pattern, Pattern>) static_assert(told_text<Pattern>::value);
        if constexpr (is_quantified<Pattern>) return strict_infix<Operator, binds, bool>(self(), Pattern(pattern));
        else return strict_infix<Operator, binds, bool>(self(), as_operand<std::string, Self>(pattern));
    }
};
}  // namespace detail
}  // namespace pgmodel
