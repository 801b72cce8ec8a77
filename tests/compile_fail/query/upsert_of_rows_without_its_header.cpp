// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: upsert() of many rows has a header of its own; #include <pgmodel/session/upsert_many.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/upsert_many.hpp>
#endif

void run(pg::connection& db, const std::vector<team>& teams) { db.upsert<&team::name>(teams); }
