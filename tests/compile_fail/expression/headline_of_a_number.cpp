// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: headline() takes a text and a text-search query
#include "../models.hpp"

#include <pgmodel/expression/ranking.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::headline<"english">(col<&person::age>, pg::websearch<"english">("x")));
#else
    (void)(pg::headline<"english">(col<&person::name>, pg::websearch<"english">("x")));
#endif
}
