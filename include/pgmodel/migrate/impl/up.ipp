// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/migrate/run_blocks.hpp>
#include <pgmodel/migrate/up.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate {
namespace detail {

/// What all that run migrations have in common: the files are read, nobody else runs any, and the history is there.
class migrator {
public:
    migrator(session& db, std::span<const script> scripts, const run_options& wanted)
        : db_(checked(db)), wanted_(wanted), files_(read_migrations(scripts)), history_(db, wanted),
          settings_(db, files_), lock_(db, history_, wanted), runner_(db, wanted, history_, lock_, files_) {
        history_.create();
        rows_ = history_.read();
    }

    std::vector<done_script> up() { return run(check_up(files_, rows_, wanted_)); }
    std::vector<done_script> down() { return run(check_down(files_, rows_, wanted_)); }
    void stamp(std::int64_t version) {
        require_file(version);
        transaction([&](connection& tx) {
            for (const auto& m : files_) {
                const history_row* row = find_version(rows_, m.version);
                if (m.version > version || (row && !row->half_done() && change_of(m, *row).empty())) continue;
                tx.execute_script(history_.record_sql(m, false, m.up.size(), false));
            }
        });
    }
    void resolve(std::int64_t version, block_outcome outcome) {
        const migration& m = require_file(version);
        const history_row* row = find_version(rows_, version);
        if (!row || !row->begun)
            fail({version, m.file, "migration " + m.file + " has no block that was begun and whose end is not known"});
        std::vector<problem> problems;
        check_row(*row, &m, problems);
        require_none(std::move(problems));
        const progress at = progress_in(*row);
        transaction([&](connection& tx) {
            tx.execute_script(outcome == block_outcome::done ? done_sql(history_, m, at)
                                                             : not_begun_sql(history_, m, at));
        });
    }

private:
    static session& checked(session& db) {
        if (db.in_transaction())
            throw usage_error(
                "pgmodel: migrations need a session without an open transaction: each block is one of its own, "
                "and what builds an index concurrently waits for all others");
        return db;
    }
    [[noreturn]] static void fail(problem what) { throw migration_error({std::move(what)}); }
    const migration& require_file(std::int64_t version) const {
        if (const migration* m = find_version(files_, version)) return *m;
        fail({version, {}, no_file_text(version)});
    }

    std::vector<done_script> run(const std::vector<planned_run>& plan) {
        std::vector<done_script> made;
        made.reserve(plan.size());
        for (const auto& [file, at] : plan) made.push_back({file->version, file->name, runner_.run(*file, at)});
        lock_.release();
        return made;
    }
    template <class Function>
    void transaction(Function function) {
        {
            scoped_transaction tx{db_};
            lock_.require(tx);
            function(tx);
            tx.commit();
        }
        lock_.release();
    }

    session& db_;
    const run_options& wanted_;
    std::vector<migration> files_;
    history history_;
    session_settings settings_;  ///< those of the caller, at the end
    migration_lock lock_;
    block_runner runner_;
    std::vector<history_row> rows_{};
};

}  // namespace detail

PGMODEL_BODY
up_result up(session& db, std::span<const script> scripts, const run_options& wanted) {
    return {detail::migrator(db, scripts, wanted).up(), {}};
}

PGMODEL_BODY
std::vector<done_script> down(session& db, std::span<const script> scripts, const run_options& wanted) {
    return detail::migrator(db, scripts, wanted).down();
}

PGMODEL_BODY
void stamp(session& db, std::span<const script> scripts, std::int64_t version, const run_options& wanted) {
    detail::migrator(db, scripts, wanted).stamp(version);
}

PGMODEL_BODY
void resolve(session& db, std::span<const script> scripts, std::int64_t version, block_outcome outcome,
             const run_options& wanted) {
    detail::migrator(db, scripts, wanted).resolve(version, outcome);
}

}  // namespace pgmodel::migrate
