// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a literal is an integer, a bool, an enumerator or a string; of another type write pgmodel::constant<type, "text">
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::lit<pg::date{}>).from(pg::model<person>));
#else
    db.all(pg::select(pg::constant<pg::date, "2000-01-01">).from(pg::model<person>));
#endif
}
