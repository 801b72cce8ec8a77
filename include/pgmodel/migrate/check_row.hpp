// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Is what has run what the files say?
#pragma once

#include <pgmodel/migrate/history.hpp>
#include <pgmodel/migrate/migration_error.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pgmodel::migrate::detail {

/// Why what has run is not what the file says; empty: it is.
inline std::string change_of(const migration& m, const history_row& row) {
    const std::size_t blocks = m.blocks(row.going_back).size(), done = static_cast<std::size_t>(row.blocks_done);
    const bool whole = row.blocks_done == row.blocks;
    if (m.name != row.name) return "it has run under the name " + row.name;
    if (blocks < done || (whole && blocks != done) || (row.begun && blocks == done))
        return std::to_string(row.blocks) + " blocks were there when it ran, and it has " + std::to_string(blocks);
    if (m.checksum(row.going_back, done) != row.checksum)
        return whole ? "its text is another than the one that has run"
                     : "the text of its blocks that have run is another one";
    return {};
}

inline std::string progress_of(const history_row& row) {
    const std::string block = "block " + std::to_string(row.blocks_done + 1) + " of " + std::to_string(row.blocks) +
                              (row.going_back ? " of the way back" : "");
    return row.begun ? block + " was begun, and its end is not known" : block + " is next";
}

inline const migration* find_version(const std::vector<migration>& files, std::int64_t version) {
    const auto found = std::lower_bound(files.begin(), files.end(), version,
                                        [](const migration& m, std::int64_t v) { return m.version < v; });
    return found != files.end() && found->version == version ? &*found : nullptr;
}
inline const history_row* find_version(const std::vector<history_row>& rows, std::int64_t version) {
    for (const auto& row : rows)
        if (row.version == version) return &row;
    return nullptr;
}

inline std::string called(const history_row& row) { return std::to_string(row.version) + '_' + row.name; }

/// What speaks against going on with a migration that has a row in the history.
inline void check_row(const history_row& row, const migration* file, std::vector<problem>& problems) {
    if (!file) problems.push_back({row.version, {}, "migration " + called(row) + " has run, and its file is missing"});
    else if (const std::string change = change_of(*file, row); !change.empty())
        problems.push_back({row.version, file->file,
                            "migration " + file->file + " has changed since it has run: " + change +
                                "; make it what it was, or take it as it is by pgmodel::migrate::stamp"});
}

}  // namespace pgmodel::migrate::detail
