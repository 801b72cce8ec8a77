// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: stream() has a header of its own; #include <pgmodel/session/stream.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/stream.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) { pg::stream(db, pg::select<person>()); }
