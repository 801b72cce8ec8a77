// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/query/lent_insert.hpp>
#include <pgmodel/session/get_or_insert.hpp>
#include <pgmodel/session/impl/run.ipp>

namespace pgmodel::detail {

inline bool try_get_or_insert(channel& c, const row_statement& statement, void* row) {
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

PGMODEL_BODY
bool run_get_or_insert(channel& c, const insert_plan& plan, void* row) {
    bool more[most_columns];
    if (!sends_more(plan, row, more)) return try_get_or_insert(c, *plan.usual, row);
    const lent_insert lent(plan, more);
    return try_get_or_insert(c, lent.statement(), row);
}

}  // namespace pgmodel::detail
