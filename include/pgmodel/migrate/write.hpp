// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A plan as a migration's file. `#include <pgmodel/migrate/write.hpp>`
//
//     pg::migrate::write_script("migrations", "add_notes", pg::migrate::make_plan(db, blog));
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/migration_error.hpp>
#include <pgmodel/migrate/plan.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace pgmodel::migrate {

/// The text of a migration's file: the steps, each under what it is about and what it costs, in blocks as `up` runs
/// them, and behind `-- pgmodel: down` the way back. What could not be done stands in comments, `-- by hand: ...`,
/// before a line `-- pgmodel: by hand`: until somebody has taken that out, `up` does not take the file.
PGMODEL_FUNCTION
std::string to_script(const plan& p);

/// What may stand in a migration's file, and its number.
struct write_options {
    /// Steps that lose what a column, a table or a label holds, or drop what no model declares, are not written without
    /// it.
    bool may_lose_data = false;
    std::int64_t version = 0;  ///< 0: the one behind the newest file's
};

/// Writes a plan into a directory as the file that `up` will run next, and returns its path; nothing is written, and
/// the path is empty, where there is nothing to do. Read it before it is committed: above each step stands what it
/// costs. Throws `usage_error` for a plan that loses data or drops what no model declares without leave, and
/// `migration_error` for files that are not right or cannot be written.
PGMODEL_FUNCTION
std::filesystem::path write_script(const std::filesystem::path& directory, const std::string& name, const plan& p,
                                   const write_options& options = {});

}  // namespace pgmodel::migrate

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/migrate/impl/write.ipp>
#endif
