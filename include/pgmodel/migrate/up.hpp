// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Runs what is missing of a program's migrations, or goes back. `#include <pgmodel/migrate/up.hpp>`
//
//     pg::migrate::up(db, blog, pg::migrate::read_scripts("migrations"));
#pragma once

#include <pgmodel/migrate/compare.hpp>
#include <pgmodel/migrate/run_blocks.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate {

/// A migration that has run, there or back.
struct done_script {
    std::int64_t version{};
    std::string name{};
    std::chrono::microseconds duration{};  ///< of the blocks that have run this time
};

/// `2 add_index in 15 ms`
inline std::string to_string(const done_script& s) {
    return std::to_string(s.version) + ' ' + s.name + " in " + std::to_string(s.duration.count() / 1000) + " ms";
}
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const done_script& s) {
    return out << to_string(s);
}

/// What `up` has done.
struct up_result {
    std::vector<done_script> applied{};
    /// In what the database differs from the models, where they were given: as `compare` says.
    std::vector<schema::difference> differences{};
};

/// What has become of a block that was interrupted, as somebody has seen who has looked.
enum class block_outcome : std::uint8_t { done, not_done };

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

/// Applies the migrations that have not run, in order of their versions, each block with what the history says of it in
/// one transaction; what a run that was interrupted has begun is gone on with.
///
/// One migrator runs at a time, however many are started, also by other programs; `lock_deadline`. Before anything
/// runs, all that is wrong with the files or what has run of them is told by one `migration_error`, and so is a
/// statement that fails, with the blocks before it done. Throws `usage_error` inside a transaction. `to`: no newer ones
/// than this.
inline up_result up(session& db, std::span<const script> scripts, const run_options& wanted = {}) {
    return {detail::migrator(db, scripts, wanted).up(), {}};
}

/// The same, and compares the database with the models afterwards.
template <class... Models>
up_result up(session& db, const registry<Models...>& models, std::span<const script> scripts,
             const run_options& wanted = {}) {
    up_result made = up(db, scripts, wanted);
    introspect_options read;
    read.left_out.push_back(wanted.table);
    made.differences = compare(db, models, read);
    return made;
}

/// Goes back by the ways back of the newest `steps` migrations, or of all that are newer than `to` (0: of all), the
/// newest first. What lacks one is told before anything runs. Throws as `up` does.
inline std::vector<done_script> down(session& db, std::span<const script> scripts, const run_options& wanted = {}) {
    return detail::migrator(db, scripts, wanted).down();
}

/// Writes into the history that the migrations up to this version have run as their files are now, and runs nothing:
/// for a database that was made otherwise, and for a file that was edited on purpose after it had run.
inline void stamp(session& db, std::span<const script> scripts, std::int64_t version, const run_options& wanted = {}) {
    detail::migrator(db, scripts, wanted).stamp(version);
}

/// For a block alone that was interrupted, where nobody but you can tell whether it has taken effect: `done` goes on
/// behind it, `not_done` runs it again.
inline void resolve(session& db, std::span<const script> scripts, std::int64_t version, block_outcome outcome,
                    const run_options& wanted = {}) {
    detail::migrator(db, scripts, wanted).resolve(version, outcome);
}

}  // namespace pgmodel::migrate
