// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Transactions and savepoints as objects and around functions.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/error.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/session/connection.hpp>

#include <cstddef>
#include <string>
#include <type_traits>

namespace pgmodel {

/// What a transaction sees of others: the levels of SQL, or what the session or the server has set.
enum class isolation { server_default, read_committed, repeatable_read, serializable };

/// `transaction_options::deadline`: as the session has it. So is any other negative one.
inline constexpr std::chrono::milliseconds session_deadline{-1};

/// How a transaction begins, and how often a function is run in one.
struct transaction_options {
    isolation level = isolation::server_default;
    bool read_only = false;
    /// With serializable and read_only: waits for a snapshot that cannot fail.
    bool deferrable = false;
    /// How often a function is run at most (`connection::transaction(function)`).
    int attempts = 5;
    /// Of each statement in it, instead of the session's (`options::deadline`); 0: none.
    std::chrono::milliseconds deadline = session_deadline;
};

/// An open transaction; inside another one, a savepoint. Rolls back at its end unless commit() was called.
///
///     pg::transaction tx{db};
///     tx.insert(author{.name = "Ada"});
///     tx.commit();
///
/// It must end before the session that it was opened on. When its rollback fails, the connection is closed.
class scoped_transaction : public connection {
public:
    /// BEGIN or SAVEPOINT. Options other than `attempts` are refused for a savepoint (`usage_error`).
    PGMODEL_FUNCTION
    explicit scoped_transaction(connection& outer, const transaction_options& wanted = {});
    /// Not a copy: a savepoint inside `outer`.
    template <class = detail::when_used>
    explicit scoped_transaction(scoped_transaction& outer, const transaction_options& wanted = {})
        : scoped_transaction(static_cast<connection&>(outer), wanted) {}
    scoped_transaction(const scoped_transaction&) = delete;
    scoped_transaction(scoped_transaction&&) = delete;
    ~scoped_transaction();

    /// COMMIT or RELEASE SAVEPOINT. When it returns, a COMMIT has taken effect. It throws `transaction_rolled_back`
    /// when an earlier statement had failed (the server says ROLLBACK then), `commit_in_doubt` when the answer was
    /// lost, and what the server says of deferred constraints and conflicts; in all cases the transaction has ended.
    PGMODEL_FUNCTION
    void commit();

    /// ROLLBACK, or back to the savepoint. Transactions inside it end as well. Throws `usage_error` from within a COPY.
    void rollback();

private:
    void undo();
    void undo(detail::channel& c);
    std::string savepoint() const;

    std::size_t depth_;
};

/// As programs call it; within `connection` that is the name of a member function.
using transaction = scoped_transaction;

namespace detail {

/// A random pause, longer from attempt to attempt: those who have collided must not meet again at once.
PGMODEL_FUNCTION
void pause_before_retry(int attempt);

}  // namespace detail

template <class Function>
std::invoke_result_t<Function&, scoped_transaction&> connection::transaction(Function&& function,
                                                                             const transaction_options& wanted) {
    using returned = std::invoke_result_t<Function&, scoped_transaction&>;
    const bool whole = outermost();
    for (int attempt = 1;; ++attempt) {
        try {
            scoped_transaction tx{*this, wanted};
            if constexpr (std::is_void_v<returned>) {
                function(tx);
                tx.commit();
                return;
            } else {
                returned value = function(tx);
                tx.commit();
                if constexpr (std::is_reference_v<returned>) return static_cast<returned>(value);
                else return value;
            }
        } catch (const error& failure) {
            if (!whole || attempt >= wanted.attempts || !failure.retryable() || failure.connection_lost()) throw;
        }
        detail::pause_before_retry(attempt);
    }
}

template <class Function>
std::invoke_result_t<Function&, scoped_transaction&> connection::transaction(Function&& function) {
    return transaction(function, transaction_options{});
}

}  // namespace pgmodel

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/transaction.ipp>
#endif
