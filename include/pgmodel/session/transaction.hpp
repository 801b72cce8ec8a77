// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Transactions and savepoints as objects and around functions.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/exchange.hpp>
#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/clock.hpp>
#include <pgmodel/session/commit.hpp>
#include <pgmodel/session/connection.hpp>

#include <poll.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>

namespace pgmodel {

enum class isolation { server_default, read_committed, repeatable_read, serializable };

struct transaction_options {
    isolation level = isolation::server_default;
    bool read_only = false;
    /// With serializable and read_only: waits for a snapshot that cannot fail.
    bool deferrable = false;
    /// How often a function is run at most (`connection::transaction(function)`).
    int attempts = 5;
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
    explicit scoped_transaction(connection& outer, const transaction_options& wanted = {});
    /// Not a copy: a savepoint inside `outer`.
    explicit scoped_transaction(scoped_transaction& outer, const transaction_options& wanted = {})
        : scoped_transaction(static_cast<connection&>(outer), wanted) {}
    scoped_transaction(const scoped_transaction&) = delete;
    scoped_transaction(scoped_transaction&&) = delete;
    ~scoped_transaction() {
        if (!channel_ || !channel_->entered(depth_, user_)) return;
        auto& c = *channel_;
        try {
            undo();
        } catch (...) {
            c.link().close();
        }
    }

    /// COMMIT or RELEASE SAVEPOINT. When it returns, a COMMIT has taken effect. It throws `transaction_rolled_back`
    /// when an earlier statement had failed (the server says ROLLBACK then), `commit_in_doubt` when the answer was
    /// lost, and what the server says of deferred constraints and conflicts; in all cases the transaction has ended.
    template <class = detail::when_used>
    void commit();

    /// ROLLBACK, or back to the savepoint. Transactions inside it end as well.
    void rollback() {
        if (!channel_ || !channel_->entered(depth_, user_)) refuse();
        undo();
    }

private:
    void undo() { undo(*detail::exchange_plain(channel_)); }
    void undo(detail::channel& c);
    std::string savepoint() const { return "pgmodel_" + std::to_string(depth_); }

    std::size_t depth_;
};

using transaction = scoped_transaction;

inline scoped_transaction::scoped_transaction(connection& outer, const transaction_options& wanted)
    : connection(&outer.use()), depth_(channel_->depth() + 1) {
    auto& c = *channel_;
    const bool plain = wanted.level == isolation::server_default && !wanted.read_only && !wanted.deferrable;
    if (depth_ > 1) {
        // Where every statement is a savepoint already (tests), this stands for a transaction, without its options.
        if (!plain && c.guarded_depth() + 1 != depth_)
            throw usage_error("pgmodel: a transaction inside a transaction is a savepoint; it has no options of its "
                              "own");
        c.control(("savepoint " + savepoint()).c_str());
    } else {
        if (c.in_transaction())
            throw usage_error("pgmodel: a statement has begun a transaction that pgmodel does not know of; "
                              "use pgmodel::transaction");
        c.end_dropped();
        c.forget_transaction();
        if (plain) {
            c.control("begin");
        } else {
            std::string begin = "begin";
            if (wanted.level != isolation::server_default)
                begin += wanted.level == isolation::serializable      ? " isolation level serializable"
                         : wanted.level == isolation::repeatable_read ? " isolation level repeatable read"
                                                                      : " isolation level read committed";
            if (wanted.read_only) begin += " read only";
            if (wanted.deferrable) begin += " deferrable";
            c.control(begin.c_str());
        }
    }
    user_ = c.enter();
}

template <class>
void scoped_transaction::commit() {
    auto& c = use();
    channel_ = nullptr;  // ended, however: the session may go before this object does
    if (c.open() && !c.in_transaction()) {
        c.leave(depth_);
        throw usage_error("pgmodel: a statement has ended the transaction; use commit() and rollback()");
    }
    if (depth_ == 1) {
        c.leave(depth_);
        detail::commit(c);
    } else if (c.open() && c.link().transaction_failed()) {
        const auto cause = c.failed_by();
        undo(c);
        throw transaction_rolled_back("pgmodel: the inner transaction was rolled back instead of committed, because a "
                                      "statement in it had failed [" +
                                          std::string(cause.code()) + ']',
                                      {.state = cause, .statement = "release savepoint"});
    } else {
        std::string release = "release savepoint " + savepoint();
        // Where statements are guarded, this would be a COMMIT.
        if (c.guarded_depth() + 1 == depth_) release.insert(0, c.check_deferred);
        try {
            c.control(release.c_str());
        } catch (...) {
            undo(c);
            throw;
        }
        c.leave(depth_);
    }
}

inline void scoped_transaction::undo(detail::channel& c) {
    c.leave(depth_);
    if (!c.in_transaction()) return;
    if (depth_ == 1) {
        c.control("rollback");
    } else {
        c.control(("rollback to savepoint " + savepoint() + "; release savepoint " + savepoint()).c_str());
        c.forget_failure();
    }
}

namespace detail {

/// A random pause, longer from attempt to attempt: those who have collided must not meet again at once.
inline void pause_before_retry(int attempt) {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const auto seed = static_cast<std::uint64_t>(now.tv_nsec) + reinterpret_cast<std::uintptr_t>(&now);
    const auto noise = seed * 0x9e3779b97f4a7c15ull;
    const std::uint64_t most = attempt < 6 ? 2u << attempt : 64u;
    ::poll(nullptr, 0, static_cast<int>((noise >> 32) % (most + 1)));
}

}  // namespace detail

template <class Function>
std::invoke_result_t<Function&, scoped_transaction&> connection::transaction(Function&& function,
                                                                             const transaction_options& wanted) {
    using returned = std::invoke_result_t<Function&, scoped_transaction&>;
    const bool outermost = use().depth() == 0;
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
            if (!outermost || attempt >= wanted.attempts || !failure.retryable() || failure.connection_lost()) throw;
        }
        detail::pause_before_retry(attempt);
    }
}

template <class Function>
std::invoke_result_t<Function&, scoped_transaction&> connection::transaction(Function&& function) {
    return transaction(function, transaction_options{});
}

}  // namespace pgmodel
