// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Runs what is missing of a program's migrations, or goes back. `#include <pgmodel/migrate/up.hpp>`
//
//     pg::migrate::up(db, blog, pg::migrate::read_scripts("migrations"));
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/compare.hpp>
#include <pgmodel/migrate/migration_error.hpp>
#include <pgmodel/migrate/run_options.hpp>
#include <pgmodel/migrate/script.hpp>
#include <pgmodel/session/session.hpp>

#include <chrono>
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

/// Applies the migrations that have not run, in order of their versions, each block with what the history says of it in
/// one transaction; what a run that was interrupted has begun is gone on with.
///
/// One migrator runs at a time, however many are started, also by other programs; `lock_deadline`. Before anything
/// runs, all that is wrong with the files or what has run of them is told by one `migration_error`, and so is a
/// statement that fails, with the blocks before it done. Throws `usage_error` inside a transaction. `to`: no newer ones
/// than this.
PGMODEL_FUNCTION
up_result up(session& db, std::span<const script> scripts, const run_options& wanted = {});

/// The same, and compares the database with the models afterwards; `read`: with what of it, as for `compare`.
template <class... Models>
up_result up(session& db, const registry<Models...>& models, std::span<const script> scripts,
             const run_options& wanted = {}, const introspect_options& read = {}) {
    up_result made = up(db, scripts, wanted);
    introspect_options all = read;
    all.left_out.push_back(wanted.table);
    made.differences = compare(db, models, all);
    return made;
}

/// Goes back by the ways back of the newest `steps` migrations, or of all that are newer than `to` (0: of all), the
/// newest first. What lacks one is told before anything runs. Throws as `up` does.
PGMODEL_FUNCTION
std::vector<done_script> down(session& db, std::span<const script> scripts, const run_options& wanted = {});

/// Writes into the history that the migrations up to this version have run as their files are now, and runs nothing:
/// for a database that was made otherwise, and for a file that was edited on purpose after it had run.
PGMODEL_FUNCTION
void stamp(session& db, std::span<const script> scripts, std::int64_t version, const run_options& wanted = {});

/// For a block alone that was interrupted, where nobody but you can tell whether it has taken effect: `done` goes on
/// behind it, `not_done` runs it again.
PGMODEL_FUNCTION
void resolve(session& db, std::span<const script> scripts, std::int64_t version, block_outcome outcome,
             const run_options& wanted = {});

}  // namespace pgmodel::migrate

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/migrate/impl/up.ipp>
#endif
