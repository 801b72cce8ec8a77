// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// INSERT ... SELECT: which columns a query fills, by their order or by the names of its rows' fields, and of what
// types.
#pragma once

#include <pgmodel/query/insert_rows.hpp>

namespace pgmodel::detail {

/// May the column be given what a query selects at its place?
template <class Column, class Selected>
struct selected_value {
    static constexpr bool fits = assigns<unwrapped<Selected>, typename Column::value_type>();
    static_assert(fits, "pgmodel: the query selects another type than the column at this place has; cast it");
    static_assert(!fits || Column::nullable || !is_optional<Selected>,
                  "pgmodel: the query can select NULL for this column, which is never NULL; say "
                  "pgmodel::coalesce(...), or make its field optional");
    static_assert(keeps_elements<unwrapped<Selected>, typename Column::value_type>::value);
    static constexpr bool value = true;
};
template <class Types, class... Columns>
struct selected_values;
template <class... Selected, class... Columns>
struct selected_values<type_list<Selected...>, Columns...> {
    static constexpr bool same = sizeof...(Selected) == sizeof...(Columns);
    static_assert(same, "pgmodel: the query selects another number of columns than columns() names");
    static constexpr bool value = [] {
        if constexpr (same) return (selected_value<Columns, Selected>::value && ...);
        else return true;
    }();
};

/// May a field of the query's struct fill the column that is called like it?
template <class T, fixed_string Field, class Type, std::size_t Place>
struct struct_for_column {
    static constexpr bool found = Place != any_column;
    static_assert(
        found,
        "pgmodel: the model that is inserted into has no column called like this field of the query's rows; say which "
        "columns it fills: .columns(...) before .select(query)");
    static constexpr std::size_t place = found ? Place : 0;
    static constexpr const column_facts& facts = facts_of<T>.columns[place];
    static constexpr bool fits = !found || assigns<unwrapped<Type>, unwrapped<column_type<place, T>>>();
    static_assert(
        fits,
        "pgmodel: this field of the query's rows has another type than the column that is called like it; cast it");
    static_assert(
        !found || !is_optional<Type> || facts.nullable,
        "pgmodel: this field of the query's rows can be NULL, and the column that is called like it cannot; say "
        "pgmodel::coalesce(...), or make its field optional");
    static_assert(
        keeps_elements<std::conditional_t<found, unwrapped<Type>, void>, unwrapped<column_type<place, T>>>::value);
    static_assert(!found || !facts.generated,
                  "pgmodel: the column that is called like this field of the query's rows is generated, so "
                  "PostgreSQL computes its value; select the others only");
    static constexpr bool value = true;
};

/// The column of `T` that is called like column `place` of the struct.
template <class T, class Source>
constexpr std::size_t column_called_like(std::size_t place) {
    for (std::size_t i = 0; i < column_count<T>; ++i)
        if (facts_of<T>.columns[i].stored() && facts_of<T>.columns[i].name == facts_of<Source>.columns[place].name)
            return i;
    return any_column;
}
template <class T, class Source, std::size_t I>
constexpr bool check_struct_field() {
    if constexpr (!facts_of<Source>.columns[I].stored()) return true;
    else
        return struct_for_column<T, column_as_argument<Source, I>(), column_type<I, Source>,
                                 column_called_like<T, Source>(I)>::value;
}
/// May the fields of the query's struct fill columns of `T`?
template <class T, class Query, class Indices>
struct named_fields_of;
template <class T, class Query, std::size_t... I>
struct named_fields_of<T, Query, std::index_sequence<I...>> {
    static constexpr bool value = all_true({check_struct_field<T, typename Query::struct_row, I>()...});
};
template <class T, class Query>
struct named_fields {
    static_assert(std::is_void_v<Query>, "pgmodel: say which columns the query fills, .columns(...) before "
                                         ".select(query), or give its rows a struct whose fields are called so with "
                                         ".into<...>()");
    static constexpr bool value = false;
};
template <class T, class Query>
    requires requires { typename Query::struct_row; }
struct named_fields<T, Query>
    : named_fields_of<T, Query, std::make_index_sequence<column_count<typename Query::struct_row>>> {};

/// The first column that the rows name although the server numbers it in any case.
template <class T, class Rows>
constexpr std::size_t numbered_place() {
    for (std::size_t i = 0; i < column_count<T>; ++i)
        if (facts_of<T>.columns[i].always && Rows::template names<T>(i)) return i;
    return any_column;
}

/// `select ...`, of rows of a struct, whose fields name the columns.
template <class Query>
struct selected_structs {
    static constexpr bool complete = true;
    static constexpr bool takes_values = false;
    static constexpr bool takes_query = false;
    static constexpr bool dynamic = Query::dynamic;
    using source = typename Query::struct_row;
    template <class Tables>
    using stranger = typename Query::template stranger<Tables>;

    template <class T>
    static constexpr bool names(std::size_t place) {
        for (std::size_t i = 0; i < column_count<source>; ++i)
            if (facts_of<source>.columns[i].stored() && column_called_like<T, source>(i) == place) return true;
        return false;
    }
    template <class Tag>
    static constexpr std::size_t numbered() {
        return numbered_place<model_of<Tag>, selected_structs>();
    }

    [[no_unique_address]] Query query;

    template <class T, class Overriding>
    static constexpr void write(text_writer& out, const selected_structs* self) {
        std::size_t places[column_count<source>]{}, count = 0;
        for (std::size_t i = 0; i < column_count<source>; ++i)
            if (facts_of<source>.columns[i].stored()) places[count++] = column_called_like<T, source>(i);
        write_insert_columns(out, view_of<T>, places, count, overriding_text<Overriding>);
        out.append(" ");
        Query::write(out, part_of(self, &selected_structs::query));
    }
    template <class F>
    constexpr void visit(F& f) const {
        query.visit(f);
    }
};

/// `(a, b) select ...`.
template <class Query, class... Columns>
struct selected_rows {
    static constexpr bool complete = true;
    static constexpr bool takes_values = false;
    static constexpr bool takes_query = false;
    static constexpr bool dynamic = Query::dynamic;
    template <class Tables>
    using stranger = typename Query::template stranger<Tables>;
    template <class T>
    static constexpr bool names(std::size_t place) {
        return ((column_place<Columns::pointer> == place) || ...);
    }
    template <class Tag>
    static constexpr std::size_t numbered() {
        return numbered_place<model_of<Tag>, selected_rows>();
    }

    [[no_unique_address]] Query query;

    template <class T, class Overriding>
    static constexpr void write(text_writer& out, const selected_rows* self) {
        const std::size_t places[]{column_place<Columns::pointer>...};
        write_insert_columns(out, view_of<T>, places, sizeof...(Columns), overriding_text<Overriding>);
        out.append(" ");
        Query::write(out, part_of(self, &selected_rows::query));
    }
    template <class F>
    constexpr void visit(F& f) const {
        query.visit(f);
    }
};
/// What an insert's rows are when nothing was said of them.
struct no_rows {
    static constexpr bool complete = false;
    static constexpr bool takes_values = true;
    static constexpr bool takes_query = true;
    static constexpr bool dynamic = false;
    template <class Tables>
    using stranger = void;
    template <class T>
    static constexpr bool names(std::size_t) {
        return true;  // nothing is missed of them yet
    }
    template <class Tag>
    static constexpr std::size_t numbered() {
        return any_column;
    }
    template <class Row>
    static constexpr bool same_columns = true;
    template <class T, class Query>
    using accepts = named_fields<T, Query>;

    template <class T, class Overriding>
    static constexpr void write(text_writer&, const no_rows*) {}
    template <class F>
    constexpr void visit(F&) const {}
    template <class Row>
    [[gnu::always_inline]] constexpr auto plus(Row row) const {
        return value_rows<Row>{{std::move(row)}};
    }
    template <class Query>
    static constexpr auto filled_by(Query query) {
        return selected_structs<Query>{std::move(query)};
    }
};
/// `(a, b)` before its query is said.
template <class... Columns>
struct column_names : no_rows {
    static constexpr bool takes_values = false;
    template <class T, class Query>
    using accepts = selected_values<decltype(Query::column_types()), Columns...>;

    template <class T, class Overriding>
    static constexpr void write(text_writer&, const column_names*) {}
    template <class Query>
    static constexpr auto filled_by(Query query) {
        return selected_rows<Query, Columns...>{std::move(query)};
    }
};

}  // namespace pgmodel::detail
