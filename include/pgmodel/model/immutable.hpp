// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Functions whose result depends on more than their arguments: PostgreSQL takes none where it keeps the result.
#pragma once

#include <pgmodel/expression/column.hpp>

#include <string_view>

namespace pgmodel::detail {

/// Of all their forms none is immutable (catalog pg_proc.provolatile). Behind each a bracket follows.
inline constexpr std::string_view changing_functions[]{"array_to_json",
                                                       "array_to_string",
                                                       "clock_timestamp",
                                                       "concat",
                                                       "concat_ws",
                                                       "convert_from",
                                                       "convert_to",
                                                       "current_setting",
                                                       "currval",
                                                       "format",
                                                       "gen_random_uuid",
                                                       "json_build_array",
                                                       "json_build_object",
                                                       "jsonb_build_array",
                                                       "jsonb_build_object",
                                                       "jsonb_path_exists_tz",
                                                       "jsonb_path_match_tz",
                                                       "jsonb_path_query_array_tz",
                                                       "jsonb_path_query_first_tz",
                                                       "jsonb_path_query_tz",
                                                       "lastval",
                                                       "make_timestamptz",
                                                       "nextval",
                                                       "now",
                                                       "random",
                                                       "row_to_json",
                                                       "setval",
                                                       "statement_timestamp",
                                                       "timeofday",
                                                       "to_char",
                                                       "to_date",
                                                       "to_json",
                                                       "to_jsonb",
                                                       "to_number",
                                                       "transaction_timestamp",
                                                       "unaccent",
                                                       "uuid_generate_v1",
                                                       "uuid_generate_v4"};
/// Written without brackets.
inline constexpr std::string_view changing_words[]{"current_date",      "current_role", "current_time",
                                                   "current_timestamp", "current_user", "localtime",
                                                   "localtimestamp",    "session_user"};

/// Takes the place of a text, and notes whether one of those functions is called. Literals of the user's are not looked
/// at.
struct changing_function {
    bool found = false;

    template <class E>
    constexpr void look_at() {
        E::write(*this, static_cast<const E*>(nullptr));
    }
    constexpr void append(std::string_view part) {
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (part[i] == '\'' || part[i] == '"') {
                // Not find(): with sanitizers g++ takes it for no constant here.
                const char quote = part[i];
                do ++i;
                while (i < part.size() && part[i] != quote);
            } else if (is_word(part[i])) {
                std::size_t end = i;
                while (end < part.size() && is_word(part[end])) ++end;
                if (!of_another_schema(part.substr(0, i)))
                    look_at_word(part.substr(i, end - i), end < part.size() && part[end] == '(');
                i = end - 1;
            }
        }
    }
    constexpr void string(std::string_view) {}
    template <auto M>
    constexpr void column() {}
    template <class Value>
    constexpr void parameter(const void*) {}

private:
    static constexpr bool is_word(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
    /// A user's function may be called as one of these: app.concat().
    static constexpr bool of_another_schema(std::string_view before) {
        constexpr std::string_view own = "pg_catalog.";
        return !before.empty() && before.back() == '.' &&
               (before.size() < own.size() || before.substr(before.size() - own.size()) != own);
    }
    constexpr void look_at_word(std::string_view word, bool called) {
        for (const auto name : changing_words) found |= name.size() == word.size() && name == word;
        if (called)
            for (const auto name : changing_functions) found |= name.size() == word.size() && name == word;
    }
};

/// Asked of what the server keeps: the expressions of generated columns, indexes and their conditions.
template <class... Expressions>
inline constexpr bool can_change = [] {
    changing_function watch;
    (watch.look_at<Expressions>(), ...);
    return watch.found;
}();
template <auto... M>
inline constexpr bool can_change<column<M>...> = false;

}  // namespace pgmodel::detail
