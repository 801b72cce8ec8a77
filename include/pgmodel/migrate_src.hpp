// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What <pgmodel/src.hpp> is for the rest of the library, of <pgmodel/migrate.hpp>, <pgmodel/schema/compare.hpp> and
// <pgmodel/schema/alter.hpp>: for one more source file of a program that is compiled separately and includes one of
// them.
//
//     #include <pgmodel/migrate_src.hpp>
#pragma once

#include <pgmodel/core/compiler.hpp>

#ifndef PGMODEL_SEPARATE_COMPILATION
#error                                                                                                                 \
    "pgmodel: <pgmodel/migrate_src.hpp> is for separate compilation; define PGMODEL_SEPARATE_COMPILATION for all files"
#endif

#include <pgmodel/migrate/impl/compare.ipp>
#include <pgmodel/migrate/impl/introspect.ipp>
#include <pgmodel/migrate/impl/normalise.ipp>
#include <pgmodel/migrate/impl/pending_sql.ipp>
#include <pgmodel/migrate/impl/plan.ipp>
#include <pgmodel/migrate/impl/script_files.ipp>
#include <pgmodel/migrate/impl/status.ipp>
#include <pgmodel/migrate/impl/up.ipp>
#include <pgmodel/migrate/impl/write.ipp>
#include <pgmodel/schema/impl/alter.ipp>
#include <pgmodel/schema/impl/compare.ipp>
