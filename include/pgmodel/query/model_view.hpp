// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A model as a table of plain values: what its columns are called, where its fields are, and functions that send and
// read them. The functions are made once per field type, the tables once per model; everything that is done with whole
// rows beyond reading many of them is ordinary code over these tables, compiled once per program.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/model/checks.hpp>
#include <pgmodel/model/violation.hpp>
#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/text.hpp>

namespace pgmodel::detail {

/// How the values of one field travel.
struct column_access {
    type_ref type{};
    std::string_view cpp_type{};
    std::string_view declared{};              ///< the type with its modifiers
};
/// A column of a model as a statement must return it.
constexpr expected_column expect_column(const column_facts& column, const column_access& field) {
    return {column.name, field.type, nullptr, field.cpp_type};
}
/// What every run of a statement looks at, apart from the rest: when a server on the same machine has answered, little
/// of it is in the processor's caches.
struct field_access {
    const void* address{};                            ///< of the field in the object that addresses are taken from
    encode_function encode = nullptr;
    void (*decode)(void*, reader, bool is_null) = nullptr;
};

template <class Field>
void decode_field(void* field, reader value, bool is_null) {
    if (is_null) {
        if constexpr (is_optional<Field>) static_cast<Field*>(field)->reset();
        else fail_value("NULL for a field that is not optional");
    } else {
        *static_cast<Field*>(field) = codec<unwrapped<Field>>::decode(value);
    }
}

template <class Field>
inline constexpr column_access access_of_column{codec<unwrapped<Field>>::type, cpp_type_name<Field>(),
                                                declared_type<unwrapped<Field>>()};

template <std::size_t N>
struct access_list {
    column_access at[N]{};
    field_access fields[N]{};
};

template <class T, std::size_t I, std::size_t N>
constexpr void add_access(access_list<N>& list) {
    if constexpr (facts_of<T>.columns[I].stored() && checked_field_type<T, I>::value) {
        using field = column_type<I, T>;
        list.at[I] = access_of_column<field>;
        list.fields[I] = {column_addresses<T>.at[I], &encode_value<field>, &decode_field<field>};
    }
}
template <class T, std::size_t... I>
constexpr auto make_access_list(std::index_sequence<I...>) {
    if constexpr (plain_fields<T>) {
        return access_list<sizeof...(I)>{
            {access_of_column<column_type<I, T>>...},
            {{column_addresses<T>.at[I], &encode_value<column_type<I, T>>, &decode_field<column_type<I, T>>}...}};
    } else {
        access_list<sizeof...(I)> list{};
        in_order({(add_access<T, I>(list), 0)...});
        return list;
    }
}
template <class T>
inline constexpr auto access_of = make_access_list<T>(std::make_index_sequence<column_count<T>>{});

/// The text of an expression of the model's own declaration: `set_on_update(pg::now())`. Its columns have their table
/// before them: ON CONFLICT DO UPDATE knows those of the row that was there and of the new one.
template <class T, class Expression>
struct own_expression {
    using writer = text_writer;
    static_assert(
        Expression::constant,
        "pgmodel: set_on_update() takes an expression without plain values, such as pgmodel::now() or pgmodel::lit<1>");
    static constexpr void write(writer& out) {
        out.qualified = true;
        Expression::write(out, nullptr);
    }
};

/// SQL that the declarations of a model's fields hold, by place.
template <class T>
struct own_texts {
    text_list<column_count<T>> on_update{}, types{};
    bool any_type = false;

    template <auto M, class R, class D, class U, class X>
    constexpr void operator()(const field_declaration<M, R, D, U, X>& item) {
        if constexpr (!std::is_same_v<U, nothing_said>)
            on_update.at[column_place<M>] = rendered<own_expression<T, U>>::sql;
        if constexpr (!std::is_same_v<X, nothing_said>) {
            types.at[column_place<M>] = item.details.properties.type;
            any_type = any_type || !types.at[column_place<M>].empty();
        }
    }
    template <class Other>
    constexpr void operator()(const Other&) {}
};
template <class T>
constexpr own_texts<T> read_own_texts() {
    own_texts<T> texts{};
    declare<T>().items.each(texts);
    return texts;
}
template <class T>
inline constexpr own_texts<T> own_texts_of = read_own_texts<T>();

struct model_view {
    std::string_view schema{};
    std::string_view name{};
    std::size_t count{};                       ///< of fields
    const column_facts* facts{};
    const column_access* access{};
    const field_access* fields{};
    const std::uint16_t* key{};
    std::size_t key_columns{};
    std::size_t version{};                     ///< its place; count: there is none
    std::size_t removal{};                     ///< the column that marks removed rows, likewise
    const std::string_view* on_update{};       ///< SQL, by place; empty: none
    const void* base{};                        ///< the object that addresses are taken from
    std::string (*named)(std::string_view constraint) = nullptr;  ///< fields of a constraint that the model has named
    bool (*is_partition)(std::string_view table) = nullptr;  ///< of the model's table
    const std::string_view* types{};  ///< of columns that have another than their field's, by place; null: none has

    constexpr bool has_version() const { return version < count; }
    constexpr bool marks_removed() const { return removal < count; }
    std::ptrdiff_t offset(std::size_t place) const {
        return static_cast<const char*>(fields[place].address) - static_cast<const char*>(base);
    }
    /// Empty: as the field says.
    constexpr std::string_view type_of(std::size_t place) const { return types ? types[place] : std::string_view(); }
    const void* field(const void* row, std::size_t place) const {
        return static_cast<const char*>(row) + offset(place);
    }
    void* field(void* row, std::size_t place) const { return static_cast<char*>(row) + offset(place); }
};

template <class T>
constexpr std::size_t version_place() {
    std::size_t i = 0;
    while (i < column_count<T> && !facts_of<T>.columns[i].version) ++i;
    return i;
}
template <class T>
inline constexpr model_view view_of{facts_of<T>.schema,
                                    facts_of<T>.name,
                                    column_count<T>,
                                    facts_of<T>.columns,
                                    access_of<T>.at,
                                    access_of<T>.fields,
                                    facts_of<T>.key,
                                    facts_of<T>.key_columns,
                                    version_place<T>(),
                                    facts_of<T>.removal,
                                    own_texts_of<T>.on_update.at,
                                    &addresses_of<T>.value,
                                    named_finder<T>(),
                                    partition_question<T>(),
                                    own_texts_of<T>.any_type ? own_texts_of<T>.types.at : nullptr};

/// `field_finder` of a statement about a model.
std::string fields_of_view(const error_info& info, const model_view* view);

/// Places of fields in a model.
template <std::size_t Most>
struct place_list {
    std::uint16_t at[Most + 1]{};
    std::size_t count = 0;

    constexpr void add(std::size_t place) { at[count++] = static_cast<std::uint16_t>(place); }
    constexpr void add_all(const found_column& c) {
        for (std::size_t i = 0; i < c.columns; ++i) add(c.place + i);
    }
};

/// Those of a model's columns of which this is true. Of the number of columns, not of the model: one function for many.
template <std::size_t Most>
constexpr place_list<Most> places_where(const column_facts* columns, bool (*is)(const column_facts&)) {
    place_list<Most> list{};
    for (std::size_t i = 0; i < Most; ++i)
        if (is(columns[i])) list.add(i);
    return list;
}

/// The columns that a server's answer brings back.
template <std::size_t Most>
struct column_list {
    expected_column at[Most + 1]{};
};
template <std::size_t Most>
constexpr auto columns_at(const model_view& model, const place_list<Most>& places) {
    column_list<Most> list{};
    for (std::size_t i = 0; i < places.count; ++i) {
        const std::size_t place = places.at[i];
        list.at[i] = expect_column(model.facts[place], model.access[place]);
    }
    return list;
}

/// A statement about one row: its parameters are fields of the row, and so is what it returns.
struct row_statement {
    const statement_shape* shape;
    const model_view* model;
    const field_access* values;  ///< of those that it sends, in their order
    const std::uint16_t* returns;
    std::size_t return_count;
    const std::uint16_t* sends;
    std::size_t send_count;
};

/// `Statement` has a model, `sends` and `returns` (place_lists) and write(text_writer&), perhaps also a `last_column`
/// that is none of the model's.
template <class Statement>
struct row_statement_data {
    using writer = text_writer;
    static constexpr void write(writer& out) { Statement::write(out); }

    static constexpr auto make_columns() {
        auto list = columns_at(view_of<typename Statement::model>, Statement::returns);
        if constexpr (requires { Statement::last_column; }) list.at[Statement::returns.count] = Statement::last_column;
        return list;
    }
    static constexpr auto columns = make_columns();
    struct sent_fields {
        field_access at[Statement::sends.count + 1]{};
        constexpr sent_fields() {
            for (std::size_t i = 0; i < Statement::sends.count; ++i)
                at[i] = view_of<typename Statement::model>.fields[Statement::sends.at[i]];
        }
    };
    static constexpr sent_fields values{};
    static constexpr statement_shape make_shape() {
        using text = rendered<row_statement_data>;
        statement_shape made{};
        made.sql = text::sql;
        made.parameters = text::data.types;
        made.parameter_count = text::size.parameters;
        made.columns = columns.at;
        made.column_count = Statement::returns.count + requires { Statement::last_column; };
        made.match = match_columns::by_position;
        made.field_of = {&fields_of_view, &view_of<typename Statement::model>};
        made.of_models = true;
        made.set_hash();
        return made;
    }
    static constexpr statement_shape shape = make_shape();
    static constexpr row_statement value{&shape,
                                         &view_of<typename Statement::model>,
                                         values.at,
                                         Statement::returns.at,
                                         Statement::returns.count,
                                         Statement::sends.at,
                                         Statement::sends.count};
};

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/query/impl/model_view.ipp>
#endif
