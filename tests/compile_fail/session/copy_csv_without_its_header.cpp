// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: copy_csv() has a header of its own; #include <pgmodel/session/copy_csv.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/copy_csv.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
    auto out = [](std::string_view) {};
    pg::copy_csv(db, pg::select<person>(), out);
}
