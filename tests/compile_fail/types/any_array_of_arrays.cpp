// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: any_array holds elements of a type that pgmodel knows, and no arrays: its dimensions are values
#include "../models.hpp"

#include <pgmodel/types/any_array.hpp>

void use() {
#ifdef PGMODEL_BAD
    (void)sizeof(pg::any_array<std::vector<int>>);
#else
    (void)sizeof(pg::any_array<int>);
#endif
}
