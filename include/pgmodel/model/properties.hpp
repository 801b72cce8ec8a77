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

/// How the rows of a partitioned table are told apart; none: it is one table.
enum class partition_strategy : std::uint8_t { none, range, list, hash };

/// The length of time of a partition that is made by the calendar.
enum class partition_period : std::uint8_t { none, day, week, month, year };

}  // namespace pgmodel
