// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// INSERT ... ON CONFLICT (key) DO UPDATE of one row, on a key that the model declares unique.
#pragma once

#include <pgmodel/query/insert.hpp>

namespace pgmodel::detail {

/// `on conflict (key) do update set ...`: every column that is sent, but no part of a key, takes the new value.
template <class T, auto... Key>
struct upsert_insert {
    using row = T;
    static constexpr bool returns(const column_set<T>&, std::size_t column) {
        return server_filled<T>.has[column] || updated_by_library<T>.has[column];
    }
    static constexpr bool is_key(std::size_t column) { return ((field_index<Key> == column) || ...); }

    template <class Out>
    static constexpr void write_rest(Out& out, const column_set<T>& sent) {
        std::size_t n = 0;
        ((out.append(n++ == 0 ? " on conflict (" : ", "), out.name(facts_of<T>.columns[field_index<Key>].name)), ...);
        out.append(") do update set ");
        n = 0;
        for (std::size_t i = 0; i < field_count<T>; ++i)
            if (sent.has[i] && !is_key(i) && writable_columns<T>.has[i]) set_excluded(out, i, n);
        if constexpr (has_version<T>) {
            out.append(n++ == 0 ? "" : ", ");
            out.name(facts_of<T>.columns[version_column<T>].name);
            out.append(" = ");
            out.template table<T>();
            out.append(".");
            out.name(facts_of<T>.columns[version_column<T>].name);
            out.append(" + 1");
        }
        // DO NOTHING would return no row, so a row that is all key sets its key to itself.
        if (n == 0) set_excluded(out, field_index<first_of<Key...>::value>, n);
        on_update_writer<T>::write_all(out, static_cast<const declaration_type<T>*>(nullptr));
    }
    template <class Out>
    static constexpr void set_excluded(Out& out, std::size_t column, std::size_t& n) {
        out.append(n++ == 0 ? "" : ", ");
        out.name(facts_of<T>.columns[column].name);
        out.append(" = excluded.");
        out.name(facts_of<T>.columns[column].name);
    }
};

}  // namespace pgmodel::detail
