// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A connection for a test that leaves nothing behind.
#pragma once

#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/connection.hpp>
#include <pgmodel/session/options.hpp>
#include <pgmodel/session/transaction.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::testing {

/// Everything that is done on it is rolled back at its end. Transactions on it are savepoints.
///
///     pgmodel::testing::rolled_back db{server.connection_string()};
///     service_under_test(db);    // takes a pgmodel::connection&
///
/// It behaves as a session would, as far as one transaction can: a statement that fails outside a transaction spoils
/// nothing after it (each one runs in a savepoint, which takes two more round trips), and deferred constraints are
/// checked where COMMIT would check them. What differs: `now()` stands still, nobody else sees the work, locks are held
/// to the end, sequences do not go back, a transaction's isolation level is ignored and it is never retried, and a
/// statement's own BEGIN, COMMIT or ROLLBACK must not be used.
class rolled_back : public connection {
public:
    explicit rolled_back(std::string_view dsn) : rolled_back(options{.dsn = std::string(dsn)}) {}
    explicit rolled_back(options wanted) : connection(new pgmodel::detail::channel(std::move(wanted))) {
        try {
            channel_->control("begin");
            user_ = channel_->enter();
            channel_->guard(channel_->depth());
        } catch (...) {
            delete channel_;
            throw;
        }
    }
    rolled_back(rolled_back&&) = delete;
    /// When it is gone, so are its locks: the server has answered the rollback (a closed connection alone is noticed by
    /// the server a little later).
    ~rolled_back() {
        channel_->reset();
        delete channel_;
    }
};

}  // namespace pgmodel::testing
