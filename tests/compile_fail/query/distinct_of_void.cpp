// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL does not tell equal values of json, xml, points and the like
#include "../models.hpp"

#include <pgmodel/types/nothing.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::select(pg::function<"pg_notify", void(std::string, std::string)>("a", "b")).distinct());
#else
    db.execute(pg::select(pg::function<"pg_notify", void(std::string, std::string)>("a", "b")));
#endif
}
