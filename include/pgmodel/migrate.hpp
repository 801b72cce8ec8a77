// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Live databases beside models, and migrations. No part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/core/compiler.hpp>
#include <pgmodel/migrate/compare.hpp>
#include <pgmodel/migrate/introspect.hpp>
#include <pgmodel/migrate/migration_error.hpp>
#include <pgmodel/migrate/normalise.hpp>
#include <pgmodel/migrate/pending_sql.hpp>
#include <pgmodel/migrate/plan.hpp>
#include <pgmodel/migrate/rename.hpp>
#include <pgmodel/migrate/script.hpp>
#include <pgmodel/migrate/script_files.hpp>
#include <pgmodel/migrate/status.hpp>
#include <pgmodel/migrate/up.hpp>
#include <pgmodel/migrate/write.hpp>
#include <pgmodel/schema/alter.hpp>
#include <pgmodel/schema/compare.hpp>
