// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: limit() and offset() are computed once for all rows: of values, subqueries and columns of a query around this one, not of aggregates, or conditions of the run
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<person>().limit(pg::unnest(pg::value(std::vector<int>{1})))); }
#else
void run(pg::session& db) { db.all(pg::select<person>().limit(pg::lit<1>)); }
#endif
