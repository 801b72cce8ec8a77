// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Partitions as text: how a table is partitioned, and the statements that make, attach and detach a partition.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/column_text.hpp>
#include <pgmodel/schema/text_parts.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pgmodel::schema {
namespace detail {

inline std::string create_words(persistence kept) {
    return kept == persistence::temporary  ? "create temporary table "
           : kept == persistence::unlogged ? "create unlogged table "
                                           : "create table ";
}

/// ` partition by range (logdate)`; nothing for a table that is not partitioned.
PGMODEL_FUNCTION
std::string partition_by_clause(const partitioning& how);

}  // namespace detail

/// `for values from ('2023-01-01') to ('2024-01-01')`, `for values in ('a', null)`, `for values with (modulus 4,
/// remainder 0)` or `default`.
PGMODEL_FUNCTION
std::string partition_bounds(const partition& p);

/// `create table name partition of parent for values ...`, then the same for its own partitions. The server makes the
/// parent's indexes and constraints on each; what a partition has of its own is added by `add_partition_parts`. The
/// partitions of a temporary table are temporary, too.
PGMODEL_FUNCTION
void add_partition(const qualified_name& parent, const partition& p, std::vector<std::string>& out,
                   persistence kept = persistence::permanent);

/// The statements for what a partition that is made or attached later has not from its table by itself: the statistics
/// targets of `columns`. One that is made along with its table gets them with it.
PGMODEL_FUNCTION
void add_inherited_settings(const many<column>& columns, const qualified_name& p, std::vector<std::string>& out);

/// `alter table parent attach partition name for values ...`: an existing table of the same columns becomes a
/// partition.
PGMODEL_FUNCTION
std::string attach_partition(const qualified_name& parent, const partition& p);

/// How a partition is detached: at once, which waits for all who use the table and lets nobody in meanwhile; in two
/// transactions of its own, which lets others go on and cannot run within a transaction; or, after that was
/// interrupted, the rest of it.
enum class partition_detach : std::uint8_t { locking, concurrently, finalize };

/// `alter table parent detach partition name`: the partition becomes a table of its own.
PGMODEL_FUNCTION
std::string detach_partition(const qualified_name& parent, const qualified_name& p,
                             partition_detach how = partition_detach::locking);

}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/partition_text.ipp>
#endif
