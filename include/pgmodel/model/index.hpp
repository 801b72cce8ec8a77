// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Indexes over several columns or over expressions.
#pragma once

#include <pgmodel/core/pack.hpp>
#include <pgmodel/expression/ordering.hpp>
#include <pgmodel/model/declared_expression.hpp>
#include <pgmodel/model/options.hpp>

namespace pgmodel {
namespace detail {

template <class Condition>
struct checked_index_condition {
    static constexpr bool condition = is_condition<Condition>();
    static_assert(condition, "pgmodel: where() takes a condition; compare the column with a value first");
    static_assert(about_one_row<Condition>::value);
    static constexpr bool constant = [] {
        if constexpr (condition) return Condition::constant;
        else return true;
    }();
    static_assert(
        constant,
        "pgmodel: an index's condition may hold only pgmodel::lit values, since PostgreSQL compares it with queries "
        "by its text; write pgmodel::lit<value>");
    static constexpr bool value = condition && constant;
};

template <class Predicate, class... Keys>
struct index_declaration : index_words<index_declaration<Predicate, Keys...>> {
    pack<Keys...> keys;
    [[no_unique_address]] Predicate predicate{};
    std::string_view method{};
    bool is_unique = false;

    constexpr index_declaration(pack<Keys...> k, Predicate p) : keys(std::move(k)), predicate(std::move(p)) {}

    /// `CREATE UNIQUE INDEX`; unlike a UNIQUE constraint it can have a predicate and expressions.
    constexpr auto unique() const {
        auto copy = *this;
        copy.is_unique = true;
        return copy;
    }
    auto name(auto... given) const { return named_so(given...); }
    /// `NULLS NOT DISTINCT`, of a unique index: two NULLs are the same value.
    constexpr auto nulls_not_distinct() const { return this->with_option(nulls_not_distinct_option{}); }
    auto concurrently(auto... given) const {
        static_assert(
            never<decltype(given)..., Predicate>,
            "pgmodel: CONCURRENTLY is said where the index is made: pgmodel::schema::create_index(table, index, "
            "pgmodel::schema::index_build::concurrently)");
    }
    constexpr auto using_btree() const { return using_method("btree"); }
    constexpr auto using_gin() const { return using_method("gin"); }
    constexpr auto using_gist() const { return using_method("gist"); }
    constexpr auto using_spgist() const { return using_method("spgist"); }
    constexpr auto using_brin() const { return using_method("brin"); }
    constexpr auto using_hash() const { return using_method("hash"); }
    /// Any access method that the server has, of an extension too: `btree` when nothing is said.
    constexpr auto using_method(const char* access_method) const {
        auto copy = *this;
        copy.method = access_method;
        return copy;
    }
    /// A partial index: only rows for which the condition is true. Queries must repeat the condition with the same
    /// literals.
    template <class Condition>
    constexpr auto where(Condition condition) const {
        static_assert(checked_index_condition<Condition>::value);
        index_declaration<Condition, Keys...> made(keys, std::move(condition));
        made.options = this->options;
        made.method = method;
        made.is_unique = is_unique;
        return made;
    }
};

template <class Key>
constexpr auto check_index_key(Key key) {
    static_assert(
        expression<Key> || ordered_key<Key>,
        "pgmodel: an index key is a column or an expression; the name of an index is said by .named(\"...\")");
    if constexpr (expression<Key> || ordered_key<Key>) {
        static_assert(about_one_row<Key>::value);
        static_assert(
            Key::constant,
            "pgmodel: an index's expression may hold only pgmodel::lit values, since PostgreSQL compares it with "
            "queries by its text; write pgmodel::lit<value>");
    }
    return key;
}

}  // namespace detail

/// An index over columns or expressions: `pg::index(col<&t::a>, pg::lower(col<&t::b>).ops(pg::text_pattern_ops))`.
template <class... Keys>
constexpr auto index(Keys... keys) {
    static_assert(sizeof...(Keys) > 0, "pgmodel: an index has at least one key");
    return detail::index_declaration<detail::nothing_said, Keys...>({detail::check_index_key(std::move(keys))...}, {});
}

template <class... Keys>
    requires((detail::expression<Keys> || detail::ordered_key<Keys>) || ...)
constexpr auto unique_index(const Keys&...) {
    static_assert(detail::never<Keys...>, "pgmodel: a unique index is pgmodel::index(...).unique()");
}

}  // namespace pgmodel
