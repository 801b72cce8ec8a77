// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// remove() of a row.
#pragma once

#include <pgmodel/query/mark_removed.hpp>
#include <pgmodel/session/run.hpp>

namespace pgmodel::detail {

template <class T>
struct removable {
    static constexpr bool row = row_like<T>;
    static_assert(row, "pgmodel: remove() takes one row; call it for each in a transaction, or say "
                       "pgmodel::delete_from(...).where(...)");
    static_assert(std::conditional_t<row, checked_struct<T>, std::true_type>::value);
    static constexpr bool value = std::conditional_t<row, checked_model<T>, std::false_type>::value;
};
template <class T>
constexpr void check_removable() {
    check_has_key<T>();
    static_assert(written_model<T>::value);
}

template <class T>
void remove_row(channel& c, const T& row) {
    check_removable<T>();
    const row_statement& statement = row_statement_data<remove_statement<T>>::value;
    if (run_row(c, statement, &row).affected() == 0) throw_no_row(*statement.model, statement.shape->sql);
}
/// A variable is told what marks it.
template <class T>
void remove_or_mark_row(channel& c, T& row) {
    if constexpr (facts_of<T>.removals == 0) remove_row<T>(c, row);
    else {
        check_removable<T>();
        run_on_row(c, row_statement_data<mark_statement<T>>::value, &row);
    }
}

}  // namespace pgmodel::detail
