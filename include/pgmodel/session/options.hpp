// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// How a session reaches its server, and what it does by itself.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/sqlstate.hpp>
#include <pgmodel/session/callback.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace pgmodel {

/// A statement that has ended, for the log. Parameter values are never part of it.
struct logged_statement {
    std::string_view sql{};               ///< valid during the call
    std::chrono::microseconds duration{};  ///< from sending to the last byte of the answer
    std::size_t rows{};                   ///< returned, else affected
    pgmodel::sqlstate state{};            ///< empty: it succeeded, or the failure is not the server's
    bool failed{};
};

/// How a session connects and behaves.
///
///     pg::session db{pg::options{.dsn = "postgresql:///blog", .deadline = 5s, .password = [] { return secret(); }}};
struct options {
    /// A URL or a keyword string, as libpq takes it; what it leaves out comes from libpq's environment variables and
    /// files. Its `connect_timeout` wins over the one below, its `client_encoding` is ignored: it is UTF8, and
    /// a statement that sets another one closes the connection.
    std::string dsn{};

    /// For the whole attempt, all hosts together; 0 = none. Looking a host's name up is not covered.
    std::chrono::milliseconds connect_timeout{10'000};

    /// For each statement, from sending to the last byte of the answer; 0 = none. The server gets it as
    /// `statement_timeout` and normally answers in time (`query_canceled`, the session goes on). Half a second later
    /// the client gives up: `connection_error`, and the connection is closed, so that nothing stale is ever read. Of a
    /// script the server counts each statement, and the client all of them together.
    std::chrono::milliseconds deadline{30'000};

    /// How many prepared statements are kept on a connection; the least recently used one makes room.
    std::size_t statement_cache = 256;

    /// false for poolers that give each transaction another server connection: nothing is prepared under a name, and no
    /// `statement_timeout` is set on the server. The types of a result are then checked when it is there, so after the
    /// statement has run.
    bool named_statements = true;

    /// Every transaction only reads, unless it says otherwise: the server's `default_transaction_read_only`. Where a
    /// pooler keeps that from the server, there is no connection (`connection_error`).
    bool read_only = false;

    /// A transaction that has written asks for its id along with COMMIT (no further round trip), for `commit_in_doubt`.
    bool ask_transaction_id = true;

    /// What `pg_stat_activity` shows; empty: as the DSN says.
    std::string application_name{};

    /// Asked for each new connection (also by a pool's threads at once); wins over the DSN's password.
    callback<std::string()> password{};

    /// Called after each statement, on the thread that ran it; it may use other connections, not this one. What it
    /// throws is dropped.
    callback<void(const logged_statement&)> log{};
};

}  // namespace pgmodel
