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
#include <pgmodel/types/copied_text.hpp>
#include <pgmodel/types/json.hpp>
#include <pgmodel/types/varchar.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

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

/// Where a row is written, and what the first row has decided.
struct copy_room {
    char* at = nullptr;
    char* end = nullptr;
    std::int16_t columns = 0;
    const bool* sent = nullptr;  ///< by place
    const void* initial = nullptr;  ///< null: all columns are sent
    type_resolver* types = nullptr;
};

/// Texts that are looked at while they are copied, and of how many bytes all have few enough characters.
template <class T>
inline constexpr std::size_t most_copied = 0;
template <>
inline constexpr std::size_t most_copied<std::string> = longest_value;
template <std::size_t N>
inline constexpr std::size_t most_copied<varchar<N>> = N == 0 ? longest_value : N;

template <class T>
inline constexpr bool has_copied_texts = false;
template <class T>
inline constexpr bool has_copied_texts<std::vector<T>> = most_copied<T> > 0;

/// How many bytes any value takes; 0: it must be asked, as of one that takes more than the room that each has.
template <class Field>
inline constexpr std::size_t copied_width = width_of<Field>() <= value_writer::small ? width_of<Field>() : 0;

/// The length and the value, and returns where the next one goes; null if there is no room, or a text may be too long.
template <class Field>
[[gnu::always_inline]] inline char* write_copied(const Field& value, char* at, const char* end, type_resolver* types) {
    writer length(at), out(at + 4, types);
    const auto fits = [&](std::size_t size) { return end >= at && size <= static_cast<std::size_t>(end - at); };
    if constexpr (is_optional<Field>) {
        if (value) return write_copied(*value, at, end, types);
        length.write(std::int32_t{-1});
        return at + 4;
    } else if constexpr (most_copied<Field> > 0) {
        const std::string_view text{value};
        if (text.size() > most_copied<Field> || !fits(text.size())) [[unlikely]]
            return nullptr;
        length.write(static_cast<std::int32_t>(text.size()));
        copy_text(at + 4, text);
        return at + 4 + text.size();
    } else if constexpr (std::is_same_v<Field, jsonb_text>) {
        const std::string_view text = value.str();
        if (!fits(1 + text.size())) [[unlikely]]
            return nullptr;
        length.write(static_cast<std::int32_t>(1 + text.size()));
        out.write(std::uint8_t{1});
        copy_text(at + 5, text);
        check_jsonb(text);
        return at + 5 + text.size();
    } else if constexpr (has_copied_texts<Field>) {
        constexpr std::size_t head = 20;
        if (!fits(head)) [[unlikely]]
            return nullptr;
        const auto count = static_cast<std::int32_t>(value.size());
        for (const std::int32_t part : {std::int32_t{count != 0}, 0}) out.write(part);
        out.write(codec<typename Field::value_type>::type.id);
        char* next = at + 4 + 12;
        if (count != 0) {
            for (const std::int32_t part : {count, 1}) out.write(part);
            next = at + 4 + head;
            for (const auto& text : value) {
                next = write_copied(text, next, end, types);
                if (!next) [[unlikely]]
                    return nullptr;
            }
        }
        length.write(static_cast<std::int32_t>(next - at - 4));
        return next;
    } else if constexpr (has_view<Field>) {
        const std::string_view bytes = codec<Field>::view(value);
        if (!fits(bytes.size())) [[unlikely]]
            return nullptr;
        length.write(static_cast<std::int32_t>(bytes.size()));
        out.bytes(bytes);
        return out.position();
    } else {
        if constexpr (copied_width<Field> == 0)
            if (!fits(codec<Field>::size(value))) [[unlikely]]
                return nullptr;
        codec<Field>::encode(value, out);
        length.write(static_cast<std::int32_t>(out.position() - at - 4));
        return out.position();
    }
}
/// What a row takes besides the values that say their size.
template <class T>
inline constexpr std::size_t copied_widths = []<std::size_t... I>(std::index_sequence<I...>) {
    std::size_t all = 2;
    in_order({(all += 4 + copied_width<unwrapped<column_type<I, T>>>, 0)...});
    return all;
}(std::make_index_sequence<column_count<T>>{});

template <std::size_t I, class T>
[[gnu::always_inline]] inline char* write_copied_column(const void* row, char* at, const copy_room& room) {
    constexpr column_facts facts = facts_of<T>.columns[I];
    if constexpr (facts.stored() && !facts.generated) {
        using field = column_type<I, T>;
        const void* const value = view_of<T>.field(row, I);
        if constexpr (is_sent_if_given(facts)) {
            const bool sent = room.sent[I];
            if (room.initial && fields_equal<field>(value, view_of<T>.field(room.initial, I)) == sent) [[unlikely]]
                return nullptr;
            if (!sent) return at;
        }
        return write_copied(*static_cast<const field*>(value), at, room.end, room.types);
    } else return at;
}
/// A row as COPY wants it, and where the next one goes; null if it does not fit, or not to the first row. Throws
/// `encode_error`.
template <class T>
char* write_copied_row(const void* row, const copy_room& room) {
    writer out(room.at);
    out.write(room.columns);
    char* at = out.position();
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        in_order({(at = at ? write_copied_column<I, T>(row, at, room) : nullptr, 0)...});
    }(std::make_index_sequence<column_count<T>>{});
    return at;
}

/// What COPY must know of a model.
struct copy_plan {
    const model_view* model;
    void (*resolve)(type_resolver&);
    const void* (*initial)();
    const fillable_column* given;
    std::size_t given_count;
    char* (*write)(const void* row, const copy_room& room);
    std::size_t width;
};
template <class T>
inline constexpr copy_plan copy_plan_of{
    &view_of<T>,          &resolve_columns<T>, &initial_row<T>, given_columns_of<T>.at, given_columns_of<T>.count,
    &write_copied_row<T>, copied_widths<T>};

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
