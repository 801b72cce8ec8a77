// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Connections that threads share: lent, reset and lent again.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/session/connection.hpp>
#include <pgmodel/session/monitor.hpp>
#include <pgmodel/session/options.hpp>
#include <pgmodel/session/transaction.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace pgmodel {

/// What is done with a connection that comes back, after `ROLLBACK` where a transaction is open and `UNLISTEN` where
/// the connection listens; both are done in any case.
enum class pool_reset : std::uint8_t {
    rollback,  ///< nothing else: no round trip for the others
    /// What `DISCARD ALL` does, but for prepared statements, which stay: settings, temporary tables, advisory locks and
    /// cursors are gone. One round trip each time.
    discard
};

/// How many connections a pool keeps, and when it trusts them.
struct pool_options {
    std::size_t size = 20;  ///< kept open when nobody uses them
    std::size_t max_overflow = 30;  ///< more than that at times of need, closed when they come back
    std::chrono::milliseconds acquire_timeout{30'000};
    /// A connection that nobody has used for half a second answers a round trip before it is lent, or is replaced; one
    /// that was just used is taken at its word, without a system call.
    bool pre_ping = true;
    std::chrono::milliseconds ping_timeout{5'000};  ///< for that round trip
    std::chrono::seconds recycle{3600};  ///< older connections are replaced before they are lent; 0: never
    pool_reset reset = pool_reset::rollback;
    /// Called with each connection that comes back, behind `reset`, on the thread that gives it back; what it leaves
    /// open is rolled back. When it throws, the connection is closed, and nobody hears of it.
    callback<void(connection&)> on_return{};
};

/// What becomes of a pool's connections at the moment.
struct pool_statistics {
    std::size_t idle{};  ///< open, waiting to be lent
    std::size_t in_use{};  ///< lent, or being opened for somebody
    std::size_t waiting{};  ///< threads in acquire()
};

class pool;

/// A connection lent by a pool; goes back at its end. Can be moved; must not outlive the pool.
class pooled_session : public connection {
public:
    pooled_session(pooled_session&&) noexcept = default;
    ~pooled_session();

private:
    friend class pool;
    pooled_session(pool& home, detail::channel* channel) : connection(channel), home_(&home) {}

    pool* home_;
};

/// Connections are opened when they are needed, the one that came back last is lent first, and threads that wait are
/// served in the order in which they came. A connection that comes back inside a transaction is rolled back, and one
/// that listens stops; one that is lost or still busy is closed. What else a user has changed on it (SET, advisory
/// locks, temporary tables) stays unless `pool_options::reset` says `discard`.
///
///     pg::pool pool{"postgresql:///blog"};
///     auto db = pool.acquire();
///     pool.with([](pg::connection& db) { ... });
class pool {
public:
    PGMODEL_FUNCTION
    explicit pool(options wanted, pool_options limits = {});
    PGMODEL_FUNCTION
    explicit pool(std::string_view dsn, pool_options limits = {});
    pool(const pool&) = delete;
    pool& operator=(const pool&) = delete;
    /// All leases must have ended.
    ~pool();

    /// Waits for a connection, up to `acquire_timeout`: then `pool_timeout`. Throws `connection_error` when a new one
    /// cannot be opened.
    PGMODEL_FUNCTION
    [[nodiscard]] pooled_session acquire();

    /// Calls `function(connection&)` with a connection of the pool and returns what it returns.
    template <class Function>
    decltype(auto) with(Function&& function) {
        static_assert(std::is_invocable_v<Function&, connection&>,
                      "pgmodel: with() calls a function that takes the connection: pool.with([&](pgmodel::connection& "
                      "db) { ... })");
        auto lease = acquire();
        return function(static_cast<connection&>(lease));
    }

    /// `connection::transaction` on a connection of the pool.
    template <class Function>
    std::invoke_result_t<Function&, scoped_transaction&> transaction(Function&& function,
                                                                     const transaction_options& wanted = {}) {
        return acquire().transaction(function, wanted);
    }
    template <fixed_string Name, class T, class Function>
    std::invoke_result_t<Function&, scoped_transaction&> transaction(const detail::setting_value<Name, T>& given,
                                                                     Function&& function,
                                                                     const transaction_options& wanted = {}) {
        return acquire().transaction(given, function, wanted);
    }

    template <class Function, class... More>
        requires(!std::is_invocable_v<Function&, scoped_transaction&> &&
                 !detail::is_setting_value<std::remove_cvref_t<Function>>)
    detail::called_without_transaction<Function> transaction(Function&&, const More&...);
    template <class Function, std::same_as<isolation> Level>
        requires std::is_invocable_v<Function&, scoped_transaction&>
    detail::called_with_level<Function> transaction(Function&&, Level);

    pool_statistics statistics() const;

private:
    friend class pooled_session;
    static constexpr std::int64_t trusted_ms = 500;

    struct waiter;  ///< a thread that waits

    PGMODEL_FUNCTION
    detail::channel* take();
    PGMODEL_FUNCTION
    detail::channel* wait(detail::locked& hold);
    PGMODEL_FUNCTION
    bool still_good(detail::channel& channel) const;
    PGMODEL_FUNCTION
    detail::channel* open();
    bool clean(detail::channel& channel) const noexcept;
    void give_back(detail::channel* channel) noexcept;
    void give_up_place() noexcept;

    void serve(detail::channel* channel);

    const options options_;
    const pool_options limits_;
    const std::size_t most_;
    const bool resets_ = limits_.reset != pool_reset::rollback || limits_.on_return;
    mutable detail::lock lock_;
    detail::growing_array<detail::channel*> idle_;
    std::size_t in_use_ = 0;
    waiter *first_ = nullptr, *last_ = nullptr;
};

}  // namespace pgmodel

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/pool.ipp>
#endif
