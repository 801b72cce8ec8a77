// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a value that is read must own its bytes; use std::string for a text
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all<std::tuple<std::int64_t, std::string_view>>("select id, name from people");
#else
    db.all<std::tuple<std::int64_t, std::string>>("select id, name from people");
#endif
}
