// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a model is named without const
// expect: person
#include "../models.hpp"

template <class Row>
auto find(pg::connection& db) {
    return db.find<Row>(1);
}
#ifdef PGMODEL_BAD
using row = const person;
#else
using row = person;
#endif
void use(pg::connection& db) { (void)find<row>(db); }
