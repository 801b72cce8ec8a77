// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// INSERT of one row. A column that the server can fill is sent if its field differs from the field's member
// initialiser, else left to the server. The text for "everything is left to the server" is a constant; the others are
// written when they are needed.
#pragma once

#include <pgmodel/expression/literal.hpp>
#include <pgmodel/query/crud.hpp>

namespace pgmodel::detail {

template <class T>
inline constexpr column_set<T> always_sent = [] {
    column_set<T> set{};
    for (std::size_t i = 0; i < field_count<T>; ++i)
        set.has[i] = facts_of<T>.columns[i].stored() && !facts_of<T>.columns[i].server_fills();
    return set;
}();
template <class T>
inline constexpr column_set<T> server_filled = [] {
    column_set<T> set{};
    for (std::size_t i = 0; i < field_count<T>; ++i)
        set.has[i] = facts_of<T>.columns[i].stored() && facts_of<T>.columns[i].server_fills();
    return set;
}();

/// Does a field's initial value differ from its literal server default? Expressions such as now() are not compared.
struct default_checker {
    template <class Field, class Value>
    static bool differs(const Field& initial, const parameter<Value>& literal) {
        if constexpr (is_optional<Field>) return !initial || !(*initial == literal.value);
        else return !(initial == literal.value);
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

[[noreturn]] inline void throw_default_mismatch(std::string_view table, std::string_view field) {
    error_info info;
    info.table = table;
    info.field = field;
    throw usage_error("pgmodel: field \"" + info.field + "\" of table \"" + info.table +
                          "\" has another initial value than its server default; write the same literal in both places, so that "
                          "no value is replaced silently",
                      std::move(info));
}

/// A row as `T{}` makes it. Made once; throws `usage_error` when a literal server default contradicts it.
template <class T>
struct initial_row {
    T value{};

    initial_row() {
        declare<T>().items.each([self = this](const auto& item) { self->check(item); });
    }
    template <auto M, class R, class D, class U>
    void check(const field_declaration<M, R, D, U>& item) {
        if constexpr (!std::is_same_v<D, nothing_said>)
            if (default_checker::differs(value.*M, item.default_value))
                throw_default_mismatch(facts_of<T>.name, facts_of<T>.columns[field_index<M>].field);
    }
    template <class Other>
    void check(const Other&) {}

    static const T& get() {
        static const initial_row row;
        return row.value;
    }
};

/// Which server-filled columns of this row are sent after all.
template <class T, std::size_t... I>
bool sent_columns(const T& row, column_set<T>& sent, std::index_sequence<I...>) {
    bool more = false;
    const T& initial = initial_row<T>::get();
    const auto look = [&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
        if constexpr (server_filled<T>.has[N])
            if (!(get_field<N>(row) == get_field<N>(initial))) sent.has[N] = more = true;
    };
    (look(std::integral_constant<std::size_t, I>{}), ...);
    return more;
}

/// ` (a, b) values ($1, $2)`, or ` default values`.
template <class T, class Out, std::size_t... I>
constexpr void write_insert(Out& out, const column_set<T>& sent, std::index_sequence<I...>) {
    out.append("insert into ");
    out.template table<T>();
    if (!sent.any()) {
        out.append(" default values");
        return;
    }
    std::size_t n = 0;
    for (std::size_t i = 0; i < field_count<T>; ++i)
        if (sent.has[i]) {
            out.append(n++ == 0 ? " (" : ", ");
            out.name(facts_of<T>.columns[i].name);
        }
    out.append(") values (");
    n = 0;
    const auto value = [&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
        if constexpr (facts_of<T>.columns[N].stored())
            if (sent.has[N]) {
                if (n++ != 0) out.append(", ");
                out.template parameter<field_type<N, T>>();
            }
    };
    (value(std::integral_constant<std::size_t, I>{}), ...);
    out.append(")");
}

template <class T>
struct plain_insert {
    using row = T;
    /// What comes back of a row whose columns `sent` were sent: what the server has filled in.
    static constexpr bool returns(const column_set<T>& sent, std::size_t column) {
        return server_filled<T>.has[column] && !sent.has[column];
    }
    template <class Out>
    static constexpr void write_rest(Out&, const column_set<T>&) {}
};

template <class Kind, class Out>
constexpr void write_insert_of(Out& out, const column_set<typename Kind::row>& sent) {
    using row = typename Kind::row;
    write_insert<row>(out, sent, std::make_index_sequence<field_count<row>>{});
    Kind::write_rest(out, sent);
    for (std::size_t i = 0, n = 0; i < field_count<row>; ++i)
        if (Kind::returns(sent, i)) {
            out.append(n++ == 0 ? " returning " : ", ");
            out.name(facts_of<row>.columns[i].name);
        }
}

template <class Kind>
inline constexpr column_set<typename Kind::row> usually_returned = [] {
    column_set<typename Kind::row> set{};
    for (std::size_t i = 0; i < field_count<typename Kind::row>; ++i)
        set.has[i] = Kind::returns(always_sent<typename Kind::row>, i);
    return set;
}();

/// The usual case: everything that the server can fill is left to it.
template <class Kind>
struct usual_insert {
    using row = typename Kind::row;
    using writer = table_writer<row>;
    using returned = returned_columns<row, usually_returned<Kind>>;

    static constexpr void write(writer& out) { write_insert_of<Kind>(out, always_sent<row>); }

    template <class F>
    static void visit(const row& r, F& f) {
        visit(r, f, std::make_index_sequence<field_count<row>>{});
    }
    template <class F, std::size_t... I>
    static void visit(const row& r, F& f, std::index_sequence<I...>) {
        (visit_one<I>(r, f), ...);
    }
    template <std::size_t I, class F>
    static void visit_one(const row& r, F& f) {
        if constexpr (always_sent<row>.has[I]) f(get_field<I>(r));
    }
};

/// The fields that the usual case sends, for messages.
template <class T>
inline constexpr auto sent_fields = [] {
    text_list<field_count<T> + 1> list{};
    std::size_t n = 0;
    for (std::size_t i = 0; i < field_count<T>; ++i)
        if (always_sent<T>.has[i]) list.at[n++] = facts_of<T>.columns[i].field;
    return list;
}();

/// The other cases: text and types are written now.
template <class Kind>
struct written_insert {
    using row = typename Kind::row;
    using indices = std::make_index_sequence<field_count<row>>;

    const column_set<row>& sent;
    std::string sql{};
    type_ref types[field_count<row>]{};
    expected_column columns[field_count<row>]{};
    statement_shape shape{};

    explicit written_insert(const column_set<row>& s) : sent(s) {
        table_writer<row> counter{};
        write_insert_of<Kind>(counter, sent);
        sql.resize(counter.size);
        table_writer<row> out{};
        out.out = sql.data();
        out.types = types;
        write_insert_of<Kind>(out, sent);
        shape.sql = sql;
        shape.parameters = types;
        shape.parameter_count = out.parameters;
        shape.columns = columns;
        shape.match = match_columns::by_position;
        shape.field_of = &fields_behind<row>;
        each_column([&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
            if (Kind::returns(sent, N))
                columns[shape.column_count++] = expect<field_type<N, row>>(facts_of<row>.columns[N].name, true);
        });
        shape.set_hash();
    }
    template <class F>
    void visit(const row& r, F& f) const {
        each_column([&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
            if (sent.has[N]) f(get_field<N>(r));
        });
    }
    template <class Result>
    void read_into(row& r, const Result& result, decode_position& at) const {
        std::size_t next = 0;
        each_column([&]<std::size_t N>(std::integral_constant<std::size_t, N>) {
            if (Kind::returns(sent, N)) get_field<N>(r) = read_value<field_type<N, row>>(result, at, next++);
        });
    }

private:
    template <class F>
    static void each_column(const F& f) {
        each_column(f, indices{});
    }
    template <class F, std::size_t... I>
    static void each_column(const F& f, std::index_sequence<I...>) {
        (each_stored<I>(f), ...);
    }
    template <std::size_t I, class F>
    static void each_stored(const F& f) {
        if constexpr (facts_of<row>.columns[I].stored()) f(std::integral_constant<std::size_t, I>{});
    }
};

}  // namespace pgmodel::detail
