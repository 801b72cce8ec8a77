// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Migrations as a script for who applies them by hand. `#include <pgmodel/migrate/pending_sql.hpp>`
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/run_options.hpp>
#include <pgmodel/migrate/script.hpp>
#include <pgmodel/session/session.hpp>

#include <span>
#include <string>

namespace pgmodel::migrate {

/// The SQL of what `up` would run, with its transactions and what it writes into the history, for `psql -v
/// ON_ERROR_STOP=1`; afterwards `up` finds nothing to do. Empty where nothing is missing. Only reads; throws as `up`
/// does before it runs anything, and also where a block was begun whose end is not known. `to`: no newer ones than
/// this. Settings that a block has made are reset behind it.
PGMODEL_FUNCTION
std::string pending_sql(session& db, std::span<const script> scripts, const run_options& wanted = {});

}  // namespace pgmodel::migrate

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/migrate/impl/pending_sql.ipp>
#endif
