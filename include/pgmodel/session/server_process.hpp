// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which process of the server serves a connection. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/connection.hpp>

#include <libpq-fe.h>

namespace pgmodel::detail {

/// As it was said when the connection was made: a pooler says a number of its own, `pg_backend_pid()` that of the
/// server session which it has lent for now.
inline int server_process(connection& db) { return PQbackendPID(connection_access::channel_of(db).link().get()); }

}  // namespace pgmodel::detail
