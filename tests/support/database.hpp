// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// The PostgreSQL server that the integration tests share.

#pragma once

#include <string>
#include <string_view>

namespace pgmodel_test {

/// Where the server is: the one that PGMODEL_TEST_DSN names, else a private one of this run.
const std::string& server_dsn();

/// The server's major version, for what only some versions do: `server_version() >= 17 ? "infinity" : "..."`.
int server_version();

/// Makes the empty database `pgmodel_test_<name>`, replacing one that is there, and returns its
/// DSN.
std::string create_database(std::string_view name);

}  // namespace pgmodel_test
