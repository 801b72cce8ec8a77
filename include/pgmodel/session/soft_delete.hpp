// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// `db.restore` and `db.purge`, for models that mark their removed rows. Not part of <pgmodel.hpp>, which has all else
// of soft_delete().
#pragma once

#include <pgmodel/query/soft_delete.hpp>
#include <pgmodel/session/connection.hpp>

#include <utility>

namespace pgmodel::detail {

template <class T>
    requires(row_like<T>)
struct removed_row<T> {
    static constexpr bool included = true;

    static void restore(channel& c, T& row) {
        if constexpr (checks<>()) run_on_row(c, row_statement_data<restore_statement<T>>::value, &row);
    }
    static void purge(channel& c, const T& row) {
        if constexpr (checks<>()) {
            const row_statement& statement = row_statement_data<purge_statement<T>>::value;
            if (run_row(c, statement, &row).affected() == 0) throw_no_row(*statement.model, statement.shape->sql);
        }
    }
    template <class... Key>
    static bool restore_key(channel& c, Key&&... key) {
        return run<restore_by_key_statement<T>>(c, std::forward<Key>(key)...);
    }
    template <class... Key>
    static bool purge_key(channel& c, Key&&... key) {
        return run<purge_by_key_statement<T>>(c, std::forward<Key>(key)...);
    }

private:
    template <class = void>
    static constexpr bool checks() {
        check_has_key<T>();
        static_assert(written_model<T>::value);
        return checked_removal<T>::value;
    }
    template <class Statement, class... Key>
    static bool run(channel& c, Key&&... key) {
        if constexpr (checks<>())
            return run_by_key<Statement, no_columns, T>(c, std::forward<Key>(key)...).affected() > 0;
        else return false;
    }
};

}  // namespace pgmodel::detail
