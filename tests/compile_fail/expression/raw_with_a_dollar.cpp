// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a $ in raw SQL stands for an argument
#include "../models.hpp"

#include <pgmodel/expression/fragment.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::raw<"$x$y$x$", std::string>());
#else
    (void)(pg::raw<"'y'", std::string>());
#endif
}
