// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Connections that threads share: lent, reset and lent again.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/error.hpp>
#include <pgmodel/core/exchange.hpp>
#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/clock.hpp>
#include <pgmodel/session/connection.hpp>
#include <pgmodel/session/monitor.hpp>
#include <pgmodel/session/options.hpp>
#include <pgmodel/session/transaction.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
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
    explicit pool(options wanted, pool_options limits = {})
        : options_(std::move(wanted)), limits_(std::move(limits)), most_(limits_.size + limits_.max_overflow) {
        if (most_ == 0) throw usage_error("pgmodel: a pool needs room for at least one connection");
        idle_.reserve(limits_.size);
    }
    explicit pool(std::string_view dsn, pool_options limits = {})
        : pool(options{.dsn = std::string(dsn)}, std::move(limits)) {}
    pool(const pool&) = delete;
    pool& operator=(const pool&) = delete;
    /// All leases must have ended.
    ~pool() {
        for (auto* channel : idle_) delete channel;
    }

    /// Waits for a connection, up to `acquire_timeout`: then `pool_timeout`. Throws `connection_error` when a new one
    /// cannot be opened.
    [[nodiscard]] pooled_session acquire() {
        auto* channel = take();
        if (channel) [[likely]] {
            if (still_good(*channel)) [[likely]]
                return {*this, channel};
            delete channel;
        }
        return {*this, open()};
    }

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
    auto transaction(Function&&, const More&...) {
        static_assert(detail::called_without_transaction<Function>::value);
    }

    pool_statistics statistics() const {
        detail::locked hold(lock_);
        pool_statistics now{.idle = idle_.size(), .in_use = in_use_};
        for (const auto* w = first_; w; w = w->next) ++now.waiting;
        return now;
    }

private:
    friend class pooled_session;
    static constexpr std::int64_t trusted_ms = 500;

    /// A thread that waits; lives on its stack.
    struct waiter {
        detail::condition served{};
        detail::channel* given = nullptr;
        bool done = false;  ///< it was given a channel, or (null) the right to open one
        waiter* next = nullptr;
    };

    detail::channel* take();
    detail::channel* wait(detail::locked& hold);
    bool still_good(detail::channel& channel) const;
    detail::channel* open();
    bool clean(detail::channel& channel) const noexcept;
    void give_back(detail::channel* channel) noexcept;
    void give_up_place() noexcept;

    void serve(detail::channel* channel) {
        auto* w = detail::exchange_plain(first_, first_->next);
        if (!first_) last_ = nullptr;
        w->given = channel;
        w->done = true;
        w->served.signal();
    }

    const options options_;
    const pool_options limits_;
    const std::size_t most_;
    const bool resets_ = limits_.reset != pool_reset::rollback || limits_.on_return;
    mutable detail::lock lock_;
    detail::growing_array<detail::channel*> idle_;
    std::size_t in_use_ = 0;
    waiter *first_ = nullptr, *last_ = nullptr;
};

inline pooled_session::~pooled_session() {
    if (channel_) home_->give_back(channel_);
}

/// A channel, or null and the right to open one; either way `in_use_` counts it already.
inline detail::channel* pool::take() {
    detail::locked hold(lock_);
    if (!idle_.empty()) [[likely]] {
        auto* channel = idle_.back();
        idle_.pop_back();
        ++in_use_;
        return channel;
    }
    if (in_use_ < most_ && !first_) {
        ++in_use_;
        return nullptr;
    }
    return wait(hold);
}

inline detail::channel* pool::wait(detail::locked& hold) {
    waiter self;
    (last_ ? last_->next : first_) = &self;
    last_ = &self;
    const auto timeout = limits_.acquire_timeout.count();
    const auto end = detail::now_in_ms() + timeout;
    while (!self.done) {
        if (self.served.wait_until(hold, end) || self.done) continue;
        waiter* before = nullptr;
        auto** at = &first_;
        while (*at != &self) {
            before = *at;
            at = &(*at)->next;
        }
        *at = self.next;
        if (last_ == &self) last_ = before;
        throw pool_timeout("pgmodel: no connection became free in " + std::to_string(timeout) + " ms (" +
                           std::to_string(in_use_) + " in use, " + std::to_string(most_) + " at most)");
    }
    return self.given;
}

inline bool pool::still_good(detail::channel& channel) const {
    if (!channel.open()) return false;
    const auto now = detail::now_in_ms();
    const auto recycle = std::chrono::milliseconds(limits_.recycle).count();
    if (recycle > 0 && now - channel.connected_in_ms() >= recycle) return false;
    if (!limits_.pre_ping || now - channel.link().last_used_in_ms() <= trusted_ms) [[likely]]
        return true;
    return channel.link().answers(static_cast<int>(limits_.ping_timeout.count()));
}

inline detail::channel* pool::open() {
    try {
        return new detail::channel(options_);
    } catch (...) {
        give_up_place();
        throw;
    }
}

/// Whoever waits may try to open a connection instead.
inline void pool::give_up_place() noexcept {
    detail::locked hold(lock_);
    if (first_) serve(nullptr);
    else --in_use_;
}

/// The long way.
[[gnu::noinline]] inline bool pool::clean(detail::channel& channel) const noexcept {
    static constexpr const char* discard =
        "close all; set session authorization default; reset all; select pg_catalog.pg_advisory_unlock_all(); "
        "unlisten *; discard plans; discard temp; discard sequences";
    if (!channel.reset(limits_.reset == pool_reset::discard ? discard : nullptr)) return false;
    if (!limits_.on_return) return true;
    struct lent : connection {
        explicit lent(detail::channel& c) : connection(&c) {}
    };
    try {
        lent db(channel);
        limits_.on_return(db);
    } catch (...) {
        return false;
    }
    return channel.reset();
}

inline void pool::give_back(detail::channel* channel) noexcept {
    if (!(resets_ ? clean(*channel) : channel->reset())) [[unlikely]] {
        delete channel;
        give_up_place();
        return;
    }
    {
        detail::locked hold(lock_);
        if (first_) {
            serve(channel);
            return;
        }
        --in_use_;
        if (idle_.size() < limits_.size) [[likely]] {
            idle_.push_back(channel);
            return;
        }
    }
    delete channel;
}

}  // namespace pgmodel
