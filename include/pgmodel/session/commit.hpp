// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// COMMIT has three outcomes, and all three are told.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/session/channel.hpp>

#include <libpq-fe.h>

#include <cstdint>
#include <string>
#include <utility>

namespace pgmodel::detail {

inline constexpr statement_shape transaction_id_question = [] {
    statement_shape shape{.sql = "select pg_catalog.pg_current_xact_id_if_assigned()"};
    shape.set_hash();
    return shape;
}();

struct commit_answer {
    result failed{};     ///< the first error
    std::string tag{};   ///< of COMMIT, when the server has run it
    std::uint64_t transaction_id = 0;
};

/// Sends COMMIT, together with the question for the transaction's id if it may be needed, and reads until everything
/// is answered or the connection is gone.
template <class = when_used>
void exchange_commit(channel& c, bool asks, const char* question, commit_answer& answer) {
    auto& link = c.link();
    PGconn* conn = link.get();
    link.begin();
    const auto send = [conn](const char* sql) {
        return PQsendQueryParams(conn, sql, 0, nullptr, nullptr, nullptr, nullptr, 1);
    };
    bool sent;
    if (asks) {
        // The answer to the question leaves the server before it turns to COMMIT.
        sent = PQenterPipelineMode(conn) &&
               (question ? PQsendQueryPrepared(conn, question, 0, nullptr, nullptr, nullptr, 1)
                         : send(transaction_id_question.sql.data())) &&
               PQsendFlushRequest(conn) && send("commit") && PQpipelineSync(conn);
    } else {
        sent = PQsendQuery(conn, "commit");
    }
    if (!sent) link.lose_while_sending("commit");

    for (;;) {
        auto r = asks ? link.next_of_pipeline("commit") : link.next_but_copy("commit");
        if (!r) return;
        switch (PQresultStatus(r.get())) {
            case PGRES_PIPELINE_SYNC:
                if (PQexitPipelineMode(conn)) return;
                link.lose_while_sending("commit");
            case PGRES_TUPLES_OK:
                if (auto id = r.value(0, 0); id.left() == sizeof answer.transaction_id)
                    answer.transaction_id = id.read<std::uint64_t>();
                break;
            case PGRES_COMMAND_OK: answer.tag = PQcmdStatus(r.get()); break;
            default:
                if (!answer.failed) answer.failed = std::move(r);
        }
    }
}

template <class = when_used>
void commit_and_tell(channel& c) {
    auto& link = c.link();
    link.require_open("commit");
    // What is known before COMMIT goes out needs not be in doubt.
    if (!link.looks_alive())
        link.lose("pgmodel: the connection was lost before COMMIT; the transaction was rolled back", "commit");
    const bool asks = c.wrote() && c.settings().ask_transaction_id && !link.transaction_failed();
    const char* question = nullptr;
    try {
        if (asks && c.settings().named_statements) question = c.prepare_only(transaction_id_question);
    } catch (...) {
        // Nothing is in doubt yet.
        if (c.in_transaction()) c.control("rollback");
        throw;
    }
    commit_answer answer;
    try {
        exchange_commit(c, asks, question, answer);
    } catch (...) {
        // Sent, or perhaps sent; and then there was no answer, or no memory to say so.
    }
    c.forget_what_changed();
    const bool lost = !link.open() || PQstatus(link.get()) != CONNECTION_OK;
    if (answer.tag == "COMMIT") {
        if (lost) link.close();
        return;
    }
    if (answer.tag == "ROLLBACK") {
        const auto cause = c.failed_by();
        std::string text = "pgmodel: the transaction was rolled back instead of committed, because a statement in it "
                           "had failed";
        if (!cause.empty()) text += " [" + std::string(cause.code()) + ']';
        throw transaction_rolled_back(text, {.state = cause, .statement = "commit", .lost = lost});
    }
    // An error without a code is libpq's own, such as of memory for the answer.
    const bool refused = answer.failed && !is_fatal(answer.failed.get()) && !state_of(answer.failed.get()).empty();
    if (!lost && refused) {
        if (link.in_transaction()) c.control("rollback");
        statement_shape commit{.sql = "commit"};
        commit.field_of = c.written().fields_behind(answer.failed.get());
        c.fail(answer.failed, commit.sql, &commit);
    }
    link.close();
    std::string text = "pgmodel: COMMIT was sent, but its answer was lost: the transaction ";
    if (answer.transaction_id != 0) text += std::to_string(answer.transaction_id) + ' ';
    text += "may have been committed or not [08007]";
    throw commit_in_doubt(text, {.state = sqlstate{"08007"}, .statement = "commit", .lost = true},
                          answer.transaction_id);
}

/// Ends the open transaction. Throws `transaction_rolled_back` when the server has rolled it back because of an earlier
/// error, what the server says when COMMIT itself fails, and `commit_in_doubt` when its answer is lost.
template <class = when_used>
void commit(channel& c) {
    c.logged("commit", [&] { return commit_and_tell(c), result{}; });
}

}  // namespace pgmodel::detail
