// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The row with a unique key, inserted where there is none: one statement, which looks first, so that a row that is
// there costs neither a lock nor a number of the identity. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/insert.hpp>
#include <pgmodel/types/boolean.hpp>

namespace pgmodel {

/// What `db.get_or_insert` has found or made: `auto [row, created] = ...`.
template <class T>
struct got_or_inserted {
    T row;
    bool created;  ///< by this call
};

namespace detail {

template <class T, auto... Key>
struct checked_found_key {
    static constexpr bool value = (!facts_of<T>.columns[column_place<Key>].generated && ...);
    static_assert(value, "pgmodel: the server computes this key, so get_or_insert() cannot send it; name another "
                         "unique key");
};

/// `select a, b from t where key = $1`, the insert, and what either gives. The key's parameters are those of the
/// insert.
constexpr void write_get_or_insert(text_writer& out, const model_view& model, const bool* sent,
                                   const std::uint16_t* key, std::size_t key_count) {
    const auto names = [&](bool of_sent) {
        const char* before = "";
        for (std::size_t i = 0; i < model.count; ++i) {
            if (!(of_sent ? sent[i] : model.facts[i].stored())) continue;
            out.append(before);
            out.name(model.facts[i]);
            before = ", ";
        }
    };
    const auto number_of = [sent](std::size_t place) {
        std::size_t number = 1;
        for (std::size_t i = 0; i < place; ++i) number += sent[i];
        return number;
    };

    out.append("with pgmodel_found as (select ");
    names(false);
    out.append(" from ");
    out.table(model.schema, model.name);
    for (std::size_t i = 0; i < key_count; ++i) {
        out.append(i == 0 ? " where " : " and ");
        out.name(model.facts[key[i]]);
        // A column's own type may round what is sent.
        const std::string_view type = model.type_of(key[i]);
        out.append(type.empty() ? " = $" : " = cast($");
        out.number(number_of(key[i]));
        if (type.empty()) continue;
        out.append(" as ");
        out.append(type);
        out.append(")");
    }
    // One with the same primary key is in the way also if it is removed.
    if (!is_primary_key(model, key, key_count)) write_unremoved(out, model);
    out.append("), pgmodel_made as (insert into ");
    out.table(model.schema, model.name);
    out.append(" (");
    names(true);
    out.append(") select ");
    const char* before = "";
    for (std::size_t i = 0; i < model.count; ++i) {
        if (!sent[i]) continue;
        out.append(before);
        out.parameter_of(model.access[i].type);
        before = ", ";
    }
    out.append(" where not exists (select from pgmodel_found)");
    write_conflict_key(out, model, key, key_count);
    out.append(" do nothing returning ");
    names(false);
    out.append(") select ");
    names(false);
    out.append(", false from pgmodel_found union all select ");
    names(false);
    out.append(", true from pgmodel_made");
}

inline constexpr expected_column created_column{{}, codec<bool>::type, nullptr, "bool"};

/// The usual case: of what the server can fill only the key is sent.
template <class T, auto... Key>
struct get_or_insert_statement {
    using model = T;
    static constexpr auto conflict = usual_insert<T, Key...>::conflict;
    static constexpr expected_column last_column = created_column;

    static constexpr bool is_key(std::size_t place) { return upsert_key{conflict.at, conflict.count}.has(place); }
    static constexpr auto sends = usual_insert<T, Key...>::sends;
    static constexpr auto returns = refresh_statement<T>::returns;
    static constexpr auto fillable = [] {
        auto list = fillable_of<T>;
        list.count = 0;
        for (std::size_t i = 0; i < fillable_of<T>.count; ++i)
            if (!is_key(fillable_of<T>.at[i].place)) list.at[list.count++] = fillable_of<T>.at[i];
        return list;
    }();

    static constexpr void write(text_writer& out) {
        bool sent[column_count<T>]{};
        for (std::size_t i = 0; i < sends.count; ++i) sent[sends.at[i]] = true;
        write_get_or_insert(out, view_of<T>, sent, conflict.at, conflict.count);
    }

    /// NULL is equal to nothing, so that it finds no row, and each call would insert one.
    static bool key_is_null(const T& row) {
        return [&row]<std::size_t... I>(std::index_sequence<I...>) {
            return (is_null_at<conflict.at[I]>(row) || ...);
        }(std::make_index_sequence<conflict.count>{});
    }

private:
    template <std::size_t Place>
    static bool is_null_at([[maybe_unused]] const T& row) {
        if constexpr (is_optional<column_type<Place, T>>)
            return !static_cast<const column_type<Place, T>*>(view_of<T>.field(static_cast<const void*>(&row), Place))
                        ->has_value();
        else return false;
    }
};

template <class T, auto... Key>
inline constexpr insert_plan get_or_insert_plan{&row_statement_data<get_or_insert_statement<T, Key...>>::value,
                                                fillable_of<T>.count ? &initial_row<T> : nullptr,
                                                get_or_insert_statement<T, Key...>::fillable.at,
                                                get_or_insert_statement<T, Key...>::fillable.count,
                                                get_or_insert_statement<T, Key...>::conflict.at,
                                                get_or_insert_statement<T, Key...>::conflict.count,
                                                &write_get_or_insert,
                                                &created_column};

}  // namespace detail
}  // namespace pgmodel
