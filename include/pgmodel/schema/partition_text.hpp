// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Partitions as text: how a table is partitioned, and the statements that make, attach and detach a partition.
#pragma once

#include <pgmodel/schema/column_text.hpp>
#include <pgmodel/schema/text_parts.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pgmodel::schema {
namespace detail {

template <class = when_used>
std::string value_list(const std::vector<std::string>& values) {
    std::string out = "(";
    for (const auto& value : values) out += (out.size() > 1 ? ", " : "") + value;
    return out + ")";
}

inline std::string create_words(persistence kept) {
    return kept == persistence::temporary  ? "create temporary table "
           : kept == persistence::unlogged ? "create unlogged table "
                                           : "create table ";
}

/// ` partition by range (logdate)`; nothing for a table that is not partitioned.
template <class = when_used>
std::string partition_by_clause(const partitioning& how) {
    if (how.strategy == partition_strategy::none) return "";
    std::string out = how.strategy == partition_strategy::range  ? " partition by range ("
                      : how.strategy == partition_strategy::list ? " partition by list ("
                                                                 : " partition by hash (";
    for (const auto& key : how.keys) {
        if (&key != &how.keys[0]) out += ", ";
        out += key_text(key);
    }
    return out + ")";
}

}  // namespace detail

/// `for values from ('2023-01-01') to ('2024-01-01')`, `for values in ('a', null)`, `for values with (modulus 4,
/// remainder 0)` or `default`.
template <class = detail::when_used>
std::string partition_bounds(const partition& p) {
    if (!p.from.empty()) return "for values from " + detail::value_list(p.from) + " to " + detail::value_list(p.to);
    if (!p.in.empty()) return "for values in " + detail::value_list(p.in);
    if (p.modulus > 0)
        return "for values with (modulus " + std::to_string(p.modulus) + ", remainder " + std::to_string(p.remainder) +
               ")";
    return "default";
}

/// `create table name partition of parent for values ...`, then the same for its own partitions. The server makes the
/// parent's indexes and constraints on each; what a partition has of its own is added by `add_partition_parts`. The
/// partitions of a temporary table are temporary, too.
template <class = detail::when_used>
void add_partition(const qualified_name& parent, const partition& p, std::vector<std::string>& out,
                   persistence kept = persistence::permanent) {
    out.push_back(detail::create_words(kept == persistence::temporary ? kept : p.persistence) +
                  detail::qualified(p.schema, p.name) + " partition of " + detail::qualified(parent) + " " +
                  partition_bounds(p) + detail::partition_by_clause(p.partitioned) +
                  detail::method_clause(p.access_method) + detail::with_clause(p.parameters) +
                  detail::tablespace_clause(" tablespace ", p.tablespace));
    // Its own partitions take this over when they are made, and only then.
    for (const auto& c : p.columns)
        if (!c.compression.empty())
            out.push_back(detail::alter_column(p.schema, p.name, c) + " set compression " +
                          (c.compression == "default" ? c.compression : quote_identifier(c.compression)));
    for (const auto& part : p.partitions) add_partition({p.schema, p.name}, part, out, kept);
}

/// The statements for what a partition that is made or attached later has not from its table by itself: the statistics
/// targets of `columns`. One that is made along with its table gets them with it.
template <class = detail::when_used>
void add_inherited_settings(const many<column>& columns, const qualified_name& p, std::vector<std::string>& out) {
    for (const auto& c : columns)
        if (c.statistics >= 0) out.push_back(detail::set_statistics(p, c));
}

/// `alter table parent attach partition name for values ...`: an existing table of the same columns becomes a
/// partition.
template <class = detail::when_used>
std::string attach_partition(const qualified_name& parent, const partition& p) {
    return "alter table " + detail::qualified(parent) + " attach partition " + detail::qualified(p.schema, p.name) +
           " " + partition_bounds(p);
}

/// How a partition is detached: at once, which waits for all who use the table and lets nobody in meanwhile; in two
/// transactions of its own, which lets others go on and cannot run within a transaction; or, after that was
/// interrupted, the rest of it.
enum class partition_detach : std::uint8_t { locking, concurrently, finalize };

/// `alter table parent detach partition name`: the partition becomes a table of its own.
template <class = detail::when_used>
std::string detach_partition(const qualified_name& parent, const qualified_name& p,
                             partition_detach how = partition_detach::locking) {
    return "alter table " + detail::qualified(parent) + " detach partition " + detail::qualified(p) +
           (how == partition_detach::concurrently ? " concurrently"
            : how == partition_detach::finalize   ? " finalize"
                                                  : "");
}

}  // namespace pgmodel::schema
