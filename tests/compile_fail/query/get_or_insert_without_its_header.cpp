// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: get_or_insert() has a header of its own; #include <pgmodel/session/get_or_insert.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/get_or_insert.hpp>
#endif

void use(pg::connection& db) { db.get_or_insert<&team::name>(team{}); }
