// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes other arguments, of which one is a column or an expression; of values alone the program computes it
#include "../models.hpp"

#include <pgmodel/expression/similar_to.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::like_escape(std::string("a%"), "b", "!");
#else
    (void)pg::like_escape(pg::value("a%"), "b", "!");
#endif
}
