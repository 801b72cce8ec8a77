// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The table that says which migrations have run.
#pragma once

#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/migrate/read_migrations.hpp>
#include <pgmodel/migrate/run_options.hpp>
#include <pgmodel/session/session.hpp>
#include <pgmodel/types/timestamptz.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::migrate::detail {

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

}  // namespace pgmodel::migrate::detail
