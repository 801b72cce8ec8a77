// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// INSERT of one row, and its form with ON CONFLICT. A column that the server can fill is sent if its field differs from
// the field's member initialiser, else left to the server. The text for "everything is left to the server" is a
// constant; the others are written when they are needed.
#pragma once

#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/crud.hpp>

namespace pgmodel::detail {

/// Does a field's initial value differ from its literal server default? Expressions such as now() are not compared.
struct default_checker {
    template <class Field, class Value>
    static bool differs(const Field& initial, const parameter<Value>& literal) {
        if constexpr (is_optional<Field>) return !initial || differs(*initial, literal);
        else if constexpr (std::is_same_v<Field, Value>) return !same_value(initial, literal.value);
        else if constexpr (requires { initial == literal.value; }) return !(initial == literal.value);
        else return !same_value(initial, static_cast<Field>(literal.value));
    }
    template <class Field, literal_value V>
    static bool differs(const Field& initial, const literal<V>&) {
        if constexpr (is_optional<Field>) return !initial || differs(*initial, literal<V>{});
        else if constexpr (requires { V.value.view(); }) return std::string_view(initial) != V.value.view();
        else return !(initial == static_cast<Field>(V.value));
    }
    template <class Field, class Other>
    static bool differs(const Field&, const Other&) {
        return false;
    }
};

PGMODEL_FUNCTION
[[noreturn]] void throw_default_mismatch(std::string_view table, std::string_view field);

/// Has any field a default that can be compared with its initial value?
template <class Item>
inline constexpr bool has_literal_default = false;
template <auto M, class R, class D, class U, class X>
inline constexpr bool has_literal_default<field_declaration<M, R, D, U, X>> = is_literal_default<D>;
template <class... Items>
inline constexpr bool has_literal_default<table_declaration<Items...>> = (has_literal_default<Items> || ...);

/// Compares literal server defaults with the row that `T{}` makes.
template <class T>
struct defaults_check {
    const T& value;

    template <auto M, class R, class D, class U, class X>
    void check(const field_declaration<M, R, D, U, X>& item) {
        if constexpr (!std::is_same_v<D, nothing_said>)
            if (default_checker::differs(member_of<M>(value), item.initial))
                throw_default_mismatch(facts_of<T>.name, facts_of<T>.columns[column_place<M>].field);
    }
    template <class Other>
    void check(const Other&) {}

    static bool run(const T& value) {
        defaults_check check{value};
        declare<T>().items.each([&check](const auto& item) { check.check(item); });
        return true;
    }
};

/// A row as `T{}` makes it, made once. Throws `usage_error` when a literal server default contradicts it.
template <class T>
const void* initial_row() {
    static const T row{};
    if constexpr (has_literal_default<declaration_type<T>>) {
        static const bool checked = defaults_check<T>::run(row);
        static_cast<void>(checked);
    }
    return &row;
}

/// A column that the server can fill, and how to tell whether a field still has its initial value.
struct fillable_column {
    std::uint16_t place{};
    bool (*equal)(const void*, const void*) = nullptr;
};
template <class Field>
bool fields_equal(const void* a, const void* b) {
    return same_value(*static_cast<const Field*>(a), *static_cast<const Field*>(b));
}
template <std::size_t N>
struct fillable_list {
    fillable_column at[N + 1]{};
    std::size_t count = 0;
};
constexpr bool is_fillable(const column_facts& c) { return c.stored() && c.server_fills() && !c.never_sent(); }
template <class T>
inline constexpr auto fillable_places = places_where<column_count<T>>(facts_of<T>.columns, is_fillable);
template <class T, std::size_t... I>
constexpr fillable_list<sizeof...(I)> make_fillable(std::index_sequence<I...>) {
    return {{{fillable_places<T>.at[I], &fields_equal<column_type<fillable_places<T>.at[I], T>>}...}, sizeof...(I)};
}
template <class T>
inline constexpr auto fillable_of = make_fillable<T>(std::make_index_sequence<fillable_places<T>.count>{});

using insert_writer = void (*)(text_writer&, const model_view&, const bool* sent, const std::uint16_t* key,
                               std::size_t key_count);

/// An INSERT of one kind into one model: with or without ON CONFLICT.
struct insert_plan {
    const row_statement* usual;  ///< what the server can fill is left to it, but for the key of an upsert
    const void* (*initial)();
    const fillable_column* fillable;
    std::size_t fillable_count;
    const std::uint16_t* conflict;  ///< the key of an upsert
    std::size_t conflict_count;
    insert_writer write;  ///< null: write_insert and write_returning
    const expected_column* last = nullptr;  ///< all columns come back, and this one
};

/// The key of an upsert; of an insert it is empty.
struct upsert_key {
    const std::uint16_t* places;
    std::size_t count;

    constexpr bool has(std::size_t place) const {
        for (std::size_t i = 0; i < count; ++i)
            if (places[i] == place) return true;
        return false;
    }
};

/// Are equal values of a column's type always written alike? Not those of citext, or 1.0 and 1.00 of a numeric without
/// a scale; of types without an id those of enums are.
constexpr bool equal_is_alike(const column_access& column) {
    if (column.type.id == 0) return column.type.labels != nullptr;
    // clang-format off
    switch (column.type.id) {
        case 1700: return column.declared != column.type.name;
        case 16: case 17: case 20: case 21: case 23: case 25: case 26: case 650: case 774: case 829: case 869:
        case 1043: case 1082: case 1083: case 1114: case 1184: case 2950: case 3220: case 5069: return true;
        default: return false;
    }
    // clang-format on
}

/// Does the statement bring this column back? Not if the row that is stored has what was sent: an upsert leaves a row
/// that is there its other keys, and its own as that row has it.
constexpr bool insert_returns(const model_view& model, std::size_t place, bool sent, upsert_key key) {
    const column_facts& column = model.facts[place];
    if (!column.stored()) return false;
    if (key.has(place) && (column.collated || !equal_is_alike(model.access[place]))) return true;
    if (key.count > 0 && !is_writable(column) && (!key.has(place) || column.version || column.on_update)) return true;
    return column.server_fills() && (!sent || column.by_trigger);
}

/// Does an upsert set the column when it is not sent? Its default is a literal, which is the field's value then, and no
/// trigger makes it.
constexpr bool set_unsent(const column_facts& column) { return column.literal_default && !column.by_trigger; }
/// ` on conflict (key)`. With soft_delete() any key but the primary one is an index of the rows that are not removed.
constexpr void write_conflict_key(text_writer& out, const model_view& model, const std::uint16_t* key,
                                  std::size_t key_count) {
    for (std::size_t i = 0; i < key_count; ++i) {
        out.append(i == 0 ? " on conflict (" : ", ");
        out.name(model.facts[key[i]]);
    }
    out.append(")");
    if (!is_primary_key(model, key, key_count)) write_unremoved(out, model, " where ");
}
/// ` on conflict (key) do update set ...`: the columns that are to be set, but no part of a key, take the new value.
constexpr void write_conflict(text_writer& out, const model_view& model, const bool* set, const std::uint16_t* key,
                              std::size_t key_count) {
    std::size_t n = 0;
    const auto take = [&](std::size_t place) {
        if (n++ != 0) out.append(", ");
        out.name(model.facts[place]);
        out.append(" = excluded.");
        out.name(model.facts[place]);
    };
    write_conflict_key(out, model, key, key_count);
    out.append(" do update set ");
    for (std::size_t i = 0; i < model.count; ++i)
        if (set[i] && !upsert_key{key, key_count}.has(i) && is_writable(model.facts[i])) take(i);
    write_library_assignments(out, model, n, true);
    // DO NOTHING would return no row, so a row that is all key sets its key to itself.
    if (n == 0) take(key[0]);
}

/// The statement until what it returns; the columns at `sends` have parameters.
constexpr void write_insert(text_writer& out, const model_view& model, const std::uint16_t* sends,
                            std::size_t send_count, const std::uint16_t* conflict, std::size_t conflict_count) {
    out.append("insert into ");
    out.table(model.schema, model.name);
    for (std::size_t i = 0; i < send_count; ++i) {
        out.append(i == 0 ? " (" : ", ");
        out.name(model.facts[sends[i]]);
    }
    out.append(send_count == 0 ? " default values" : ") values (");
    for (std::size_t i = 0; i < send_count; ++i) {
        if (i != 0) out.append(", ");
        out.parameter_of(model.access[sends[i]].type);
    }
    if (send_count != 0) out.append(")");
    if (conflict_count > 0) {
        bool set[most_columns]{};
        for (std::size_t i = 0; i < model.count; ++i) set[i] = set_unsent(model.facts[i]);
        for (std::size_t i = 0; i < send_count; ++i) set[sends[i]] = true;
        write_conflict(out, model, set, conflict, conflict_count);
    }
}

template <auto... Key>
constexpr auto make_conflict() {
    place_list<(column_of<Key>.columns + ... + 0)> list{};
    (list.add_all(column_of<Key>), ...);
    return list;
}
/// In the usual case: what the server does not fill, and the key of an upsert.
constexpr bool is_sent(const column_facts& c, std::size_t place, upsert_key key) {
    return c.stored() && (!c.server_fills() || (key.has(place) && !c.never_sent()));
}
template <std::size_t Most>
constexpr place_list<Most> sent_places(const column_facts* columns, upsert_key key) {
    place_list<Most> list{};
    for (std::size_t i = 0; i < Most; ++i)
        if (is_sent(columns[i], i, key)) list.add(i);
    return list;
}
template <std::size_t Most>
constexpr place_list<Most> returned_places(const model_view& model, upsert_key key) {
    place_list<Most> list{};
    for (std::size_t i = 0; i < Most; ++i)
        if (insert_returns(model, i, is_sent(model.facts[i], i, key), key)) list.add(i);
    return list;
}

/// The usual case. `Key`: of an upsert.
template <class T, auto... Key>
struct usual_insert {
    using model = T;
    static constexpr auto conflict = make_conflict<Key...>();
    static constexpr auto sends = sent_places<column_count<T>>(facts_of<T>.columns, {conflict.at, conflict.count});
    static constexpr auto returns = returned_places<column_count<T>>(view_of<T>, {conflict.at, conflict.count});

    static constexpr void write(text_writer& out) {
        write_insert(out, view_of<T>, sends.at, sends.count, conflict.at, conflict.count);
        write_returning(out, view_of<T>, returns.at, returns.count);
    }
};

template <class T, auto... Key>
inline constexpr insert_plan insert_plan_of{&row_statement_data<usual_insert<T, Key...>>::value,
                                            fillable_of<T>.count ? &initial_row<T> : nullptr,
                                            fillable_of<T>.at,
                                            fillable_of<T>.count,
                                            usual_insert<T, Key...>::conflict.at,
                                            usual_insert<T, Key...>::conflict.count,
                                            nullptr};

/// A statement about one row whose text, types and columns were written at run time.
struct written_statement {
    std::string sql{};
    growing_array<type_ref> types{};
    growing_array<expected_column> columns{};
    growing_array<std::uint16_t> sends{};
    growing_array<field_access> values{};
    growing_array<std::uint16_t> returns{};
    statement_shape shape{};

    /// `write(text_writer&)` writes the same text each time. `last`: columns behind those of the model.
    template <class Write>
    void make(const model_view& model, const Write& write, const expected_column* last = nullptr,
              std::size_t last_count = 1) {
        text_writer counter{};
        write(counter);
        sql.resize(counter.size);
        types.resize(counter.parameters + 1);
        text_writer out{};
        out.out = sql.data();
        out.types = types.data();
        write(out);
        for (const std::uint16_t place : sends) values.push_back(model.fields[place]);
        for (const std::uint16_t place : returns)
            columns.push_back(expect_column(model.facts[place], model.access[place]));
        for (std::size_t i = 0; last && i < last_count; ++i) columns.push_back(last[i]);
        shape.sql = sql;
        shape.parameters = types.data();
        shape.parameter_count = counter.parameters;
        shape.columns = columns.data();
        shape.column_count = columns.size();
        shape.match = match_columns::by_position;
        shape.field_of = {&fields_of_view, &model};
        shape.of_models = true;
        shape.set_hash();
    }
    row_statement statement(const model_view& model) const {
        return {&shape, &model, values.data(), returns.data(), returns.size(), sends.data(), sends.size()};
    }
};

/// An insert in which `more` of the columns that the server can fill are sent.
PGMODEL_FUNCTION
void make_written_insert(written_statement& made, const insert_plan& plan, const bool* more);

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/query/impl/insert.ipp>
#endif
