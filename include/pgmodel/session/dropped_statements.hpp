// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The end of prepared statements that the server still holds and nobody uses.
#pragma once

#include <pgmodel/session/libpq_link.hpp>
#include <pgmodel/session/result.hpp>
#include <pgmodel/session/statement_cache.hpp>

#include <libpq-fe.h>

#include <cstddef>
#include <string_view>

namespace pgmodel::detail {

/// How many are ended at a time.
inline constexpr std::size_t most_ended = 64;

/// In pipeline mode, and not in a transaction. Each on its own, with a sync: one that is not there any more is no
/// matter.
template <class = when_used>
bool send_end_of(statement_cache& of, std::size_t count, PGconn* conn) {
    bool sent = true;
    auto& dropped = of.dropped();
    for (std::size_t i = 0; i < count; ++i, dropped.pop_back()) {
        // No string: what throws here would leave the connection in the midst of a pipeline.
        char sql[11 + name_size] = "deallocate ";
        of.write_name(dropped.back(), sql + 11);
        sent = sent && PQsendQueryParams(conn, sql, 0, nullptr, nullptr, nullptr, nullptr, 1) && PQpipelineSync(conn);
    }
    return sent;
}

/// Where there are many. Who works in transactions only prepares nothing outside of them, along with which they would
/// be ended.
template <class = when_used>
void end_statements(statement_cache& of, libpq_link& link) {
    if (of.dropped().size() < most_ended) return;
    constexpr std::string_view sql = "deallocate";
    PGconn* conn = link.get();
    link.begin();
    if (!PQenterPipelineMode(conn) || !send_end_of(of, most_ended, conn)) link.lose_while_sending(sql);
    for (std::size_t syncs = 0; syncs < most_ended;) {
        const auto answer = link.next_of_pipeline(sql);
        if (!answer) break;
        if (PQresultStatus(answer.get()) == PGRES_PIPELINE_SYNC) ++syncs;
    }
    if (PQstatus(conn) != CONNECTION_OK || !PQexitPipelineMode(conn))
        link.lose("pgmodel: the connection to the server was lost", sql);
}

}  // namespace pgmodel::detail
