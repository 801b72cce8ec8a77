// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Many rows into a table by COPY, however many there are. Not part of <pgmodel.hpp>.
//
//     std::uint64_t stored = pg::copy_rows(db, measurements);
#pragma once

#include <pgmodel/core/iterator.hpp>
#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/insert.hpp>
#include <pgmodel/session/connection.hpp>
#include <pgmodel/types/array.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace pgmodel {

/// What of rows is copied.
struct copy_options {
    /// Also the columns that the server could fill, as the rows have them: such as for rows that were read elsewhere.
    bool all_columns = false;
};

namespace detail {

template <class First, class... More>
inline constexpr bool is_included<"copy_rows", First, More...> = true;

/// Asks for the types whose numbers stand within values of the field: the connection cannot be asked during COPY.
template <class Field>
void resolve_parts(type_resolver& types);
template <class Part>
void resolve_part(type_resolver& types) {
    static_cast<void>(types.resolve(element_type_of<codec<unwrapped<Part>>>()));
    resolve_parts<Part>(types);
}
template <class Field>
void resolve_parts(type_resolver& types) {
    using value = domain_root<unwrapped<Field>>;
    if constexpr (array_value<value>) resolve_part<typename array_shape<value>::element>(types);
    else if constexpr (composite_value<value>)
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (resolve_part<field_type<I, value>>(types), ...);
        }(std::make_index_sequence<field_count<value>>{});
}
template <class T>
void resolve_columns(type_resolver& types) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto resolve = [&]<std::size_t Place>() {
            if constexpr (facts_of<T>.columns[Place].stored()) resolve_parts<column_type<Place, T>>(types);
        };
        in_order({(resolve.template operator()<I>(), 0)...});
    }(std::make_index_sequence<column_count<T>>{});
}

/// Columns that are sent if the rows have values of their own for them. Where the default is a literal, it is the
/// field's initial value as well, so that it can be sent in any case.
constexpr bool is_sent_if_given(const column_facts& c) {
    return c.stored() && c.server_fills() && !c.generated && !set_unsent(c);
}
template <class T>
inline constexpr auto given_places = places_where<column_count<T>>(facts_of<T>.columns, is_sent_if_given);
template <class T, std::size_t... I>
constexpr fillable_list<sizeof...(I)> make_given(std::index_sequence<I...>) {
    return {{{given_places<T>.at[I], &fields_equal<column_type<given_places<T>.at[I], T>>}...}, sizeof...(I)};
}
template <class T>
inline constexpr auto given_columns_of = make_given<T>(std::make_index_sequence<given_places<T>.count>{});

/// What COPY must know of a model.
struct copy_plan {
    const model_view* model;
    void (*resolve)(type_resolver&);
    const void* (*initial)();
    const fillable_column* given;
    std::size_t given_count;
};
template <class T>
inline constexpr copy_plan copy_plan_of{&view_of<T>, &resolve_columns<T>, &initial_row<T>, given_columns_of<T>.at,
                                        given_columns_of<T>.count};

class row_copier;
/// Gives rows to a copier; false when it takes no more.
PGMODEL_FUNCTION
bool copy_row(row_copier& to, const void* row);
/// Any range of rows: `send` gives them to the copier one by one.
struct row_source {
    void* rows;
    void (*send)(void* rows, row_copier& to);
};
PGMODEL_FUNCTION
std::uint64_t run_copy_rows(channel& c, const copy_plan& plan, const copy_options& wanted, row_source source);

namespace ranges {
using std::begin;
template <class Rows>
auto front(Rows& rows) -> decltype(*begin(rows));
}  // namespace ranges
/// What a range is made of; void for all that is none.
template <class Rows>
struct row_in_range {
    using type = void;
};
template <class Rows>
    requires requires(Rows& rows) { ranges::front(rows); }
struct row_in_range<Rows> {
    using type = std::remove_cvref_t<decltype(ranges::front(std::declval<Rows&>()))>;
};

template <class Row>
struct checked_copy {
    static_assert(row_like<Row>, "pgmodel: copy_rows() takes a range of rows (structs that are models), such as a "
                                 "std::vector of them; one row: db.insert(row)");
    static constexpr bool value = [] {
        if constexpr (row_like<Row>) return checked_model<Row>::value && written_model<Row>::value;
        else return false;
    }();
};

}  // namespace detail

/// `COPY table (columns) FROM STDIN (FORMAT binary)`: stores all rows of a range, each encoded as it comes, so that any
/// number takes little memory; how many there were. All or none are stored. No rows come back: where the server's
/// values are wanted, `db.insert(rows)`.
///
/// COPY has one list of columns for all rows. A column that the server can fill (an identity, a server default) is sent
/// if the first row's field differs from the field's member initialiser; each other row must do the same, or
/// `usage_error` is thrown and nothing is stored. Generated columns are never sent. Triggers fire, rules do not.
///
/// Outside a transaction it has one of its own, and throws what `transaction::commit` does.
///
/// Throws `encode_error` for a value that PostgreSQL cannot take, with its row and field; `constraint_violation`;
/// `schema_mismatch`, before anything is sent; `row_count_error` when a trigger has suppressed rows; and whatever the
/// range throws. Nothing is stored then, unless a transaction of the caller's goes on after a `row_count_error`, and
/// the connection can be used again. The session's deadline is that of the whole copy. The server refuses it of roles
/// that row-level security holds for (`usage_error`).
template <class Rows>
std::uint64_t copy_rows(connection& db, Rows&& rows, const copy_options& wanted = {}) {
    using range = std::remove_reference_t<Rows>;
    using row = typename detail::row_in_range<range>::type;
    if constexpr (detail::checked_copy<row>::value) {
        const auto send = [](void* of, detail::row_copier& to) {
            for (auto&& each : *static_cast<range*>(of)) {
                const row& value = each;
                if (!detail::copy_row(to, &value)) break;
            }
        };
        return detail::run_copy_rows(detail::connection_access::channel_of(db), detail::copy_plan_of<row>, wanted,
                                     {const_cast<std::remove_const_t<range>*>(&rows), send});
    } else return 0;
}

}  // namespace pgmodel

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/copy_rows.ipp>
#endif
