// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a service function takes: a session, a lease of a pool or a transaction, whichever its caller has.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/session/channel.hpp>

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

namespace pgmodel {

class scoped_transaction;
struct transaction_options;

/// The base of everything that can run statements. Use `session`, `pool::acquire` or `transaction` to get one.
///
/// One thread at a time. While a transaction is open, only it may be used: the session or transaction that it was
/// opened on throws `usage_error`.
class connection {
public:
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;

    /// Runs SQL text as it stands, one or many statements, without parameters and without looking at rows. Outside a
    /// transaction many statements in one text are one implicit transaction.
    void execute_script(const std::string& sql) {
        if (sql.find('\0') != std::string::npos) throw usage_error("pgmodel: SQL text has a NUL character");
        use().script(sql.c_str());
    }

    /// Runs `function(transaction&)` in a transaction and returns what it returns.
    ///
    /// Any exception rolls back and goes on to the caller; on SQLSTATE 40001 and 40P01 (`error::retryable()`) the whole
    /// function is run again in a new transaction, after a short pause, up to `attempts` times. Inside an open
    /// transaction it is a savepoint, without a retry. Throws `transaction_rolled_back` and `commit_in_doubt` as
    /// `transaction::commit` does; the latter is never retried.
    template <class Function>
    std::invoke_result_t<Function&, scoped_transaction&> transaction(Function&& function, const transaction_options& wanted);
    template <class Function>
    std::invoke_result_t<Function&, scoped_transaction&> transaction(Function&& function);

    /// Statements run here are part of a transaction (also of one that a statement of the user's has begun).
    bool in_transaction() const { return channel_ && channel_->in_transaction(); }
    /// False when the connection was lost; it does not come back by itself.
    bool is_open() const { return channel_ && channel_->open(); }

protected:
    explicit connection(detail::channel* channel, std::uint64_t user = 0) : channel_(channel), user_(user) {}
    connection(connection&& other) noexcept : channel_(std::exchange(other.channel_, nullptr)), user_(other.user_) {}
    ~connection() = default;

    /// The channel to run a statement through, if it is this object's turn.
    detail::channel& use() const {
        if (!channel_ || channel_->user() != user_) [[unlikely]] refuse();
        return *channel_;
    }

    detail::channel* channel_;  ///< null in a moved-from object
    std::uint64_t user_;        ///< 0: a session or lease; else the token of a transaction

private:
    friend class scoped_transaction;

    [[noreturn]] void refuse() const {
        throw usage_error(!channel_    ? "pgmodel: this session was moved from"
                          : user_ == 0 ? "pgmodel: the session is used while a transaction is open on it; use the transaction"
                                       : "pgmodel: this transaction has ended, or another one is open inside it");
    }
};

}  // namespace pgmodel
