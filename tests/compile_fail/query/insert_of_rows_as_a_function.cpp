// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: statements begin with insert_into(), update(), delete_from() and merge_into()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::insert(std::vector<team>{{.name = "x"}});
#else
    db.insert(std::vector<team>{{.name = "x"}});
#endif
}
