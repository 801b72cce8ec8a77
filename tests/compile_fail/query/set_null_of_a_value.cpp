// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is never NULL, so it takes no std::optional; give it a value
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::name> = std::optional<std::string>())
                   .where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::nick> = std::optional<std::string>())
                   .where(col<&person::id> == 1));
#endif
}
