// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Statements about whole rows of one model: find, update, remove, count. Their texts are constants.
#pragma once

#include <pgmodel/model/violation.hpp>
#include <pgmodel/query/row.hpp>
#include <pgmodel/query/text.hpp>

namespace pgmodel::detail {

template <class T>
constexpr void check_has_key() {
    static_assert(has_primary_key<T>,
                  "pgmodel: this model has no primary key, so a row of it cannot be found, updated or removed; declare one, or "
                  "select with a condition");
}

template <class T, class Keys = std::make_index_sequence<facts_of<T>.key_columns>>
struct key_of;
/// The primary key of a model: its columns, their types, and the values in a row.
template <class T, std::size_t... K>
struct key_of<T, std::index_sequence<K...>> {
    static constexpr std::size_t count = sizeof...(K);
    static constexpr std::string_view names[count + 1]{facts_of<T>.columns[facts_of<T>.key[K]].field...};

    template <std::size_t N>
    using type = field_type<facts_of<T>.key[N], T>;
    using values = std::tuple<type<K>...>;

    template <class Out>
    static constexpr void write_condition(Out& out) {
        ((out.append(K == 0 ? " where " : " and "), out.name(facts_of<T>.columns[facts_of<T>.key[K]].name), out.append(" = "),
          out.template parameter<type<K>>()),
         ...);
    }
    template <class F>
    static void visit(const T& row, F& f) {
        (f(get_field<facts_of<T>.key[K]>(row)), ...);
    }
    /// A user's key values, converted to the key's types.
    template <class... Given>
    static values convert(Given&&... given) {
        static_assert(sizeof...(Given) == count,
                      "pgmodel: give one value for each column of the model's primary key, in the key's order");
        if constexpr (sizeof...(Given) == count)
            return values{make_parameter<type<K>>(std::forward<Given>(given)).value...};
        else
            return values{};
    }
};

/// ` a, b, c`: all stored columns.
template <class T, class Out>
constexpr void write_columns(Out& out) {
    bool first = true;
    for (const auto& column : facts_of<T>.columns) {
        if (!column.stored()) continue;
        if (!first) out.append(", ");
        first = false;
        out.name(column.name);
    }
}

template <class T>
struct find_statement {
    using writer = table_writer<T>;

    static constexpr void write(writer& out) {
        out.append("select ");
        write_columns<T>(out);
        out.append(" from ");
        out.template table<T>();
        key_of<T>::write_condition(out);
    }
};

template <class T>
struct exists_statement {
    using writer = table_writer<T>;

    static constexpr void write(writer& out) {
        out.append("select exists (select from ");
        out.template table<T>();
        key_of<T>::write_condition(out);
        out.append(")");
    }
};

template <class T>
struct count_statement {
    using writer = table_writer<T>;

    static constexpr void write(writer& out) {
        out.append("select count(*) from ");
        out.template table<T>();
    }
};

template <class T>
inline constexpr std::size_t version_column = [] {
    for (std::size_t i = 0; i < field_count<T>; ++i)
        if (facts_of<T>.columns[i].version) return i;
    return field_count<T>;
}();
template <class T>
inline constexpr bool has_version = version_column<T> < field_count<T>;

/// `where key = ... and version = ...`
template <class T, class Out>
constexpr void write_row_condition(Out& out) {
    key_of<T>::write_condition(out);
    if constexpr (has_version<T>) {
        out.append(" and ");
        out.name(facts_of<T>.columns[version_column<T>].name);
        out.append(" = ");
        out.template parameter<field_type<version_column<T>, T>>();
    }
}
template <class T, class F>
void visit_row_condition(const T& row, F& f) {
    key_of<T>::visit(row, f);
    if constexpr (has_version<T>) f(get_field<version_column<T>>(row));
}

template <class T>
struct remove_statement {
    using writer = table_writer<T>;

    static constexpr void write(writer& out) {
        out.append("delete from ");
        out.template table<T>();
        write_row_condition<T>(out);
    }
};
template <class T>
struct remove_by_key_statement {
    using writer = table_writer<T>;

    static constexpr void write(writer& out) {
        out.append("delete from ");
        out.template table<T>();
        key_of<T>::write_condition(out);
    }
};

/// What a model sets on every update, by the field: `set_on_update(pg::now())`.
template <class T>
struct on_update_writer {
    template <class Out, auto M, class R, class D, class U>
    static constexpr void write(Out& out, const field_declaration<M, R, D, U>*) {
        if constexpr (!std::is_same_v<U, nothing_said>) {
            static_assert(U::constant,
                          "pgmodel: set_on_update() takes an expression without plain values, such as pgmodel::now() or "
                          "pgmodel::lit<1>");
            out.append(", ");
            out.name(facts_of<T>.columns[field_index<M>].name);
            out.append(" = ");
            U::write(out, nullptr);
        }
    }
    template <class Out, class Other>
    static constexpr void write(Out&, const Other*) {}

    template <class Out, class... Items>
    static constexpr void write_all(Out& out, const table_declaration<Items...>*) {
        (write(out, static_cast<const Items*>(nullptr)), ...);
    }
};

/// A set of columns, by their places in the struct.
template <class T>
struct column_set {
    bool has[field_count<T>]{};

    constexpr bool any() const {
        for (bool b : has)
            if (b) return true;
        return false;
    }
};

template <class T>
inline constexpr column_set<T> writable_columns = [] {
    column_set<T> set{};
    for (std::size_t i = 0; i < field_count<T>; ++i) {
        const column_facts& c = facts_of<T>.columns[i];
        set.has[i] = c.stored() && !c.primary_key && !c.identity && !c.version && !c.on_update;
    }
    return set;
}();
template <class T, auto... M>
inline constexpr column_set<T> named_columns = [] {
    column_set<T> set{};
    ((set.has[field_index<M>] = true), ...);
    return set;
}();

/// The columns that an update sets by itself, and which therefore come back.
template <class T>
inline constexpr column_set<T> updated_by_library = [] {
    column_set<T> set{};
    for (std::size_t i = 0; i < field_count<T>; ++i)
        set.has[i] = facts_of<T>.columns[i].version || facts_of<T>.columns[i].on_update;
    return set;
}();

/// Reads the columns of `Set` that a RETURNING list brings back into a row.
template <class T, column_set<T> Set>
struct returned_columns {
    static constexpr std::size_t count = [] {
        std::size_t n = 0;
        for (bool b : Set.has) n += b;
        return n;
    }();
    static constexpr match_columns match = match_columns::by_position;

    template <std::size_t I>
    static constexpr void add(column_list<count + 1>& all, std::size_t& n) {
        if constexpr (Set.has[I]) all.at[n++] = expect<field_type<I, T>>(facts_of<T>.columns[I].name, true);
    }
    template <std::size_t... I>
    static constexpr auto make(std::index_sequence<I...>) {
        column_list<count + 1> all{};
        std::size_t n = 0;
        (add<I>(all, n), ...);
        return all;
    }
    static constexpr auto columns = make(std::make_index_sequence<field_count<T>>{});
    static constexpr const expected_column* list = columns.at;

    template <class Out>
    static constexpr void write_returning(Out& out) {
        for (std::size_t i = 0, n = 0; i < field_count<T>; ++i)
            if (Set.has[i]) {
                out.append(n++ == 0 ? " returning " : ", ");
                out.name(facts_of<T>.columns[i].name);
            }
    }
    template <class Result>
    static void read_into(T& row, const Result& result, decode_position& at) {
        read_into(row, result, at, std::make_index_sequence<field_count<T>>{});
    }
    template <class Result, std::size_t... I>
    static void read_into(T& row, const Result& result, decode_position& at, std::index_sequence<I...>) {
        std::size_t next = 0;
        (read_one<I>(row, result, at, next), ...);
    }
    template <std::size_t I, class Result>
    static void read_one(T& row, const Result& result, decode_position& at, std::size_t& next) {
        if constexpr (Set.has[I]) get_field<I>(row) = read_value<field_type<I, T>>(result, at, next++);
    }
};

/// `update t set a = $1, ..., updated_at = now() where key = $n returning ...`
template <class T, column_set<T> Set>
struct update_statement {
    using writer = table_writer<T>;
    using returned = returned_columns<T, updated_by_library<T>>;

    static constexpr void write(writer& out) { write(out, std::make_index_sequence<field_count<T>>{}); }
    template <std::size_t... I>
    static constexpr void write(writer& out, std::index_sequence<I...>) {
        out.append("update ");
        out.template table<T>();
        std::size_t n = 0;
        (set<I>(out, n), ...);
        if constexpr (has_version<T>) {
            out.append(", ");
            out.name(facts_of<T>.columns[version_column<T>].name);
            out.append(" = ");
            out.name(facts_of<T>.columns[version_column<T>].name);
            out.append(" + 1");
        }
        on_update_writer<T>::write_all(out, static_cast<const declaration_type<T>*>(nullptr));
        write_row_condition<T>(out);
        returned::write_returning(out);
    }
    template <std::size_t I>
    static constexpr void set(writer& out, std::size_t& n) {
        if constexpr (Set.has[I]) {
            out.append(n++ == 0 ? " set " : ", ");
            out.name(facts_of<T>.columns[I].name);
            out.append(" = ");
            out.template parameter<field_type<I, T>>();
        }
    }
    template <class F>
    static void visit(const T& row, F& f) {
        visit(row, f, std::make_index_sequence<field_count<T>>{});
    }
    template <class F, std::size_t... I>
    static void visit(const T& row, F& f, std::index_sequence<I...>) {
        (visit_one<I>(row, f), ...);
        visit_row_condition(row, f);
    }
    template <std::size_t I, class F>
    static void visit_one(const T& row, F& f) {
        if constexpr (Set.has[I]) f(get_field<I>(row));
    }
    /// The fields behind the parameters, for messages.
    static constexpr auto fields = [] {
        text_list<2 * field_count<T> + 2> list{};
        std::size_t n = 0;
        for (std::size_t i = 0; i < field_count<T>; ++i)
            if (Set.has[i]) list.at[n++] = facts_of<T>.columns[i].field;
        for (std::size_t i = 0; i < facts_of<T>.key_columns; ++i) list.at[n++] = key_of<T>::names[i];
        if constexpr (has_version<T>) list.at[n] = facts_of<T>.columns[version_column<T>].field;
        return list;
    }();
};

/// The shape of a statement about `T`, one object per program.
template <class Statement, class Columns, class T>
inline constexpr statement_shape shape_of = make_shape<Statement, Columns>(&fields_behind<T>);
/// The shape of a query.
template <class Statement, class Columns>
inline constexpr statement_shape query_shape = make_shape<Statement, Columns>();

}  // namespace pgmodel::detail
