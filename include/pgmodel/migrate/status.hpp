// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What has run of a program's migrations, and what is wrong with that. `#include <pgmodel/migrate/status.hpp>`
#pragma once

#include <pgmodel/migrate/history.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::migrate {

/// `changed`: what has run is not what the file says now. `missing`: it has run, and has no file. `half_done`: a block
/// has failed or was interrupted, on the way there or back.
enum class script_state : std::uint8_t { applied, pending, changed, missing, half_done };

/// `half done`
inline std::string_view to_string(script_state state) {
    switch (state) {
        case script_state::applied: return "applied";
        case script_state::pending: return "pending";
        case script_state::changed: return "changed";
        case script_state::missing: return "missing file";
        case script_state::half_done: return "half done";
    }
    return "";
}

/// One migration, in files, in the history, or in both.
struct script_status {
    std::int64_t version{};
    std::string name{};
    script_state state{};
    std::string file{};  ///< empty: there is none
    std::optional<timestamptz> applied_at{};  ///< when its newest block has run
    std::string note{};  ///< in what it has changed, or which block is next

    bool operator==(const script_status&) const = default;
};

/// `2 add_index: half done, block 2 of 3 is next`
inline std::string to_string(const script_status& s) {
    std::string text = std::to_string(s.version) + ' ' + s.name + ": ";
    text += to_string(s.state);
    if (s.state == script_state::applied && s.applied_at) text += " at " + s.applied_at->to_string();
    return s.note.empty() ? text : text + ", " + s.note;
}
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const script_status& s) {
    return out << to_string(s);
}

namespace detail {

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

}  // namespace detail

/// All migrations of the files and the history, in order of their versions, from one query; nothing is locked or made.
/// Throws `migration_error` when a file cannot be read. Of the options `schema` and `table` matter.
inline std::vector<script_status> status(session& db, std::span<const script> scripts, const run_options& wanted = {}) {
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
