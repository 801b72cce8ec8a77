// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// How migrations are to run.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

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

}  // namespace pgmodel::migrate
