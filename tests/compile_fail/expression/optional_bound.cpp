// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an optional value cannot be compared with ==
// expect: person::created_at
#include "../models.hpp"

std::vector<person> since([[maybe_unused]] pg::connection& db, const std::optional<pg::timestamptz>& moment) {
#ifdef PGMODEL_BAD
    return db.all(pg::select<person>().where(col<&person::created_at> >= moment));
#else
    return db.all(pg::select<person>().where(col<&person::created_at> >= moment.value()));
#endif
}
