// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/exchange.hpp>
#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/commit.hpp>
#include <pgmodel/session/transaction.hpp>

#include <poll.h>
#include <time.h>

#include <cstdint>
#include <string>

namespace pgmodel {

PGMODEL_BODY
scoped_transaction::scoped_transaction(connection& outer, const transaction_options& wanted)
    : connection(&outer.use()), depth_(channel_->depth() + 1) {
    auto& c = *channel_;
    c.await_entry();
    const bool own_deadline = wanted.deadline.count() >= 0;
    const bool plain =
        wanted.level == isolation::server_default && !wanted.read_only && !wanted.deferrable && !own_deadline;
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
            std::string sql = "begin";
            if (wanted.level != isolation::server_default)
                sql += wanted.level == isolation::serializable      ? " isolation level serializable"
                       : wanted.level == isolation::repeatable_read ? " isolation level repeatable read"
                                                                    : " isolation level read committed";
            if (wanted.read_only) sql += " read only";
            if (wanted.deferrable) sql += " deferrable";
            if (own_deadline) {
                const auto limit = wanted.deadline.count();
                sql += "; set local statement_timeout = " + std::to_string(limit > 2'147'483'647 ? 0 : limit);
            }
            c.control(sql.c_str());
            if (own_deadline) c.link().other_deadline(wanted.deadline);
        }
    }
    user_ = c.enter();
}

namespace detail {

/// The deadline of a transaction holds up to its very end, however that comes.
struct usual_deadline_at_end {
    libpq_link& link;
    std::size_t depth;

    ~usual_deadline_at_end() {
        if (depth == 1) link.usual_deadline();
    }
};

}  // namespace detail

PGMODEL_BODY
void scoped_transaction::commit() {
    auto& c = use();
    const detail::usual_deadline_at_end end{c.link(), depth_};
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

PGMODEL_INLINE void scoped_transaction::undo(detail::channel& c) {
    const detail::usual_deadline_at_end end{c.link(), depth_};
    c.leave(depth_);
    if (!c.in_transaction()) return;
    if (depth_ == 1) {
        c.control("rollback");
    } else {
        c.control(("rollback to savepoint " + savepoint() + "; release savepoint " + savepoint()).c_str());
        c.forget_failure();
    }
}

PGMODEL_INLINE scoped_transaction::~scoped_transaction() {
    if (!channel_ || !channel_->entered(depth_, user_)) return;
    auto& c = *channel_;
    try {
        undo();
    } catch (...) {
        c.link().close();
    }
}
PGMODEL_INLINE void scoped_transaction::rollback() {
    if (!channel_ || !channel_->entered(depth_, user_) || channel_->held()) refuse();
    undo();
}
PGMODEL_INLINE void scoped_transaction::undo() { undo(*detail::exchange_plain(channel_)); }
PGMODEL_INLINE std::string scoped_transaction::savepoint() const { return "pgmodel_" + std::to_string(depth_); }

namespace detail {

PGMODEL_BODY
void pause_before_retry(int attempt) {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const auto seed = static_cast<std::uint64_t>(now.tv_nsec) + reinterpret_cast<std::uintptr_t>(&now);
    const auto noise = seed * 0x9e3779b97f4a7c15ull;
    const std::uint64_t most = attempt < 6 ? 2u << attempt : 64u;
    ::poll(nullptr, 0, static_cast<int>((noise >> 32) % (most + 1)));
}

}  // namespace detail
}  // namespace pgmodel
