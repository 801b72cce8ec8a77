// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// WITH: queries that have a name in the query that follows, also ones that read themselves.
#pragma once

#include <pgmodel/query/delete_from.hpp>
#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/insert_into.hpp>
#include <pgmodel/query/recursion.hpp>
#include <pgmodel/query/select.hpp>
#include <pgmodel/query/update.hpp>

namespace pgmodel {
namespace detail {

/// `name as materialized (select ...)`.
template <class Tag, class Query, fixed_string Materialized>
struct cte_query {
    using tag = Tag;
    static constexpr bool constant = Query::constant;
    static constexpr bool dynamic = Query::dynamic;
    static constexpr bool changes = change<Query>;
    static_assert(nested_query<Query>::value);
    template <class Tables>
    using stranger = typename Query::template stranger<Tables>;

    [[no_unique_address]] Query query;

    /// Another name than that of the struct that its rows are.
    template <fixed_string Name>
    constexpr auto as(aliased<model_of<Tag>, Name>) const {
        return cte_query<aliased<model_of<Tag>, Name>, Query, Materialized>{query};
    }
    /// `AS MATERIALIZED`: computed once, whatever reads it.
    constexpr auto materialized() const { return cte_query<Tag, Query, "materialized ">{query}; }
    /// `AS NOT MATERIALIZED`: planned together with what reads it.
    constexpr auto not_materialized() const { return cte_query<Tag, Query, "not materialized ">{query}; }
    template <class Column>
    constexpr auto operator[](Column column) const {
        if constexpr (is_alias<Tag>) return Tag{}[column];
        else return column;
    }

    static constexpr void write(text_writer& out, const cte_query* self) {
        out.name(name_of_tag<Tag>());
        out.append(" as ");
        out.append(Materialized.view());
        out.append("(");
        Query::write(out, self ? &self->query : nullptr);
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        query.visit(f);
    }
};
/// `name as (insert ...)`, of which nothing is read.
template <fixed_string Name>
struct unread {
    static constexpr auto name = Name;
};
template <fixed_string Name>
struct model_of_tag<unread<Name>> {
    using type = void;
};
template <fixed_string Name, change Statement>
struct unread_cte {
    using tag = unread<Name>;
    static_assert(Name.size() > 0 && Name.size() < 64,
                  "pgmodel: the name of a common table expression has 1 to 63 bytes");
    static constexpr bool constant = false;
    static constexpr bool dynamic = Statement::dynamic;
    static constexpr bool changes = true;
    static_assert(nested_query<Statement>::value);
    template <class Tables>
    using stranger = typename Statement::template stranger<Tables>;

    [[no_unique_address]] Statement query;

    static constexpr void write(text_writer& out, const unread_cte* self) {
        out.name(Name.view());
        out.append(" as (");
        Statement::write(out, part_of(self, &unread_cte::query));
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        query.visit(f);
    }
};
template <class T>
inline constexpr bool is_cte = false;
template <fixed_string Name, class Statement>
inline constexpr bool is_cte<unread_cte<Name, Statement>> = true;
template <class Tag, class Query, fixed_string Materialized>
inline constexpr bool is_cte<cte_query<Tag, Query, Materialized>> = true;

template <class Tag, class Query, fixed_string Materialized>
constexpr auto as_source(const cte_query<Tag, Query, Materialized>&) {
    return cte_source<Tag>{};
}
template <class Tag, class Query, fixed_string Materialized>
inline constexpr bool names_source<cte_query<Tag, Query, Materialized>> = true;

template <bool Recursive, class... Ctes>
struct with_list {
    static constexpr bool constant = (Ctes::constant && ...);
    static constexpr bool dynamic = (Ctes::dynamic || ...);
    static constexpr bool changes = (Ctes::changes || ...);
    template <class Name>
    static constexpr bool has = (std::is_same_v<Name, cte_name<typename Ctes::tag>> || ...);
    /// Has one of the first, of another struct, the name of this one's table?
    template <class Model>
    static constexpr bool replaces(std::size_t first) {
        if (!facts_of<Model>.schema.empty()) return false;
        std::size_t i = 0;
        return ((i++ < first && name_of_tag<typename Ctes::tag>() == facts_of<Model>.name &&
                 !std::is_same_v<model_of<typename Ctes::tag>, Model>) ||
                ...);
    }
    /// Each sees the others and what is around the query.
    template <class Outer>
    struct scope {
        template <class Tag, class Column = void>
        static constexpr bool has = with_list::template has<Tag> || Outer::template has<Tag, Column>;
        template <class Node>
        static constexpr bool whole = false;
    };
    template <class Outer>
    using stranger = typename first_stranger<typename Ctes::template stranger<scope<Outer>>...>::type;

    [[no_unique_address]] pack<Ctes...> ctes;

    static constexpr void write(text_writer& out, const with_list* self) {
        out.append(Recursive ? "with recursive " : "with ");
        write_all(out, self, std::index_sequence_for<Ctes...>{});
        out.append(" ");
    }
    template <class F>
    constexpr void visit(F& f) const {
        ctes.each([&f](const auto& cte) { cte.visit(f); });
    }

    /// The query that follows.
    template <class T>
    constexpr auto select() const {
        return start_select(*this, whole_model<T>{});
    }
    template <class... What>
    constexpr auto select(What... what) const {
        if constexpr (can_be_selected<What...>()) return start_select(*this, as_item(std::move(what))...);
    }
    /// The statement that follows.
    template <class Table>
    constexpr auto insert_into(Table) const {
        return start_insert<Table>(*this);
    }
    template <class Table>
    constexpr auto update(Table table) const {
        if constexpr (changeable<Table>::value) return start_update(*this, as_source(table));
    }
    template <class Table>
    constexpr auto delete_from(Table table) const {
        if constexpr (changeable<Table>::value) return start_delete(*this, as_source(table));
    }
    template <class Table>
    constexpr auto merge_into(Table table) const {
        static_assert(!Recursive,
                      "pgmodel: PostgreSQL takes no recursive WITH before MERGE; make it the subquery of using_()");
        if constexpr (!is_included<"merge", Table>) return merge_elsewhere<Table>{};
        else if constexpr (changeable<Table>::value) return start_merge(*this, as_source(table));
    }

private:
    template <std::size_t... I>
    static constexpr void write_all(text_writer& out, const with_list* self, std::index_sequence<I...>) {
        ((out.append(I == 0 ? "" : ", "),
          Ctes::write(out, pack<Ctes...>::template at<I, Ctes>(self ? &self->ctes : nullptr))),
         ...);
    }
};

/// Is read by who reads a table in whose place one of the first `N` common table expressions would be read.
template <class With, std::size_t N>
struct taken_name {};
template <class With, std::size_t N, class Tag, bool Only>
inline constexpr own_reads reads_of_source<taken_name<With, N>, table_source<Tag, Only>>{
    With::template replaces<model_of<Tag>>(N)};
template <class Tag, class Statement>
constexpr bool statement_reads() {
    if constexpr (requires { typename Statement::rows_type; }) {
        return holds_read<Tag, typename Statement::rows_type> || holds_read<Tag, typename Statement::conflict_type> ||
               holds_read<Tag, typename Statement::returning_type>;
    } else if constexpr (change<Statement>) {
        using from = typename Statement::from_type;
        constexpr std::make_index_sequence<from::count> places{};
        return !std::is_void_v<typename Statement::template clause_stranger<reading_scope<Tag>>> ||
               reads_of_from<Tag, from>(places).all > 0 || from_holds_read<Tag, from>(places);
    } else {
        return reads_anywhere<Tag, Statement>();
    }
}
template <class Tag, class Cte>
constexpr bool cte_reads() {
    if constexpr (requires { &Cte::query; }) return statement_reads<Tag, decltype(Cte::query)>();
    else return holds_read<Tag, Cte>;  // VALUES
}
/// Without RECURSIVE each sees those before it.
template <class Statement, bool Recursive, class... Ctes>
struct reads_tables<Statement, with_list<Recursive, Ctes...>> {
    template <std::size_t N>
    using taken = taken_name<with_list<Recursive, Ctes...>, Recursive ? sizeof...(Ctes) : N>;
    static constexpr bool value = []<std::size_t... I>(std::index_sequence<I...>) {
        return !statement_reads<taken<sizeof...(Ctes)>, Statement>() && !(cte_reads<taken<I>, Ctes>() || ...);
    }(std::index_sequence_for<Ctes...>{});
    static_assert(value,
                  "pgmodel: a common table expression of this query has the name of a table that the query reads, "
                  "and would be read in its place; name it otherwise: .as(pgmodel::alias<row, \"name\">)");
};

template <class... Ctes>
constexpr bool named_once() {
    const std::string_view names[]{name_of_tag<typename Ctes::tag>()...};
    for (std::size_t i = 0; i < sizeof...(Ctes); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (names[i] == names[j]) return false;
    return true;
}

/// Is it a statement that changes the rows of the table that is called like it?
template <class Cte>
inline constexpr bool changes_namesake = [] {
    if constexpr (requires { typename decltype(Cte::query)::tag; }) {
        constexpr auto& facts = facts_of<model_of<typename decltype(Cte::query)::tag>>;
        return facts.schema.empty() && facts.name == name_of_tag<typename Cte::tag>();
    } else {
        return false;
    }
}();
/// Is there a table of its name? Its struct describes one, or the statement itself reads or changes its rows.
template <class Cte>
inline constexpr bool names_table = describes_itself<typename Cte::tag> || described_outside<typename Cte::tag> ||
                                    cte_reads<typename Cte::tag, Cte>() || changes_namesake<Cte>;
/// Does one read another that stands behind it?
template <class Cte, class... Later>
constexpr bool reads_ahead() {
    if constexpr (sizeof...(Later) == 0) return false;
    else return ((cte_reads<typename Later::tag, Cte>() && !names_table<Later>) || ...) || reads_ahead<Later...>();
}
template <bool Recursive, class... Ctes>
constexpr auto make_with(Ctes... ctes) {
    static_assert(sizeof...(Ctes) > 0 && (is_cte<Ctes> && ...),
                  "pgmodel: with() takes common table expressions: pgmodel::cte(query)");
    static_assert(Recursive || !(requires { Ctes::traced; } || ...),
                  "pgmodel: search and cycle are said of a recursive query; begin with "
                  "pgmodel::with_recursive(...)");
    static_assert(named_once<Ctes...>(), "pgmodel: two common table expressions have the same name; give one another: "
                                         ".as(pgmodel::alias<row, \"name\">)");
    static_assert(
        Recursive || !reads_ahead<Ctes...>(),
        "pgmodel: a common table expression reads one that stands behind it; say that one first, or begin "
        "with pgmodel::with_recursive(...); where a table of that name is meant, give the one behind another: "
        ".as(pgmodel::alias<row, \"name\">)");
    if constexpr (Recursive) {
        static_assert(!((Ctes::changes && (changes_namesake<Ctes> || cte_reads<typename Ctes::tag, Ctes>())) || ...),
                      "pgmodel: a statement that changes rows neither reads itself nor has the name of the table that "
                      "it changes; name the table or the statement otherwise: "
                      ".as(pgmodel::alias<row, \"name\">)");
        static_assert((recursive_rows<typename Ctes::tag, decltype(Ctes::query)>::value && ...));
        static_assert((recursive_rows<typename Ctes::tag, decltype(Ctes::query)>::columns::value && ...));
        static_assert(sizeof...(Ctes) < 2 || !reads_mutually<Ctes...>(),
                      "pgmodel: these common table expressions read each other, which PostgreSQL cannot do; make them "
                      "one query with a column that tells whose a row is");
    }
    return with_list<Recursive, Ctes...>{{std::move(ctes)...}};
}

}  // namespace detail

/// A query with a name, for `pg::with(...)`; its columns are the fields of the struct that its rows are, and its name
/// is that struct's unless `.as(alias)` says another.
template <detail::query Query>
constexpr auto cte(Query query) {
    static_assert(detail::row_struct<Query>::value);
    return detail::cte_query<typename Query::struct_row, Query, "">{std::move(query)};
}
/// A statement that changes rows, and what it returns: `pg::cte(pg::delete_from(...)...returning(...).into<gone>())`.
/// What is read of it is what it returns; its changes are seen by nothing else in the whole statement.
template <detail::change Statement>
constexpr auto cte(Statement statement) {
    static_assert(Statement::returns,
                  "pgmodel: this statement returns no rows that could be read; add .returning(...), or give it a name "
                  "only: pgmodel::cte<\"name\">(statement)");
    if constexpr (Statement::returns) {
        static_assert(detail::row_struct<Statement>::value);
        return detail::cte_query<typename Statement::struct_row, Statement, "">{std::move(statement)};
    } else {
        return detail::unread_cte<"unread", Statement>{std::move(statement)};
    }
}
/// A statement that changes rows and returns nothing.
template <fixed_string Name, detail::change Statement>
constexpr auto cte(Statement statement) {
    return detail::unread_cte<Name, Statement>{std::move(statement)};
}
/// Refused: what is read has the name of a struct.
template <fixed_string Name, detail::query Query>
constexpr auto cte(Query query) {
    static_assert(
        !detail::query<Query>,
        "pgmodel: a query in WITH is called like the struct of its rows; say pgmodel::cte(query), and where that "
        "is to be another name, .as(pgmodel::alias<row, \"name\">) behind it");
    return cte(std::move(query));
}
/// `WITH a AS (...), b AS (...)`, and then `.select(...)`.
template <class... Ctes>
constexpr auto with(Ctes... ctes) {
    return detail::make_with<false>(std::move(ctes)...);
}
/// `WITH RECURSIVE`: a query of the form `start.union_all(step)`, whose step reads the struct of its own rows as a
/// table
/// (`.join(pg::model<row>)`).
template <class... Ctes>
constexpr auto with_recursive(Ctes... ctes) {
    return detail::make_with<true>(std::move(ctes)...);
}

}  // namespace pgmodel
