// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The rows of an INSERT that are values, or nothing but defaults, and what they must be for the model.
#pragma once

#include <pgmodel/query/returning.hpp>
#include <pgmodel/query/set_list.hpp>

namespace pgmodel::detail {

/// The names in parentheses, and what is said of identity columns.
constexpr void write_insert_columns(text_writer& out, const model_view& model, const std::size_t* places,
                                    std::size_t count, std::string_view overriding) {
    for (std::size_t i = 0; i < count; ++i) {
        out.append(i == 0 ? " (" : ", ");
        out.name(model.facts[places[i]]);
    }
    out.append(")");
    out.append(overriding);
}

/// `overriding system value`.
template <fixed_string Words>
struct overriding_clause {};
template <class Overriding>
inline constexpr std::string_view overriding_text{};
template <fixed_string Words>
inline constexpr std::string_view overriding_text<overriding_clause<Words>> = Words.view();

/// A value of a row: for a whole column of the table. `Tag`: the model, or an alias of it.
template <class Tag, class Assignment>
struct inserted_value {
    static constexpr bool whole = [] {
        if constexpr (std::is_void_v<typename Assignment::column_type>) return false;
        else return !assigned_target<Tag, typename Assignment::target_type>::part;
    }();
    static_assert(whole,
                  "pgmodel: an insert gives values to whole columns; name the column, and make its value of all parts");
    static constexpr bool value = whole;
};

/// `($1, default)`.
template <class... Assignments>
struct value_row {
    static constexpr bool aggregate = (Assignments::assigned_type::aggregate || ...);
    static constexpr bool windowed = (Assignments::assigned_type::windowed || ...);
    static constexpr int special = (Assignments::assigned_type::special | ...);
    static constexpr bool dynamic = (Assignments::dynamic || ...);
    template <class Tables>
    using stranger = typename first_stranger<typename Assignments::assigned_type::template stranger<Tables>...>::type;
    template <class Tag, class Overriding>
    struct checks {
        static_assert(checked_assignments<Tag, Assignments...>::value);
        static_assert((inserted_value<Tag, Assignments>::value && ...));
        static_assert((numbered_column < Assignments,
                       assigned_column<Tag, Assignments>::always && !is_said < Overriding >> ::value && ...));
        static constexpr bool value = true;
    };
    template <class T>
    static constexpr bool names(std::size_t place) {
        return ((column_place<Assignments::column_type::pointer> == place) || ...);
    }
    /// The first column that is given a value although the server numbers it in any case.
    template <class Tag>
    static constexpr std::size_t numbered() {
        std::size_t found = any_column;
        ((found = found == any_column && assigned_column<Tag, Assignments>::always
                      ? column_place<Assignments::column_type::pointer>
                      : found),
         ...);
        return found;
    }
    template <class... Others>
    static constexpr bool same_columns(const value_row<Others...>*) {
        if constexpr (sizeof...(Others) != sizeof...(Assignments)) return false;
        else return (std::is_same_v<typename Assignments::column_type, typename Others::column_type> && ...);
    }

    [[no_unique_address]] pack<Assignments...> items;

    template <class T, class Overriding>
    static constexpr void write_columns(text_writer& out) {
        const std::size_t places[]{column_place<Assignments::column_type::pointer>...};
        write_insert_columns(out, view_of<T>, places, sizeof...(Assignments), overriding_text<Overriding>);
    }
    static constexpr void write(text_writer& out, const value_row* self) {
        out.append("(");
        write_all(out, self, std::index_sequence_for<Assignments...>{});
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        items.each([&f](const auto& item) { item.visit(f); });
    }

private:
    template <std::size_t... I>
    static constexpr void write_all(text_writer& out, const value_row* self, std::index_sequence<I...>) {
        ((out.append(I == 0 ? "" : ", "),
          Assignments::write(out, pack<Assignments...>::template at<I, Assignments>(self ? &self->items : nullptr))),
         ...);
    }
};

/// A field of a model, for messages; an empty name: none.
template <class T, fixed_string Field>
struct field_of_model;
template <class T, std::size_t Place>
constexpr auto name_at() {
    if constexpr (Place == any_column) return fixed_string<0>{};
    else return column_as_argument<T, Place>();
}

/// The first column that nothing is said of although the server has nothing for it.
template <class T, class Rows>
constexpr std::size_t missing_column() {
    for (std::size_t i = 0; i < column_count<T>; ++i) {
        const column_facts& facts = facts_of<T>.columns[i];
        if (facts.stored() && !facts.nullable && !facts.server_fills() && !Rows::template names<T>(i)) return i;
    }
    return any_column;
}
template <class T, fixed_string Field>
struct required_column {
    static_assert(Field.size() == 0,
                  "pgmodel: this column is never NULL and has no default, so an insert gives it a value");
    static constexpr bool value = true;
};
template <class T, class Rows>
using required_columns = required_column<T, name_at<T, missing_column<T, Rows>()>()>;

template <class Column>
struct column_of_no_row {
    static_assert(std::is_void_v<Column>,
                  "pgmodel: values() cannot speak of columns, as there is no row yet; insert what a query selects: "
                  ".columns(...).select(query)");
    static constexpr bool value = true;
};

/// `values (...), (...)`.
template <class... Rows>
struct value_rows;
template <class First, class... More>
struct value_rows<First, More...> {
    static constexpr bool complete = true;
    static constexpr bool takes_values = true;
    static constexpr bool takes_query = false;
    static constexpr bool dynamic = (First::dynamic || ... || More::dynamic);
    template <class Tables>
    using stranger = typename first_stranger<typename First::template stranger<Tables>,
                                             typename More::template stranger<Tables>...>::type;
    template <class T>
    static constexpr bool names(std::size_t place) {
        return First::template names<T>(place);
    }
    template <class Tag>
    static constexpr std::size_t numbered() {
        const std::size_t found[]{First::template numbered<Tag>(), More::template numbered<Tag>()...};
        for (std::size_t place : found)
            if (place != any_column) return place;
        return any_column;
    }
    template <class Row>
    static constexpr bool same_columns = Row::same_columns(static_cast<const First*>(nullptr));

    [[no_unique_address]] pack<First, More...> rows;

    template <class T, class Overriding>
    static constexpr void write(text_writer& out, const value_rows* self) {
        First::template write_columns<T, Overriding>(out);
        write_all<First, More...>(out, self, std::index_sequence_for<First, More...>{});
    }
    template <class F>
    constexpr void visit(F& f) const {
        rows.each([&f](const auto& row) { row.visit(f); });
    }
    template <class Row>
    constexpr auto plus(Row row) const {
        return plus(std::move(row), std::index_sequence_for<First, More...>{});
    }

private:
    template <class... Rows, std::size_t... I>
    static constexpr void write_all(text_writer& out, const value_rows* self, std::index_sequence<I...>) {
        ((out.append(I == 0 ? " values " : ", "),
          Rows::write(out, pack<Rows...>::template at<I, Rows>(self ? &self->rows : nullptr))),
         ...);
    }
    template <class Row, std::size_t First0, std::size_t... I>
    constexpr auto plus(Row row, std::index_sequence<First0, I...>) const {
        using all = pack<First, More...>;
        return value_rows<First, More..., Row>{
            {*all::template at<0, First>(&rows), *all::template at<I, More>(&rows)..., std::move(row)}};
    }
};

/// `default values`.
struct default_row {
    static constexpr bool complete = true;
    static constexpr bool takes_values = false;
    static constexpr bool takes_query = false;
    static constexpr bool dynamic = false;
    template <class Tables>
    using stranger = void;
    template <class T>
    static constexpr bool names(std::size_t) {
        return false;
    }
    template <class Tag>
    static constexpr std::size_t numbered() {
        return any_column;
    }
    template <class Tag, class Overriding>
    using checks = required_columns<model_of<Tag>, default_row>;

    template <class T, class Overriding>
    static constexpr void write(text_writer& out, const default_row*) {
        out.append(" default values");
    }
    template <class F>
    constexpr void visit(F&) const {}
};

}  // namespace pgmodel::detail
