// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Extended statistics: `pg::statistics(col<&t::city>, col<&t::zip>).dependencies()`. `#include <pgmodel/objects.hpp>`
#pragma once

#include <pgmodel/core/pack.hpp>
#include <pgmodel/model/item_checks.hpp>
#include <pgmodel/model/stored_function.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace pgmodel {
namespace detail {

struct statistics_words {
    std::string_view name{};
    bool ndistinct = false;
    bool dependencies = false;
    bool mcv = false;
    int target = -1;
    std::string_view comment{};
};

template <class... Keys>
struct statistics_declaration : object_tag {
    pack<Keys...> keys;
    statistics_words said{};

    constexpr statistics_declaration(pack<Keys...> k, statistics_words w) : keys(std::move(k)), said(w) {}

    /// Its name; without one it is called `t_a_b_stat`.
    constexpr auto named(std::string_view name) const { return with(&statistics_words::name, name); }
    /// How many different groups there are. Without any of these three words all are found out.
    constexpr auto ndistinct() const { return of_kind(&statistics_words::ndistinct); }
    /// Which columns follow from others.
    constexpr auto dependencies() const { return of_kind(&statistics_words::dependencies); }
    /// The most common combinations of values.
    constexpr auto mcv() const { return of_kind(&statistics_words::mcv); }
    /// `SET STATISTICS`: how closely ANALYZE looks, 0 to 10000.
    constexpr auto target(int value) const { return with(&statistics_words::target, value); }
    /// `COMMENT ON STATISTICS`
    constexpr auto comment(std::string_view text) const { return with(&statistics_words::comment, text); }

private:
    constexpr auto of_kind(bool statistics_words::* kind) const {
        static_assert(sizeof...(Keys) > 1, "pgmodel: statistics of one expression have no kinds; take the word away");
        return with(kind, true);
    }
    template <class Value>
    constexpr auto with(Value statistics_words::* word, Value value) const {
        auto copy = *this;
        copy.said.*word = value;
        return copy;
    }
};

template <class T, class... Keys>
struct item_owner<T, statistics_declaration<Keys...>>
    : columns_of_model<T, typename first_stranger<stranger_in<T, Keys>...>::type> {
    static_assert(!facts_of<T>.view, "pgmodel: a view has no statistics of its own; declare them for its tables");
    // What is kept of one expression alone needs no order.
    static_assert(sizeof...(Keys) == 1 || (is_sortable<typename Keys::value_type>() && ...),
                  "pgmodel: statistics() has a column or an expression of a type that PostgreSQL cannot sort, such as "
                  "json, xml or point; leave it out");
    static_assert(((!Keys::constant || !stands_twice<Keys, Keys...>) && ...),
                  "pgmodel: statistics() names a column or an expression twice");
    static_assert(sizeof...(Keys) > 1 || !(is_plain_column<Keys> && ...),
                  "pgmodel: statistics() takes several columns, or an expression; of one column there are statistics "
                  "already");
};
template <class T, class... Keys>
struct item_stored<T, statistics_declaration<Keys...>> : stored_expressions<T, Keys...> {};

}  // namespace detail

/// `CREATE STATISTICS`: what ANALYZE is to find out of several columns or expressions at once, or of one expression.
template <class... Keys>
constexpr auto statistics(Keys... keys) {
    static_assert((detail::expression<Keys> && ... && true),
                  "pgmodel: statistics() takes columns and expressions: pgmodel::col<&model::field>");
    static_assert(sizeof...(Keys) < 9, "pgmodel: statistics() takes at most eight columns and expressions");
    static_assert(sizeof...(Keys) > 0, "pgmodel: statistics() takes several columns, or an expression");
    static_assert((detail::about_one_row<Keys>::value && ... && true));
    return detail::statistics_declaration<Keys...>({std::move(keys)...}, {});
}

}  // namespace pgmodel
