// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CREATE INDEX and DROP INDEX as text.
#pragma once

#include <pgmodel/schema/text_parts.hpp>

#include <cstdint>
#include <string>

namespace pgmodel::schema {

/// How an index is made and dropped: CONCURRENTLY lets writers go on, and cannot run within a transaction.
enum class index_build : std::uint8_t { locking, concurrently };

/// `create index name on table using gin (keys) include (...) where condition`
template <class = detail::when_used>
std::string create_index(const qualified_name& on, const index& i, index_build build = index_build::locking) {
    std::string out = i.unique ? "create unique index " : "create index ";
    if (build == index_build::concurrently) out += "concurrently ";
    quote_identifier(i.name, out);
    out += " on " + detail::qualified(on) + detail::method_clause(i.method) + " (";
    for (const auto& key : i.keys) {
        if (&key != &i.keys[0]) out += ", ";
        out += detail::key_text(key);
    }
    out += ")" + detail::include_clause(i.include) + (i.nulls_not_distinct ? " nulls not distinct" : "") +
           detail::with_clause(i.parameters) + detail::tablespace_clause(" tablespace ", i.tablespace);
    if (!i.condition.empty()) out += " where " + i.condition;
    return out;
}

template <class = detail::when_used>
std::string create_index(const table& t, const index& i, index_build build = index_build::locking) {
    return create_index(qualified_name{t.schema, t.name}, i, build);
}

/// `drop index name`
template <class = detail::when_used>
std::string drop_index(const table& t, const index& i, index_build build = index_build::locking) {
    return (build == index_build::concurrently ? "drop index concurrently " : "drop index ") +
           detail::qualified(t.schema, i.name);
}

}  // namespace pgmodel::schema
