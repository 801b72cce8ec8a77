// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// `db.get_or_insert<&tag::name>(row)`: the row with a unique key, inserted where there is none, whoever else does the
// same at the same time. Not part of <pgmodel.hpp>.
//
//     auto [row, created] = db.get_or_insert<&tag::name>(tag{.name = "c++"});
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/get_or_insert.hpp>
#include <pgmodel/session/connection.hpp>

namespace pgmodel::detail {

/// True: the row was inserted. Somebody else's row with this key, committed while the statement ran, is found by the
/// next one.
PGMODEL_FUNCTION
bool run_get_or_insert(channel& c, const insert_plan& plan, void* row);

template <class T>
    requires(row_like<T>)
struct got_row<T> {
    static constexpr bool included = true;

    template <auto... Key>
    static got_or_inserted<T> run(channel& c, T row) {
        static_assert(checked_model<T>::value);
        static_assert(written_model<T>::value);
        bool created = false;
        if constexpr (checked_row_key<T, Key...>::value && checked_found_key<T, Key...>::value) {
            using statement = get_or_insert_statement<T, Key...>;
            if (statement::key_is_null(row))
                throw usage_error("pgmodel: get_or_insert() cannot find a row whose key is NULL");
            created = run_get_or_insert(c, get_or_insert_plan<T, Key...>, &row);
        }
        return {std::move(row), created};
    }
};

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/get_or_insert.ipp>
#endif
