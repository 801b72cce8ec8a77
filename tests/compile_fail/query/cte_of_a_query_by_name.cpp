// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a query in WITH is called like the struct of its rows; say pgmodel::cte(query)
#include "../models.hpp"

#ifdef PGMODEL_BAD
auto recent = pg::cte<"recent">(pg::select<person>().where(col<&person::id> > 5));
#else
auto recent = pg::cte(pg::select<person>().where(col<&person::id> > 5)).as(pg::alias<person, "recent">);
#endif
auto q = pg::with(recent).select(recent[col<&person::name>]).from(recent);
