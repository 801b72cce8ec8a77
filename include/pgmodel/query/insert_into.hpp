// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// INSERT: `pg::insert_into(pg::model<article>).values(col<&article::title> = "x").returning(col<&article::id>)`. Every
// member returns a new statement, whose type holds everything but the values of its parameters.
#pragma once

#include <pgmodel/query/insert_select.hpp>
#include <pgmodel/query/on_conflict.hpp>

namespace pgmodel {
namespace detail {

template <class T, class Conflict>
struct conflict_check {
    using type = checked_conflict<T, Conflict::updates, typename Conflict::target>;
};
template <class T>
struct conflict_check<T, no_clause> {
    using type = std::true_type;
};

/// What can be wrong with an INSERT as a whole; the rest is told where it is said.
template <class Insert>
struct checked_insert {
    using model = typename Insert::model;
    using rows = typename Insert::rows_type;
    static_assert(checked_model<model>::value);
    static_assert(written_model<model>::value);
    static_assert(
        rows::complete,
        "pgmodel: this insert has no rows; say .values(...), .columns(...).select(query) or .default_values()");
    static_assert(required_columns<model, rows>::value);
    static_assert(apart_from_ctes<Insert>::value);
    static constexpr bool overrides = is_said<typename Insert::overriding_type>;
    static constexpr std::size_t numbered = overrides ? any_column : rows::template numbered<typename Insert::tag>();
    static_assert(numbered_column < field_of_model<model, name_at<model, numbered>()>,
                  numbered != any_column > ::value);
    static_assert(!overrides || !std::is_same_v<rows, default_row>,
                  "pgmodel: default_values() gives identity columns no value that could be overridden; take "
                  "overriding_...() away");
    static_assert(conflict_check<model, typename Insert::conflict_type>::type::value);
    static constexpr bool value = true;
};

/// `Tag`: the model, or an alias of it.
template <class With, class Tag, class Rows, class Overriding, class Conflict, class Returning>
struct insert_query : changing<insert_query<With, Tag, Rows, Overriding, Conflict, Returning>, Returning,
                               returning_nulls<Tag, Returning, changed_table<Tag>, true, false>> {
    using with_type = With;
    using tag = Tag;
    using model = model_of<Tag>;
    using rows_type = Rows;
    using overriding_type = Overriding;
    using conflict_type = Conflict;
    using returning_type = Returning;
    using tables = changed_table<Tag>;
    using checks = checked_insert<insert_query>;

    static constexpr bool dynamic =
        is_dynamic<With>() || Rows::dynamic || is_dynamic<Conflict>() || is_dynamic<Returning>();
    template <class Outer>
    using stranger = typename first_stranger<
        typename Rows::template stranger<query_scope<from_list<>, 0, With, no_clause, Outer>>,
        typename Conflict::template stranger<conflict_scope<Tag, query_scope<from_list<>, 0, With, no_clause, Outer>>>,
        typename Returning::template stranger<
            returning_scope<Tag, query_scope<tables, 1, With, no_clause, Outer>, from_list<>>>,
        typename With::template stranger<Outer>>::type;

    [[no_unique_address]] With ctes;
    [[no_unique_address]] Rows rows;
    [[no_unique_address]] Overriding overriding;
    [[no_unique_address]] Conflict conflict;
    [[no_unique_address]] Returning list;

    /// `VALUES`: what the columns of a row are given: `.values(col<&a::title> = "x", col<&a::price> = 3)`. Said again,
    /// another row of the same columns. A column of which nothing is said has its default.
    template <class... Assignments>
    [[gnu::always_inline]] constexpr auto values(Assignments... given) const {
        constexpr bool fit = sizeof...(Assignments) > 0 && (is_assignment<Assignments> && ...);
        static_assert(sizeof...(Assignments) > 0, "pgmodel: values() without a column; say .default_values()");
        static_assert(
            fit || sizeof...(Assignments) == 0,
            "pgmodel: values() takes columns with their values: pgmodel::col<&model::field> = value; a whole row "
            "is written by db.insert(row)");
        static_assert(Rows::takes_values, "pgmodel: an insert has either values() or select() or default_values()");
        if constexpr (fit && Rows::takes_values) {
            using given_row = value_row<Assignments...>;
            static_assert(checked_model<model>::value);
            static_assert(checked_assignments<Tag, Assignments...>::value);
            static_assert((inserted_value<Tag, Assignments>::value && ...));
            static_assert(Rows::template same_columns<given_row>,
                          "pgmodel: each values() of an insert names the same columns, in the same order; give "
                          "pgmodel::default_value where there is none");
            static_assert(!given_row::aggregate && !given_row::windowed,
                          "pgmodel: an aggregate or a window function has no place in values(); insert what a query "
                          "selects: .columns(...).select(query)");
            static_assert(no_set<given_row::special>::value);
            static_assert(column_of_no_row<typename given_row::template stranger<only_ctes>>::value);
            return with_rows(rows.plus(given_row{{std::move(given)...}}));
        } else {
            return *this;
        }
    }
    /// `DEFAULT VALUES`: one row of nothing but defaults.
    constexpr auto default_values() const {
        static_assert(!Rows::complete, "pgmodel: an insert has either values() or select() or default_values()");
        return with_rows(default_row{});
    }
    /// The columns that select() fills, in its order.
    template <class... Columns>
    constexpr auto columns(Columns...) const {
        static_assert(checked_model<model>::value);
        constexpr bool fit = sizeof...(Columns) > 0 && (is_plain_column<Columns> && ...);
        static_assert(sizeof...(Columns) > 0, "pgmodel: columns() names at least one column");
        static_assert(fit || sizeof...(Columns) == 0,
                      "pgmodel: columns() takes whole columns: pgmodel::col<&model::field>");
        static_assert(std::is_same_v<Rows, no_rows>,
                      "pgmodel: columns() is said once, before select(); values() names its columns itself");
        if constexpr (fit) {
            static_assert(checked_assignments<Tag, assignment<Columns, null_keyword>...>::value);
            return with_rows(column_names<Columns...>{});
        } else {
            return *this;
        }
    }
    /// `INSERT INTO t (a, b) SELECT ...`: what a query finds; its columns must be of the types that columns() names.
    /// Without columns(): a query whose rows are a struct, whose fields are called like the columns.
    template <class Query>
    constexpr auto select(Query query) const {
        static_assert(selected_by_query<Query>::value);
        static_assert(checked_model<model>::value);
        static_assert(Rows::takes_query, "pgmodel: an insert has either values() or select() or default_values()");
        static_assert(nested_query<Query>::value);
        if constexpr (!Rows::takes_query) return *this;
        else if constexpr (Rows::template accepts<model, Query>::value)
            return with_rows(Rows::filled_by(std::move(query)));
        else return *this;
    }
    /// `OVERRIDING SYSTEM VALUE`: an identity column that the server always numbers takes the given value.
    constexpr auto overriding_system_value() const { return overridden<" overriding system value">(); }
    /// `OVERRIDING USER VALUE`: the server numbers identity columns, whatever is given for them.
    constexpr auto overriding_user_value() const { return overridden<" overriding user value">(); }

    template <class F>
    constexpr void visit(F& f) const {
        ctes.visit(f);
        rows.visit(f);
        conflict.visit(f);
        list.visit(f);
    }
    static constexpr void write(text_writer& out, const insert_query* self = nullptr) {
        const bool outer = out.qualified;
        With::write(out, part_of(self, &insert_query::ctes));
        out.append("insert into ");
        table_source<Tag>::write(out, nullptr);
        out.qualified = false;
        Rows::template write<model, Overriding>(out, part_of(self, &insert_query::rows));
        Conflict::write(out, part_of(self, &insert_query::conflict));
        out.qualified = !std::is_void_v<typename Returning::template stranger<table_list<Tag>>>;
        write_returning_list(out, part_of(self, &insert_query::list));
        out.qualified = outer;
    }

    /// `ON CONFLICT`: the key that decides, then `.do_nothing()` or `.do_update(...)`: columns of a key or a unique
    /// index of the model, the expressions of an index (and its condition, `.where(...)`), `pg::constraint<"name">`;
    /// none: any key.
    template <class... Target>
    constexpr auto on_conflict(Target... target) const& {
        return insert_query(*this).on_conflict(target...);
    }
    template <class... Target>
    [[gnu::always_inline]] constexpr auto on_conflict(Target... target) && {
        static_assert(!is_said<Conflict>, "pgmodel: on_conflict() is said once");
        return start_conflict(std::move(*this), target...);
    }
    /// `WHERE` of DO UPDATE: rows for which it does not hold stay as they are, and returning() says nothing of them;
    /// said again, both conditions must hold.
    template <class Condition>
    constexpr auto where(Condition more) const {
        constexpr bool follows = conflict_condition<Conflict, Condition>::value;
        static_assert(row_condition<Condition>::value);
        if constexpr (follows) return insert_query(*this).with_conflict(narrowed(conflict, std::move(more)));
        else return *this;
    }

    /// The statement's text, the same for every statement of this type.
    static constexpr query_text<insert_query> sql{};

    template <class New>
    [[gnu::always_inline]] constexpr auto with_returning(New given) && {
        return insert_query<With, Tag, Rows, Overriding, Conflict, New>{
            {}, std::move(ctes), std::move(rows), overriding, std::move(conflict), std::move(given)};
    }
    template <class New>
    [[gnu::always_inline]] constexpr auto with_conflict(New given) && {
        return insert_query<With, Tag, Rows, Overriding, New, Returning>{{},         std::move(ctes),  std::move(rows),
                                                                         overriding, std::move(given), std::move(list)};
    }

private:
    template <class New>
    [[gnu::always_inline]] constexpr auto with_rows(New given) const {
        return insert_query<With, Tag, New, Overriding, Conflict, Returning>{{},         ctes,     std::move(given),
                                                                             overriding, conflict, list};
    }
    template <fixed_string Words>
    constexpr auto overridden() const {
        return insert_query<With, Tag, Rows, overriding_clause<Words>, Conflict, Returning>{{}, ctes,     rows,
                                                                                            {}, conflict, list};
    }
};

/// Can rows be inserted into it?
template <class Table>
struct insertable {
    static constexpr bool value = false;
    static_assert(std::is_void_v<Table>, "pgmodel: rows are inserted into pgmodel::model<...>, or an alias of it");
};
template <class T>
struct insertable<model_tag<T>> {
    static constexpr bool value = true;
    using tag = T;
};
template <class T, fixed_string Name>
struct insertable<aliased<T, Name>> {
    static constexpr bool value = true;
    using tag = aliased<T, Name>;
};
template <class Table, class With>
constexpr auto start_insert(With ctes) {
    if constexpr (insertable<Table>::value)
        return insert_query<With, typename insertable<Table>::tag, no_rows, no_clause, no_clause, no_clause>{
            {}, std::move(ctes), {}, {}, {}, {}};
}

}  // namespace detail

/// `INSERT INTO` a model, or an alias of it: then `.values(...)`, `.columns(...).select(query)` or `.default_values()`.
/// For rows that are there as structs there is `db.insert(row)`.
template <class Table>
constexpr auto insert_into(Table) {
    return detail::start_insert<Table>(detail::no_clause{});
}

}  // namespace pgmodel
