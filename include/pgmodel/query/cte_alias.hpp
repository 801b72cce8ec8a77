// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A common table expression that a query reads under another name, so that it can stand there twice. Not part of
// <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/with.hpp>

namespace pgmodel {
namespace detail {

/// `cte as alias`.
template <class Cte, class Alias>
struct cte_alias_source : cte_source<Cte> {
    using tag = Alias;

    static constexpr void write(text_writer& out, const cte_alias_source*) {
        out.name(name_of_tag<Cte>());
        out.append(" as ");
        out.name(Alias::name.view());
    }
};
template <class Tag, class Alias>
inline constexpr own_reads reads_of_source<Tag, cte_alias_source<Tag, Alias>>{1};

}  // namespace detail

/// `FROM cte AS alias`: `.from(recent).join(pg::as(recent, pg::alias<album, "other">)).on(...)`. Its columns are asked
/// of the alias.
template <class Cte, class T, fixed_string Name>
constexpr auto as(const Cte&, detail::aliased<T, Name>) {
    static_assert(detail::is_cte<Cte>, "pgmodel: as() takes a common table expression and an alias: "
                                       "pgmodel::as(recent, pgmodel::alias<row, \"other\">)");
    if constexpr (detail::is_cte<Cte>) {
        static_assert(std::is_same_v<detail::model_of<typename Cte::tag>, T>,
                      "pgmodel: an alias of a common table expression is one of the struct that its rows are");
        return detail::cte_alias_source<typename Cte::tag, detail::aliased<T, Name>>{};
    }
}

}  // namespace pgmodel
