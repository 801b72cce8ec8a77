// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Soft delete in FROM: which tables leave out the rows that are marked as removed, and where a statement says so. It is
// a part of the statement's constant text: in WHERE, or where an outer join may leave the table out, in its ON.
#pragma once

#include <pgmodel/query/sources.hpp>

namespace pgmodel {
namespace detail {

/// A table with all its rows.
template <class Table>
struct whole_table : Table {
    constexpr explicit whole_table(Table whole) : Table(std::move(whole)) {}
};

template <class Source>
inline constexpr bool leaves_out = false;
template <class Tag, bool Only>
inline constexpr bool leaves_out<table_source<Tag, Only>> = facts_of<model_of<Tag>>.removals > 0;
template <class Table, fixed_string Method, bool Repeatable>
inline constexpr bool leaves_out<sampled_source<Table, Method, Repeatable>> = leaves_out<Table>;

/// `a.deleted_at is null`
template <class Tag>
constexpr void write_unremoved_of(text_writer& out) {
    constexpr auto& facts = facts_of<model_of<Tag>>;
    const column_facts& removal = facts.columns[facts.removal];
    out.append(removal.before_unmarked());
    if (out.qualified) {
        write_tag<Tag>(out);
        out.append(".");
    }
    out.name(removal);
    out.append(removal.behind_unmarked());
}

/// Is it clear where the condition of each table stands? FULL JOIN keeps the rows of both sides.
template <bool Clear>
struct checked_removed_rows {
    static_assert(Clear,
                  "pgmodel: a full join keeps the rows of both sides, also those that are marked as removed; join "
                  "pgmodel::subquery(pgmodel::select<model>()), or say pgmodel::with_removed(...)");
    static constexpr bool value = Clear;
};

}  // namespace detail

/// A table with the rows that are marked as removed, too, where only this one of a statement's is meant:
/// `.join(pg::with_removed(pg::model<product>))`. Takes a model or an alias.
template <class Table>
constexpr auto with_removed(Table table) {
    auto source = detail::as_source(table);
    static_assert(decltype(source)::table,
                  "pgmodel: with_removed() takes a table: pgmodel::model<...>, an alias of it, or pgmodel::only(...)");
    return detail::whole_table<decltype(source)>(std::move(source));
}

}  // namespace pgmodel
