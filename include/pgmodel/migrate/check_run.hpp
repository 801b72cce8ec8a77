// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a run is to do, and all that speaks against it.
#pragma once

#include <pgmodel/migrate/check_row.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

/// How far a migration has come on its way there or back.
struct progress {
    bool back{};
    std::size_t done{};
    bool begun{};
};
struct planned_run {
    const migration* file{};
    progress at{};
};

inline progress progress_in(const history_row& row) {
    return {row.going_back, static_cast<std::size_t>(row.blocks_done), row.begun};
}

/// What the history says behind a block.
inline std::string done_sql(const history& h, const migration& m, const progress& at,
                            std::chrono::microseconds duration = {}) {
    const std::size_t all = m.blocks(at.back).size(), done = all == 0 ? 0 : at.done + 1;
    return at.back && done == all ? h.forget_sql(m) : h.record_sql(m, at.back, done, false, duration);
}
/// What it says where a block has neither been run nor begun.
inline std::string not_begun_sql(const history& h, const migration& m, const progress& at) {
    if (at.done > 0) return h.record_sql(m, at.back, at.done, false);
    return at.back ? h.record_sql(m, false, m.up.size(), false) : h.forget_sql(m);
}

inline void require_none(std::vector<problem> problems) {
    if (!problems.empty()) throw migration_error(std::move(problems));
}
inline std::string no_file_text(std::int64_t version) {
    return "there is no file of version " + std::to_string(version);
}

/// What is missing, the oldest first; throws `migration_error`.
inline std::vector<planned_run> check_up(const std::vector<migration>& files, const std::vector<history_row>& rows,
                                         const run_options& wanted) {
    std::vector<problem> problems;
    if (wanted.to && !find_version(files, *wanted.to)) problems.push_back({*wanted.to, {}, no_file_text(*wanted.to)});
    for (const auto& row : rows) {
        const migration* file = find_version(files, row.version);
        if (file || !wanted.allow_missing || row.half_done()) check_row(row, file, problems);
        if (row.going_back)
            problems.push_back({row.version, file ? file->file : std::string(),
                                "migration " + called(row) + " is half way back: " + progress_of(row) +
                                    "; pgmodel::migrate::down goes on"});
    }
    std::vector<planned_run> made;
    for (const auto& m : files) {
        const history_row* row = find_version(rows, m.version);
        if ((wanted.to && m.version > *wanted.to) || (row && !row->half_done())) continue;
        made.push_back({&m, row ? progress_in(*row) : progress{}});
        if (!row && !rows.empty() && m.version < rows.back().version && !wanted.allow_out_of_order)
            problems.push_back({m.version, m.file,
                                "migration " + m.file + " has not run, but the newer " + called(rows.back()) +
                                    " has; give it a newer version, or say run_options::allow_out_of_order"});
    }
    require_none(std::move(problems));
    return made;
}

/// What goes back, the newest first; throws `migration_error`.
inline std::vector<planned_run> check_down(const std::vector<migration>& files, const std::vector<history_row>& rows,
                                           const run_options& wanted) {
    std::vector<planned_run> made;
    std::vector<problem> problems;
    if (wanted.to && !rows.empty() && *wanted.to >= rows.front().version && !find_version(rows, *wanted.to))
        problems.push_back({*wanted.to, {}, "version " + std::to_string(*wanted.to) + " has not run"});
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        const bool goes =
            wanted.to ? row->version > *wanted.to : made.size() < static_cast<std::size_t>(std::max(wanted.steps, 0));
        if (!goes) break;
        const migration* file = find_version(files, row->version);
        made.push_back({file, row->going_back ? progress_in(*row) : progress{.back = true}});
        check_row(*row, file, problems);
        if (file && !file->has_down)
            problems.push_back({row->version, file->file, "migration " + file->file + " has no way back"});
        if (row->half_done() && !row->going_back)
            problems.push_back({row->version, file ? file->file : std::string(),
                                "migration " + called(*row) +
                                    " is half done, and its way back is for the whole: " + progress_of(*row)});
    }
    require_none(std::move(problems));
    return made;
}

}  // namespace pgmodel::migrate::detail
