// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Rows that are marked as removed: what takes the mark away, and what deletes for good. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/mark_removed.hpp>

namespace pgmodel::detail {

template <class T>
struct checked_removal {
    static constexpr bool value = facts_of<T>.removals > 0;
    static_assert(value, "pgmodel: restore() and purge() are for models that mark their removed rows; declare "
                         ".soft_delete(), or call remove(), which deletes");
};

/// ` and deleted_at is not null`
constexpr void write_removed(text_writer& out, const column_facts& removal) {
    out.append(" and ");
    out.name(removal);
    out.append(removal.nullable ? " is not null" : "");
}

template <class T>
struct restore_by_key_statement {
    using writer = text_writer;

    static constexpr void write(writer& out) {
        write_marking(out, view_of<T>, false);
        write_key_condition(out, view_of<T>);
        write_removed(out, facts_of<T>.columns[facts_of<T>.removal]);
    }
};
template <class T>
struct purge_by_key_statement {
    using writer = text_writer;

    static constexpr void write(writer& out) {
        write_deletion(out, view_of<T>);
        write_key_condition(out, view_of<T>);
    }
};

/// Of a row that is there as a struct; what the statement sets comes back into it.
template <class T>
struct restore_statement {
    using model = T;
    static constexpr auto sends = remove_statement<T>::sends;
    static constexpr auto returns = marked_places<T>();

    static constexpr void write(text_writer& out) {
        write_marking(out, view_of<T>, false);
        write_row_condition(out, view_of<T>);
        write_removed(out, facts_of<T>.columns[facts_of<T>.removal]);
        write_returning(out, view_of<T>, returns.at, returns.count);
    }
};
template <class T>
struct purge_statement {
    using model = T;
    static constexpr auto sends = remove_statement<T>::sends;
    static constexpr place_list<0> returns{};

    static constexpr void write(text_writer& out) {
        write_deletion(out, view_of<T>);
        write_row_condition(out, view_of<T>);
    }
};

}  // namespace pgmodel::detail
