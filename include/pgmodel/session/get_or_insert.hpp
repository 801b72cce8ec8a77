// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// `db.get_or_insert<&tag::name>(row)`: the row with a unique key, inserted where there is none, whoever else does the
// same at the same time. Not part of <pgmodel.hpp>.
//
//     auto [row, created] = db.get_or_insert<&tag::name>(tag{.name = "c++"});
#pragma once

#include <pgmodel/query/get_or_insert.hpp>
#include <pgmodel/session/connection.hpp>

namespace pgmodel::detail {

/// True: the row was inserted. Somebody else's row with this key, committed while the statement ran, is found by the
/// next one.
inline bool run_get_or_insert(channel& c, const row_statement& statement, void* row) {
    static constexpr int attempts = 20;
    for (int attempt = 1;; ++attempt) {
        const result answer = run_row(c, statement, row);
        if (answer.rows() > 0) {
            read_returned(statement, answer, row);
            return codec<bool>::decode(answer.value(0, statement.return_count));
        }
        if (attempt == attempts) {
            error_info info;
            info.statement = answer.statement();
            info.table = statement.model->name;
            throw row_count_error("pgmodel: a row of table \"" + info.table +
                                      "\" is neither found by its key nor inserted; a trigger or "
                                      "a policy hides it, or the column's type stores another value than the key",
                                  info);
        }
    }
}

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
            const insert_plan& plan = get_or_insert_plan<T, Key...>;
            bool more[most_fields];
            if (sends_more(plan, &row, more)) {
                const lent_insert lent(plan, more);
                created = run_get_or_insert(c, lent.statement(), &row);
            } else {
                created = run_get_or_insert(c, *plan.usual, &row);
            }
        }
        return {std::move(row), created};
    }
};

}  // namespace pgmodel::detail
