// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Statements outside of transactions that may have been interrupted: what is there of them, and may they run again?
#pragma once

#include <pgmodel/migrate/sql_scan.hpp>
#include <pgmodel/session/connection.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::migrate::detail {

/// `CREATE INDEX CONCURRENTLY index ON table`, `DROP INDEX CONCURRENTLY index`, with the names as they are written.
struct concurrent_index {
    bool drops{};
    bool if_there{};  ///< IF EXISTS, IF NOT EXISTS
    std::string index{};
    std::string table{};
};

/// A name with its schema, as it is written.
inline std::string take_name(const std::vector<sql_token>& tokens, std::size_t& at) {
    std::string made;
    for (; at < tokens.size(); ++at) {
        const bool point = tokens[at].is('.');
        if (!point && !made.empty() && made.back() != '.') break;
        if (!point && tokens[at].kind != sql_token_kind::word && tokens[at].kind != sql_token_kind::name) break;
        made += tokens[at].text;
    }
    return made;
}

inline std::optional<concurrent_index> concurrent_index_of(std::string_view statement) {
    const auto tokens = tokens_of(statement);
    concurrent_index made;
    std::size_t at = has_words_at(tokens, 0, "create", "unique", "index", "concurrently") ? 4
                     : has_words_at(tokens, 0, "create", "index", "concurrently")         ? 3
                                                                                          : 0;
    if (has_words_at(tokens, 0, "drop", "index", "concurrently")) {
        at = 3;
        made.drops = true;
    }
    if (at == 0) return std::nullopt;
    made.if_there =
        made.drops ? has_words_at(tokens, at, "if", "exists") : has_words_at(tokens, at, "if", "not", "exists");
    if (made.if_there) at += made.drops ? 2u : 3u;
    made.index = take_name(tokens, at);
    if (!made.drops) {
        at += has_words_at(tokens, at, "on", "only") ? 2u : 1u;
        made.table = take_name(tokens, at);
    }
    return made;
}

/// What is there under an index's name, and what it is called with its schema.
struct found_index {
    bool valid{};
    std::string name{};
};

/// An index that is made stands in the schema of its table.
inline std::optional<found_index> find_index(connection& db, const concurrent_index& wanted) {
    return db.first<found_index>(
        "select coalesce(i.indisvalid, true) as valid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name "
        "from "
        "pg_class as c join pg_namespace as n on n.oid = c.relnamespace left join pg_index as i on i.indexrelid = "
        "c.oid "
        "where c.oid = case when $1 = '' then to_regclass($2) else to_regclass((select quote_ident(s.nspname) || '.' "
        "|| $2 "
        "from pg_class as t join pg_namespace as s on s.oid = t.relnamespace where t.oid = to_regclass($1))) end",
        wanted.table, wanted.index);
}

/// Is it all the same whether it runs once or twice?
inline bool may_run_again(std::string_view statement) {
    const auto tokens = tokens_of(statement);
    for (const char* word : {"vacuum", "analyze", "reindex", "cluster", "refresh", "checkpoint"})
        if (has_words_at(tokens, 0, word)) return true;
    return has_words(tokens, "if", "not", "exists") || has_words(tokens, "if", "exists") ||
           has_words(tokens, "validate", "constraint") || has_words_at(tokens, 0, "alter", "system");
}

}  // namespace pgmodel::migrate::detail
