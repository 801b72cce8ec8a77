// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a statement has done to what is known of the database, by the tag that the server gives it.
#pragma once

#include <pgmodel/core/when_used.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel::detail {

/// Is the word, in small letters, anywhere in the text, in any letters?
template <class = when_used>
bool mentions(std::string_view sql, std::string_view word) {
    for (std::size_t at = 0; at + word.size() <= sql.size(); ++at) {
        std::size_t i = 0;
        while (i < word.size() && (sql[at + i] | 0x20) == (word[i] | 0x20)) ++i;
        if (i == word.size()) return true;
    }
    return false;
}

/// Does a SET or RESET change where names are looked for? The tag does not say what was set, and settings of other
/// kinds are made in many a transaction.
template <class = when_used>
bool may_set_search_path(std::string_view sql) {
    for (std::string_view word : {"search_path", "schema", "role", "authorization", "all"})
        if (mentions(sql, word)) return true;
    return false;
}

/// Is this the name of such a setting, as set_config() takes it?
template <class = when_used>
bool is_setting_of_names(std::string_view name) {
    for (std::string_view word : {"search_path", "role", "session_authorization"})
        if (name.size() == word.size() && mentions(name, word)) return true;
    return false;
}

struct command_effect {
    bool writes = false;
    bool forgets_statements = false;  ///< all prepared ones
    bool changes_names = false;       ///< a type's name may mean another one now
    bool changes_tables = false;
    bool settles = false;             ///< what was changed counts from here on
    bool listens = false;
};

/// `sql`: the statement of the tag, or a script with it.
template <class = when_used>
command_effect effect_of_command(std::string_view tag, std::string_view sql) {
    for (std::string_view rows : {"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE"})
        if (tag.starts_with(rows)) return {.writes = true};  // SELECT too: a data-modifying WITH
    if (tag == "BEGIN" || tag == "SAVEPOINT" || tag == "RELEASE") return {};
    if (tag == "ROLLBACK" || tag == "COMMIT") return {.settles = true};  // at COMMIT too: SET LOCAL ends there
    command_effect effect{.writes = true, .settles = true};
    effect.forgets_statements = tag == "DEALLOCATE ALL" || tag == "DISCARD ALL";
    for (std::string_view change : {"CREATE", "DROP", "ALTER", "DISCARD", "DO", "CALL", "IMPORT"})
        effect.changes_names |= tag.starts_with(change);
    effect.changes_names |= (tag == "SET" || tag == "RESET") && may_set_search_path(sql);
    effect.listens = tag == "LISTEN";
    effect.changes_tables = tag.starts_with("ALTER") || tag.starts_with("DROP") || tag == "DO" || tag == "CALL";
    return effect;
}

}  // namespace pgmodel::detail
