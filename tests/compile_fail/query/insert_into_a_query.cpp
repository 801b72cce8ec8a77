// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows are inserted into pgmodel::model<...>, or an alias of it
#include "../models.hpp"

#ifdef PGMODEL_BAD
auto statement = pg::insert_into(pg::subquery(pg::select<seat>()));
#else
auto statement = pg::insert_into(pg::model<seat>);
#endif
