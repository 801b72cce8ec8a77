// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which process of the server serves a connection, and how it reads quotes. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/connection.hpp>

#include <libpq-fe.h>

#include <string_view>

namespace pgmodel::detail {

/// As it was said when the connection was made: a pooler says a number of its own, `pg_backend_pid()` that of the
/// server session which it has lent for now.
inline int server_process(connection& db) { return PQbackendPID(connection_access::channel_of(db).link().get()); }

/// Is a backslash between plain quotes one like any other character there, now? The server says so whenever it changes.
inline bool standard_strings(connection& db) {
    const char* said = PQparameterStatus(connection_access::channel_of(db).link().get(), "standard_conforming_strings");
    return !said || std::string_view(said) != "off";
}

}  // namespace pgmodel::detail
