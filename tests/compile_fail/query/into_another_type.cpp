// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field has another type than the expression at its place
// expect: summary
#include "../models.hpp"

struct summary {
    std::int64_t id{};
    std::string name{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&team::name>, col<&team::name>).into<summary>());
#else
    db.all(pg::select(col<&team::id>, col<&team::name>).into<summary>());
#endif
}
