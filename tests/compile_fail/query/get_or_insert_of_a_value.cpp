// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: get_or_insert() takes a row
#include "../models.hpp"

#include <pgmodel/session/get_or_insert.hpp>

void use([[maybe_unused]] pg::connection& db, [[maybe_unused]] std::vector<team>& rows) {
#ifdef PGMODEL_BAD
    db.get_or_insert<&team::name>("a");
#else
    db.get_or_insert<&team::name>(team{.name = "a"});
#endif
}
