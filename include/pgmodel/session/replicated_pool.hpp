// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A primary and its replicas as two pools: writes go to the one, reads to the other, never older than what a user has
// written. Not part of <pgmodel.hpp>.
//
//     pg::replicated_pool pool{"postgresql://db/blog", "postgresql://db1,db2/blog?target_session_attrs=standby"};
//     auto token = pool.with([&](pg::connection& db) { db.insert(row); return pg::wal_position(db); }).to_string();
//     auto rows = pool.replica(pg::seen(token)).all(q);
#pragma once

#include <pgmodel/session/pool.hpp>
#include <pgmodel/types/pg_lsn.hpp>
#include <pgmodel/types/timestamptz.hpp>

#include <poll.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {

/// The limits of both pools, and how long a replica is waited for.
struct replica_options {
    pool_options primary{};
    pool_options replica{};
    /// For a replica to get as far as a token says; then the primary answers.
    std::chrono::milliseconds wait{100};
    /// A replica that could not be reached, or has not answered for a second, is left alone for so long; the primary
    /// answers.
    std::chrono::milliseconds retry{5'000};
};

/// How far somebody has read or written: a position of the primary's log, such as a cookie brings it back. An empty
/// text is none. Throws `usage_error` for any other text than `pg_lsn::to_string()` gives.
class seen {
public:
    explicit seen(pg_lsn position) : position_(position) {}
    explicit seen(std::string_view text) {
        if (!text.empty()) position_ = pg_lsn(text);
    }

    const std::optional<pg_lsn>& position() const { return position_; }

private:
    std::optional<pg_lsn> position_{};
};

/// Where the log of the primary ends now, so not before anything that this connection has committed. Throws
/// `server_error` (55000) on a replica.
inline pg_lsn wal_position(connection& db) { return db.scalar<pg_lsn>("select pg_current_wal_insert_lsn()"); }
/// Is this server a replica?
inline bool is_in_recovery(connection& db) { return db.scalar<bool>("select pg_is_in_recovery()"); }
/// When the newest transaction that a replica has replayed was committed: long ago also where the primary has had
/// nothing to do. Empty on a primary, and where nothing was replayed yet.
inline std::optional<timestamptz> replayed_until(connection& db) {
    return db.scalar<std::optional<timestamptz>>(
        "select case when pg_is_in_recovery() then pg_last_xact_replay_timestamp() end");
}

/// Two pools, one on the primary and one on replicas, which one DSN may name together. Threads may share it.
class replicated_pool {
public:
    replicated_pool(const options& primary, options replica, const replica_options& limits = {})
        : wait_ms_(limits.wait.count()), retry_ms_(limits.retry.count()), primary_(primary, limits.primary),
          reads_(read_only(primary), limits.primary), replica_(read_only(std::move(replica)), limits.replica) {}
    replicated_pool(std::string_view primary, std::string_view replica, const replica_options& limits = {})
        : replicated_pool(options{.dsn = std::string(primary)}, options{.dsn = std::string(replica)}, limits) {}

    /// Of the primary.
    pool& primary() { return primary_; }
    [[nodiscard]] pooled_session acquire() { return primary_.acquire(); }
    template <class Function>
    decltype(auto) with(Function&& function) {
        return primary_.with(std::forward<Function>(function));
    }
    template <class... Given>
    decltype(auto) transaction(Given&&... given) {
        return primary_.transaction(std::forward<Given>(given)...);
    }

    /// A connection to a replica, or to the primary while none can be reached. It only reads, also there: a statement
    /// that writes is a `server_error` (25006).
    [[nodiscard]] pooled_session replica() { return take().lease; }
    /// To a replica that has replayed all that is seen, or to the primary where none gets there in time. Two round
    /// trips more, and others while it waits.
    [[nodiscard]] pooled_session replica(const seen& already) {
        auto taken = take();
        const auto position = already.position();
        if (!position || taken.of_primary || gets_there(taken.lease, *position)) return std::move(taken.lease);
        return reads_.acquire();
    }

private:
    struct taken_session {
        pooled_session lease;
        bool of_primary;
    };

    static options read_only(options wanted) {
        wanted.read_only = true;
        return wanted;
    }

    taken_session take() {
        if (!left_alone()) {
            try {
                return {replica_.acquire(), false};
            } catch (const connection_error&) {
                leave_alone();
            }
        }
        return {reads_.acquire(), true};
    }
    void leave_alone() {
        detail::locked hold(lock_);
        alone_until_ = detail::end_of_wait(retry_ms_);
    }
    bool left_alone() {
        detail::locked hold(lock_);
        return detail::now_in_ms() < alone_until_;
    }
    /// False also when it was lost meanwhile.
    bool gets_there(connection& db, pg_lsn position) {
        const auto end = detail::end_of_wait(wait_ms_);
        // A statement would wait for its own deadline.
        if (!db.ping(std::chrono::seconds(1))) {
            leave_alone();
            return false;
        }
        try {
            for (int pause = 1;; pause = pause < 16 ? 2 * pause : pause) {
                if (db.scalar<bool>("select not pg_is_in_recovery() or pg_last_wal_replay_lsn() >= $1", position))
                    return true;
                if (detail::now_in_ms() >= end) return false;
                ::poll(nullptr, 0, pause);
            }
        } catch (const connection_error&) {
            return false;
        }
    }

    const std::int64_t wait_ms_, retry_ms_;
    pool primary_;
    pool reads_;  ///< of the primary, that only read
    pool replica_;
    detail::lock lock_;
    std::int64_t alone_until_ = 0;
};

}  // namespace pgmodel
