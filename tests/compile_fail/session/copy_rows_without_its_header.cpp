// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: copy_rows() has a header of its own; #include <pgmodel/session/copy_rows.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/copy_rows.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) { pg::copy_rows(db, std::vector<person>{}); }
