// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// RETURNING, and what INSERT, UPDATE, DELETE and MERGE have in common. Such a statement `S` is a value with one
// template parameter for each clause, in SQL's order, the last one RETURNING's select list. It derives from
// `changing<S, Returning, Nulls>` and has, as a query has,
//     using model                        whose rows it changes: errors name its fields
//     using tables                       a list of sources, as errors show it
//     using checks                       a class whose value says that the statement is in order, by its sentences
//     static constexpr bool constant     false, also where it holds no parameter: a text that is matched has no changes
//     static constexpr bool dynamic      is its text made at run time
//     template <class Outer> using stranger          a column that it has no table for
//     static constexpr void write(text_writer&, const S* = nullptr), constexpr void visit(F&) const
//     static constexpr query_text<S> sql{}           its constant text
//     constexpr auto with_returning(New) const       itself with another select list
// The session runs it: `db.all(s)`, `one`, `first` and `scalar` read what it returns, `db.execute(s)` says how many
// rows it changed. `pg::cte(s)` puts it into WITH, where `With` is the first parameter of what follows.
#pragma once

#include <pgmodel/core/never.hpp>
#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/grouping.hpp>
#include <pgmodel/query/into.hpp>
#include <pgmodel/query/misused_calls.hpp>
#include <pgmodel/query/select_parts.hpp>
#include <pgmodel/query/source_names.hpp>

namespace pgmodel {
namespace detail {

struct change_tag {
    static constexpr bool constant = false;
};
/// A statement that changes rows.
template <class T>
concept change = tagged<T, change_tag>;
/// What the session can run.
template <class T>
concept statement = query<T> || change<T>;

/// The rows that a statement returns. `Nulls`: which tables may be missing in them.
template <class Returning, class Nulls>
struct returned_rows : change_tag {
    static constexpr bool returns = true;
    using reader = typename Returning::template reader<Nulls>;
    using row = typename reader::row;
};
template <class Returning, class Nulls>
    requires requires { typename Returning::struct_row; }
struct returned_rows<Returning, Nulls> : change_tag {
    static constexpr bool returns = true;
    using reader = typename Returning::template reader<Nulls>;
    using row = typename reader::row;
    using struct_row = typename Returning::struct_row;
};
struct no_row {};
template <class Nulls>
struct returned_rows<no_clause, Nulls> : change_tag {
    static constexpr bool returns = false;
    using row = no_row;
};

template <class... What>
struct can_be_returned {
    static_assert(!(lacks_over<What> || ...), "pgmodel: a window function has no place in returning(); select it from "
                                              "pgmodel::with(pgmodel::cte(statement))");
    static constexpr bool value = sizeof...(What) > 0 && (selectable<What> && ...);
    static_assert(value || (lacks_over<What> || ...),
                  "pgmodel: returning() takes columns and expressions, and pgmodel::model<...> for whole rows");
};

template <class Tag>
struct returned_table {
    static constexpr bool value = !is_changed_row<Tag>;
    static_assert(
        value, "pgmodel: a statement with returning() does not call its table old or new, which name the rows before "
               "and after it; give the alias another name");
};
/// What can be wrong with RETURNING by itself.
template <class Returning>
struct checked_returning : std::true_type {};
template <class Returning>
    requires is_said<Returning>
struct checked_returning<Returning> {
    static_assert(!Returning::aggregate && !Returning::windowed,
                  "pgmodel: an aggregate or a window function has no place in returning(), which looks at single rows; "
                  "select it from "
                  "pgmodel::with(pgmodel::cte(statement))");
    static_assert(no_set<Returning::special>::value);
    static_assert(stored_column_of_query<typename Returning::template stranger<stored_columns>>::value);
    static constexpr bool value = true;
};

/// The base of statements that change rows.
template <class Self, class Returning, class Nulls>
struct changing : returned_rows<Returning, Nulls>, misused_change {
    /// `RETURNING`: what comes back of each row that was changed, as it is then: expressions, and `pg::model<...>` for
    /// whole rows. Rows are as those of pg::select(...).
    template <class... What>
    constexpr auto returning(What... what) const& {
        return Self(self()).returning(std::move(what)...);
    }
    template <class... What>
    [[gnu::always_inline]] constexpr auto returning(What... what) && {
        static_assert(!is_said<Returning>, "pgmodel: returning() is said once; name all that is to come back there");
        if constexpr (can_be_returned<What...>::value && returned_table<typename Self::tag>::value)
            return std::move(*this).returning_list(as_item(std::move(what))...);
        else return self();
    }
    /// What comes back as a struct, whose fields the expressions of returning() fill in their order. Inside a template
    /// `.into(pg::model<summary>)` needs no `template`.
    template <class Row>
    constexpr auto into() const& {
        return Self(self()).template into<Row>();
    }
    template <class Row>
    constexpr auto into() && {
        static_assert(is_said<Returning>, "pgmodel: into() says what the rows of returning() are; say that before it");
        if constexpr (is_said<Returning>) {
            auto rows = make_into<Row>(self().list);
            if constexpr (named_rows<Row>::value) static_assert(decltype(rows)::template reader<Nulls>::same_count);
            return static_cast<Self&&>(*this).with_returning(std::move(rows));
        } else {
            return self();
        }
    }
    template <class Row>
    constexpr auto into(model_tag<Row>) const& {
        return into<Row>();
    }
    template <class Row>
    constexpr auto into(model_tag<Row>) && {
        return std::move(*this).template into<Row>();
    }

private:
    constexpr const Self& self() const { return static_cast<const Self&>(*this); }
    template <class... Items>
    [[gnu::always_inline]] constexpr auto returning_list(Items... items) && {
        static_assert(checked_returning<select_list<Items...>>::value);
        return static_cast<Self&&>(*this).with_returning(select_list<Items...>{{}, {std::move(items)...}});
    }
};

/// Writes RETURNING, if it was said.
template <class Returning>
constexpr void write_returning_list(text_writer& out, const Returning* list) {
    if constexpr (is_said<Returning>) {
        out.append(" returning ");
        Returning::write(out, list);
    }
}

/// Does running it change rows: is it such a statement, or has it one in WITH?
template <class Statement>
inline constexpr bool changes_rows = change<Statement> || changes_in_with<Statement>;

template <class Change>
struct checked_returned_rows : checked_query<Change> {
    static_assert(Change::returns,
                  "pgmodel: this statement returns no rows; add .returning(...), or run it with db.execute()");
};
/// A statement whose rows are read. Not a base of its own: the sentences about queries would be a line further down.
template <class Statement>
using checked_rows = std::conditional_t<change<Statement>, checked_returned_rows<Statement>, checked_query<Statement>>;
/// What db.count() and db.exists() put into a query of their own.
template <class Query>
struct checked_nested_query : checked_query<Query> {
    static_assert(nested_query<Query>::value);
};

/// The rows as they were and as they are now, which RETURNING can name since PostgreSQL 18.
template <class Tag>
using old_row = aliased<model_of<Tag>, "old">;
template <class Tag>
using new_row = aliased<model_of<Tag>, "new">;
/// FROM with the table alone whose rows are changed.
template <class Tag>
using changed_table = from_list<join_item<join_kind::first, table_source<Tag>, no_clause>>;

/// What RETURNING may speak of: these, unless another table has their name, and the tables of the statement.
template <class Tag, class Tables, class From>
struct returning_scope {
    template <class Other, class Column = void>
    static constexpr bool has = ((std::is_same_v<Other, old_row<Tag>> || std::is_same_v<Other, new_row<Tag>>) &&
                                 !hides_name<From, Other, Column> && !hides_name<changed_table<Tag>, Other, Column>) ||
                                Tables::template has<Other, Column>;
    template <class Node>
    static constexpr bool whole = false;
};
template <class Tag>
struct all_but_versions {
    template <class Other, class Column = void>
    static constexpr bool has = !std::is_same_v<Other, old_row<Tag>> && !std::is_same_v<Other, new_row<Tag>>;
    template <class Node>
    static constexpr bool whole = false;
};
template <class Tag, class Returning>
inline constexpr bool names_versions = !std::is_void_v<typename Returning::template stranger<all_but_versions<Tag>>>;

/// What may be missing in the rows of RETURNING: what `From` says, and in an INSERT the old row, in a DELETE the new
/// one, in a MERGE either.
template <class Tag, class Returning, class From, bool NoOld, bool NoNew>
struct returning_nulls {
    using tables = null_scope<From, one_group>;
    static constexpr bool grouped = false;
    static constexpr bool any = tables::any || ((NoOld || NoNew) && names_versions<Tag, Returning>);
    template <class Other>
    static constexpr bool source = From::template has<Other>             ? tables::template source<Other>
                                   : std::is_same_v<Other, old_row<Tag>> ? NoOld
                                                                         : NoNew && std::is_same_v<Other, new_row<Tag>>;
    template <class Other>
    static constexpr bool derived = tables::template derived<Other>;
    template <class Node>
    static constexpr bool node = false;
};

}  // namespace detail

/// `old.title`: what the column was before the statement; NULL for a row that is inserted. In returning(), from
/// PostgreSQL 18 on; `pg::old(pg::model<article>)` is the whole row.
template <auto M>
constexpr auto old(detail::column<M> column) {
    return alias<detail::owner_of<M>, "old">[column];
}
template <class T>
constexpr auto old(detail::model_tag<T>) {
    return alias<T, "old">;
}
template <class Given>
    requires(detail::expression<Given> || detail::names_source<Given>)
constexpr auto old(const Given&) {
    static_assert(detail::never<Given>,
                  "pgmodel: old() takes a column of the model whose rows are changed, or that model; "
                  "the alias of its table is not said there: pgmodel::old(col<&model::field>)");
}
/// `new.title`: what the column is after the statement; NULL for a row that is deleted. In returning(), from PostgreSQL
/// 18 on.
template <auto M>
constexpr auto new_(detail::column<M> column) {
    return alias<detail::owner_of<M>, "new">[column];
}
template <class T>
constexpr auto new_(detail::model_tag<T>) {
    return alias<T, "new">;
}
template <class Given>
    requires(detail::expression<Given> || detail::names_source<Given>)
constexpr auto new_(const Given&) {
    static_assert(detail::never<Given>,
                  "pgmodel: new_() takes a column of the model whose rows are changed, or that model; "
                  "the alias of its table is not said there: pgmodel::new_(col<&model::field>)");
}

}  // namespace pgmodel
