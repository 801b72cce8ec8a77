// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this placeholder has no value; give it: pgmodel::bind<"name">(value)
#include "../models.hpp"

#include <pgmodel/session/stream.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::stream(db, pg::select<team>().where(col<&team::id> == pg::arg<std::int64_t, "id">));
#else
    pg::stream(db, pg::select<team>().where(col<&team::id> == pg::arg<std::int64_t, "id">), pg::bind<"id">(1));
#endif
}
