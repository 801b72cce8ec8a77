// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The end of prepared statements that the server still holds and nobody uses.
#pragma once

#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/session/libpq_link.hpp>
#include <pgmodel/session/result.hpp>

#include <libpq-fe.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// How many are ended at a time.
inline constexpr std::size_t most_ended = 64;

/// In pipeline mode, and not in a transaction. Each on its own, with a sync: one that is not there any more is no
/// matter.
template <class = when_used>
bool send_end_of(growing_array<std::uint64_t>& dropped, std::size_t count, PGconn* conn) {
    bool sent = true;
    for (std::size_t i = 0; i < count; ++i, dropped.pop_back()) {
        const auto sql = "deallocate pgm_" + std::to_string(dropped.back());
        sent = sent && PQsendQueryParams(conn, sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 1) &&
               PQpipelineSync(conn);
    }
    return sent;
}

/// Where there are many. Who works in transactions only prepares nothing outside of them, along with which they would
/// be ended.
template <class = when_used>
void end_statements(growing_array<std::uint64_t>& dropped, libpq_link& link) {
    if (dropped.size() < most_ended) return;
    constexpr std::string_view sql = "deallocate";
    PGconn* conn = link.get();
    link.begin();
    if (!PQenterPipelineMode(conn) || !send_end_of(dropped, most_ended, conn)) link.lose_while_sending(sql);
    for (std::size_t syncs = 0; syncs < most_ended && PQstatus(conn) != CONNECTION_BAD;) {
        const result answer{link.next(sql)};
        if (answer && PQresultStatus(answer.get()) == PGRES_PIPELINE_SYNC) ++syncs;
    }
    if (PQstatus(conn) != CONNECTION_OK || !PQexitPipelineMode(conn))
        link.lose("pgmodel: the connection to the server was lost", sql);
}

}  // namespace pgmodel::detail
