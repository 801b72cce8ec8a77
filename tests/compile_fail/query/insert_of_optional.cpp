// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: insert() takes a row (a struct that is a model) or a std::vector of rows
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.insert(std::optional<team>{}); }
#else
void run(pg::session& db) { db.insert(team{}); }
#endif
