// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an optional value cannot be compared with ==
// expect: person::nick
#include "../models.hpp"

// What a filter is mostly given as. The standard library compares it with anything.
template <class Filter>
void use(pg::connection& db, const Filter& nick) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::age> > 1 && col<&person::nick> == nick));
#else
    db.all(pg::select<person>().where(col<&person::age> > 1 && col<&person::nick>.is_not_distinct_from(nick)));
#endif
}
template void use(pg::connection&, const std::optional<std::string>&);
