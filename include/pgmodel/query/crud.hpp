// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Statements about whole rows of one model: find, update, remove, count. Their texts are constants.
#pragma once

#include <pgmodel/query/model_view.hpp>
#include <pgmodel/query/row.hpp>

#include <array>
#include <initializer_list>

namespace pgmodel::detail {

template <class T>
[[gnu::always_inline]] constexpr void check_has_key() {
    static_assert(checked_model<T>::value);
    static_assert(
        has_primary_key<T>,
        "pgmodel: this model has no primary key, so a row of it cannot be found, updated or removed; declare one, or "
        "select with a condition");
}

/// Is this a key by which a row is recognised?
template <class T, auto... Key>
struct checked_row_key {
    static_assert(sizeof...(Key) > 0, "pgmodel: say by which key a row is recognised: db.upsert<&model::field>(row)");
    static_assert((std::is_same_v<owner_of<Key>, T> && ...),
                  "pgmodel: the key by which a row is recognised is of the row's model");
    static constexpr bool unique = is_unique_key<T, Key...>();
    static_assert(unique || sizeof...(Key) == 0, "pgmodel: a row is recognised by a key that is declared unique (or "
                                                 "the primary key); declare these fields unique, "
                                                 "and not deferrable");
    static_assert(
        (!facts_of<T>.columns[column_place<Key>].always && ...),
        "pgmodel: the server numbers this key in any case, so no row would be found by it; name another unique key, or "
        "declare it identity()");
    static constexpr bool value = sizeof...(Key) > 0 && unique;
};

// ---- the parts of statements, plain functions over a model's view

constexpr void write_equals_parameter(text_writer& out, const model_view& model, std::size_t place) {
    out.name(model.facts[place]);
    out.append(" = ");
    out.parameter_of(model.access[place].type);
}
/// ` where a = $1 and b = $2`: the primary key.
constexpr void write_key_condition(text_writer& out, const model_view& model) {
    for (std::size_t i = 0; i < model.key_columns; ++i) {
        out.append(i == 0 ? " where " : " and ");
        write_equals_parameter(out, model, model.key[i]);
    }
}
/// Is the key that a row is recognised by the primary one?
constexpr bool is_primary_key(const model_view& model, const std::uint16_t* key, std::size_t count) {
    bool primary = count == model.key_columns;
    for (std::size_t i = 0; i < count; ++i) primary = primary && model.facts[key[i]].primary_key;
    return primary;
}
/// `deleted_at is null`; `of`: what stands before the column.
constexpr void write_unmarked(text_writer& out, const column_facts& removal, std::string_view of = {}) {
    out.append(removal.before_unmarked());
    out.append(of);
    out.name(removal);
    out.append(removal.behind_unmarked());
}
/// ` and deleted_at is null` where the model says soft_delete().
constexpr void write_unremoved(text_writer& out, const model_view& model, std::string_view before = " and ") {
    if (!model.marks_removed()) return;
    out.append(before);
    write_unmarked(out, model.facts[model.removal]);
}
/// The primary key and, where there is one, the version.
constexpr void write_row_condition(text_writer& out, const model_view& model) {
    write_key_condition(out, model);
    if (!model.has_version()) return;
    out.append(" and ");
    write_equals_parameter(out, model, model.version);
}
constexpr void write_returning(text_writer& out, const model_view& model, const std::uint16_t* places,
                               std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        out.append(i == 0 ? " returning " : ", ");
        out.name(model.facts[places[i]]);
    }
}
/// What an update sets by itself: the version and set_on_update columns; `n` counts the assignments.
constexpr void write_library_assignments(text_writer& out, const model_view& model, std::size_t& n, bool qualified) {
    for (std::size_t i = 0; i < model.count; ++i) {
        if (!model.facts[i].version && !model.facts[i].on_update) continue;
        out.append(n++ == 0 ? "" : ", ");
        out.name(model.facts[i]);
        out.append(" = ");
        if (model.facts[i].version) {
            if (qualified) {
                out.table(model.schema, model.name);
                out.append(".");
            }
            out.name(model.facts[i]);
            out.append(" + 1");
        } else {
            out.append(model.on_update[i]);
        }
    }
}

/// `delete from t`
constexpr void write_deletion(text_writer& out, const model_view& model) {
    out.append("delete from ");
    out.table(model.schema, model.name);
}
/// `update t set deleted_at = now()` and what each update sets; the value marks rows as removed or as not removed.
constexpr void write_marking(text_writer& out, const model_view& model, bool removed) {
    const column_facts& removal = model.facts[model.removal];
    out.append("update ");
    out.table(model.schema, model.name);
    out.append(" set ");
    out.name(removal);
    if (removal.nullable) out.append(removed ? " = now()" : " = null");
    else out.append(removed ? " = true" : " = false");
    std::size_t n = 1;
    write_library_assignments(out, model, n, false);
}
/// How rows of the model are removed: with soft_delete() they are marked.
constexpr void write_removal(text_writer& out, const model_view& model) {
    if (model.marks_removed()) write_marking(out, model, true);
    else write_deletion(out, model);
}

// ---- by key

/// What a value of the primary key stands beside: the field of that column, for messages.
template <class T, std::size_t Column>
struct key_column {};
template <class T, std::size_t Column>
struct field_beside<key_column<T, Column>> {
    static std::string_view name() { return facts_of<T>.columns[Column].field; }
};

/// Converts what a user gives to the types of the primary key.
template <class T, class Keys = std::make_index_sequence<facts_of<T>.key_columns>>
struct key_of;
template <class T, std::size_t... K>
struct key_of<T, std::index_sequence<K...>> {
    /// Calls run(refs) with the key's values, which live as long as the call.
    template <class Run, class... Given>
    [[gnu::always_inline]] static auto with(const Run& run, Given&&... given) {
        static_assert(sizeof...(Given) == sizeof...(K),
                      "pgmodel: give one value for each column of the model's primary key, in the key's order: "
                      "db.get<model>(first, second)");
        constexpr bool values = !(expression<std::remove_cvref_t<Given>> || ...);
        static_assert(values, "pgmodel: this takes the values of the primary key; by a condition rows are selected: "
                              "db.all(pgmodel::select<model>().where(...)), db.exists(...), or "
                              "pgmodel::delete_from(...)");
        if constexpr (sizeof...(Given) == sizeof...(K) && values)
            return run(std::initializer_list<value_ref>{
                refer_to(make_parameter<column_type<facts_of<T>.key[K], T>, key_column<T, facts_of<T>.key[K]>>(
                             std::forward<Given>(given))
                             .value)...}
                           .begin());
        else return run(nullptr);
    }
};

template <class T>
struct find_statement {
    using writer = text_writer;

    /// The row by its key, removed or not.
    static constexpr void write_any(writer& out) {
        out.append("select ");
        out.append(rendered<stored_column_names<T>>::sql);
        out.append(" from ");
        out.table<T>();
        write_key_condition(out, view_of<T>);
    }
    static constexpr void write(writer& out) {
        write_any(out);
        write_unremoved(out, view_of<T>);
    }
};
template <class T>
struct exists_statement {
    using writer = text_writer;

    static constexpr void write(writer& out) {
        out.append("select exists (select from ");
        out.table<T>();
        write_key_condition(out, view_of<T>);
        write_unremoved(out, view_of<T>);
        out.append(")");
    }
};
template <class T>
struct count_statement {
    using writer = text_writer;

    static constexpr void write(writer& out) {
        out.append("select count(*) from ");
        out.table<T>();
        write_unremoved(out, view_of<T>, " where ");
    }
};
template <class T>
struct remove_by_key_statement {
    using writer = text_writer;

    static constexpr void write(writer& out) {
        write_removal(out, view_of<T>);
        write_key_condition(out, view_of<T>);
        write_unremoved(out, view_of<T>);
    }
};

// ---- by row

template <class T>
constexpr void add_row_condition(place_list<2 * column_count<T> + 2>& sends) {
    for (std::size_t i = 0; i < facts_of<T>.key_columns; ++i) sends.add(facts_of<T>.key[i]);
    if (version_place<T>() < column_count<T>) sends.add(version_place<T>());
}

template <class T>
struct remove_statement {
    using model = T;
    static constexpr auto sends = [] {
        place_list<2 * column_count<T> + 2> list{};
        add_row_condition<T>(list);
        return list;
    }();
    static constexpr place_list<0> returns{};

    static constexpr void write(text_writer& out) {
        write_removal(out, view_of<T>);
        write_row_condition(out, view_of<T>);
        write_unremoved(out, view_of<T>);
    }
};

constexpr bool is_stored_column(const column_facts& c) { return c.stored(); }
/// Reads a row again, also if it has been removed: its reader has it already.
template <class T>
struct refresh_statement {
    using model = T;
    static constexpr auto sends = [] {
        place_list<column_count<T>> list{};
        for (std::size_t i = 0; i < facts_of<T>.key_columns; ++i) list.add(facts_of<T>.key[i]);
        return list;
    }();
    static constexpr auto returns = places_where<column_count<T>>(facts_of<T>.columns, is_stored_column);

    static constexpr void write(text_writer& out) { find_statement<T>::write_any(out); }
};

constexpr bool is_writable(const column_facts& c) {
    return c.stored() && !c.primary_key && !c.identity && !c.serial && !c.generated && !c.version && !c.on_update;
}
/// Is it written when no column is named? What a trigger sets only where it is named, and so what marks removed rows.
constexpr bool is_written(const column_facts& c) { return is_writable(c) && !c.by_trigger && !c.removal; }
template <class T>
inline constexpr auto writable_places = places_where<column_count<T>>(facts_of<T>.columns, is_written);
/// An update can name a column that it can write, or a whole embedded struct.
template <class T, auto M>
constexpr bool can_update() {
    if constexpr (!means_whole_struct<M>)
        return whole_column<M>::value && is_writable(facts_of<T>.columns[column_place<M>]);
    else return true;
}
/// The fields that an update names, in the order of the struct; all that can be written when it names none.
template <class T, auto... M>
constexpr auto updated_places() {
    if constexpr (sizeof...(M) == 0) {
        return writable_places<T>;
    } else {
        bool named[column_count<T>]{};
        // Of a whole embedded struct: what can be written.
        const auto name = [&named](const found_column& c) {
            for (std::size_t i = c.place; i < c.place + c.columns; ++i)
                named[i] = !c.whole || is_written(facts_of<T>.columns[i]);
        };
        (name(column_of<M>), ...);
        place_list<column_count<T>> list{};
        for (std::size_t i = 0; i < column_count<T>; ++i)
            if (named[i]) list.add(i);
        return list;
    }
}
/// The columns that come back from an update: those that it sets by itself, and those that the server or a trigger
/// computes.
constexpr bool is_set_by_library(const column_facts& c) {
    return c.version || c.on_update || c.generated || c.by_trigger;
}
template <class T>
inline constexpr auto places_set_by_library = places_where<column_count<T>>(facts_of<T>.columns, is_set_by_library);

template <class T, auto... M>
struct fields_to_write {
    static constexpr auto places = updated_places<T, M...>();
};
/// `update t set a = $1, ..., updated_at = now() where key = $n returning ...`
template <class T>
constexpr void write_update(text_writer& out, const std::uint16_t* updated, std::size_t count) {
    const model_view& model = view_of<T>;
    constexpr auto returns = places_set_by_library<T>;
    out.append("update ");
    out.table<T>();
    out.append(" set ");
    std::size_t n = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (n++ != 0) out.append(", ");
        write_equals_parameter(out, model, updated[i]);
    }
    write_library_assignments(out, model, n, false);
    write_row_condition(out, model);
    write_unremoved(out, model);
    write_returning(out, model, returns.at, returns.count);
}
template <class T, class Fields>
struct update_of {
    using model = T;
    static constexpr auto updated = Fields::places;
    static constexpr auto returns = places_set_by_library<T>;
    static constexpr auto sends = [] {
        place_list<2 * column_count<T> + 2> list{};
        for (std::size_t i = 0; i < updated.count; ++i) list.add(updated.at[i]);
        add_row_condition<T>(list);
        return list;
    }();

    static constexpr void write(text_writer& out) { write_update<T>(out, updated.at, updated.count); }
};

template <class T, auto... M>
using update_statement = update_of<T, fields_to_write<T, M...>>;

/// The shape of a statement about `T`, one object per program.
template <class Statement, class Columns, class T>
inline constexpr statement_shape shape_of = make_shape<Statement, Columns>({&fields_of_view, &view_of<T>});
/// The shape of a query.
template <class Statement, class Columns>
inline constexpr statement_shape query_shape = make_shape<Statement, Columns>();

}  // namespace pgmodel::detail
