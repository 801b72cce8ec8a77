// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What has run of a program's migrations, and what is wrong with that. `#include <pgmodel/migrate/status.hpp>`
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/run_options.hpp>
#include <pgmodel/migrate/script.hpp>
#include <pgmodel/session/session.hpp>
#include <pgmodel/types/timestamptz.hpp>

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

/// All migrations of the files and the history, in order of their versions, from one query; nothing is locked or made.
/// Throws `migration_error` when a file cannot be read. Of the options `schema` and `table` matter.
PGMODEL_FUNCTION
std::vector<script_status> status(session& db, std::span<const script> scripts, const run_options& wanted = {});

}  // namespace pgmodel::migrate

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/migrate/impl/status.ipp>
#endif
