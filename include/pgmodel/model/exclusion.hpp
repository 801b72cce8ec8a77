// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Exclusion constraints: no two rows for which all the operators are true.
#pragma once

#include <pgmodel/model/index.hpp>

namespace pgmodel {
namespace detail {

template <class Predicate, class... Elements>
struct exclusion_declaration : deferrable_words<index_words<exclusion_declaration<Predicate, Elements...>>,
                                                exclusion_declaration<Predicate, Elements...>> {
    pack<Elements...> elements;
    [[no_unique_address]] Predicate predicate{};
    std::string_view method{};

    constexpr exclusion_declaration(pack<Elements...> e, Predicate p)
        : elements(std::move(e)), predicate(std::move(p)) {}

    constexpr auto using_gist() const { return using_method("gist"); }
    constexpr auto using_spgist() const { return using_method("spgist"); }
    /// Any access method that can do it; without one it is a B-tree, which knows only `=`.
    constexpr auto using_method(const char* access_method) const {
        auto copy = *this;
        copy.method = access_method;
        return copy;
    }
    /// Only rows for which the condition is true are compared.
    template <class Condition>
    constexpr auto where(Condition condition) const {
        static_assert(checked_index_condition<Condition>::value);
        exclusion_declaration<Condition, Elements...> made(elements, std::move(condition));
        made.options = this->options;
        made.method = method;
        return made;
    }
};

template <class Element>
inline constexpr bool is_excluded = false;
template <class Key, fixed_string Symbol>
inline constexpr bool is_excluded<excluded<Key, Symbol>> = true;
/// One of a schema may be any.
template <class Element>
inline constexpr bool is_equality = false;
template <class Key, fixed_string Symbol>
inline constexpr bool is_equality<excluded<Key, Symbol>> =
    Symbol.view() == "=" || Symbol.view().find('.') != std::string_view::npos;

/// `=` is there of types that the server can compare.
template <class Element>
struct compared_element : std::true_type {};
template <expression Key>
struct compared_element<excluded<Key, "=">> : compared_type<typename Key::value_type, comparison::by_equality> {};

}  // namespace detail

/// `EXCLUDE`: `pg::exclude(col<&b::room>.with(pg::op<"=">), col<&b::during>.with(pg::op<"&&">)).using_gist()`. `=` of
/// plain columns in a GiST index needs the extension btree_gist.
template <class... Elements>
constexpr auto exclude(Elements... elements) {
    static_assert(sizeof...(Elements) > 0, "pgmodel: an exclusion constraint has at least one column or expression");
    static_assert(
        (detail::is_excluded<Elements> && ... && true),
        "pgmodel: exclude() takes columns or expressions with their operators: col<...>.with(pgmodel::op<\"&&\">)");
    static_assert((detail::about_one_row<decltype(Elements::key)>::value && ...));
    static_assert((detail::compared_element<Elements>::value && ...));
    return detail::exclusion_declaration<detail::nothing_said, Elements...>({std::move(elements)...}, {});
}

}  // namespace pgmodel
