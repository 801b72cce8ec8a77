// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Rows in C++: what columns a row type expects, and how a row is built from a result's memory. A row type is a model or
// any other plain struct, a std::tuple, or a single value.
#pragma once

#include <pgmodel/core/iterator.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/model_view.hpp>

#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

namespace pgmodel::detail {

/// No rows: what a statement returns is not looked at.
struct no_columns {
    static constexpr const expected_column* list = nullptr;
    static constexpr std::size_t count = 0;
    static constexpr match_columns match = match_columns::none;
};

template <class T>
constexpr expected_column expect(std::string_view name, bool exact) {
    using value = unwrapped<T>;
    return {name, codec<value>::type, exact ? nullptr : &codec_accepts<value>, cpp_type_name<T>()};
}

/// The stored columns of a struct, in its order: of a model by position and of exactly the declared types; of a struct
/// that raw SQL fills by name, and of any type that can be read into the field.
template <class T, match_columns Match>
struct struct_columns {
    static constexpr std::size_t count = facts_of<T>.stored();
    static constexpr match_columns match = Match;

    template <std::size_t I>
    static constexpr auto accepts() {
        bool (*other)(oid) = nullptr;
        if constexpr (facts_of<T>.columns[I].stored() && checked_field_type<T, I>::value)
            other = &codec_accepts<unwrapped<column_type<I, T>>>;
        return other;
    }
    template <std::size_t... I>
    static constexpr auto make(std::index_sequence<I...>) {
        column_list<count> all{};
        std::size_t n = 0;
        for (std::size_t i = 0; i < sizeof...(I); ++i)
            if (facts_of<T>.columns[i].stored())
                all.at[n++] = expect_column(facts_of<T>.columns[i], access_of<T>.at[i]);
        if constexpr (Match == match_columns::by_name) {
            n = 0;
            in_order({(facts_of<T>.columns[I].stored() ? (all.at[n++].accepts = accepts<I>(), 0) : 0)...});
        }
        return all;
    }
    static constexpr auto columns = make(std::make_index_sequence<column_count<T>>{});
    static constexpr const expected_column* list = columns.at;
};

/// A value that stands for itself, in no struct.
template <class T>
struct value_that_is_read {
    static constexpr bool too_wide = unsigned_64<T>;
    static_assert(!too_wide,
                  "pgmodel: PostgreSQL has no unsigned 64-bit integer; read a std::int64_t or pgmodel::numeric<20, 0>");
    static constexpr bool borrowed = has_codec<unwrapped<T>> && !readable<unwrapped<T>>;
    static_assert(!borrowed, "pgmodel: a value that is read must own its bytes; use std::string for a text");
    static_assert(too_wide || borrowed || has_codec<unwrapped<T>>,
                  "pgmodel: a value of this type cannot be read from a column");
    static constexpr bool value = true;
};

/// Columns by their places, whatever their names.
template <class... T>
struct value_columns {
    static_assert((value_that_is_read<T>::value && ...));
    static constexpr std::size_t count = sizeof...(T);
    static constexpr match_columns match = match_columns::by_position;
    static constexpr column_list<count> columns{{expect<T>({}, false)...}};
    static constexpr const expected_column* list = columns.at;
};

/// Which column is being decoded, for the message when it fails.
struct decode_position {
    std::size_t row = 0;
    std::size_t column = 0;
};

template <class T, class Result>
inline T read_value(const Result& result, decode_position& at, std::size_t column) {
    at.column = column;
    reader value = result.value(at.row, column);
    if (value.left() == 0 && result.is_null(at.row, column)) {
        if constexpr (is_optional<T>) return std::nullopt;
        else fail_value("NULL for a field that is not optional");
    }
    return codec<unwrapped<T>>::decode(value);
}

template <class Row>
struct row_reader;

template <class... T>
struct row_reader<std::tuple<T...>> {
    using row = std::tuple<T...>;
    using columns = value_columns<T...>;

    template <class Result>
    static std::tuple<T...> read(const Result& result, decode_position& at) {
        return read(result, at, std::index_sequence_for<T...>{});
    }
    template <class Result, std::size_t... I>
    static std::tuple<T...> read(const Result& result, decode_position& at, std::index_sequence<I...>) {
        return std::tuple<T...>{read_value<T>(result, at, I)...};
    }
};

/// A single value: the only column.
template <class T>
struct value_reader {
    using row = T;
    using columns = value_columns<T>;

    template <class Result>
    static T read(const Result& result, decode_position& at) {
        return read_value<T>(result, at, 0);
    }
};
template <class T>
    requires(!composite_value<T> && (has_codec<unwrapped<T>> || !std::is_class_v<unwrapped<T>>))
struct row_reader<T> : value_reader<T> {};

/// Of a select list: a struct in it is the value of its only column.
template <class T>
using list_reader = std::conditional_t<composite_value<T>, value_reader<T>, row_reader<T>>;
template <class Reader>
concept reads_value = std::derived_from<Reader, value_reader<typename Reader::row>>;

/// A struct: built by aggregate initialisation, so that member initialisers do not run, except where fields are
/// transient.
template <class T, match_columns Match>
struct struct_reader {
    static_assert(aggregate_fields<T>::value > 0);
    static_assert(field_names<T>.at[0].size() > 0);
    using row = T;
    using columns = struct_columns<T, Match>;

    template <class Result>
    [[gnu::always_inline]] static T read(const Result& result, decode_position& at) {
        return read(result, at, std::make_index_sequence<column_count<T>>{});
    }

private:
    template <class Result>
    [[gnu::always_inline]] static std::size_t place(const Result& result, std::size_t column) {
        if constexpr (Match == match_columns::by_name)
            if (const std::uint16_t* order = result.order()) return order[column];
        return column;
    }
    template <class Result, std::size_t... I>
    static T read(const Result& result, decode_position& at, std::index_sequence<I...>) {
        if constexpr (facts_of<T>.stored() != column_count<T>) {
            T row{};
            std::size_t next = 0;
            in_order({(read_stored<I>(row, result, at, next), 0)...});
            return row;
        } else if constexpr (embeds<T>) {
            return read_fields<T, layout_of<T>>(result, at, 0, std::make_index_sequence<field_count<T>>{});
        } else if constexpr (Match == match_columns::by_position) {
            return T{read_value<column_type<I, T>>(result, at, I)...};
        } else {
            return T{read_value<column_type<I, T>>(result, at, place(result, I))...};
        }
    }
    /// A struct whose columns begin at `first`, each struct in it built likewise.
    template <class S, class Layout, class Result, std::size_t... I>
    static S read_fields(const Result& result, decode_position& at, std::size_t first, std::index_sequence<I...>) {
        return S{read_field<S, Layout, I>(result, at, first + Layout::starts.at[I])...};
    }
    template <class S, class Layout, std::size_t I, class Result>
    static field_type<I, S> read_field(const Result& result, decode_position& at, std::size_t first) {
        using field = field_type<I, S>;
        if constexpr (Layout::embedded.at[I])
            return read_fields<field, typename Layout::template part<I>>(
                result, at, first, std::make_index_sequence<field_count<field>>{});
        else return read_value<field>(result, at, place(result, first));
    }
    template <std::size_t I, class Result>
    static void read_stored(T& row, const Result& result, decode_position& at, std::size_t& next) {
        if constexpr (facts_of<T>.columns[I].stored())
            get_column<I>(row) = read_value<column_type<I, T>>(result, at, place(result, next++));
    }
};

/// Its rows are structs, which nothing but themselves becomes.
template <class Reader>
concept reads_struct = std::is_aggregate_v<typename Reader::row> && !reads_value<Reader>;

/// A struct that raw SQL fills by the names of its columns.
template <class T>
    requires(composite_value<T> || (!has_codec<unwrapped<T>> && std::is_class_v<unwrapped<T>>))
struct row_reader<T> : struct_reader<T, match_columns::by_name> {
    static_assert(aggregate_fields<T>::value > 0);
    static_assert(checked_fields<T>::value);
};

/// A model read whole, by position.
template <class T>
struct model_reader : struct_reader<T, match_columns::by_position> {};

PGMODEL_FUNCTION
[[noreturn]] void throw_decode_error(const value_error& e, std::string_view column, std::string_view cpp_type,
                                     std::size_t row, std::string_view sql, std::string_view table);

/// Makes a codec's complaint a `decode_error` that names the column.
template <class Result>
[[noreturn]] void throw_unreadable(const value_error& e, const Result& result, const decode_position& at,
                                   const expected_column* columns, std::size_t count, std::string_view table) {
    std::string_view type;
    for (std::size_t i = 0; i < count; ++i)
        if ((result.order() ? result.order()[i] : i) == at.column) type = columns[i].cpp_type;
    std::string_view sql;
    if constexpr (requires { result.statement(); }) sql = result.statement();
    throw_decode_error(e, result.column_name(at.column), type, at.row, sql, table);
}
/// The table of which it reads whole rows; empty for others.
template <class Reader>
inline constexpr std::string_view table_of_reader{};
template <class T>
inline constexpr std::string_view table_of_reader<model_reader<T>> = facts_of<T>.name;

/// A struct that is read when the vector has a place for it: without a move. One type for all structs, so that what
/// walks over a range of them is compiled once.
template <match_columns Match, class Result>
struct row_there {
    const Result* result;
    decode_position* at;

    template <class Row>
    [[gnu::always_inline]] operator Row() const {
        return struct_reader<Row, Match>::read(*result, *at);
    }
};
template <match_columns Match>
struct any_struct_reader {
    template <class Result>
    [[gnu::always_inline]] static row_there<Match, Result> read(const Result& result, decode_position& at) {
        return {&result, &at};
    }
};

/// The rows of a result, each decoded when it is looked at: a vector made from a range of known length needs no code
/// for growing, which a compiler takes longer for than for all the rest.
template <class Reader, class Result>
struct row_iterator {
    using iterator_category = std::forward_iterator_tag;
    using value_type = decltype(Reader::read(std::declval<const Result&>(), std::declval<decode_position&>()));
    using difference_type = std::ptrdiff_t;
    using pointer = const value_type*;
    using reference = value_type;

    const Result* result;
    decode_position* at;
    std::size_t row;

    [[gnu::always_inline]] reference operator*() const {
        at->row = row;
        return Reader::read(*result, *at);
    }
    [[gnu::always_inline]] row_iterator& operator++() {
        ++row;
        return *this;
    }
    row_iterator operator++(int) {
        row_iterator before = *this;
        ++row;
        return before;
    }
    [[gnu::always_inline]] bool operator==(const row_iterator& other) const { return row == other.row; }
};

template <class Reader, class Result>
std::vector<typename Reader::row> read_all(const Result& result) {
    decode_position at;
    try {
        using each = std::conditional_t<reads_struct<Reader>, any_struct_reader<Reader::columns::match>, Reader>;
        using iterator = row_iterator<each, Result>;
        return std::vector<typename Reader::row>(iterator{&result, &at, 0}, iterator{&result, &at, result.rows()});
    } catch (const value_error& e) {
        throw_unreadable(e, result, at, Reader::columns::list, Reader::columns::count, table_of_reader<Reader>);
    }
}

template <class Reader, class Result>
[[gnu::always_inline]] inline typename Reader::row read_first(const Result& result) {
    decode_position at;
    try {
        return Reader::read(result, at);
    } catch (const value_error& e) {
        throw_unreadable(e, result, at, Reader::columns::list, Reader::columns::count, table_of_reader<Reader>);
    }
}

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/query/impl/row.ipp>
#endif
