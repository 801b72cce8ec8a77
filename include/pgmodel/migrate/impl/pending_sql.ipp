// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/migrate/check_run.hpp>
#include <pgmodel/migrate/migration_lock.hpp>
#include <pgmodel/migrate/pending_sql.hpp>
#include <pgmodel/migrate/session_settings.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::migrate {
namespace detail {

/// May what follows this block find other settings, or another role?
template <class = pgmodel::detail::when_used>
bool leaves_settings(const migration& m, const script_block& block) {
    for (const auto& s : block.statements) {
        const auto tokens = tokens_of(m.statement(s));
        if (tokens[0].is("set") || has_words(tokens, "set_config")) return true;
    }
    return false;
}

}  // namespace detail

PGMODEL_BODY
std::string pending_sql(session& db, std::span<const script> scripts, const run_options& wanted) {
    const auto files = detail::read_migrations(scripts);
    const detail::history history(db, wanted);
    const bool exists = history.exists();
    const auto runs = detail::check_up(files, history.read(), wanted);
    std::vector<problem> problems;
    std::string text;
    const auto statement = [&text](std::string_view sql) { text.append(sql).append(";\n"); };
    const std::string strings = pgmodel::detail::standard_strings(db) ? "" : "set standard_conforming_strings = on;\n";
    for (const auto& [file, from] : runs) {
        const detail::migration& m = *file;
        if (from.begun)
            problems.push_back({m.version, m.file,
                                "migration " + m.file +
                                    " has a block that was begun and whose end is not "
                                    "known; pgmodel::migrate::up goes on, and resolve says what became of it"});
        const auto block = [&](const detail::script_block& b, const detail::progress& at) {
            text += "\n-- " + m.file + ", block " + std::to_string(at.done + 1) + '\n';
            if (b.alone) statement(history.record_sql(m, false, at.done, true));
            else
                statement("begin"),
                    statement("set local lock_timeout = " + detail::milliseconds_text(wanted.lock_timeout));
            for (const auto& s : b.statements) statement(m.statement(s));
            if (leaves_settings(m, b)) {
                for (std::string_view sql : {"reset session authorization", "reset role", "reset all"}) statement(sql);
                text += strings;
            }
            statement(done_sql(history, m, at));
            if (!b.alone) statement("commit");
        };
        detail::progress at = from;
        if (at.done >= m.up.size()) at.done -= at.done > 0 ? 1 : 0, block({}, at);
        else
            for (; at.done < m.up.size(); ++at.done) block(m.up[at.done], at);
    }
    detail::require_none(std::move(problems));
    if (text.empty()) return text;
    std::string before = "-- psql -v ON_ERROR_STOP=1\n" + strings + "do $pgmodel$ begin if not pg_try_advisory_lock(" +
                         detail::migration_lock::key_sql(history) +
                         ") then raise 'another migrator is running'; end if; end $pgmodel$;\n";
    if (!exists) before += history.create_sql() + ";\n";
    return before + text + "\nselect pg_advisory_unlock(" + detail::migration_lock::key_sql(history) + ");\n";
}

}  // namespace pgmodel::migrate
