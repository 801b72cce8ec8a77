// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: related() has a header of its own; #include <pgmodel/session/links.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/links.hpp>
#endif

void run(pg::connection& db) { db.related<person>(std::vector<team>{}); }
