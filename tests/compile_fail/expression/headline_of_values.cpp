// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes other arguments, of which one is a column or an expression; of values alone the program computes it
#include "../models.hpp"

#include <pgmodel/expression/ranking.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::headline<"english">("the text", "text");
#else
    (void)pg::headline<"english">(col<&person::name>, pg::websearch<"english">("text"));
#endif
}
