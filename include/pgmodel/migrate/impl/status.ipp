// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/migrate/check_row.hpp>
#include <pgmodel/migrate/status.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace pgmodel::migrate {

PGMODEL_BODY
std::vector<script_status> status(session& db, std::span<const script> scripts, const run_options& wanted) {
    const auto files = detail::read_migrations(scripts);
    const auto rows = detail::history(db, wanted).read();
    std::vector<script_status> made;
    for (const auto& file : files)
        if (!detail::find_version(rows, file.version))
            made.push_back({file.version, file.name, script_state::pending, file.file, {}, {}});
    for (const auto& row : rows) {
        auto& s =
            made.emplace_back(script_status{row.version, row.name, script_state::applied, {}, row.applied_at, {}});
        const detail::migration* file = detail::find_version(files, row.version);
        if (row.half_done()) {
            s.state = script_state::half_done;
            s.note = detail::progress_of(row);
        }
        if (!file) {
            s.state = script_state::missing;
            continue;
        }
        s.name = file->name;
        s.file = file->file;
        if (auto change = detail::change_of(*file, row); !change.empty()) {
            s.state = script_state::changed;
            s.note = std::move(change);
        }
    }
    std::sort(made.begin(), made.end(),
              [](const script_status& a, const script_status& b) { return a.version < b.version; });
    return made;
}

}  // namespace pgmodel::migrate
