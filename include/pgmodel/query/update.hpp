// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// UPDATE: `pg::update(pg::model<article>).set(col<&article::title> = "x").where(...)`. Every member returns a new
// statement, whose type holds everything but the values of its parameters.
#pragma once

#include <pgmodel/query/changed_rows.hpp>
#include <pgmodel/query/set_list.hpp>

namespace pgmodel {
namespace detail {

/// What an outer join in FROM may leave out is NULL in the row.
template <class Nulls, class Assignment>
struct assigned_in_join : std::true_type {};
template <class Nulls, class Target, expression E>
struct assigned_in_join<Nulls, assignment<Target, E>> {
    static constexpr bool null = !E::nullable && null_in_query<E, Nulls>();
    static_assert(
        !null || target_of<Target>::holds_null,
        "pgmodel: an outer join can make this value NULL, and the column cannot hold that; say pgmodel::coalesce(...)");
    static constexpr bool value = true;
};

template <class Nulls, class Set>
struct checked_joined_set;
template <class Nulls, class Tag, class... Assignments>
struct checked_joined_set<Nulls, set_list<Tag, Assignments...>> {
    static constexpr bool any = sizeof...(Assignments) > 0;
    static_assert((assigned_in_join<Nulls, Assignments>::value && ... && true));
    static constexpr bool value = true;
};

template <class Update>
struct checked_update {
    using set = checked_joined_set<null_scope<typename Update::from_type, one_group>, typename Update::set_type>;
    static_assert(checked_model<typename Update::model>::value);
    static_assert(written_model<typename Update::model>::value);
    static_assert(set::any, "pgmodel: this update sets nothing; add .set(pgmodel::col<&model::field> = value)");
    static_assert(set::value);
    static_assert(checked_changed_rows<Update>::value);
    static constexpr bool value = true;
};

/// `Table`: a table_source.
template <class With, class Table, class Set, class From, class Where, class Returning>
struct update_query : changing<update_query<With, Table, Set, From, Where, Returning>, Returning,
                               returning_nulls<typename Table::tag, Returning, From, false, false>>,
                      choosing_rows<update_query<With, Table, Set, From, Where, Returning>, From, Where> {
    using with_type = With;
    using tag = typename Table::tag;
    using model = model_of<tag>;
    using set_type = Set;
    using from_type = From;
    using where_type = Where;
    using returning_type = Returning;
    using tables = changed_table<tag>;
    using checks = checked_update<update_query>;

    static constexpr bool dynamic =
        is_dynamic<With>() || Set::dynamic || From::dynamic || is_dynamic<Where>() || is_dynamic<Returning>();
    template <class Scope>
    using clause_stranger =
        typename first_stranger<typename Set::template stranger<Scope>, typename Where::template stranger<Scope>,
                                typename Returning::template stranger<returning_scope<tag, Scope, From>>>::type;
    template <class Outer>
    using stranger = change_stranger<update_query, Outer>;
    template <class Scope>
    using own_stranger = own_change_stranger<update_query, Scope>;

    [[no_unique_address]] With ctes;
    [[no_unique_address]] Set assignments;
    [[no_unique_address]] From sources;
    [[no_unique_address]] Where condition;
    [[no_unique_address]] Returning list;

    constexpr update_query(With w, Set s, From f, Where c, Returning r)
        : ctes(std::move(w)), assignments(std::move(s)), sources(std::move(f)), condition(std::move(c)),
          list(std::move(r)) {}

    /// `SET`: `.set(col<&article::title> = "x", col<&article::visits> = col<&article::visits> + 1)`; said again, these
    /// too. On the left may stand a column, an element of an array, a part of a jsonb, and pg::row(...) of columns,
    /// which takes a query; on the right a value, an optional one, an expression, or `pg::default_value`. The version
    /// and columns with set_on_update are set as well unless they are named.
    template <class... Assignments>
    constexpr auto set(Assignments... given) const {
        constexpr bool fit = sizeof...(Assignments) > 0 && (is_assignment<Assignments> && ...);
        static_assert(fit, "pgmodel: set() takes columns with their values: pgmodel::col<&model::field> = value");
        if constexpr (fit) {
            static_assert(decltype(assignments.plus(std::move(given)...))::checks::value);
            return with_set(assignments.plus(std::move(given)...));
        } else {
            return *this;
        }
    }
    /// Also rows of the table that are marked as removed; of another one: `pg::with_removed(pg::model<...>)`.
    constexpr auto with_removed() const {
        return update_query<With, whole_table<Table>, Set, From, Where, Returning>(ctes, assignments, sources,
                                                                                   condition, list);
    }
    /// `FROM`: other tables that the values and the condition speak of. A row for which several of theirs fit is
    /// updated from one of them, whichever comes first.
    template <class... Sources>
    constexpr auto from(Sources... given) const {
        static_assert(
            (names_source<Sources> && ...) && sizeof...(Sources) > 0,
            "pgmodel: from() takes pgmodel::model<...>, an alias, or a source such as pgmodel::subquery(...)");
        static_assert(From::count == 0, "pgmodel: from() is said once, before the joins; name all its tables there");
        return this->beside(std::move(given)...);
    }

    template <class F>
    constexpr void visit(F& f) const {
        ctes.visit(f);
        assignments.visit(f);
        sources.visit(f);
        condition.visit(f);
        list.visit(f);
    }
    static constexpr void write(text_writer& out, const update_query* self = nullptr) {
        const bool outer = out.qualified;
        With::write(out, part_of(self, &update_query::ctes));
        out.append("update ");
        Table::write(out, nullptr);
        out.qualified = From::count > 0;
        out.append(" set ");
        Set::write(out, part_of(self, &update_query::assignments));
        if constexpr (From::count > 0) {
            out.append(" from ");
            From::write(out, part_of(self, &update_query::sources));
        }
        write_changed_rows<Table, From>(out, part_of(self, &update_query::condition));
        out.qualified |= names_versions<tag, Returning>;
        write_returning_list(out, part_of(self, &update_query::list));
        out.qualified = outer;
    }

    /// The statement's text, the same for every statement of this type.
    static constexpr query_text<update_query> sql{};

    template <class New>
    constexpr auto with_returning(New given) && {
        return update_query<With, Table, Set, From, Where, New>(
            std::move(ctes), std::move(assignments), std::move(sources), std::move(condition), std::move(given));
    }
    template <class New>
    constexpr auto with_sources(New given) const {
        return update_query<With, Table, Set, New, Where, Returning>(ctes, assignments, std::move(given), condition,
                                                                     list);
    }
    template <class New>
    constexpr auto with_condition(New given) && {
        return update_query<With, Table, Set, From, New, Returning>(
            std::move(ctes), std::move(assignments), std::move(sources), std::move(given), std::move(list));
    }

private:
    template <class New>
    constexpr auto with_set(New given) const {
        return update_query<With, Table, New, From, Where, Returning>(ctes, std::move(given), sources, condition, list);
    }
};

template <class With, class Table>
constexpr auto start_update(With ctes, Table) {
    using set = set_list<typename Table::tag>;
    return update_query<With, Table, set, from_list<>, no_clause, no_clause>(std::move(ctes), set{{}}, from_list<>{{}},
                                                                             {}, {});
}

}  // namespace detail

/// `UPDATE`: then `.set(...)`, `.from(...)`, and `.where(...)` or `.all_rows()`. The table is a model, an alias of it,
/// or `pg::only(...)`. For rows that are there as structs there is `db.update(row)`.
template <class Table>
constexpr auto update(Table table) {
    if constexpr (detail::changeable<Table>::value)
        return detail::start_update(detail::no_clause{}, detail::as_source(table));
}

}  // namespace pgmodel
