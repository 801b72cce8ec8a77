// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Every exception of the library. All questions a handler asks are answered by the root, as values: which SQLSTATE,
// which statement, is a retry sensible, is the connection gone, which constraint, table, column and field. No text
// that can hold a user's value (parameters, the server's DETAIL, passwords) is part of what().
#pragma once

#include <pgmodel/core/sqlstate.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {

/// What is known of an error beside its sentence.
struct error_info {
    pgmodel::sqlstate state{};
    std::string statement{};   ///< SQL text with placeholders, never values
    std::string schema{};
    std::string table{};
    std::string column{};
    std::string constraint{};
    std::string data_type{};   ///< the domain whose constraint it is, or the enum type that lacks a label
    std::string field{};       ///< the model's field that the constraint or column stands for, when it is known
    std::string server_message{};  ///< as the server wrote it; may hold user input, so it is not in what()
    std::string detail{};      ///< the server's DETAIL; holds values, so it is never in what()
    std::string hint{};
    std::string routine{};
    std::size_t parameter{};   ///< which the server could not read, counted from 1; 0: none
    bool lost{};               ///< the connection cannot be used again
};

/// The root of all exceptions that pgmodel throws.
class error : public std::runtime_error {
public:
    explicit error(const std::string& what) : std::runtime_error(what) {}
    explicit error(const std::string& what, error_info info) : std::runtime_error(what), info_(std::move(info)) {}

    const pgmodel::sqlstate& sqlstate() const { return info_.state; }
    const std::string& statement() const { return info_.statement; }
    const std::string& table() const { return info_.table; }
    const std::string& column() const { return info_.column; }
    const std::string& constraint() const { return info_.constraint; }
    const std::string& field() const { return info_.field; }
    const error_info& info() const { return info_; }

    /// The same transaction may succeed when it is run again from its beginning (40001, 40P01).
    bool retryable() const { return info_.state == "40001" || info_.state == "40P01"; }
    /// The connection is gone or in an unknown state; a pool throws it away.
    bool connection_lost() const { return info_.lost; }

private:
    error_info info_;
};

/// Could not connect, or the connection broke (class 08 except 08P01, 57P01 to 57P03, or no answer before the
/// deadline).
class connection_error : public error {
public:
    using error::error;
};

/// COMMIT was sent and its answer was lost: neither retry blindly nor report a failure.
class commit_in_doubt : public connection_error {
public:
    /// No transaction has the id 0.
    commit_in_doubt(const std::string& what, error_info info, std::uint64_t transaction_id)
        : connection_error(what, std::move(info)), transaction_id_(transaction_id) {}

    /// The server's id of the transaction, for `pg_xact_status`; empty when it wrote nothing, when it was not asked
    /// for, and when the answer with the id was lost, too: then only what it wrote can tell.
    template <class Number = std::uint64_t>
    std::optional<Number> transaction_id() const {
        if (transaction_id_ == 0) return {};
        return transaction_id_;
    }

private:
    std::uint64_t transaction_id_;
};

/// The server refused a statement.
class server_error : public error {
public:
    using error::error;
};

/// A constraint was violated (SQLSTATE class 23); `constraint()`, `table()`, `column()` and `field()` say which.
class constraint_violation : public server_error {
public:
    using server_error::server_error;
};
/// A row with the same key is there (23505).
class unique_violation : public constraint_violation {
public:
    using constraint_violation::constraint_violation;
};
/// The row that is referred to is not there, or one that refers to it is (23503; 23001 since PostgreSQL 18
/// where the key says RESTRICT).
class foreign_key_violation : public constraint_violation {
public:
    using constraint_violation::constraint_violation;
};
/// NULL in a column or domain that must not be NULL (23502).
class not_null_violation : public constraint_violation {
public:
    using constraint_violation::constraint_violation;
};
/// A CHECK constraint is not true, or no partition takes the row (23514).
class check_violation : public constraint_violation {
public:
    using constraint_violation::constraint_violation;
};
/// An exclusion constraint finds a row that conflicts (23P01).
class exclusion_violation : public constraint_violation {
public:
    using constraint_violation::constraint_violation;
};

/// Serialization failure or deadlock (40001, 40P01); `retryable()` is true.
class transaction_conflict : public server_error {
public:
    using server_error::server_error;
};

/// The transaction was rolled back although COMMIT was asked for: an earlier statement in it had failed.
class transaction_rolled_back : public server_error {
public:
    using server_error::server_error;
};

/// The statement was cancelled or ran into a time limit of the server (57014, 55P03).
class query_canceled : public server_error {
public:
    using server_error::server_error;
};

/// A value from the server does not fit the C++ type: NULL into a non-optional, out of range, unknown enum label.
class decode_error : public error {
public:
    using error::error;
};

/// A value given by the caller cannot be sent: NUL or invalid UTF-8 in text, too long, out of range.
class encode_error : public error {
public:
    using error::error;
};

/// The database's tables, columns or enum types are not what the C++ types say.
class schema_mismatch : public error {
public:
    using error::error;
};

/// A statement touched or returned another number of rows than the call promises.
class row_count_error : public error {
public:
    using error::error;
};

/// `get`, `one` or an update found no row.
class not_found : public row_count_error {
public:
    using row_count_error::row_count_error;
};

/// Somebody else has changed the row since it was read (optimistic version column).
class version_conflict : public error {
public:
    using error::error;
};

/// The library was used in a way that it does not allow.
class usage_error : public error {
public:
    using error::error;
};

/// No connection became free within the pool's acquire timeout.
class pool_timeout : public error {
public:
    using error::error;
};

}  // namespace pgmodel
