// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/error.hpp>
#include <pgmodel/core/exchange.hpp>
#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/clock.hpp>
#include <pgmodel/session/pool.hpp>

#include <string>
#include <utility>

namespace pgmodel {

/// Lives on the stack of its thread.
struct pool::waiter {
    detail::condition served{};
    detail::channel* given = nullptr;
    bool done = false;  ///< it was given a channel, or (null) the right to open one
    waiter* next = nullptr;
};

PGMODEL_INLINE pooled_session::~pooled_session() {
    if (channel_) home_->give_back(channel_);
}

/// A channel, or null and the right to open one; either way `in_use_` counts it already.
PGMODEL_BODY
detail::channel* pool::take() {
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

PGMODEL_BODY
detail::channel* pool::wait(detail::locked& hold) {
    waiter self;
    (last_ ? last_->next : first_) = &self;
    last_ = &self;
    const auto timeout = limits_.acquire_timeout.count();
    const auto end = detail::end_of_wait(timeout);
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

PGMODEL_BODY
bool pool::still_good(detail::channel& channel) const {
    if (!channel.open()) return false;
    const auto now = detail::now_in_ms();
    const auto recycle = limits_.recycle.count();
    if (recycle > 0 && (now - channel.connected_in_ms()) / 1000 >= recycle) return false;
    if (!limits_.pre_ping || now - channel.link().last_used_in_ms() <= trusted_ms) [[likely]]
        return true;
    return channel.link().answers(detail::limit_for_poll(limits_.ping_timeout.count()));
}

PGMODEL_BODY
detail::channel* pool::open() {
    try {
        return new detail::channel(options_);
    } catch (...) {
        give_up_place();
        throw;
    }
}

/// Whoever waits may try to open a connection instead.
PGMODEL_INLINE void pool::give_up_place() noexcept {
    detail::locked hold(lock_);
    if (first_) serve(nullptr);
    else --in_use_;
}

/// The long way.
[[gnu::noinline]] PGMODEL_INLINE bool pool::clean(detail::channel& channel) const noexcept {
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

PGMODEL_INLINE void pool::give_back(detail::channel* channel) noexcept {
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

namespace detail {

/// Where the sum is more than a std::size_t counts, there is no limit.
inline std::size_t most_lent(const pool_options& limits) {
    const std::size_t sum = limits.size + limits.max_overflow;
    return sum < limits.size ? ~std::size_t{0} : sum;
}

}  // namespace detail

PGMODEL_BODY
pool::pool(options wanted, pool_options limits)
    : options_(std::move(wanted)), limits_(std::move(limits)), most_(detail::most_lent(limits_)) {
    if (most_ == 0) throw usage_error("pgmodel: a pool needs room for at least one connection");
    idle_.reserve(limits_.size);
}
PGMODEL_BODY
pool::pool(std::string_view dsn, pool_options limits) : pool(options{.dsn = std::string(dsn)}, std::move(limits)) {}
PGMODEL_INLINE pool::~pool() {
    for (auto* channel : idle_) delete channel;
}

PGMODEL_BODY
pooled_session pool::acquire() {
    auto* channel = take();
    if (channel) [[likely]] {
        if (still_good(*channel)) [[likely]]
            return {*this, channel};
        delete channel;
    }
    return {*this, open()};
}
PGMODEL_INLINE pool_statistics pool::statistics() const {
    detail::locked hold(lock_);
    pool_statistics now{.idle = idle_.size(), .in_use = in_use_};
    for (const auto* w = first_; w; w = w->next) ++now.waiting;
    return now;
}
PGMODEL_INLINE void pool::serve(detail::channel* channel) {
    auto* w = detail::exchange_plain(first_, first_->next);
    if (!first_) last_ = nullptr;
    w->given = channel;
    w->done = true;
    w->served.signal();
}

}  // namespace pgmodel
