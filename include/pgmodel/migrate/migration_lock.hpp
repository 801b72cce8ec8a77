// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The lock that lets one migrator run at a time.
#pragma once

#include <pgmodel/migrate/history.hpp>
#include <pgmodel/session/clock.hpp>
#include <pgmodel/session/server_process.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <thread>

namespace pgmodel::migrate::detail {

/// Half to all of that time, another time each time.
inline void pause_about(std::chrono::milliseconds most) {
    const auto now = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
    const auto noise = (now * 0x9e3779b97f4a7c15u) >> 32;
    const auto half = static_cast<std::uint64_t>(most.count() / 2);
    std::this_thread::sleep_for(std::chrono::milliseconds(half + noise % (half + 1)));
}

/// The lock of a history, which a session holds, not a transaction: an index that is built concurrently waits for all
/// transactions. For the same reason nobody waits for it within the server.
class migration_lock {
public:
    migration_lock(session& db, const history& of, const run_options& wanted)
        : db_(db), key_(key_of(of)), process_(db.scalar<std::int32_t>("select pg_backend_pid()")) {
        if (!wanted.through_pooler && process_ != pgmodel::detail::server_process(db))
            fail("this connection goes through a pooler, which may give the lock of migrations to others; connect to "
                 "the "
                 "server itself, or say run_options::through_pooler where a server session is kept for each client");
        prepare_session();
        const auto deadline = wanted.lock_deadline;
        const auto end = pgmodel::detail::end_of_wait(deadline.count());
        while (!db.scalar<bool>("select pg_try_advisory_lock(hashtextextended($1, 0))", key_)) {
            if (pgmodel::detail::now_in_ms() >= end)
                throw migration_error({{0,
                                        {},
                                        "another migrator has held the lock of " + of.table() + " for longer than " +
                                            std::to_string(deadline.count()) + " ms: " + holder()}});
            pause_about(std::chrono::milliseconds{100});
        }
        held_ = true;
    }
    /// The number that is locked.
    static std::string key_sql(const history& of) { return "hashtextextended(" + literal(key_of(of)) + ", 0)"; }
    migration_lock(const migration_lock&) = delete;
    ~migration_lock() {
        try {
            if (held_ && db_.is_open() && !db_.in_transaction()) unlock();
        } catch (...) {
            // The session's end unlocks, too.
        }
    }

    /// In the transaction, or just before the statement, that needs it: a pooler may have given another server session.
    void require(connection& db) const {
        if (db.scalar<std::int32_t>("select pg_backend_pid()") != process_) fail(lost);
    }
    void release() {
        held_ = false;
        if (!unlock()) fail(lost);
    }

private:
    static std::string key_of(const history& of) { return "pgmodel migrations of " + of.table(); }
    /// Files are taken apart as the SQL standard has it. The server notices when the machine of a migrator is gone, so
    /// that its lock is soon free, where it can; and what takes long is not ended for it. Whoever migrates puts
    /// settings back.
    void prepare_session() const {
        db_.execute_script("set standard_conforming_strings = on");
        db_.execute("select set_config(name, '0', false) from pg_settings where name = 'transaction_timeout' and "
                    "setting <> '0'");
        try {
            db_.execute(
                "select set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', "
                "false), set_config('tcp_keepalives_count', '3', false)");
            db_.execute("select set_config('client_connection_check_interval', '10s', false)");
        } catch (const server_error&) {
            // Not every system has all of them.
        }
    }
    bool unlock() const { return db_.scalar<bool>("select pg_advisory_unlock(hashtextextended($1, 0))", key_); }
    static constexpr const char* lost =
        "the lock of migrations was lost; did a file release it, or a pooler lend another "
        "server session?";
    [[noreturn]] static void fail(const char* text) { throw migration_error({{0, {}, text}}); }
    /// Of another role's session no time is told, unless the role may see it.
    std::string holder() const {
        constexpr const char* sql =
            "select format('pid %s%s%s', l.pid, ' (' || nullif(a.application_name, '') || ')', ', connected since ' || "
            "to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SSOF')) from pg_locks as l join pg_stat_activity as a on "
            "a.pid "
            "= l.pid where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and l.database = (select oid from "
            "pg_database where datname = current_database()) and l.classid::bigint = (hashtextextended($1, 0) >> 32) & "
            "4294967295 and l.objid::bigint = hashtextextended($1, 0) & 4294967295";
        return db_.first<std::string>(sql, key_).value_or("it has just ended");
    }

    session& db_;
    std::string key_;
    std::int32_t process_;
    bool held_ = false;
};

}  // namespace pgmodel::migrate::detail
