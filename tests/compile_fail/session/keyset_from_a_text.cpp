// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: behind the size of a page stands where it begins
#include "../models.hpp"

#include <pgmodel/session/keyset.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::keyset(db, pg::select<team>().order_by(col<&team::id>), 20, "text");
#else
    pg::keyset(db, pg::select<team>().order_by(col<&team::id>), 20, pg::cursor("text"));
#endif
}
