// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What migrations change in a session, and the session's own again.
#pragma once

#include <pgmodel/migrate/history.hpp>
#include <pgmodel/session/channel.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::migrate::detail {

/// For a setting of the server; 0: no limit.
inline std::string milliseconds_text(std::chrono::milliseconds limit) {
    return std::to_string(limit.count() <= 0 || limit.count() > 2'147'483'647 ? 0 : limit.count());
}

/// What may be the name of a setting of somebody's own, `app.user`, in a text: such settings are listed nowhere.
inline void add_dotted_names(std::string_view text, std::vector<std::string>& made) {
    std::string name;
    const auto is_part = [](char c) {
        using namespace pgmodel::detail;
        return is_lower(c) || is_upper(c) || is_digit(c) || c == '_' || c == '$' ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char c = at < text.size() ? text[at] : ' ';
        if (is_part(c) || (c == '.' && !name.empty())) name += c;
        else if (c != '"') {
            if (name.find('.') != name.npos && !pgmodel::detail::is_digit(name[0])) made.push_back(name);
            name.clear();
        }
    }
    std::sort(made.begin(), made.end());
    made.erase(std::unique(made.begin(), made.end()), made.end());
}

/// All settings as they are now, the role, and who the session is: what a file sets, such as the search path of what
/// pg_dump has written, is none of the next one's, which may run in another session as well.
class session_settings {
public:
    session_settings(session& db, const std::vector<migration>& files) : db_(db) {
        std::vector<std::string> dotted;
        for (const auto& m : files) add_dotted_names(m.text, dotted);
        const auto before = db.one<values>(
            "select coalesce(array_agg(name), '{}') as names, coalesce(array_agg(setting), '{}') as settings, "
            "current_setting('role') as role, session_user::text as who from (select name, setting from pg_settings "
            "where source = 'session' union select name, current_setting(name, true) from unnest($1) as d (name) where "
            "current_setting(name, true) is not null) as s",
            dotted);
        // As who the session was made, since only a superuser may set some of them.
        sql_ = "set session authorization default; reset all; ";
        for (std::size_t i = 0; i < before.names.size(); ++i)
            sql_ += (i == 0 ? "select set_config(" : ", set_config(") + literal(before.names[i]) + ", " +
                    literal(before.settings[i]) + ", false)";
        if (!before.names.empty()) sql_ += "; ";
        sql_ += "set session authorization " + literal(before.who) + "; set role " + literal(before.role);
    }
    session_settings(const session_settings&) = delete;
    ~session_settings() {
        try {
            if (db_.is_open() && !db_.in_transaction()) restore(db_);
        } catch (...) {
            // The connection was lost, and the settings with it.
        }
    }
    /// Also within a transaction, from there on.
    void restore(connection& db) const { db.execute_script(sql_); }

private:
    struct values {
        std::vector<std::string> names{};
        std::vector<std::string> settings{};
        std::string role{};
        std::string who{};
    };

    session& db_;
    std::string sql_{};
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
