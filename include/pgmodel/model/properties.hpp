// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Properties of columns, constraints and tables that PostgreSQL chooses from a list.
#pragma once

#include <cstdint>

namespace pgmodel {

/// Who numbers an identity column: the server unless a value is given, or always the server.
enum class identity_kind : std::uint8_t { none, by_default, always };

/// When a constraint is checked: after each statement always, after each statement unless SET CONSTRAINTS says
/// otherwise, or at the end of the transaction.
enum class deferral : std::uint8_t { not_deferrable, deferrable, initially_deferred };

/// How long a table's rows last: through a crash, until a crash, or until the end of the session.
enum class persistence : std::uint8_t { permanent, unlogged, temporary };

/// What happens to a temporary table at the end of a transaction.
enum class commit_action : std::uint8_t { preserve_rows, delete_rows, drop };

/// What logical replication tells of the old row when a row changes: its primary key, nothing, all of it, or the
/// columns of a unique index.
enum class replica_identity : std::uint8_t { primary_key, nothing, full, index };

/// How the rows of a partitioned table are told apart; none: it is one table.
enum class partition_strategy : std::uint8_t { none, range, list, hash };

/// The length of time of a partition that is made by the calendar.
enum class partition_period : std::uint8_t { none, day, week, month, year };

/// How the result of a function depends on its arguments and the database.
enum class volatility : std::uint8_t { volatile_, stable, immutable };

/// Where a function may run when a query runs in parallel.
enum class parallel_safety : std::uint8_t { unsafe, restricted, safe };

/// How an argument of a function travels; `table`: a column of the rows that it returns.
enum class argument_mode : std::uint8_t { in, out, inout, variadic, table };

/// When a trigger runs.
enum class trigger_timing : std::uint8_t { before, after, instead_of };

/// When a trigger runs at all: as usual not in a session that applies changes of another server
/// (session_replication_role).
enum class trigger_state : std::uint8_t { enabled, disabled, on_replica, always };

/// The statement that a rule rewrites.
enum class rule_event : std::uint8_t { insert, update, delete_ };

/// The statements for which a policy of row-level security is.
enum class policy_command : std::uint8_t { all, select, insert, update, delete_ };

/// What may be granted; `all`: everything that there is for the object.
enum class privilege : std::uint8_t {
    all,
    select,
    insert,
    update,
    delete_,
    truncate,
    references,
    trigger,
    usage,
    create,
    execute,
    maintain
};

/// Of what kind an object is on which privileges are granted.
enum class privilege_target : std::uint8_t { table, sequence, schema, function, procedure, type, domain };

}  // namespace pgmodel
