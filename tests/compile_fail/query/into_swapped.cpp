// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is called like another field of the struct
#include "../models.hpp"

struct names {
    std::string name{};
    std::string lowered{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::lower(col<&team::name>), col<&team::name>).into<names>());
#else
    db.all(pg::select(col<&team::name>, pg::lower(col<&team::name>)).into<names>());
#endif
}
