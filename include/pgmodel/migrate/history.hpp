// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The table that says which migrations have run, and how they are to run.
#pragma once

#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/migrate/script.hpp>
#include <pgmodel/session/session.hpp>
#include <pgmodel/types/timestamptz.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::migrate {

/// How migrations run; each function says what of it matters to it.
struct run_options {
    /// The newest version that is applied afterwards: of `up` all by default, of `down` instead of `steps` (0: none
    /// stays).
    std::optional<std::int64_t> to{};
    int steps = 1;  ///< of `down`: how many go back
    bool allow_out_of_order = false;  ///< a file that is older than the newest one that has run
    bool allow_missing = false;  ///< no file for what has run long ago
    std::string schema{};  ///< of the history; empty: the first of the search path
    std::string table = "pgmodel_migrations";
    std::chrono::milliseconds lock_deadline{60'000};  ///< how long other migrators are waited for
    /// The connection goes through a pooler that keeps a server session for as long as this one: otherwise a pooler is
    /// refused, since it gives locks to others.
    bool through_pooler = false;
    /// How long a statement of a transaction waits for a lock, so that others do not queue behind it for longer; 0: no
    /// limit. The block is run again then, `lock_retries` times.
    std::chrono::milliseconds lock_timeout{5'000};
    int lock_retries = 10;
    /// The same of a block alone, which waits for all that is older and begins anew when it gives up: no limit.
    std::chrono::milliseconds alone_lock_timeout{0};
    /// Of each statement, instead of the session's deadline; 0: none.
    std::chrono::milliseconds statement_timeout{0};
};

namespace detail {

/// A row of the history.
struct history_row {
    std::int64_t version{};
    std::string name{};
    std::string checksum{};
    bool going_back{};
    std::int32_t blocks{};
    std::int32_t blocks_done{};
    bool begun{};
    timestamptz applied_at{};

    bool half_done() const { return going_back || begun || blocks_done < blocks; }
};

inline std::string literal(std::string_view text) {
    std::string made;
    quote_literal(text, made);
    return made;
}

class history {
public:
    history(session& db, const run_options& wanted) : db_(db) {
        std::string schema = wanted.schema;
        if (schema.empty())
            schema = db.scalar<std::optional<std::string>>("select current_schema()::text").value_or("");
        if (schema.empty())
            throw usage_error(
                "pgmodel: no schema of the search path is there, so run_options::schema must say where the "
                "history of migrations is");
        if (wanted.table.empty()) throw usage_error("pgmodel: the history of migrations has a name");
        table_ = quote_identifier(schema) + '.' + quote_identifier(wanted.table);
    }

    const std::string& table() const { return table_; }
    bool exists() const {
        return told([this] { return db_.scalar<bool>("select to_regclass($1) is not null", table_); });
    }
    std::string create_sql() const {
        return "create table if not exists " + table_ +
               " (version bigint primary key, name text not null, checksum text not null, going_back boolean not null, "
               "blocks integer not null, blocks_done integer not null, begun boolean not null, applied_at timestamptz "
               "not "
               "null default clock_timestamp(), duration interval not null, applied_by text not null default "
               "session_user)";
    }
    /// Where the role may not make tables, but it is there, nothing is asked for.
    void create() const {
        if (exists()) return;
        told([this] { db_.execute_script(create_sql()); });
    }
    /// In order of versions; none where the table is not there.
    std::vector<history_row> read() const {
        if (!exists()) return {};
        return told([this] {
            return db_.all<history_row>(
                "select version, name, checksum, going_back, blocks, blocks_done, begun, applied_at from " + table_ +
                " order by version");
        });
    }

    /// Says how far a migration has come.
    std::string record_sql(const migration& m, bool back, std::size_t done, bool begun,
                           std::chrono::microseconds duration = {}) const {
        const auto truth = [](bool b) { return b ? "true" : "false"; };
        return "insert into " + table_ +
               " as h (version, name, checksum, going_back, blocks, blocks_done, begun, duration) values (" +
               std::to_string(m.version) + ", " + literal(m.name) + ", '" + m.checksum(back, done) + "', " +
               truth(back) + ", " + std::to_string(m.blocks(back).size()) + ", " + std::to_string(done) + ", " +
               truth(begun) + ", interval '" + std::to_string(duration.count()) +
               " microseconds') on conflict (version) do update set name = excluded.name, checksum = "
               "excluded.checksum, "
               "going_back = excluded.going_back, blocks = excluded.blocks, blocks_done = excluded.blocks_done, begun "
               "= "
               "excluded.begun, applied_at = clock_timestamp(), duration = h.duration + excluded.duration, applied_by "
               "= "
               "session_user";
    }
    std::string forget_sql(const migration& m) const {
        return "delete from " + table_ + " where version = " + std::to_string(m.version);
    }

    /// Errors of the history itself say so.
    template <class Function>
    auto told(Function function) const -> decltype(function()) {
        try {
            return function();
        } catch (const error& e) {
            throw migration_error({0, {}, "the history of migrations " + table_ + " cannot be used: " + said(e)},
                                  e.info(), 0, 0);
        }
    }
    static std::string said(const error& e) {
        const std::string_view what = e.what();
        return std::string(what.substr(what.starts_with("pgmodel: ") ? 9 : 0));
    }

private:
    session& db_;
    std::string table_{};
};

}  // namespace detail
}  // namespace pgmodel::migrate
