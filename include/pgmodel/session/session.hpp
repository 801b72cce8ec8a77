// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A connection of one's own.
#pragma once

#include <pgmodel/session/connection.hpp>
#include <pgmodel/session/options.hpp>
#include <pgmodel/session/transaction.hpp>

#include <string_view>

namespace pgmodel {

/// Connects when it is made, disconnects at its end; can be moved. One thread at a time; a lost connection does not
/// come back (a pool replaces it).
class session : public connection {
public:
    /// Throws `connection_error`; `usage_error` for a malformed connection string.
    PGMODEL_FUNCTION
    explicit session(std::string_view dsn);
    PGMODEL_FUNCTION
    explicit session(options wanted);
    session(session&&) noexcept = default;
    ~session();
};

}  // namespace pgmodel

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/session.ipp>
#endif
