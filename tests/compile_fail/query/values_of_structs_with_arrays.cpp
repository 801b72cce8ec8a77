// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows of values() travel as one array for each field
#include "../models.hpp"

#include <pgmodel/query/values.hpp>

struct listed {
    std::vector<std::string> tags;
};

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<listed>().from(pg::values(std::vector<listed>{}))); }
#else
void run(pg::session& db) { db.all(pg::select<listed>().from(pg::values<listed>(std::vector<std::string>{"x"}))); }
#endif
