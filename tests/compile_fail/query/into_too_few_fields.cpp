// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: into() takes as many expressions as the struct has fields
#include "../models.hpp"

struct summary {
    std::int64_t id{};
    std::string name{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&team::id>).into<summary>());
#else
    db.all(pg::select(col<&team::id>, col<&team::name>).into<summary>());
#endif
}
