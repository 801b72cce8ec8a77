// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: set_links() takes a key and a list of the keys that belong to it
#include "../models.hpp"

#include <pgmodel/session/links.hpp>

void use([[maybe_unused]] pg::connection& db, [[maybe_unused]] std::vector<team>& rows) {
#ifdef PGMODEL_BAD
    db.set_links<&seat::row, &seat::number>(1, 2);
#else
    db.set_links<&seat::row, &seat::number>(1, {2});
#endif
}
