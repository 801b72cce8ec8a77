// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What migrations change in a session, and the session's own again.
#pragma once

#include <pgmodel/migrate/history.hpp>
#include <pgmodel/session/channel.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace pgmodel::migrate::detail {

/// For a setting of the server; 0: no limit.
inline std::string milliseconds_text(std::chrono::milliseconds limit) {
    return std::to_string(limit.count() <= 0 || limit.count() > 2'147'483'647 ? 0 : limit.count());
}

/// All settings as they are now, and the role: what a file sets, such as the search path of what pg_dump has written,
/// is none of the next one's, which may run in another session as well.
class session_settings {
public:
    explicit session_settings(session& db)
        : db_(db),
          before_(db.one<values>("select coalesce(array_agg(name), '{}') as names, coalesce(array_agg(setting), "
                                 "'{}') as settings, current_setting('role') as role from pg_settings where "
                                 "source = 'session'")) {}
    session_settings(const session_settings&) = delete;
    ~session_settings() {
        try {
            if (db_.is_open() && !db_.in_transaction()) restore(db_);
        } catch (...) {
            // The connection was lost, and the settings with it.
        }
    }
    /// Also within a transaction, from there on.
    void restore(connection& db) const {
        db.execute(
            "select set_config('role', $3, false), (select count(set_config(s.name, coalesce(b.setting, s.reset_val), "
            "false)) from pg_settings as s left join unnest($1, $2) as b (name, setting) on b.name = s.name where "
            "(s.source "
            "= 'session' or b.name is not null) and s.setting is distinct from coalesce(b.setting, s.reset_val))",
            before_.names, before_.settings, before_.role);
    }

private:
    struct values {
        std::vector<std::string> names{};
        std::vector<std::string> settings{};
        std::string role{};
    };

    session& db_;
    values before_;
};

/// Settings of a statement outside of transactions, and the session's own again.
class alone_settings {
public:
    alone_settings(session& db, const run_options& wanted)
        : db_(db), before_(db.one<before>("select current_setting('lock_timeout') as lock_timeout, "
                                          "current_setting('statement_timeout') as statement_timeout")) {
        set(milliseconds_text(wanted.alone_lock_timeout), milliseconds_text(wanted.statement_timeout));
        link().other_deadline(wanted.statement_timeout);
    }
    alone_settings(const alone_settings&) = delete;
    ~alone_settings() {
        if (!db_.is_open()) return;
        try {
            link().usual_deadline();
            set(before_.lock_timeout, before_.statement_timeout);
        } catch (...) {
            // The connection was lost, and the settings with it.
        }
    }

private:
    struct before {
        std::string lock_timeout{};
        std::string statement_timeout{};
    };
    pgmodel::detail::libpq_link& link() const { return pgmodel::detail::connection_access::channel_of(db_).link(); }
    void set(const std::string& lock, const std::string& statement) const {
        db_.execute("select set_config('lock_timeout', $1, false), set_config('statement_timeout', $2, false)", lock,
                    statement);
    }

    session& db_;
    before before_;
};

}  // namespace pgmodel::migrate::detail
